//! How a table is made safe: merge small rows, hide later cells, then hide more until nothing can be computed.

use crate::Rule;
use crate::attack::{Column, Hole, Line, Sheet};
use std::cmp::Reverse;

/// A table made safe: the rows standing alone, by their place in the input, and all others together. Nothing when only the
/// total may be published.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub(crate) alone: Vec<(usize, Line)>,
    pub(crate) other: Option<Line>,
}

/// How far the merging goes; what comes after is hidden.
#[derive(Debug, Clone, Copy)]
enum Until {
    /// Every row that would need hiding is merged.
    NoHiding,
    /// Rows small at the first step are merged until the merged row needs no hiding.
    OtherWhole,
    /// Rows small at the first step are merged until the merged row is not small there.
    OtherShown,
}

/// The safest table with the most numbers: of three ways to merge, the one that leaves most cells (merging before hiding
/// when equal). `rows` are counts by step; `columns` what is published of their totals; `outside` as in [`Sheet`].
pub(crate) fn draft(rows: &[Vec<u64>], columns: &[Column], outside: &[Line], rule: Rule) -> Draft {
    let open: Vec<bool> = columns.iter().map(|column| *column == Column::Open).collect();
    if open.first() != Some(&true) {
        return Draft::default();
    }
    let mut best = (0, Draft::default());
    let mut tried: Vec<Vec<usize>> = Vec::new();
    for until in [Until::NoHiding, Until::OtherWhole, Until::OtherShown] {
        let Some(merged) = merge(rows, &open, rule, until).filter(|merged| !tried.contains(merged)) else { continue };
        if let Some(found) = hide(rows, &merged, columns, outside, rule).filter(|found| found.0 > best.0) {
            best = found;
        }
        tried.push(merged);
    }
    best.1
}

/// The rows to merge, in rising order of place; `None` when nothing would stand beside the merged row.
fn merge(rows: &[Vec<u64>], open: &[bool], rule: Rule, until: Until) -> Option<Vec<usize>> {
    let whole = |counts: &[u64]| safe_steps(counts, open, rule) == open;
    let must = |counts: &[u64]| match until {
        Until::NoHiding => !whole(counts),
        Until::OtherWhole | Until::OtherShown => rule.small(counts[0]),
    };
    let enough = |counts: &[u64]| match until {
        Until::NoHiding | Until::OtherWhole => whole(counts),
        Until::OtherShown => !rule.small(counts[0]),
    };
    let (mut merged, mut rest): (Vec<usize>, Vec<usize>) = (0..rows.len()).partition(|i| must(&rows[*i]));
    if merged.is_empty() {
        return Some(merged);
    }
    rest.sort_by_key(|i| (rows[*i][0], *i));
    // Rows of nobody go along: were they shown as 0, all the merged ones would be known to have someone.
    let nobody = rest.partition_point(|i| rows[*i][0] == 0);
    merged.extend(rest.drain(..nobody));
    let mut rest = rest.into_iter();
    while !enough(&sum(rows, &merged)) || merged.len() < 2 {
        merged.push(rest.next()?);
    }
    merged.sort_unstable();
    (rest.len() > 0).then_some(merged)
}

fn sum(rows: &[Vec<u64>], places: &[usize]) -> Vec<u64> {
    let steps = rows.first().map_or(0, Vec::len);
    (0..steps).map(|step| places.iter().map(|i| rows[*i][step]).sum()).collect()
}

/// Hides what must be hidden of the merged table and counts the cells that stay; `None` when no hiding is enough.
fn hide(
    rows: &[Vec<u64>],
    merged: &[usize],
    columns: &[Column],
    outside: &[Line],
    rule: Rule,
) -> Option<(usize, Draft)> {
    let open: Vec<bool> = columns.iter().map(|column| *column == Column::Open).collect();
    let alone: Vec<usize> = (0..rows.len()).filter(|i| merged.binary_search(i).is_err()).collect();
    let mut counts: Vec<Vec<u64>> = alone.iter().map(|i| rows[*i].clone()).collect();
    if !merged.is_empty() {
        counts.push(sum(rows, merged));
    }
    let line = |counts: Vec<u64>| Line { shown: safe_steps(&counts, &open, rule), counts };
    let lines: Vec<Line> = counts.into_iter().map(line).collect();
    let mut sheet = Sheet { lines, outside: outside.to_vec(), columns: columns.to_vec() };
    settle(&mut sheet, rule)?;
    restore(&mut sheet, &open, rule);
    let cells = |line: &Line| if line.counts[0] == 0 { 0 } else { line.shown.iter().filter(|shown| **shown).count() };
    let left = sheet.lines.iter().map(cells).sum();
    let other = if merged.is_empty() { None } else { sheet.lines.pop() };
    Some((left, Draft { alone: alone.into_iter().zip(sheet.lines).collect(), other }))
}

/// Hides cells until the attack finds no hole; `None` when there is nothing left to hide.
fn settle(sheet: &mut Sheet, rule: Rule) -> Option<()> {
    loop {
        let holes = sheet.holes(rule);
        if holes.is_empty() {
            return Some(());
        }
        let mut done: Vec<usize> = Vec::new();
        for hole in holes {
            let (line, step) = match cover(sheet, &hole, rule) {
                Some(cell) => cell,
                None if done.is_empty() => return None,
                None => continue,
            };
            // One cell of a column at a time: it may well be enough for the other holes too.
            if !done.contains(&step) {
                sheet.lines[line].shown[step] = false;
                done.push(step);
            }
        }
    }
}

/// How many hidden cells are tried again, so that a very wide table stays quick.
const TRIES: usize = 64;

/// Shows again, greatest counts first, what need not be hidden after all once the rest is.
fn restore(sheet: &mut Sheet, open: &[bool], rule: Rule) {
    let cells = (0..sheet.lines.len()).flat_map(|line| (1..open.len()).map(move |step| (line, step)));
    let mut hidden: Vec<(usize, usize)> =
        cells.filter(|(line, step)| open[*step] && !sheet.lines[*line].shown[*step]).collect();
    hidden.sort_by_key(|(line, step)| (Reverse(sheet.lines[*line].counts[*step]), *line, *step));
    for (line, step) in hidden.into_iter().take(TRIES) {
        let (above, below) = neighbours(&sheet.lines[line], step);
        let row = &sheet.lines[line];
        if rule.small(row.between(above, step)) || rule.small(row.between(step, below)) {
            continue;
        }
        sheet.lines[line].shown[step] = true;
        if !sheet.holes(rule).is_empty() {
            sheet.lines[line].shown[step] = false;
        }
    }
}

/// The cell to hide against a hole: one that gives enough room, the smallest of those; else any in the steps concerned;
/// else any at all. The first step is never hidden.
fn cover(sheet: &Sheet, hole: &Hole, rule: Rule) -> Option<(usize, usize)> {
    let steps = sheet.columns.len();
    let near: Vec<usize> = [hole.to, hole.from].into_iter().filter(|step| (1..steps).contains(step)).collect();
    let best = |wanted: &mut dyn Iterator<Item = usize>| {
        let cells = wanted.flat_map(|step| (0..sheet.lines.len()).map(move |line| (line, step)));
        let useful = cells.filter_map(|(line, step)| Some((slack(&sheet.lines[line], step)?, line, step)));
        useful.min_by_key(|(slack, line, step)| (*slack < rule.room(), sheet.lines[*line].counts[*step], *line, *step))
    };
    let found = best(&mut near.into_iter()).or_else(|| best(&mut (1..steps)));
    found.map(|(_, line, step)| (line, step))
}

/// How much a shown cell could vary if it were hidden; `None` when it is hidden already or could not vary.
fn slack(line: &Line, step: usize) -> Option<u64> {
    let (above, below) = neighbours(line, step);
    Some(line.between(above, below)).filter(|slack| line.shown[step] && *slack > 0)
}

/// The shown steps next before and after a step; the first step is shown always, the end stands for none after.
fn neighbours(line: &Line, step: usize) -> (usize, usize) {
    let above = (0..step).rev().find(|i| line.shown[*i]).unwrap_or(0);
    let below = (step + 1..line.shown.len()).find(|i| line.shown[*i]).unwrap_or(line.shown.len());
    (above, below)
}

/// Which steps of nested counts may stand side by side: the first, and the most of the others such that every count and
/// every difference of two is 0 or ≥ k (differences of neighbours are enough, the rest are their sums). Among equals the
/// last step is kept, then earlier ones. Steps that are not open are not shown. All false when the first may not be shown.
pub(crate) fn safe_steps(counts: &[u64], open: &[bool], rule: Rule) -> Vec<bool> {
    let steps = counts.len();
    // best[i]: from step i on, (steps kept, the last one kept, the next kept step)
    let mut best: Vec<Option<(usize, bool, Option<usize>)>> = vec![None; steps];
    for i in (0..steps).rev().filter(|i| open[*i] && !rule.small(counts[*i])) {
        let mut found = (1, i + 1 == steps, None);
        for j in (i + 1..steps).filter(|j| !rule.small(counts[i] - counts[*j])) {
            if let Some((kept, last, _)) = best[j].filter(|(kept, last, _)| (kept + 1, *last) > (found.0, found.1)) {
                found = (kept + 1, last, Some(j));
            }
        }
        best[i] = Some(found);
    }
    let mut shown = vec![false; steps];
    let mut next = best.first().copied().flatten().map(|_| 0);
    while let Some(step) = next {
        shown[step] = true;
        next = best[step].and_then(|(_, _, next)| next);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(counts: &[u64]) -> Vec<bool> {
        safe_steps(counts, &vec![true; counts.len()], Rule::USUAL)
    }

    #[test]
    fn inner_steps_go_and_the_ends_stay() {
        assert_eq!(shown(&[40, 30, 20]), [true, true, true]);
        assert_eq!(shown(&[40, 38, 30]), [true, false, true]);
        assert_eq!(shown(&[40, 33, 31]), [true, false, true]);
        assert_eq!(shown(&[40, 38, 37]), [true, false, false]);
        assert_eq!(shown(&[40, 40, 40, 2]), [true, true, true, false]);
        assert_eq!(shown(&[4, 0]), [false, false]);
        assert_eq!(shown(&[0, 0]), [true, true]);
        assert_eq!(shown(&[30, 27, 25, 22, 20]), [true, false, true, false, true]);
    }

    #[test]
    fn a_closed_step_is_not_shown() {
        assert_eq!(safe_steps(&[40, 30, 20], &[true, false, true], Rule::USUAL), [true, false, true]);
        assert_eq!(safe_steps(&[40, 30], &[false, true], Rule::USUAL), [false, false]);
    }

    fn merged(rows: &[Vec<u64>]) -> Vec<usize> {
        let found = draft(rows, &vec![Column::Open; rows[0].len()], &[], Rule::USUAL);
        (0..rows.len()).filter(|i| found.alone.iter().all(|(alone, _)| alone != i)).collect()
    }

    #[test]
    fn the_next_smallest_joins_until_there_are_enough() {
        assert_eq!(merged(&[vec![12], vec![11], vec![15], vec![1]]), [1, 3]);
        assert_eq!(merged(&[vec![12], vec![2], vec![15], vec![3]]), [1, 3]);
        assert_eq!(merged(&[vec![12], vec![0], vec![15], vec![4], vec![9]]), [1, 3, 4]);
    }

    #[test]
    fn rows_are_merged_before_cells_are_hidden() {
        let rows = [vec![20, 17], vec![30, 12], vec![40, 20]];
        assert_eq!(merged(&rows), [0, 1]);
    }

    #[test]
    fn cells_are_hidden_when_merging_would_cost_more() {
        let rows = [vec![20, 17], vec![30, 27], vec![40, 20], vec![35, 32], vec![26, 24]];
        let found = draft(&rows, &[Column::Open; 2], &[], Rule::USUAL);
        assert!(found.other.is_none());
        let hidden: Vec<usize> = found.alone.iter().filter(|(_, line)| !line.shown[1]).map(|(i, _)| *i).collect();
        assert_eq!(hidden, [0, 1, 3, 4]);
    }
}

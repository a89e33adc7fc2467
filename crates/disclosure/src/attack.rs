//! What can be computed of a table: exact bounds of every unpublished small count.

use crate::Rule;
use crate::audit::Bounds;
use crate::simplex::Program;
use std::collections::{BTreeMap, HashMap};

/// A row as published: true counts by step (not rising), and which of them are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) counts: Vec<u64>,
    pub(crate) shown: Vec<bool>,
}

/// What is known of the sum of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// The total of these rows is published.
    Open,
    /// Only the total of these rows and those outside is published.
    Shared,
    /// Nothing is published.
    Closed,
}

/// A table as published. `outside` are the rows beside the one that this table divides, empty for a whole population.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) lines: Vec<Line>,
    pub(crate) outside: Vec<Line>,
    pub(crate) columns: Vec<Column>,
}

/// A small count that can be computed too closely: people of a row (or, without a row, of all rows that hide one of the
/// steps) who reached `from` but not `to` (`to` = number of steps: whatever came after).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hole {
    pub(crate) line: Option<usize>,
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) bounds: Bounds,
}

impl Line {
    /// The count at a step; past the last step none are left.
    fn at(&self, step: usize) -> u64 {
        self.counts.get(step).copied().unwrap_or(0)
    }

    pub(crate) fn between(&self, from: usize, to: usize) -> u64 {
        self.at(from) - self.at(to)
    }

    fn hides(&self, step: usize) -> bool {
        self.shown.get(step).is_some_and(|shown| !shown)
    }

    /// The stretches of hidden steps. A hidden first step is bounded by `most`.
    fn runs(&self, most: u64) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut step = 0;
        while step < self.counts.len() {
            let first = step;
            while self.hides(step) {
                step += 1;
            }
            if step > first {
                let low = self.at(step);
                let high = if first == 0 { most } else { self.at(first - 1) };
                runs.push(Run { first, last: step - 1, low, width: high - low });
            }
            step += 1;
        }
        runs
    }
}

/// Hidden steps `first..=last` of one row, between two known counts `low` and `low + width`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Run {
    first: usize,
    last: usize,
    low: u64,
    width: u64,
}

impl Run {
    fn holds(&self, step: usize) -> bool {
        (self.first..=self.last).contains(&step)
    }
}

/// The unknowns of a run: `start` is the number that left before its first step, and so on down to those past its last.
struct Chain {
    run: Run,
    inside: bool,
    start: usize,
}

impl Chain {
    /// Unknowns that add up to the count at `step` (over `low`).
    fn reached(&self, step: usize) -> std::ops::RangeInclusive<usize> {
        self.start + step - self.run.first + 1..=self.start + self.run.last - self.run.first + 1
    }

    /// Unknowns that add up to those lost before `step` (from `low + width`).
    fn lost(&self, step: usize) -> std::ops::RangeInclusive<usize> {
        self.start..=self.start + step - self.run.first
    }
}

impl Sheet {
    /// Every small count that is shown, follows from residuals, or has less room than the rule wants.
    pub(crate) fn holes(&self, rule: Rule) -> Vec<Hole> {
        let known = self.deduced();
        let mut attack = Attack::new(&known);
        let mut holes = Vec::new();
        let steps = self.columns.len();
        for (from, to) in (0..steps).flat_map(|i| (i + 1..=steps).map(move |j| (i, j))) {
            for rest in known.residuals(from, to).into_iter().filter(|n| rule.small(*n)) {
                holes.push(Hole { line: None, from, to, bounds: Bounds { low: rest, high: Some(rest) } });
            }
            for (i, line) in known.lines.iter().enumerate().filter(|(_, line)| rule.small(line.between(from, to))) {
                let bounds = attack.bounds(line, from, to);
                if bounds.high.is_some_and(|high| high < bounds.low + rule.room()) {
                    holes.push(Hole { line: Some(i), from, to, bounds });
                }
            }
        }
        holes
    }

    /// What the totals leave for the least sets of rows that they can tell apart: the rows hiding one step and those
    /// hiding the other, together when some hide both.
    fn residuals(&self, from: usize, to: usize) -> Vec<u64> {
        let known = |step: usize| self.columns.get(step).is_none_or(|column| *column == Column::Open);
        if !known(from) || !known(to) {
            return Vec::new();
        }
        let sum = |hides: &dyn Fn(&&Line) -> bool| {
            let rows: Vec<&Line> = self.lines.iter().filter(hides).collect();
            rows.iter().map(|line| line.between(from, to)).sum()
        };
        if self.lines.iter().any(|line| line.hides(from) && line.hides(to)) {
            vec![sum(&|line| line.hides(from) || line.hides(to))]
        } else {
            vec![sum(&|line| line.hides(from)), sum(&|line| line.hides(to))]
        }
    }

    /// The sheet with the hidden cells shown that have one value only: between equal neighbours, alone in their column, or
    /// all of a column at their least or most. What is found may settle others, so it goes on until nothing is.
    fn deduced(&self) -> Self {
        let mut sheet = self.clone();
        loop {
            let found = sheet.settled();
            if found.is_empty() {
                return sheet;
            }
            for (place, step) in found {
                let inside = sheet.lines.len();
                let line = if place < inside { &mut sheet.lines[place] } else { &mut sheet.outside[place - inside] };
                line.shown[step] = true;
            }
        }
    }

    fn most(&self) -> u64 {
        self.lines.iter().chain(&self.outside).map(|line| line.at(0)).sum()
    }

    /// Hidden cells with one value only, as (place among the rows inside and then outside, step).
    fn settled(&self) -> Vec<(usize, usize)> {
        let inside = self.lines.len();
        let rows: Vec<(&Line, Vec<Run>)> =
            self.lines.iter().chain(&self.outside).map(|line| (line, line.runs(self.most()))).collect();
        let mut found = Vec::new();
        for (step, column) in self.columns.iter().enumerate() {
            let hidden = rows.iter().enumerate().filter_map(|(place, (line, runs))| {
                let run = runs.iter().find(|run| run.holds(step))?;
                Some((place, line.at(step) - run.low, run.width))
            });
            let (still, mut free): (Vec<_>, Vec<_>) = hidden.partition(|(_, _, width)| *width == 0);
            found.extend(still.iter().map(|(place, _, _)| (*place, step)));
            let apart = if *column == Column::Open { free.iter().filter(|cell| cell.0 < inside).count() } else { 0 };
            let beside = free.split_off(apart);
            for cells in [free, beside].iter().filter(|_| *column != Column::Closed) {
                let low = cells.iter().all(|(_, over, _)| *over == 0);
                let high = cells.iter().all(|(_, over, width)| over == width);
                if low || high || cells.len() == 1 {
                    found.extend(cells.iter().map(|(place, _, _)| (*place, step)));
                }
            }
        }
        found
    }
}

type Question = (usize, usize, Vec<(usize, usize, u64)>);

/// An attacker who has added up all rows that hide the same steps.
struct Attack {
    most: u64,
    /// Widths summed over the rows by hidden stretch and whether they are inside.
    pools: BTreeMap<(usize, usize, bool), u64>,
    /// What the known totals leave over the rows' known lows: (step, rows inside, rows outside, sum).
    equations: Vec<(usize, bool, bool, u64)>,
    answers: HashMap<Question, (u64, Option<u64>)>,
}

impl Attack {
    fn new(sheet: &Sheet) -> Self {
        let most = sheet.most();
        let mut pools = BTreeMap::new();
        let mut rests = vec![(0, 0); sheet.columns.len()];
        let sides = sheet.lines.iter().map(|line| (line, true)).chain(sheet.outside.iter().map(|line| (line, false)));
        for (line, inside) in sides {
            for run in line.runs(most) {
                *pools.entry((run.first, run.last, inside)).or_insert(0) += run.width;
                for (step, rest) in rests.iter_mut().enumerate().filter(|(step, _)| run.holds(*step)) {
                    let over = line.at(step) - run.low;
                    *(if inside { &mut rest.0 } else { &mut rest.1 }) += over;
                }
            }
        }
        let mut equations = Vec::new();
        for (step, (column, (inside, outside))) in sheet.columns.iter().zip(rests).enumerate() {
            match column {
                Column::Open => equations.extend([(step, true, false, inside), (step, false, true, outside)]),
                Column::Shared => equations.push((step, true, true, inside + outside)),
                Column::Closed => {}
            }
        }
        Self { most, pools, equations, answers: HashMap::new() }
    }

    /// Exact bounds of the people of a row who reached `from` but not `to`.
    fn bounds(&mut self, line: &Line, from: usize, to: usize) -> Bounds {
        let runs = line.runs(self.most);
        let at = |step: usize| runs.iter().find(|run| run.holds(step));
        let plus = at(from).map_or_else(|| line.at(from), |run| run.low);
        let minus = at(to).map_or_else(|| line.at(to), |run| run.low + run.width);
        if at(from).is_none() && at(to).is_none() {
            return Bounds { low: plus - minus, high: Some(plus - minus) };
        }
        let question = (from, to, runs.iter().map(|run| (run.first, run.last, run.width)).collect());
        let known = self.answers.get(&question).copied();
        let (low, high) = known.unwrap_or_else(|| self.solve(&runs, from, to));
        self.answers.insert(question, (low, high));
        // Within one stretch the two lows cancel against the width: see `asked`.
        let shift = |n: u64| if same_run(&runs, from, to) { n } else { (n + plus).saturating_sub(minus) };
        Bounds { low: shift(low), high: high.map(shift) }
    }

    fn solve(&self, runs: &[Run], from: usize, to: usize) -> (u64, Option<u64>) {
        let mut chains: Vec<Chain> = Vec::new();
        let mut unknowns = 0;
        let mut add = |run: Run, inside: bool| {
            chains.push(Chain { run, inside, start: unknowns });
            unknowns += run.last - run.first + 2;
        };
        for run in runs {
            add(*run, true);
        }
        for ((first, last, inside), width) in &self.pools {
            let own = runs.iter().filter(|run| *inside && (run.first, run.last) == (*first, *last));
            let width = width - own.map(|run| run.width).sum::<u64>();
            if width > 0 {
                add(Run { first: *first, last: *last, low: 0, width }, *inside);
            }
        }
        let mut equations: Vec<(Vec<usize>, u64)> =
            chains.iter().map(|chain| (chain.lost(chain.run.last + 1).collect(), chain.run.width)).collect();
        for (step, inside, outside, rest) in &self.equations {
            let side = |chain: &&Chain| chain.run.holds(*step) && if chain.inside { *inside } else { *outside };
            let cells: Vec<usize> = chains.iter().filter(side).flat_map(|chain| chain.reached(*step)).collect();
            if !cells.is_empty() {
                equations.push((cells, *rest));
            }
        }
        let cells = asked(&chains[..runs.len()], from, to);
        // The truth itself satisfies the equations, so there always is a program; should there be none, nothing is known
        // to be safe and the narrowest answer is given.
        Program::new(unknowns, &equations).map_or((0, Some(0)), |mut program| program.range(&cells))
    }
}

fn same_run(runs: &[Run], from: usize, to: usize) -> bool {
    runs.iter().any(|run| run.holds(from) && run.holds(to))
}

/// The unknowns whose sum is the count asked for, up to a known number: reached `from`, and lost before `to`.
fn asked(own: &[Chain], from: usize, to: usize) -> Vec<usize> {
    let at = |step: usize| own.iter().find(|chain| chain.run.holds(step));
    match (at(from), at(to)) {
        (Some(a), Some(b)) if a.start == b.start => (*a.reached(from).start()..=*a.lost(to).end()).collect(),
        (a, b) => {
            let reached = a.into_iter().flat_map(|chain| chain.reached(from));
            reached.chain(b.into_iter().flat_map(|chain| chain.lost(to))).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(counts: &[u64], shown: &[bool]) -> Line {
        Line { counts: counts.to_vec(), shown: shown.to_vec() }
    }

    fn sheet(lines: Vec<Line>) -> Sheet {
        let columns = vec![Column::Open; lines[0].counts.len()];
        Sheet { lines, outside: Vec::new(), columns }
    }

    fn seen(sheet: &Sheet, line: usize, from: usize, to: usize) -> (u64, Option<u64>) {
        let bounds = Attack::new(sheet).bounds(&sheet.lines[line], from, to);
        (bounds.low, bounds.high)
    }

    #[test]
    fn one_hidden_cell_follows_from_the_total() {
        let alone = sheet(vec![line(&[20, 17], &[true, false]), line(&[30, 12], &[true, true])]);
        assert_eq!(seen(&alone, 0, 0, 1), (3, Some(3)));
        assert_eq!(alone.holes(Rule::USUAL).len(), 1);
    }

    #[test]
    fn two_hidden_cells_share_what_is_left() {
        let two = sheet(vec![line(&[20, 17], &[true, false]), line(&[30, 25], &[true, false])]);
        assert_eq!(seen(&two, 0, 0, 1), (0, Some(8))); // 8 lost in all
        assert_eq!(seen(&two, 0, 1, 2), (12, Some(20)));
        assert!(two.holes(Rule::USUAL).is_empty());
    }

    #[test]
    fn the_residual_of_hidden_rows_is_a_count_too() {
        let tight = sheet(vec![line(&[20, 18], &[true, false]), line(&[30, 29], &[true, false])]);
        let holes = tight.holes(Rule::USUAL);
        assert!(holes.iter().any(|hole| hole.line.is_none() && hole.bounds.low == 3), "{holes:?}");
    }

    #[test]
    fn a_wholly_hidden_column_is_bounded_by_its_neighbours_only() {
        let mut closed = sheet(vec![line(&[20, 17, 10], &[true, false, true])]);
        closed.columns[1] = Column::Closed;
        assert_eq!(seen(&closed, 0, 0, 1), (0, Some(10)));
        assert_eq!(seen(&closed, 0, 1, 2), (0, Some(10)));
    }

    #[test]
    fn rows_outside_loosen_a_shared_column() {
        let mut part = sheet(vec![line(&[20, 17], &[true, false]), line(&[10, 9], &[true, false])]);
        assert_eq!(seen(&part, 0, 0, 1), (0, Some(4)));
        part.columns[1] = Column::Shared;
        part.outside = vec![line(&[9, 4], &[true, false])];
        assert_eq!(seen(&part, 0, 0, 1), (0, Some(9)));
    }

    #[test]
    fn too_little_room_is_a_hole_though_nothing_is_exact() {
        let rows = [line(&[20, 17, 15], &[true, false, true]), line(&[20, 16, 15], &[true, false, true])];
        let narrow = sheet(rows.into_iter().chain([line(&[40, 30, 20], &[true; 3])]).collect());
        let first = |rule: Rule| narrow.holes(rule).into_iter().find(|hole| (hole.line, hole.to) == (Some(0), 1));
        let bounds = Bounds { low: 2, high: Some(5) };
        assert_eq!(first(Rule::USUAL).map(|hole| hole.bounds), Some(bounds));
        assert_eq!(first(Rule::USUAL.with_room(3)), None);
    }

    #[test]
    fn totals_tell_apart_rows_that_hide_different_steps() {
        let hides_second = [line(&[20, 14, 12], &[true, false, true]), line(&[20, 8, 6], &[true, false, true])];
        let hides_third = [line(&[30, 20, 10], &[true, true, false]), line(&[30, 20, 8], &[true, true, false])];
        let holes = sheet(hides_second.into_iter().chain(hides_third).collect()).holes(Rule::USUAL);
        assert!(
            holes.iter().any(|hole| (hole.line, hole.from, hole.to, hole.bounds.low) == (None, 1, 2, 4)),
            "{holes:?}"
        );
    }

    #[test]
    fn a_column_at_its_least_or_most_hides_nothing() {
        let hidden = &[true, false, true];
        let least = sheet(vec![line(&[20, 10, 10], hidden), line(&[30, 12, 12], hidden)]).deduced();
        let most = sheet(vec![line(&[20, 20, 10], hidden), line(&[30, 30, 12], hidden)]).deduced();
        assert!(least.lines.iter().chain(&most.lines).all(|line| line.shown == [true; 3]));
        let between = sheet(vec![line(&[20, 20, 10], hidden), line(&[30, 12, 12], hidden)]);
        assert_eq!(between.deduced().lines, between.lines);
    }
}

//! Random populations from a seed, so that a failing one can be made again.

use disclosure::*;

/// Marsaglia's xorshift (2003, J. Stat. Softw. 8(14)), 64 bits, after a mixing step so that near seeds differ.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..8 {
            chance.next();
        }
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number in 0..n.
    pub fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n.max(1)).expect("small");
        usize::try_from((self.next() >> 11) % n).expect("small")
    }

    /// A number in 0..n, small ones more often.
    fn skewed(&mut self, n: usize) -> usize {
        let top = self.below(n) + 1;
        self.below(top)
    }
}

/// How large a world may be.
#[derive(Clone, Copy)]
pub struct Size {
    pub people: usize,
    pub steps: usize,
    pub tables: usize,
    pub rows: usize,
    pub units: usize,
}

/// A table of a world: its steps, and true counts by row; nested tables name their parent and each row's parent row.
pub struct Truth {
    pub name: String,
    pub parent: Option<usize>,
    pub steps: Vec<usize>,
    pub rows: Vec<(usize, String, Vec<u64>)>,
}

pub struct World {
    pub edition: Edition,
    pub totals: Vec<u64>,
    pub tables: Vec<Truth>,
}

const STEPS: [&str; 5] = ["s0", "s1", "s2", "s3", "s4"];

/// A world of people, each with a last step and a row (and a unit inside it) in every table.
pub fn world(seed: u64, size: Size) -> World {
    let mut chance = Chance::new(seed);
    let steps = 1 + chance.below(size.steps);
    let people = chance.below(size.people + 1);
    let mut last: Vec<usize> = Vec::new();
    let leave = 1 + chance.below(12);
    for _ in 0..people {
        let mut step = 0;
        while step + 1 < steps && chance.below(12) >= leave.min(11) - leave.min(11) / 2 {
            step += 1;
        }
        last.push(step);
    }
    let at_least = |step: usize| u64::try_from(last.iter().filter(|l| **l >= step).count()).expect("small");
    let totals: Vec<u64> = (0..steps).map(at_least).collect();
    let funnel: Vec<(&str, u64)> = STEPS.iter().copied().zip(totals.iter().copied()).collect();
    let mut world = World { edition: Edition::new(&funnel).expect("nested"), totals, tables: Vec::new() };
    for table in 0..=chance.below(size.tables) {
        add_table(&mut world, &mut chance, &last, (table, size));
    }
    world
}

fn add_table(world: &mut World, chance: &mut Chance, last: &[usize], (table, size): (usize, Size)) {
    let steps: Vec<usize> = (0..world.totals.len()).filter(|_| chance.below(4) > 0).collect();
    let steps = if steps.is_empty() { vec![0] } else { steps };
    let rows = 1 + chance.below(size.rows);
    let units = 1 + chance.below(size.units);
    let places: Vec<(usize, usize)> = last.iter().map(|_| (chance.skewed(rows), chance.skewed(units))).collect();
    let count = |fits: &dyn Fn(usize, usize) -> bool| -> Vec<u64> {
        let people = |step: usize| places.iter().zip(last).filter(|((r, u), l)| fits(*r, *u) && **l >= step).count();
        steps.iter().map(|step| u64::try_from(people(*step)).expect("small")).collect()
    };
    let keys: Vec<&str> = steps.iter().map(|step| STEPS[*step]).collect();
    let name = format!("t{table}");
    let whole: Vec<(usize, String, Vec<u64>)> =
        (0..rows).map(|row| (row, format!("{name}r{row}"), count(&|r, _| r == row))).collect();
    let plain: Vec<(String, Vec<u64>)> = whole.iter().map(|(_, key, counts)| (key.clone(), counts.clone())).collect();
    world.edition.table(&name, &keys, &plain).expect("adds up");
    let parent = world.tables.len();
    world.tables.push(Truth { name: name.clone(), parent: None, steps: steps.clone(), rows: whole });
    if units > 1 {
        let inside = |row: usize| (0..units).map(move |unit| (row, unit));
        let parts: Vec<(usize, String, Vec<u64>)> = (0..rows)
            .flat_map(inside)
            .map(|(row, unit)| (row, format!("{name}r{row}u{unit}"), count(&|r, u| (r, u) == (row, unit))))
            .collect();
        let named: Vec<(String, String, Vec<u64>)> =
            parts.iter().map(|(row, key, counts)| (format!("{name}r{row}"), key.clone(), counts.clone())).collect();
        let unit_name = format!("{name}units");
        world.edition.nested(&unit_name, &name, &named).expect("adds up");
        world.tables.push(Truth { name: unit_name, parent: Some(parent), steps, rows: parts });
    }
}

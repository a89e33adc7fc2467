//! A small exact simplex: the greatest and least value of a sum of unknowns under equations, in whole-number arithmetic.
//!
//! Integer pivoting (Edmonds 1967; Bareiss 1968, Math. Comp. 22, p. 565) keeps every entry a whole number over one common
//! denominator, so nothing is lost to rounding. Bland's rule (1977, Math. Oper. Res. 2, p. 103) keeps it from circling.

/// The unknowns x ≥ 0 under equations, brought to a first feasible corner.
pub(crate) struct Program {
    /// One row per equation, one column per unknown and the right side last; all over `over`. The last row is the aim.
    rows: Vec<Vec<i128>>,
    /// The unknown that each row stands for; `None` while the row is still unmet.
    basis: Vec<Option<usize>>,
    over: i128,
    unknowns: usize,
}

impl Program {
    /// The equations, each (unknowns summed, value ≥ 0), over `unknowns` unknowns. `None` when they contradict.
    pub(crate) fn new(unknowns: usize, equations: &[(Vec<usize>, u64)]) -> Option<Self> {
        let mut rows: Vec<Vec<i128>> = Vec::with_capacity(equations.len() + 1);
        let mut aim = vec![0; unknowns + 1];
        for (cells, value) in equations {
            let mut row = vec![0; unknowns + 1];
            for cell in cells {
                row[*cell] = 1;
            }
            row[unknowns] = i128::from(*value);
            for (sum, entry) in aim.iter_mut().zip(&row) {
                *sum -= entry;
            }
            rows.push(row);
        }
        rows.push(aim);
        let mut program = Self { basis: vec![None; equations.len()], rows, over: 1, unknowns };
        let finite = program.climb();
        (finite && program.aim()[unknowns] == 0).then(|| {
            program.settle();
            program
        })
    }

    /// The least and greatest of the sum of `cells`, rounded inwards to whole numbers; no greatest when unbounded.
    pub(crate) fn range(&mut self, cells: &[usize]) -> (u64, Option<u64>) {
        let greatest = self.greatest(cells, 1).map(|(value, over)| value.div_euclid(over));
        // The least of a sum is the greatest of its opposite, turned; a floor of the opposite is a ceiling here.
        let least = self.greatest(cells, -1).map(|(value, over)| -value.div_euclid(over));
        let whole = |n: i128| u64::try_from(n.max(0)).unwrap_or(u64::MAX);
        (least.map_or(0, whole), greatest.map(whole))
    }

    fn greatest(&mut self, cells: &[usize], sign: i128) -> Option<(i128, i128)> {
        let mut aim = vec![0; self.unknowns + 1];
        for cell in cells {
            aim[*cell] = -sign * self.over;
        }
        for (row, base) in self.rows.iter().zip(&self.basis) {
            if base.is_some_and(|base| cells.contains(&base)) {
                for (sum, entry) in aim.iter_mut().zip(row) {
                    *sum += sign * entry;
                }
            }
        }
        let last = self.basis.len();
        self.rows[last] = aim;
        self.climb().then(|| (self.rows[last][self.unknowns], self.over))
    }

    fn aim(&self) -> &[i128] {
        &self.rows[self.basis.len()]
    }

    /// Pivots until the aim cannot grow; false when it grows without end.
    fn climb(&mut self) -> bool {
        while let Some(enter) = (0..self.unknowns).find(|c| self.aim()[*c] < 0) {
            match self.tightest(enter) {
                Some(leave) => self.pivot(leave, enter),
                None => return false,
            }
        }
        true
    }

    /// The row that stops the entering unknown first; ties go to unmet rows, then to the lowest unknown.
    fn tightest(&self, enter: usize) -> Option<usize> {
        let open = (0..self.basis.len()).filter(|r| self.rows[*r][enter] > 0);
        open.min_by(|a, b| {
            let (a_row, b_row) = (&self.rows[*a], &self.rows[*b]);
            let left = a_row[self.unknowns] * b_row[enter];
            let right = b_row[self.unknowns] * a_row[enter];
            left.cmp(&right).then(self.basis[*a].cmp(&self.basis[*b]))
        })
    }

    fn pivot(&mut self, leave: usize, enter: usize) {
        if self.rows[leave][enter] < 0 {
            self.rows[leave].iter_mut().for_each(|entry| *entry = -*entry);
        }
        let pivot_row = std::mem::take(&mut self.rows[leave]);
        let by = pivot_row[enter];
        for (r, row) in self.rows.iter_mut().enumerate() {
            let factor = row.get(enter).copied().unwrap_or(0);
            if r == leave || (factor == 0 && by == self.over) {
                continue;
            }
            for (entry, above) in row.iter_mut().zip(&pivot_row) {
                let fresh = *entry * by - factor * above;
                *entry = if self.over == 1 { fresh } else { fresh / self.over };
            }
        }
        self.rows[leave] = pivot_row;
        self.basis[leave] = Some(enter);
        self.over = by;
    }

    /// Gives every row a real unknown; rows that say nothing new go.
    fn settle(&mut self) {
        while let Some(row) = self.basis.iter().position(Option::is_none) {
            if let Some(column) = (0..self.unknowns).find(|c| self.rows[row][*c] != 0) {
                self.pivot(row, column);
            } else {
                self.rows.remove(row);
                self.basis.remove(row);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_by_two_with_margins() {
        // a b | 5; c d | 7; a c | 4; b d | 8
        let equations = [(vec![0, 1], 5), (vec![2, 3], 7), (vec![0, 2], 4), (vec![1, 3], 8)];
        let mut program = Program::new(4, &equations).expect("feasible");
        assert_eq!(program.range(&[0]), (0, Some(4)));
        assert_eq!(program.range(&[1]), (1, Some(5)));
        assert_eq!(program.range(&[3]), (3, Some(7)));
        assert_eq!(program.range(&[0, 3]), (3, Some(11)));
        assert_eq!(program.range(&[0, 1, 2, 3]), (12, Some(12)));
    }

    #[test]
    fn contradiction_and_no_limit() {
        assert!(Program::new(2, &[(vec![0], 5), (vec![0], 4)]).is_none());
        assert!(Program::new(3, &[(vec![0, 1], 5), (vec![2], 4), (vec![0, 1, 2], 8)]).is_none());
        let mut loose = Program::new(2, &[(vec![0], 5)]).expect("feasible");
        assert_eq!(loose.range(&[1]), (0, None));
        assert_eq!(loose.range(&[0]), (5, Some(5)));
    }

    /// An odd cycle has halves for corners: a+b = b+c = c+a = 3 means each is 1.5, and no whole number fits.
    #[test]
    fn halves_are_exact() {
        let equations = [(vec![0, 1], 4), (vec![1, 2], 4), (vec![0, 2], 4)];
        assert_eq!(Program::new(3, &equations).expect("feasible").range(&[1]), (2, Some(2)));
        let odd = [(vec![0, 1], 3), (vec![1, 2], 3), (vec![0, 2], 3)];
        assert_eq!(Program::new(3, &odd).expect("feasible").range(&[1]), (2, Some(1)));
    }
}

//! What may leave the house.

use crate::Cell;
use std::fmt;

/// Everything published of one edition. Holds no name and no number that the rule forbids, save in [`Table::merged`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The totals by step, in the edition's order.
    pub funnel: Vec<Step>,
    /// The tables in the order they were added; a nested one has a table for each shown row of its parent.
    pub tables: Vec<Table>,
}

/// One step of the funnel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The step's key.
    pub key: String,
    /// People who reached it.
    pub count: Cell,
}

/// A table of categories by step. Rows and `other` add up to `total` in people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The table's name.
    pub name: String,
    /// The row of the parent table that this table divides; `None` for the whole population.
    pub within: Option<String>,
    /// The steps' keys: the columns.
    pub steps: Vec<String>,
    /// The categories that stand alone, in the order given. Empty when only the total may be published.
    pub rows: Vec<Row>,
    /// The small categories together ("Muut yhteensä"), one cell per step.
    pub other: Option<Vec<Cell>>,
    /// The total, one cell per step.
    pub total: Vec<Cell>,
    /// The names in `other` (or, without rows, all names): for the house itself, never to be published.
    pub merged: Withheld,
}

/// A category that stands alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The category's key.
    pub key: String,
    /// One cell per step of the table; the first is always shown.
    pub counts: Vec<Cell>,
}

impl Row {
    /// The first (in a table of one step, the only) count.
    pub fn count(&self) -> Cell {
        self.counts.first().copied().unwrap_or(Cell::Hidden)
    }
}

/// Names that are not published: that such a category exists is a fact about people. Does not print itself and offers no
/// serialisation; ask for [`Withheld::names`] on purpose.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Withheld(Vec<String>);

impl Withheld {
    pub(crate) fn new(names: Vec<String>) -> Self {
        Self(names)
    }

    /// The names, in the order they were given.
    pub fn names(&self) -> &[String] {
        &self.0
    }
}

impl fmt::Debug for Withheld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Withheld")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn withheld_names_do_not_print() {
        let kept = Withheld::new(vec!["midwife".into()]);
        assert_eq!(format!("{kept:?}"), "Withheld");
        assert_eq!(kept.names(), ["midwife"]);
    }
}

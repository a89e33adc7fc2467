//! The report as an Excel file. Words that a spreadsheet could take for a formula are written as words.
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::{show::Findings, store::Edition};
use crate::web::Ui;

/// The whole edition, in the reader's language, row by row as the pages show it.
pub fn xlsx(edition: &Edition, ui: &Ui) -> Result<Vec<u8>, XlsxError> {
    let found = Findings::of(&edition.report, ui);
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(ui.t("insight-sheet"))?;
    sheet.set_column_width(0, 48)?;
    let mut pen = Pen { sheet, row: 0, bold };
    pen.head(&[ui.t("insight-title"), found.kicker.clone()])?;
    pen.line(std::slice::from_ref(&found.lead))?;
    pen.line(std::slice::from_ref(&found.visits))?;
    pen.gap();
    bars(&mut pen, &found.funnel, ui)?;
    for table in &found.tables {
        let mut head = vec![table.title.clone()];
        head.extend(table.columns.iter().cloned());
        pen.head(&head)?;
        for (label, cells) in &table.rows {
            pen.cells(label, cells)?;
        }
        pen.cells(&ui.t("insight-total"), &table.total)?;
        pen.gap();
    }
    if !found.wishes.is_empty() {
        pen.head(&[ui.t("insight-wishes"), ui.t("insight-mean-place")])?;
        for (text, place) in &found.wishes {
            pen.cells(text, std::slice::from_ref(place))?;
        }
        pen.line(std::slice::from_ref(&found.wishes_n))?;
        pen.gap();
    }
    for (label, words) in &found.waits {
        pen.line(&[label.clone(), words.clone()])?;
    }
    for part in found.experiences.iter().chain(&found.outcomes) {
        bars(&mut pen, part, ui)?;
    }
    for part in &found.changes {
        let columns =
            ["insight-n", "insight-before", "insight-after", "insight-mean-change", "insight-interval", "insight-d"];
        let head: Vec<String> = std::iter::once(part.title.clone()).chain(columns.map(|key| ui.t(key))).collect();
        pen.head(&head)?;
        pen.line(std::slice::from_ref(&part.finding))?;
        for pair in &part.pairs {
            pen.cells(&pair.label, &pair.cells)?;
        }
        pen.gap();
    }
    for (label, words) in found.together.iter().chain(&found.leading) {
        pen.line(&[label.clone(), words.clone()])?;
    }
    book.save_to_buffer()
}

fn bars(pen: &mut Pen, part: &super::show::Bars, ui: &Ui) -> Result<(), XlsxError> {
    if part.rows.is_empty() {
        pen.head(std::slice::from_ref(&part.title))?;
    } else {
        pen.head(&[part.title.clone(), ui.t("insight-number"), ui.t("insight-share")])?;
    }
    for bar in &part.rows {
        pen.cells(&bar.label, &[bar.count.clone(), bar.share.clone()])?;
    }
    pen.line(std::slice::from_ref(&part.finding))?;
    pen.gap();
    Ok(())
}

struct Pen<'s> {
    sheet: &'s mut Worksheet,
    row: u32,
    bold: Format,
}

impl Pen<'_> {
    fn head(&mut self, words: &[String]) -> Result<(), XlsxError> {
        for (column, words) in (0..).zip(words) {
            self.sheet.write_string_with_format(self.row, column, safe(words), &self.bold)?;
        }
        self.row += 1;
        Ok(())
    }

    fn line(&mut self, words: &[String]) -> Result<(), XlsxError> {
        for (column, words) in (0..).zip(words) {
            self.sheet.write_string(self.row, column, safe(words))?;
        }
        self.row += 1;
        Ok(())
    }

    /// A label and its numbers; what is no number stays words.
    fn cells(&mut self, label: &str, cells: &[String]) -> Result<(), XlsxError> {
        self.sheet.write_string(self.row, 0, safe(label))?;
        for (column, words) in (1..).zip(cells) {
            match words.parse::<u32>() {
                Ok(number) => self.sheet.write_number(self.row, column, number)?,
                Err(_) => self.sheet.write_string(self.row, column, safe(words))?,
            };
        }
        self.row += 1;
        Ok(())
    }

    fn gap(&mut self) {
        self.row += 1;
    }
}

/// Words that no spreadsheet runs: an apostrophe before what begins like a formula.
pub fn safe(words: &str) -> String {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{words}") } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn what_begins_like_a_formula_is_made_words() {
        for words in ["=1+1", "+358", "-2", "@sum", "\tx", "\rx"] {
            assert_eq!(safe(words), format!("'{words}"));
        }
        assert_eq!(safe("Lähihoitaja"), "Lähihoitaja");
    }
}

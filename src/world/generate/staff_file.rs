//! A staff as a file, to measure its import with.
use std::path::Path;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::{GenerateError, Size, staff::County};
use crate::clock;

const HEADERS: [&str; 9] =
    ["Number", "Last name", "First name", "Email", "Unit", "Service area", "Title", "Education level", "Start date"];

/// Writes the first organisation's staff as a file that can be imported: a workbook when the name ends in `.xlsx`, else CSV.
pub fn staff_file(path: &Path, size: Size) -> Result<(), GenerateError> {
    let county = County::new(size, 0, size.people);
    let lines = (0..county.people).map(|number| line(&county, number));
    if path.extension().is_some_and(|end| end == "xlsx") {
        workbook(path, lines).map_err(|error| GenerateError::File(error.to_string()))
    } else {
        csv(path, lines).map_err(|error| GenerateError::File(error.to_string()))
    }
}

fn line(county: &County, number: usize) -> [String; 9] {
    let one = county.somebody(number);
    let unit = &county.units[one.unit];
    [
        one.person.employee_number,
        one.person.last_name,
        one.person.first_name,
        one.person.work_address.unwrap_or_default(),
        unit.name.clone(),
        unit.service_area.clone(),
        one.employment.title,
        one.employment.education.code().to_owned(),
        clock::show_day(one.employment.starts_on),
    ]
}

fn csv(path: &Path, lines: impl Iterator<Item = [String; 9]>) -> csv::Result<()> {
    let mut file = csv::WriterBuilder::new().delimiter(b';').from_path(path)?;
    file.write_record(HEADERS)?;
    for line in lines {
        file.write_record(&line)?;
    }
    Ok(file.flush()?)
}

fn workbook(path: &Path, lines: impl Iterator<Item = [String; 9]>) -> Result<(), XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory()?;
    let heads = std::iter::once(HEADERS.map(str::to_owned));
    for (row, line) in (0_u32..).zip(heads.chain(lines)) {
        for (column, words) in (0_u16..).zip(line) {
            sheet.write_string(row, column, words)?;
        }
    }
    book.save(path)
}

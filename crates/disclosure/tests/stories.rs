//! Tables as they come from the field.

use disclosure::*;

fn rows(of: &[(&str, u64)]) -> Vec<(String, u64)> {
    of.iter().map(|(key, n)| ((*key).to_string(), *n)).collect()
}

fn steps(of: &[(&str, &[u64])]) -> Vec<(String, Vec<u64>)> {
    of.iter().map(|(key, counts)| ((*key).to_string(), counts.to_vec())).collect()
}

/// A table as its reader sees it: a line per row, "-" for hidden.
fn seen(table: &Table) -> Vec<String> {
    let cells = |cells: &[Cell]| {
        let cell = |cell: &Cell| cell.value().map_or("-".to_string(), |n| n.to_string());
        cells.iter().map(cell).collect::<Vec<_>>().join(" ")
    };
    let mut lines: Vec<String> = table.rows.iter().map(|row| format!("{}: {}", row.key, cells(&row.counts))).collect();
    lines.extend(table.other.as_ref().map(|other| format!("other: {}", cells(other))));
    lines.push(format!("total: {}", cells(&table.total)));
    lines
}

fn one(of: &[(&str, u64)]) -> Table {
    table(&rows(of), Rule::USUAL).expect("unique keys")
}

#[test]
fn the_area_with_one_person_joins_the_smallest_other() {
    let areas = one(&[("care", 12), ("family", 11), ("rescue", 15), ("office", 1)]);
    assert_eq!(seen(&areas), ["care: 12", "rescue: 15", "other: 12", "total: 39"]);
    assert_eq!(areas.merged.names(), ["family", "office"]);
    assert_eq!(areas.rows[0].count(), Cell::Shown(12));
}

#[test]
fn rare_titles_stand_together() {
    let titles = one(&[("nurse", 7), ("midwife", 6), ("cook", 5), ("a", 1), ("b", 2), ("c", 3), ("d", 1)]);
    assert_eq!(seen(&titles), ["nurse: 7", "midwife: 6", "cook: 5", "other: 7", "total: 25"]);
    assert!(!format!("{titles:?}").contains("\"d\""));
}

#[test]
fn a_table_that_cannot_be_divided_is_its_total() {
    assert_eq!(seen(&one(&[("a", 30), ("b", 3)])), ["total: 33"]);
    assert_eq!(seen(&one(&[("a", 3), ("b", 3)])), ["total: 6"]);
    assert_eq!(seen(&one(&[("a", 2), ("b", 1)])), ["total: -"]);
}

#[test]
fn nobody_is_shown_as_nobody_only_where_nothing_is_merged() {
    assert_eq!(seen(&one(&[("a", 30), ("b", 0)])), ["a: 30", "b: 0", "total: 30"]);
    assert_eq!(seen(&one(&[("a", 30), ("b", 0), ("c", 3), ("d", 2)])), ["a: 30", "other: 5", "total: 35"]);
    assert_eq!(seen(&one(&[])), ["total: 0"]);
}

#[test]
fn a_funnel_drops_the_step_that_tells_of_a_few() {
    let found = funnel(&[("applied", 40), ("chosen", 38), ("completed", 30)], Rule::USUAL).expect("nested");
    let seen: Vec<Cell> = found.iter().map(|step| step.count).collect();
    assert_eq!(seen, [Cell::Shown(40), Cell::Hidden, Cell::Shown(30)]);
}

#[test]
fn a_step_hidden_in_the_funnel_is_hidden_everywhere() {
    let mut edition = Edition::new(&[("applied", 40), ("chosen", 38), ("completed", 20)]).expect("nested");
    edition
        .table("area", &["applied", "chosen", "completed"], &steps(&[("a", &[20, 20, 10]), ("b", &[20, 18, 10])]))
        .expect("adds up");
    let published = edition.publish(Rule::USUAL);
    assert_eq!(seen(&published.tables[0]), ["a: 20 - 10", "b: 20 - 10", "total: 40 - 20"]);
    assert_eq!(audit::leaks(&edition, &published, Rule::USUAL), Ok(vec![]));
}

#[test]
fn a_second_cell_is_hidden_so_that_the_first_cannot_be_computed() {
    let mut edition = Edition::new(&[("applied", 151), ("chosen", 113)]).expect("nested");
    let areas = [("a", &[20, 17][..]), ("b", &[30, 20]), ("c", &[40, 30]), ("d", &[35, 25]), ("e", &[26, 21])];
    edition.table("area", &["applied", "chosen"], &steps(&areas)).expect("adds up");
    let published = edition.publish(Rule::USUAL);
    let seen = seen(&published.tables[0]);
    // Merging a and b would leave 8 cells, hiding two of five rows' later cells leaves 8 as well: merged first.
    assert_eq!(seen, ["b: 30 20", "c: 40 30", "d: 35 25", "other: 46 38", "total: 151 113"]);
}

#[test]
fn units_are_shown_inside_their_areas_only() {
    let mut edition = Edition::new(&[("applied", 47)]).expect("nested");
    edition
        .table("area", &["applied"], &steps(&[("A", &[15]), ("B", &[20]), ("C", &[2]), ("D", &[10])]))
        .expect("adds up");
    let unit = |area: &str, key: &str, n| (area.to_string(), key.to_string(), vec![n]);
    let units = [unit("A", "a1", 12), unit("A", "a2", 3), unit("B", "b1", 13), unit("B", "b2", 7), unit("C", "c1", 2)];
    let units: Vec<_> = units.into_iter().chain([unit("D", "d1", 10)]).collect();
    edition.nested("unit", "area", &units).expect("adds up");
    let published = edition.publish(Rule::USUAL);
    let tables: Vec<_> = published.tables.iter().map(|table| (table.within.as_deref(), seen(table))).collect();
    let expected: [(Option<&str>, &[&str]); 3] = [
        (None, &["A: 15", "B: 20", "other: 12", "total: 47"]),
        (Some("A"), &["total: 15"]),
        (Some("B"), &["b1: 13", "b2: 7", "total: 20"]),
    ];
    assert_eq!(tables.len(), expected.len());
    for ((within, seen), (expected_within, expected)) in tables.into_iter().zip(expected) {
        assert_eq!((within, seen), (expected_within, expected.iter().map(ToString::to_string).collect()));
    }
}

#[test]
fn what_does_not_add_up_is_refused() {
    let mut edition = Edition::new(&[("applied", 10), ("chosen", 6)]).expect("nested");
    let mut refused = |name: &str, of: &[&str], table: &[(&str, &[u64])]| {
        edition.table(name, of, &steps(table)).map(|_| ()).expect_err("does not fit")
    };
    assert_eq!(refused("t", &["applied"], &[("a", &[9])]), Broken::Sum("t".into(), "applied".into()));
    assert_eq!(refused("t", &["applied", "chosen"], &[("a", &[5, 6]), ("b", &[5, 0])]), Broken::NotNested("a".into()));
    assert_eq!(refused("t", &["applied"], &[("a", &[10, 6])]), Broken::NotNested("a".into()));
    assert_eq!(refused("t", &["applied"], &[("a", &[5]), ("a", &[5])]), Broken::Twice("a".into()));
    assert_eq!(refused("t", &["chosen", "applied"], &[("a", &[6, 10])]), Broken::Steps("applied".into()));
    assert_eq!(refused("t", &["hired"], &[("a", &[6])]), Broken::Steps("hired".into()));
    assert_eq!(refused("t", &[], &[]), Broken::Steps(String::new()));
    edition.table("t", &["applied"], &steps(&[("a", &[10])])).expect("adds up");
    let inside = |within: &str, n| vec![(within.to_string(), "x".to_string(), vec![n])];
    assert_eq!(edition.nested("u", "v", &inside("a", 10)).map(|_| ()), Err(Broken::Parent("v".into())));
    assert_eq!(edition.nested("u", "t", &inside("b", 10)).map(|_| ()), Err(Broken::Parent("b".into())));
    assert_eq!(edition.nested("u", "t", &inside("a", 9)).map(|_| ()), Err(Broken::Sum("u".into(), "a".into())));
    assert_eq!(edition.nested("t", "t", &inside("a", 10)).map(|_| ()), Err(Broken::Twice("t".into())));
    assert_eq!(Edition::new(&[("a", 1), ("b", 2)]).map(|_| ()), Err(Broken::NotNested("b".into())));
    assert_eq!(Edition::new(&[("a", 1), ("a", 1)]).map(|_| ()), Err(Broken::Steps("a".into())));
    assert_eq!(Edition::new(&[]).map(|_| ()), Err(Broken::Steps(String::new())));
    assert_eq!(Broken::Sum("t".into(), "a".into()).to_string(), "table \"t\" does not add up to the total of \"a\"");
}

#[test]
fn the_audit_sees_what_a_careless_hand_publishes() {
    let mut edition = Edition::new(&[("applied", 39)]).expect("nested");
    let areas = [("care", &[12][..]), ("family", &[11]), ("rescue", &[15]), ("office", &[1])];
    edition.table("area", &["applied"], &steps(&areas)).expect("adds up");
    let mut careless = edition.publish(Rule::USUAL);
    careless.tables[0].rows.insert(1, Row { key: "family".into(), counts: vec![Cell::Shown(11)] });
    careless.tables[0].other = None;
    let leaks = audit::leaks(&edition, &careless, Rule::USUAL).expect("of this edition");
    let bounds = audit::Bounds { low: 1, high: Some(1) };
    assert!(leaks.iter().any(|leak| leak.bounds == bounds && leak.table.as_deref() == Some("area")), "{leaks:?}");
    careless.tables[0].rows[0].counts[0] = Cell::Shown(13);
    assert_eq!(audit::leaks(&edition, &careless, Rule::USUAL), Err(audit::Foreign("care".into())));
}

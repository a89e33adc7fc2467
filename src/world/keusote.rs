//! The pilot that Keusote published in spring 2024 (personnel section, 20 March), as data: who applied is told there
//! only in counts, so the people are invented and each title is placed in a unit and a service area by us. Slips of the
//! source are put right: terveydenhoitaja, työikäisten, ympärivuorokautinen; the names of service areas that the slide
//! cuts off are written out.
use super::{names, seed::Seeded};
use crate::people::Education;

/// Draws everything the source does not tell.
pub const SEED: u64 = 2023;
/// Coaching packages that could be used, of at most three visits each.
pub const PACKAGES: usize = 30;
/// Applicants who got a place. The source does not say how 32 came of 30: we assume returned visits were handed on.
pub const PLACED: usize = 32;

const HEALTH: &str = "Terveys- ja sairaanhoitopalvelut";
const OLD: &str = "Ikäihmisten ja vammaisten palvelut";
const ADULTS: &str = "Aikuisten mielenterveys-, päihde- ja sosiaalipalvelut";
const CLIENTS: &str = "Hyvinvointi, terveys ja asiakkuudet";

use Education::{Higher, Secondary};

/// The 28 units, each with its service area and the titles of those who applied from it.
pub const UNITS: &[(&str, &str, &[(&str, Education)])] = &[
    ("Päivätoiminta", OLD, &[("Ohjaaja", Secondary)]),
    ("Infektio- ja tartuntatautiyksikkö", HEALTH, &[("Sairaanhoitaja", Higher)]),
    ("Työ- ja päiväaikainen toiminta", OLD, &[("Ohjaaja", Secondary), ("Ohjaaja", Secondary)]),
    ("Vastaanottopalvelut", HEALTH, &[("Sairaanhoitaja", Higher), ("Aulaneuvoja", Secondary)]),
    ("Päihdehoitokeskus", ADULTS, &[("Sairaanhoitaja", Higher), ("Erikoisohjaaja", Secondary)]),
    ("Äitiys- ja lastenneuvola", HEALTH, &[("Terveydenhoitaja", Higher)]),
    ("Monialainen sote-tiimi", ADULTS, &[("Sosiaaliohjaaja", Higher)]),
    ("Lyhytaikaishoito", OLD, &[("Lähihoitaja", Secondary)]),
    ("Jälkihuolto", ADULTS, &[("Ohjaaja", Higher)]),
    ("Kuntouttava lyhytaikaishoito", OLD, &[("Lähihoitaja", Secondary)]),
    ("Arki-tiimi", ADULTS, &[("Ohjaaja", Secondary)]),
    ("Kuntoutuskeskus", HEALTH, &[("Fysioterapeutti", Higher), ("Toimintaterapeutti", Higher)]),
    ("Alueellinen etähoiva", OLD, &[("Koordinaattori, sairaanhoitaja", Higher)]),
    ("Perhekeskuspalvelut, perhetyö", ADULTS, &[("Perheohjaaja", Secondary)]),
    ("Maahanmuuttajapalvelut", ADULTS, &[("Sosiaaliohjaaja", Higher)]),
    ("Kouluterveydenhuolto", HEALTH, &[("Terveydenhoitaja", Higher)]),
    (
        "Mielenterveys- ja päihdepalvelut",
        ADULTS,
        &[("Psykiatrinen sairaanhoitaja", Higher), ("Sairaanhoitaja", Higher), ("Psykologi", Higher)],
    ),
    ("Työkykytiimi", ADULTS, &[("Toimintaterapeutti", Higher)]),
    ("Ympärivuorokautinen palveluasuminen", OLD, &[("Lähihoitaja", Secondary), ("Lähihoitaja", Secondary)]),
    ("Ostoasumispalvelut", OLD, &[("Asumispalvelukoordinaattori", Higher)]),
    ("Aikuissosiaalityö", ADULTS, &[("Sosiaaliohjaaja", Higher), ("Laskentasihteeri", Secondary)]),
    ("Akuutti H4B", HEALTH, &[("Lähihoitaja", Secondary), ("Sairaanhoitaja", Higher)]),
    (
        "Hyvinkään H-sairaala, Terveyskeskuksen akuutti vuodeosasto",
        HEALTH,
        &[("Lähihoitaja", Secondary), ("Kuntouttava perushoitaja", Secondary)],
    ),
    ("Sosiaalisen kuntoutuksen yksikkö, kuntouttava työtoiminta", ADULTS, &[("Erikoisohjaaja", Secondary)]),
    (
        "Työikäisten asiakasohjaus, nuorten aikuisten asiakasohjaus",
        CLIENTS,
        &[("Koordinaattori, sosiaaliohjaaja", Higher)],
    ),
    ("Lyhytaikaiskoti", OLD, &[("Lähihoitaja", Secondary), ("Ohjaaja", Secondary)]),
    ("Opiskeluhoito", HEALTH, &[("Terveydenhoitaja", Higher)]),
    ("Vastaanotto- ja arviointiyksikkö", ADULTS, &[("Hoitokoordinaattori", Higher)]),
];

/// How much each expectation weighs in a draw, in the order in which the source ranks them.
const EXPECTED: [usize; 7] = [16, 13, 10, 8, 6, 5, 4];
/// The draw of the expectations whose sums come out in the published order, whether one counts points or the first few.
const EXPECTED_SEED: u64 = 3551;

/// Somebody who applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applicant {
    /// From 0, in the order of applying.
    pub number: usize,
    pub first_name: &'static str,
    pub last_name: &'static str,
    pub title: &'static str,
    pub unit: &'static str,
    pub service_area: &'static str,
    pub education: Education,
    /// The seven expectations, by their places in the source's list, the dearest first.
    pub expectations: Vec<usize>,
    /// What it takes to answer, now and later, each time the same.
    pub seed: u64,
}

impl Applicant {
    /// The number in the staff register.
    pub fn employee_number(&self) -> String {
        format!("K{:03}", self.number + 1)
    }

    /// The part of the work address before the @.
    pub fn address(&self) -> String {
        names::address(self.first_name, self.last_name)
    }

    /// The answer to a question whose answers go up from 0 in `points` steps: before the coaching, or after it a little
    /// higher as often as not. The same question gets the same answer each time.
    pub fn answer(&self, question: &str, points: usize, after: bool) -> usize {
        // People differ in where they stand and in how far they come.
        let mut own = Seeded::of(self.seed, 1);
        let stands = [[3, 5, 2, 0], [1, 4, 4, 1], [0, 2, 5, 3]][own.weighted(&[2, 5, 3])];
        let comes = [[16, 66, 16, 2], [8, 52, 34, 6], [4, 40, 44, 12]][own.weighted(&[4, 4, 2])];
        let mut seeded = self.seeded(question);
        let top = points.saturating_sub(1);
        let before = (seeded.weighted(&stands) * top).div_ceil(3);
        let step = [-1, 0, 1, 2][seeded.weighted(&comes)];
        if after { before.saturating_add_signed(step).min(top) } else { before }
    }

    /// The choice of a question whose first answers are the common ones.
    pub fn choice(&self, question: &str) -> usize {
        self.seeded(question).weighted(&[55, 20, 15, 5, 5])
    }

    fn seeded(&self, question: &str) -> Seeded {
        let number = question.bytes().fold(7_u64, |number, byte| number.wrapping_mul(31).wrapping_add(byte.into()));
        Seeded::of(self.seed, number)
    }
}

/// The 39 who apply, in the order of applying.
pub fn applicants() -> Vec<Applicant> {
    let places: Vec<_> = UNITS
        .iter()
        .flat_map(|(unit, area, who)| who.iter().map(move |(title, education)| (*unit, *area, *title, *education)))
        .collect();
    let mut seeded = Seeded::new(SEED);
    let mut taken = std::collections::BTreeSet::new();
    let order = seeded.order(&vec![1; places.len()]);
    order
        .into_iter()
        .map(|place| places[place])
        .enumerate()
        .map(|(number, (unit, service_area, title, education))| {
            let (first_name, last_name) = loop {
                let name = names::draw(&mut seeded);
                if taken.insert(name) {
                    break name;
                }
            };
            let expectations = Seeded::of(EXPECTED_SEED, u64::try_from(number).unwrap_or_default()).order(&EXPECTED);
            let seed = seeded.draw();
            Applicant { number, first_name, last_name, title, unit, service_area, education, expectations, seed }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn count<'a>(what: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
        let mut counts = BTreeMap::new();
        for one in what {
            *counts.entry(one).or_default() += 1;
        }
        counts
    }

    #[test]
    fn the_counts_are_the_published_ones() {
        let all = applicants();
        assert_eq!(all.len(), 39);
        assert_eq!(all.iter().filter(|one| one.education == Secondary).count(), 18);
        assert_eq!(all.iter().filter(|one| one.education == Higher).count(), 21);
        let areas = count(all.iter().map(|one| one.service_area));
        assert_eq!([HEALTH, OLD, ADULTS, CLIENTS].map(|area| areas[area]), [12, 11, 15, 1]);
        assert_eq!(count(all.iter().map(|one| one.unit)).len(), 28);
        let titles = count(all.iter().map(|one| one.title));
        let many: BTreeMap<_, _> = titles.iter().filter(|(_, n)| **n > 1).map(|(title, n)| (*title, *n)).collect();
        let published = [
            ("Erikoisohjaaja", 2),
            ("Lähihoitaja", 7),
            ("Ohjaaja", 6),
            ("Sairaanhoitaja", 5),
            ("Sosiaaliohjaaja", 3),
            ("Terveydenhoitaja", 3),
            ("Toimintaterapeutti", 2),
        ];
        assert_eq!(many, BTreeMap::from(published));
        assert_eq!(titles.len(), 18);
    }

    #[test]
    fn nobody_has_anothers_name_or_address() {
        let all = applicants();
        let addresses: std::collections::BTreeSet<_> = all.iter().map(Applicant::address).collect();
        assert_eq!(addresses.len(), 39);
    }

    #[test]
    fn the_expectations_come_out_in_the_published_order_however_they_are_counted() {
        let all = applicants();
        let measures: [(&str, fn(&[usize], usize) -> usize); 4] = [
            ("points of all seven", |order, what| 7 - order.iter().position(|one| *one == what).unwrap()),
            ("points of three", |order, what| {
                3usize.saturating_sub(order.iter().position(|one| *one == what).unwrap())
            }),
            ("among the first three", |order, what| usize::from(order[..3].contains(&what))),
            ("among the first five", |order, what| usize::from(order[..5].contains(&what))),
        ];
        for (name, measure) in measures {
            let points: Vec<usize> =
                (0..7).map(|what| all.iter().map(|one| measure(&one.expectations, what)).sum()).collect();
            assert!(points.is_sorted_by(|a, b| a > b), "{name}: {points:?}");
        }
    }

    #[test]
    fn self_assessments_rise_a_little_and_stay_on_the_scale() {
        let all = applicants();
        let sum = |after| -> usize {
            let answers: Vec<usize> = all
                .iter()
                .flat_map(|one| (0..12).map(move |item| one.answer(&format!("item{item}"), 4, after)))
                .collect();
            assert!(answers.iter().all(|answer| *answer <= 3));
            answers.iter().sum()
        };
        let rise = sum(true) - sum(false);
        assert!((468 / 8..468 / 5 * 4).contains(&rise), "{rise} steps over 468 answers");
    }
}

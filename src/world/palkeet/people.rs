//! Who took part in "Työn uusiutuminen" at Palkeet in 2018, as far as its one page tells: four people in spring, four in
//! autumn, and one expert whose work was clearly of another kind. The people, their units and their words are invented.

/// Somebody who takes part, with what was agreed.
#[derive(Clone, Copy, Debug)]
pub struct Guest {
    pub first_name: &'static str,
    pub last_name: &'static str,
    pub title: &'static str,
    pub unit: &'static str,
    /// Who leads the unit.
    pub supervisor: (&'static str, &'static str),
    /// 1 or 2.
    pub round: usize,
    /// How many meetings each of the four periods took.
    pub meetings: [usize; 4],
    /// How many actions were agreed of the participant and of the supervisor, and how many of each were done.
    pub own: (usize, usize),
    pub supervisors: (usize, usize),
    /// The participant's ratings of the goal, 0–10, at the start, in the middle and at the end.
    pub ratings: [u8; 3],
}

const fn guest(
    (first_name, last_name, title, unit): (&'static str, &'static str, &'static str, &'static str),
    round: usize,
    meetings: [usize; 4],
    (own, supervisors): ((usize, usize), (usize, usize)),
    ratings: [u8; 3],
) -> Guest {
    Guest { first_name, last_name, title, unit, supervisor: ("", ""), round, meetings, own, supervisors, ratings }
}

/// The nine. In round 1 few actions were the supervisor's, in round 2 each supervisor had some and they were followed.
#[rustfmt::skip]
pub const GUESTS: [Guest; 9] = [
    guest(("Helena", "Kivelä", "Palveluasiantuntija", "Talouspalvelut, ostolaskut"), 1, [1, 1, 1, 1], ((3, 2), (0, 0)), [4, 5, 6]),
    guest(("Markku", "Lehtonen", "Palveluasiantuntija", "Talouspalvelut, kirjanpito"), 1, [1, 1, 1, 1], ((3, 1), (1, 0)), [3, 4, 5]),
    guest(("Pirjo", "Saarinen", "Palvelusihteeri", "Henkilöstöpalvelut, palkat"), 1, [1, 2, 1, 1], ((2, 2), (0, 0)), [5, 5, 7]),
    guest(("Ritva", "Manninen", "Palvelusihteeri", "Henkilöstöpalvelut, matkat"), 1, [1, 1, 1, 1], ((3, 2), (1, 0)), [4, 6, 6]),
    guest(("Kari", "Heinonen", "Palveluasiantuntija", "Talouspalvelut, ostolaskut"), 2, [1, 1, 1, 1], ((3, 3), (2, 2)), [3, 5, 7]),
    guest(("Anneli", "Koskela", "Palvelusihteeri", "Henkilöstöpalvelut, palkat"), 2, [1, 1, 2, 1], ((3, 2), (2, 2)), [4, 5, 7]),
    guest(("Seppo", "Ahonen", "Palveluasiantuntija", "Talouspalvelut, kirjanpito"), 2, [1, 1, 1, 1], ((2, 2), (2, 1)), [5, 6, 7]),
    guest(("Tarja", "Nurmi", "Palvelusihteeri", "Henkilöstöpalvelut, matkat"), 2, [1, 1, 1, 2], ((3, 3), (1, 1)), [4, 6, 8]),
    guest(("Jukka", "Vainio", "Kehittämisasiantuntija", "Kehittämispalvelut"), 2, [2, 1, 1, 1], ((3, 2), (2, 2)), [5, 7, 8]),
];

/// The units, each with who leads it.
pub const UNITS: [(&str, &str, &str); 5] = [
    ("Talouspalvelut, ostolaskut", "Päivi", "Hakala"),
    ("Talouspalvelut, kirjanpito", "Timo", "Räsänen"),
    ("Henkilöstöpalvelut, palkat", "Outi", "Laitinen"),
    ("Henkilöstöpalvelut, matkat", "Jari", "Peltola"),
    ("Kehittämispalvelut", "Sirpa", "Harju"),
];

impl Guest {
    /// The part of the work address before the @.
    pub fn address(&self) -> String {
        crate::world::names::address(self.first_name, self.last_name)
    }

    /// With who leads the unit.
    #[must_use]
    pub fn with_supervisor(self) -> Guest {
        let leader = UNITS.iter().find(|(unit, ..)| *unit == self.unit);
        Guest { supervisor: leader.map_or(("", ""), |(_, first, last)| (*first, *last)), ..self }
    }
}

/// The staff register's file.
pub fn staff_file(address: impl Fn(&str) -> String) -> String {
    let mut file =
        "Henkilönumero;Sukunimi;Etunimi;Sähköposti;Palvelualue;Yksikkö;Nimike;Koulutus;Asema;Alkaa;Yksikön esihenkilö\n"
            .to_owned();
    let mut line = |number: String, (first, last): (&str, &str), (unit, title): (&str, &str), leads: bool| {
        let address = address(&crate::world::names::address(first, last));
        let (position, leads) = if leads { ("esihenkilö", "kyllä") } else { ("työntekijä", "ei") };
        let area = unit.split(',').next().unwrap_or(unit);
        let line = format!(
            "{number};{last};{first};{address};{area};\"{unit}\";{title};toinen aste;{position};1.1.2010;{leads}\n"
        );
        file.push_str(&line);
    };
    for (number, (unit, first, last)) in UNITS.iter().enumerate() {
        line(format!("E{number:03}"), (first, last), (unit, "Palveluesimies"), true);
    }
    for (number, guest) in GUESTS.iter().enumerate() {
        line(format!("P{number:03}"), (guest.first_name, guest.last_name), (guest.unit, guest.title), false);
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rounds_are_of_the_published_size() {
        let of = |round| GUESTS.iter().filter(|guest| guest.round == round).count();
        assert_eq!((of(1), of(2)), (4, 5));
        assert_eq!(GUESTS.iter().filter(|guest| guest.title.contains("Kehittämis")).count(), 1);
        assert!(GUESTS.iter().all(|guest| !guest.with_supervisor().supervisor.0.is_empty()));
    }
}

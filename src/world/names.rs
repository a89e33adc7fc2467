//! Finnish names for invented people: common first names and surnames, Swedish-speaking ones among them. From the npm
//! package `@zxcvbn-ts/language-fi` 3.0.2 (MIT); written here with capital letters. Nobody real is meant.
use super::seed::Seeded;

/// First names.
#[rustfmt::skip]
pub const FIRST: &[&str] = &[
    "Maria", "Helena", "Anneli", "Johanna", "Kaarina", "Hannele", "Marjatta", "Kristiina", "Emilia", "Liisa", "Elina",
    "Sofia", "Maarit", "Tuulikki", "Susanna", "Annikki", "Katariina", "Leena", "Anna", "Marja", "Sinikka", "Inkeri",
    "Riitta", "Aino", "Anne", "Tuula", "Päivi", "Kyllikki", "Orvokki", "Karoliina", "Maija", "Ritva", "Pauliina",
    "Tellervo", "Minna", "Pirjo", "Sari", "Irmeli", "Eveliina", "Tiina", "Laura", "Marika", "Eeva", "Elisabet",
    "Tarja", "Satu", "Mari", "Hanna", "Heidi", "Ilona", "Pirkko", "Annika", "Amanda", "Marita", "Sirpa", "Jaana",
    "Seija", "Sanna", "Aurora", "Irene", "Julia", "Olivia", "Anja", "Matilda", "Raija", "Kirsi", "Anita", "Linnéa",
    "Astrid", "Ingeborg", "Birgitta", "Cecilia", "Charlotta", "Stella", "Victoria", "Annette", "Margareta", "Gunilla",
    "Solveig", "Marianne", "Christina", "Susanne", "Camilla", "Carita", "Elisabeth", "Juhani", "Olavi", "Antero",
    "Tapani", "Johannes", "Tapio", "Mikael", "Kalevi", "Matti", "Pekka", "Petteri", "Ilmari", "Matias", "Sakari",
    "Antti", "Kristian", "Juha", "Heikki", "Timo", "Mikko", "Kari", "Markus", "Aleksi", "Jari", "Jukka", "Oskari",
    "Markku", "Jaakko", "Kalervo", "Petri", "Mika", "Lauri", "Veikko", "Ville", "Hannu", "Erkki", "Seppo", "Valtteri",
    "Janne", "Marko", "Ari", "Ensio", "Tuomas", "Sami", "Elias", "Juho", "Pentti", "Erik", "Eero", "Onni", "Jani",
    "Eemeli", "Martti", "Samuli", "Jussi", "Jorma", "Teemu", "Göran", "Nils", "Gunnar", "Lars", "Olof", "Anders",
    "Leif", "Kaj", "Krister", "Gustav", "Fredrik", "Axel", "Stefan", "Carl", "Hans", "Tony", "Johan", "Henrik",
];

/// Surnames.
#[rustfmt::skip]
pub const LAST: &[&str] = &[
    "Korhonen", "Virtanen", "Mäkinen", "Nieminen", "Mäkelä", "Hämäläinen", "Laine", "Heikkinen", "Koskinen",
    "Järvinen", "Lehtonen", "Lehtinen", "Saarinen", "Salminen", "Heinonen", "Niemi", "Heikkilä", "Kinnunen",
    "Salonen", "Turunen", "Salo", "Laitinen", "Tuominen", "Rantanen", "Karjalainen", "Jokinen", "Mattila",
    "Savolainen", "Lahtinen", "Ahonen", "Ojala", "Leppänen", "Kallio", "Leinonen", "Väisänen", "Hiltunen",
    "Miettinen", "Pitkänen", "Aaltonen", "Manninen", "Koivisto", "Anttila", "Hakala", "Laaksonen", "Hirvonen",
    "Lehto", "Räsänen", "Laakso", "Toivonen", "Rantala", "Mustonen", "Aalto", "Niemelä", "Moilanen", "Nurmi",
    "Peltonen", "Seppälä", "Pulkkinen", "Hänninen", "Saari", "Kettunen", "Lappalainen", "Partanen", "Koskela",
    "Kemppainen", "Kauppinen", "Seppänen", "Ahola", "Salmi", "Lahti", "Aho", "Huttunen", "Ikonen", "Suominen",
    "Kärkkäinen", "Pesonen", "Halonen", "Mikkonen", "Koponen", "Peltola", "Oksanen", "Niskanen", "Vainio",
    "Heiskanen", "Mikkola", "Koski", "Honkanen", "Immonen", "Harju", "Nurminen", "Vuorinen", "Määttä", "Kokkonen",
    "Rissanen", "Karppinen", "Mäki", "Laukkanen", "Heino", "Juntunen", "Rajala", "Rautiainen", "Keränen", "Kangas",
    "Jääskeläinen", "Parviainen", "Hartikainen", "Paananen", "Leino", "Mäenpää", "Ruotsalainen", "Martikainen",
    "Uusitalo", "Hyvärinen", "Kokko", "Hakkarainen", "Laurila", "Tikkanen", "Toivanen", "Nevalainen", "Viitanen",
    "Salmela", "Makkonen", "Nykänen", "Nyman", "Lindholm", "Karlsson", "Lindström", "Johansson", "Andersson",
    "Eriksson", "Lindroos", "Lindqvist", "Lindberg", "Lindgren", "Eklund", "Gustafsson", "Nylund", "Blomqvist",
    "Lindfors", "Holm", "Jansson", "Henriksson", "Nyberg", "Berg", "Backman", "Mattsson", "Holmberg", "Holmström",
    "Sjöblom", "Snellman", "Grönroos", "Sundström", "Friman", "Westerlund", "Nordström", "Nygård", "Björklund",
    "Ekman", "Wikström", "Sandberg", "Nyholm", "Ekholm", "Söderlund", "Grönlund", "Forsström", "Bergman", "Åkerlund",
    "Öhman", "Åberg", "Öberg",
];

/// A first name and a surname.
pub fn draw(seeded: &mut Seeded) -> (&'static str, &'static str) {
    (seeded.one_of(FIRST), seeded.one_of(LAST))
}

/// The name as it stands in a work address: `aino.makinen`.
pub fn address(first: &str, last: &str) -> String {
    format!("{first}.{last}")
        .to_lowercase()
        .chars()
        .map(plain)
        .filter(|c| c.is_ascii_alphanumeric() || *c == '.')
        .collect()
}

fn plain(letter: char) -> char {
    match letter {
        'ä' | 'å' => 'a',
        'ö' => 'o',
        'é' => 'e',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_many_distinct_and_in_title_case() {
        for names in [FIRST, LAST] {
            let distinct: std::collections::BTreeSet<_> = names.iter().collect();
            assert!(names.len() >= 150 && distinct.len() == names.len());
            assert!(names.iter().all(|name| name.chars().next().is_some_and(char::is_uppercase)));
        }
        assert!(LAST.contains(&"Lindqvist") && FIRST.contains(&"Göran"));
        assert_eq!(address("Göran", "Mäkelä"), "goran.makela");
    }
}

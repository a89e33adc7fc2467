//! What a made file holds, read back from its bytes.
mod reading;

use pdf::{Block, Day, Document, Fault, Lang, Pen, make};
use reading::read;

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Sovittu yhdessä".into(),
        lang: Lang::Finnish,
        made: Day { year: 2026, month: 11, day: 23 },
        author: "Järvilaakson hyvinvointialue".into(),
        blocks,
        footer: "Sovittu yhdessä · Versio 1".into(),
        unshown: "□ on merkki, jota tässä ei voi näyttää.".into(),
    }
}

fn words(text: &str) -> Vec<Block> {
    vec![Block::Words(text.into())]
}

#[test]
fn every_part_is_read_back_in_order() {
    let pens = vec![Pen { name: "Aino Laine, valmentaja".into(), place: "Paikka ja päivä".into() }];
    let blocks = vec![
        Block::Facts(vec![("Osallistuja".into(), "Maija Virtanen".into())]),
        Block::Heading("Mihin pyritään".into()),
        Block::Words("Ensin\nsitten\n\nlopuksi".into()),
        Block::List(vec!["Aikataulu".into(), "Tavoitteet".into()]),
        Block::Table(vec!["Nimi".into(), "Päivä".into()], vec![vec!["Pekka".into(), "2.10.2023".into()]]),
        Block::Pens(pens),
    ];
    let file = read(&make(&document(blocks)).unwrap());
    let order = [
        "hyvinvointialue",
        "Sovittu yhdessä",
        "Osallistuja",
        "Maija Virtanen",
        "Mihin pyritään",
        "Ensin",
        "sitten",
        "lopuksi",
        "Aikataulu",
        "Tavoitteet",
        "Nimi",
        "Päivä",
        "Pekka",
        "2.10.2023",
        "Aino Laine, valmentaja",
        "Paikka ja päivä",
        "Versio 1",
        "1/1",
    ];
    let mut from = 0;
    let text = file.words();
    for part in order {
        let at = text[from..].find(part).unwrap_or_else(|| panic!("{part} after {from} in {text}"));
        from += at + part.len();
    }
    assert!(file.text.contains("Ensin\nsitten"), "a line stays a line: {}", file.text);
    assert_eq!(file.pages, 1);
}

#[test]
fn it_says_its_language_title_tags_and_standards() {
    for (lang, code) in [(Lang::Finnish, "fi"), (Lang::Swedish, "sv"), (Lang::English, "en")] {
        let document = Document { lang, ..document(vec![Block::Heading("Mihin".into()), Block::Words("sana".into())]) };
        let bytes = make(&document).unwrap();
        assert_eq!(bytes, make(&document).unwrap(), "the same document is the same file");
        let inside = read(&bytes).inside;
        let said = [
            "StructTreeRoot",
            "MarkInfo",
            "DisplayDocTitle",
            &format!("<rdf:li>{code}"),
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "Sovittu yhdessä</rdf:li>",
            "Järvilaakson hyvinvointialue",
            "2026-11-23",
        ];
        for part in said {
            assert!(inside.contains(part), "{part} is not in {inside}");
        }
    }
}

#[test]
fn words_of_people_stay_words() {
    let typed = "#panic(\"x\") #[a] [b] *c* _d_ = e $f$ `g` @h <i> \\j // k /* l */ ~ -- \"m\" #sys.inputs";
    let mut blocks = words(typed);
    blocks.extend([
        Block::Heading(typed.into()),
        Block::Facts(vec![(typed.into(), typed.into())]),
        Block::List(vec![typed.into()]),
        Block::Table(vec![typed.into()], vec![vec![typed.into()]]),
        Block::Pens(vec![Pen { name: typed.into(), place: typed.into() }]),
    ]);
    let document = Document { title: typed.into(), author: typed.into(), footer: typed.into(), ..document(blocks) };
    let text = read(&make(&document).unwrap()).words();
    let bare = |text: &str| text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect::<String>();
    assert_eq!(bare(&text).matches(&bare(typed)).count(), 12, "{text}");
}

#[test]
fn a_letter_without_a_glyph_is_shown_as_a_box_and_said() {
    let wild = "Hei 😀 مرحبا 你好 \u{e000}\u{fffe}\u{0}\u{200d}\u{feff}e\u{301} Ωя ŋ đ\u{7}\tloppu\u{2028}x\u{10ffff}";
    let file = read(&make(&document(words(wild))).unwrap());
    let text = file.words();
    assert!(text.contains("Hei □ □□□□□ □□ □□") && text.contains("Ωя ŋ đ loppu"), "{text}");
    assert!(text.contains("jota tässä ei voi näyttää"), "{text}");
    let text = read(&make(&document(words("Ääkköset ovat tallessa"))).unwrap()).words();
    assert!(!text.contains("ei voi näyttää"), "{text}");
    for block in 0..0x300_u32 {
        let letters: String = (0..0x40).filter_map(|at| char::from_u32(block * 0x40 + at)).collect();
        if block % 37 == 0 || block < 12 {
            make(&document(words(&letters))).unwrap_or_else(|fault| panic!("{fault} at {:x}", block * 0x40));
        }
    }
}

#[test]
fn long_words_of_finnish_are_hyphenated_and_long_texts_go_on_to_the_next_page() {
    let word = "Organisaatiomuutosvalmennussuunnitelman ";
    let file = read(&make(&document(words(&word.repeat(300)))).unwrap());
    assert!(file.pages > 1 && file.words().contains(&format!("2/{}", file.pages)), "{}", file.text);
    assert!(file.text.contains("\u{ad}\n"), "{}", file.text);
}

#[test]
fn a_day_that_is_none_makes_no_file() {
    let document = Document { made: Day { year: 2026, month: 2, day: 31 }, ..document(words("sana")) };
    assert_eq!(make(&document), Err(Fault::Day));
}

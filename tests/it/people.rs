//! The staff register: files imported, the list and a person's page, units, and everyone's own record.
use std::fmt::Write;

use axum::http::header;
use urasilta::{
    people::{self, Education, ImportError, Position, import::Table},
    privacy::{self, Role},
};

use crate::support::{Actor, Stage};

const HEADER: &str = "Henkilönumero;Sukunimi;Etunimi;Työsähköposti;Yksikkö;Yläyksikkö;Palvelualue;Nimike;Koulutusaste;Alkaa;\
                      Esihenkilön henkilönumero;Henkilötunnus\n";

/// Sends a file by the import form, following the redirect; `whole`: the file is the whole staff.
async fn upload(actor: &mut Actor, file: &[u8], whole: bool) -> String {
    actor.see("/staff/import").await;
    let mut fields = actor.page.hidden("/staff/import").unwrap();
    if whole {
        fields.push(("whole".into(), "yes".into()));
    }
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    body.extend(b"--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"staff\"\r\n\r\n");
    body.extend(file);
    body.extend(b"\r\n--B--\r\n");
    let page = actor.send_body("POST", "/staff/import", ("multipart/form-data; boundary=B", body)).await;
    if let Some(location) = page.headers.get(header::LOCATION) {
        return actor.see(location.to_str().unwrap()).await;
    }
    assert_eq!(page.status, 422, "{}", page.words());
    page.words()
}

/// Says yes to the preview in view.
async fn confirm(actor: &mut Actor) -> String {
    let action = actor.page.address("/staff/import/", "/confirmation").expect("the preview can be confirmed");
    actor.send_form(&action, &[]).await
}

/// Three people of a new ward under the hospital; Liisa leads it.
fn ward() -> String {
    format!(
        "{HEADER}\
         201;Aaltonen;Liisa;liisa@example.invalid;Osasto 5;Sairaala;Sairaanhoito;osastonhoitaja;AMK;1.3.2018;301;010594Y9032\n\
         202;Öster;Björn;bjorn@example.invalid;Osasto 5;Sairaala;;sairaanhoitaja;ammattikorkeakoulu;2020-01-01;201;\n\
         203;Ärrälä;Anu;;osasto 5;;;lähihoitaja;toinen aste;15.8.2021;201;\n\
         301;Berg;Carola;carola@example.invalid;Sairaala;;Sairaanhoito;johtajaylihoitaja;maisteri;1.1.2010;;\n"
    )
}

#[tokio::test]
async fn kirsi_imports_a_ward_and_sees_first_what_would_change() {
    let stage = Stage::new().await;
    let mut kirsi = stage.actor("Kirsi").await;
    let preview = upload(&mut kirsi, ward().as_bytes(), false).await;
    assert!(preview.contains("4 uutta"), "{preview}");
    assert!(preview.contains("Nämä sarakkeet jätettiin pois Henkilötunnus"), "{preview}");
    assert!(!preview.contains("010594"), "a personal identity code is not told on");
    assert!(kirsi.see("/staff?q=Aalto").await.contains("Ketään ei löytynyt"), "nothing is written before the yes");
    kirsi.get(&preview_address(&stage).await).await;
    let list = confirm(&mut kirsi).await;
    assert!(list.starts_with("Henkilöstö on päivitetty."), "{list}");
    let places: Vec<_> = ["Aaltonen Liisa", "Berg Carola", "Virtanen Maija", "Ärrälä Anu", "Öhman Sara", "Öster Björn"]
        .map(|name| list.find(name).unwrap_or_else(|| panic!("{name}: {list}")))
        .to_vec();
    assert!(places.is_sorted(), "å, ä and ö come last: {list}");

    let found = kirsi.see("/staff?q=%C3%A4rr").await;
    assert!(found.contains("Ärrälä Anu") && !found.contains("Öster"), "{found}");
    let anu = kirsi.page.address("/staff/people/", "").unwrap();
    let page = kirsi.see(&anu).await;
    assert!(page.contains("lähihoitaja") && page.contains("Yksikkö Osasto 5"), "{page}");
    assert!(page.contains("Palvelualue Sairaanhoito") && page.contains("Esihenkilö Liisa Aaltonen"), "{page}");

    let mut tx = stage.house().db.read().await.unwrap();
    let liisa = privacy::human_by_address(&mut tx, "liisa@example.invalid").await.unwrap().unwrap();
    let person = people::person_of(&mut tx, liisa.id, stage.world.county).await.unwrap().unwrap();
    let above = people::supervisor_of(&mut tx, person.id).await.unwrap().unwrap();
    assert_eq!(above.first_name, "Carola", "who leads a ward is led by who leads the hospital");
    assert_eq!(people::employment(&mut tx, person.id).await.unwrap().unwrap().position, Position::Supervisor);
    drop(tx);
    let mut liisa = stage.human(liisa.id).await;
    assert!(liisa.see("/me").await.contains("Organisaatiosi koordinaattorit: henkilöstörekisterin hoito"));
    stage.end().await;
}

/// The address of the one staged preview.
async fn preview_address(stage: &Stage) -> String {
    let mut tx = stage.house().db.read().await.unwrap();
    let (id,): (uuid::Uuid,) = tx.sql("select id from people_import").one().await.unwrap();
    format!("/staff/import/{id}")
}

#[tokio::test]
async fn the_same_file_again_changes_nothing_and_a_changed_one_only_what_it_says() {
    let stage = Stage::new().await;
    let mut kirsi = stage.actor("Kirsi").await;
    upload(&mut kirsi, ward().as_bytes(), false).await;
    confirm(&mut kirsi).await;
    let again = upload(&mut kirsi, ward().as_bytes(), false).await;
    assert!(again.contains("Tiedosto ei muuta mitään") && again.contains("4 ennallaan"), "{again}");

    let changed = ward()
        .replace("lähihoitaja;toinen aste;15.8.2021", "sairaanhoitaja;AMK;1.9.2023")
        .replace("201;\n", "202;\n")
        .replace(";301;0", ";202;0");
    let preview = upload(&mut kirsi, changed.as_bytes(), false).await;
    assert!(preview.contains("1 muuttuva") && preview.contains("3 ennallaan"), "{preview}");
    assert!(preview.contains("muuttuu: Nimike, Koulutusaste, Palvelussuhde alkaa"), "{preview}");
    confirm(&mut kirsi).await;
    let mut tx = stage.house().db.read().await.unwrap();
    let bjorn = privacy::human_by_address(&mut tx, "bjorn@example.invalid").await.unwrap().unwrap();
    let units = people::units(&mut tx, stage.world.county).await.unwrap();
    let ward = units.iter().find(|unit| unit.name == "Osasto 5").unwrap();
    let leader = people::person(&mut tx, ward.supervisor_id.unwrap()).await.unwrap().unwrap();
    assert_eq!(leader.human_id, bjorn.id);
    drop(tx);
    kirsi.see("/staff?q=203").await;
    let anu = kirsi.page.address("/staff/people/", "").unwrap();
    let page = kirsi.see(&anu).await;
    assert!(page.contains("1.9.2023–") && page.contains("15.8.2021–31.8.2023"), "{page}");
    stage.end().await;
}

#[tokio::test]
async fn whoever_is_missing_is_closed_only_when_the_file_is_the_whole_staff() {
    let stage = Stage::new().await;
    let mut kirsi = stage.actor("Kirsi").await;
    let part = upload(&mut kirsi, ward().as_bytes(), false).await;
    assert!(part.contains("0 päättyvää"), "{part}");
    let whole = upload(&mut kirsi, ward().as_bytes(), true).await;
    assert!(whole.contains("7 päättyvää") && whole.contains("7 henkilön palvelussuhde päätetään"), "{whole}");
    let list = confirm(&mut kirsi).await;
    assert!(list.contains("Virtanen Maija lähihoitaja · Lyhytaikaishoito · 0001 · päättyi 2.10.2023"), "{list}");
    let mut maija = stage.actor("Maija").await;
    let own = maija.see("/me").await;
    assert!(own.contains("Anna yksityinen osoite ennen kuin työosoite päättyy"), "{own}");
    stage.end().await;
}

#[tokio::test]
async fn every_faulty_row_is_told_with_its_column_and_reason_and_nothing_is_done() {
    let stage = Stage::new().await;
    let mut kirsi = stage.actor("Kirsi").await;
    let file = format!(
        "{HEADER}\
         1;Aalto;;a@example.invalid;Osasto;;;hoitaja;AMK;1.1.2020;;\n\
         131052-308T;Bo;Bo;b@example;Osasto;;;hoitaja;jotain;31.2.2020;;\n\
         3;C;C;;Osasto;;Alue A;hoitaja;AMK;1.1.2020;;\n\
         3;D;D;;Osasto;;Alue B;hoitaja;AMK;1.1.2020;;\n"
    );
    let page = upload(&mut kirsi, file.as_bytes(), false).await;
    for words in [
        "Rivi 2 Etunimi Tieto puuttuu. Täytä se.",
        "Rivi 3 Henkilönumero Tieto näyttää henkilötunnukselta.",
        "Rivi 3 Koulutusaste Koulutusastetta ei tunnistettu.",
        "Rivi 3 Palvelussuhde alkaa Kirjoita päivä näin",
        "Rivi 5 Henkilönumero Sama tieto on jo rivillä 4.",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("131052"), "{page}");
    assert!(kirsi.page.address("/staff/import/", "/confirmation").is_none());
    let mended = "Henkilönumero;Sukunimi;Etunimi;Yksikkö;Palvelualue;Nimike;Alkaa;Yläyksikkö;Esihenkilön numero\n\
                  3;C;C;Osasto;Alue A;hoitaja;1.1.2020;Talo;77\n4;D;D;Osasto;Alue B;hoitaja;1.1.2020;;\n5;E;E;Talo;;hoitaja;1.1.2020;Osasto;\n";
    let page = upload(&mut kirsi, mended.as_bytes(), false).await;
    assert!(page.contains("Rivi 3 Palvelualue Samasta yksiköstä kerrotaan toisin rivillä 2."), "{page}");
    let mended = mended.replace("Alue B", "Alue A");
    let page = upload(&mut kirsi, mended.as_bytes(), false).await;
    assert!(page.contains("Rivi 2 Yläyksikkö Yksikkö olisi itsensä yläpuolella."), "{page}");
    let page =
        upload(&mut kirsi, mended.replace("hoitaja;1.1.2020;Osasto", "hoitaja;1.1.2020;").as_bytes(), false).await;
    assert!(page.contains("Rivi 2 Esihenkilön henkilönumero Tällä henkilönumerolla ei löydy ketään"), "{page}");
    stage.end().await;
}

#[tokio::test]
async fn files_that_are_no_staff_are_refused_with_what_to_do() {
    let stage = Stage::new().await;
    let mut kirsi = stage.actor("Kirsi").await;
    let far = include_bytes!("files/far-cell.xlsx");
    let bomb = include_bytes!("files/bomb.xlsx");
    let many = format!("{HEADER}{}", "1;A;B;;O;;;h;;1.1.2020;;\n".repeat(100_001));
    let wide = format!("{}{}\n", HEADER.trim_end(), ";x".repeat(200));
    for (file, words) in [
        (&far[..], "sarak"),
        (&bomb[..], "Tiedosto on liian suuri."),
        (many.as_bytes(), "Rivejä saa olla enintään 100 000."),
        (wide.as_bytes(), "Sarakkeita saa olla enintään 200."),
        (b"", "Tiedostossa ei ole yhtään henkilöä."),
        (HEADER.as_bytes(), "Tiedostossa ei ole yhtään henkilöä."),
        (b"PK\x03\x04 not really", "rakenne on rikki"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1", "vanhaa Excel-muotoa"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "ei ole Excel-työkirja eikä CSV-tekstiä"),
        (b"131052-308T;Maija\n1;2\n", "puuttuu otsikko: Henkilönumero, Sukunimi, Etunimi"),
        (b"Sukunimi;Efternamn\n1;2\n", "Sarake on tiedostossa kahdesti: Sukunimi"),
    ] {
        let page = upload(&mut kirsi, file, false).await;
        assert!(page.contains(words), "{words}: {page}");
        assert!(!page.contains("131052"), "{page}");
    }
    assert!(kirsi.see("/staff").await.contains("Virtanen Maija"), "the house stands");
    stage.end().await;
}

#[test]
fn a_bomb_that_lies_about_its_size_is_counted_while_it_is_unpacked() {
    let mut bomb = include_bytes!("files/bomb.xlsx").to_vec();
    let size = u32::to_le_bytes(165 + (101 << 20) + 60);
    // Whatever is said of any part's size, in its own head and in the directory, it is said to be small.
    let large: Vec<usize> = (0..bomb.len() - 4)
        .filter(|at| bomb[at + 2..at + 4] == size[2..4] && (bomb[..*at].ends_with(&[0, 0]) || *at > 4))
        .collect();
    assert!(!large.is_empty());
    for at in large {
        bomb[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(Table::read(&bomb).is_err());
}

#[tokio::test]
async fn a_workbook_is_read_with_its_dates_numbers_and_swedish_headers() {
    let stage = Stage::new().await;
    let mut kirsi = stage.actor("Kirsi").await;
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let headers = [
        "Personalnummer",
        "Efternamn",
        "Förnamn",
        "Enhet",
        "Benämning",
        "Utbildningsnivå",
        "Börjar",
        "Klientarbete",
        "Lön",
    ];
    for (column, header) in (0_u16..).zip(headers) {
        sheet.write(2, column, header).unwrap();
    }
    let date = rust_xlsxwriter::Format::new().set_num_format("d.m.yyyy");
    sheet.write(4, 0, 4711).unwrap();
    for (column, words) in
        [(1, "Åkerlund-Niemi"), (2, "Ella"), (3, "Rådgivning"), (4, "hälsovårdare"), (5, "YH"), (7, "ja")]
    {
        sheet.write(4, column, words).unwrap();
    }
    sheet.write_with_format(4, 6, rust_xlsxwriter::ExcelDateTime::from_ymd(2022, 2, 28).unwrap(), &date).unwrap();
    sheet.write(4, 8, 5000).unwrap();
    let preview = upload(&mut kirsi, &book.save_to_buffer().unwrap(), false).await;
    assert!(preview.contains("Ella Åkerlund-Niemi") && preview.contains("jätettiin pois Lön"), "{preview}");
    assert!(!preview.contains("5000"), "{preview}");
    confirm(&mut kirsi).await;
    kirsi.see("/staff?q=4711&lang=sv").await;
    let ella = kirsi.page.address("/staff/people/", "").unwrap();
    let page = kirsi.see(&ella).await;
    assert!(page.contains("Tid 28.2.2022–") && page.contains("Utbildningsnivå högskola"), "{page}");
    assert!(page.contains("Klient- eller patientarbete ja"), "{page}");
    stage.end().await;
}

#[tokio::test]
async fn strings_that_break_programs_are_names_or_are_refused_kindly() {
    let stage = Stage::new().await;
    let strings: Vec<String> = serde_json::from_str(include_str!("files/blns.json")).unwrap();
    assert!(strings.len() > 400);
    let file = |lines: &[(usize, &String)]| {
        let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
        writer.write_record(["Number", "Last name", "First name", "Unit", "Title", "Start date"]).unwrap();
        for (number, words) in lines {
            writer.write_record([&number.to_string(), *words, "Ö", "Unit", *words, "1.1.2020"]).unwrap();
        }
        let path = std::env::temp_dir().join(format!("urasilta-{}.csv", urasilta::ident::random().simple()));
        std::fs::write(&path, writer.into_inner().unwrap()).unwrap();
        path
    };
    let mut lines: Vec<(usize, &String)> =
        strings.iter().enumerate().filter(|(_, words)| !words.contains('\0')).collect();
    let all = file(&lines);
    let first = people::import_file(stage.house(), stage.world.county, &all, false, |_, _| {}).await;
    std::fs::remove_file(all).unwrap();
    let Err(ImportError::Faults(faults)) = first else { panic!("some of them cannot be names: {first:?}") };
    for line in ImportError::Faults(faults.clone()).tell(urasilta::text::Lang::En) {
        assert!(line.starts_with("Row ") && !line.contains('⟦'), "{line}");
    }
    let text = std::fs::read(file(&lines)).unwrap();
    let table = Table::read(&text).unwrap();
    let faulty: Vec<String> = table
        .rows
        .iter()
        .filter(|(line, _)| faults.iter().any(|fault| fault.line == *line))
        .map(|(_, cells)| cells[0].to_owned())
        .collect();
    assert!(faulty.len() < 60, "most are names: {}", faulty.len());
    lines.retain(|(number, _)| !faulty.contains(&number.to_string()));
    let good = file(&lines);
    let done = people::import_file(stage.house(), stage.world.county, &good, false, |_, _| {}).await.unwrap();
    std::fs::remove_file(good).unwrap();
    assert_eq!(done.new, lines.len());
    let mut kirsi = stage.actor("Kirsi").await;
    for (number, words) in lines.iter().step_by(37) {
        kirsi.see(&format!("/staff?q={number}")).await;
        let page = kirsi.page.words();
        let kept: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(page.contains(&kept) || kept.contains('&') || kept.contains('\u{85}'), "{kept}: {page}");
        assert!(!kirsi.page.html().contains("<script>alert"), "{kept}");
    }
    stage.end().await;
}

#[tokio::test]
async fn a_preview_is_for_the_register_as_it_was_and_for_its_own_organisation() {
    let stage = Stage::new().await;
    let mut kirsi = stage.actor("Kirsi").await;
    upload(&mut kirsi, ward().as_bytes(), false).await;
    let preview = preview_address(&stage).await;
    let mut other = stage.actor("Kirsi").await;
    other.see("/staff/units").await;
    let unit = other.page.address("/staff/units/", "").unwrap();
    other.see(&unit).await;
    other.send_form(&unit, &[("area", "Toinen alue")]).await;
    let words = confirm(&mut kirsi).await;
    assert!(words.starts_with("Rekisteri ehti muuttua."), "{words}");
    let words = confirm(&mut kirsi).await;
    assert!(words.starts_with("Henkilöstö on päivitetty."), "{words}");
    assert_eq!(kirsi.status(&preview).await, 404, "a file is done once and then forgotten");

    let mut tx = stage.write().await;
    let far = (stage.now(), privacy::Edge::open_end());
    privacy::give_seat(&mut tx, stage.world.human("Olli"), (stage.world.provider, Role::Coordinator), far)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    upload(&mut kirsi, ward().replace("201;A", "999;A").as_bytes(), false).await;
    let preview = preview_address(&stage).await;
    let mut olli = stage.actor("Olli").await;
    assert_eq!(olli.status(&preview).await, 404);
    kirsi.see("/staff").await;
    let person = kirsi.page.address("/staff/people/", "").unwrap();
    assert_eq!(olli.status(&person).await, 404);
    assert!(!olli.see("/staff").await.contains("Virtanen"));
    stage.later(chrono::Duration::hours(2));
    stage.run_jobs().await;
    let mut tx = stage.house().db.read().await.unwrap();
    assert_eq!(tx.sql("select id from people_import").all::<(uuid::Uuid,)>().await.unwrap(), [], "it expires");
    drop(tx);
    stage.end().await;
}

#[tokio::test]
async fn a_new_leader_of_a_unit_gets_the_supervisors_seat_and_the_old_one_gives_it_up() {
    let stage = Stage::new().await;
    let mut kirsi = stage.actor("Kirsi").await;
    let unit = format!("/staff/units/{}", stage.world.ward);
    for (number, leader) in [("0005", "Pekka Niemi"), ("0002", "Ville Åkerlund")] {
        kirsi.see(&unit).await;
        let units = kirsi.send_form(&unit, &[("area", "Alue"), ("supervisor", number), ("roster_day", "15")]).await;
        assert!(units.contains(leader) && units.contains("kuukauden 15. päivä"), "{units}");
    }
    kirsi.see(&unit).await;
    kirsi.submit(&unit, &[("supervisor", "77"), ("roster_day", "32"), ("area", "")]).await;
    assert_eq!(kirsi.page.status.as_u16(), 422);
    assert!(kirsi.page.words().contains("Tällä henkilönumerolla ei löydy ketään."), "{}", kirsi.page.words());
    let mut stale = stage.actor("Kirsi").await;
    stale.see(&unit).await;
    kirsi.see(&unit).await;
    kirsi.send_form(&unit, &[("area", "Alue"), ("supervisor", "0002"), ("roster_day", "16")]).await;
    stale.submit(&unit, &[("area", "Alue"), ("roster_day", "17")]).await;
    assert_eq!(stale.page.status.as_u16(), 409, "somebody else was first");
    let mut tx = stage.house().db.read().await.unwrap();
    let seat = privacy::seat_id(stage.world.county, Role::Supervisor);
    let held: Vec<(uuid::Uuid,)> = tx
        .sql("select human_id from seat_member where seat_id = $1 and valid_until > $2")
        .bind(seat)
        .bind(stage.now())
        .all()
        .await
        .unwrap();
    assert_eq!(held, [(stage.world.human("Ville"),)]);
    drop(tx);
    stage.end().await;
}

#[tokio::test]
async fn maija_sees_who_has_looked_and_gives_a_private_address_that_only_she_sees() {
    let stage = Stage::new().await;
    let mut maija = stage.actor("Maija").await;
    assert!(maija.see("/me").await.contains("Kukaan muu ei ole katsonut tietojasi."));
    let mut kirsi = stage.actor("Kirsi").await;
    kirsi.see(&format!("/staff/people/{}", stage.world.person("Maija"))).await;
    let own = maija.see("/me").await;
    assert!(own.contains("Kirsi Salo 2.10.2023 klo 9.00 · henkilöstörekisterin hoito"), "{own}");
    assert!(own.contains("Sinä: omat asiat"), "{own}");
    let form = maija.page.address("/me/contact/", "").unwrap();
    maija.see(&form).await;
    maija.submit(&form, &[("address", "maija"), ("phone", "soita")]).await;
    assert_eq!(maija.page.status.as_u16(), 422);
    assert!(maija.page.words().contains("Kirjoita puhelinnumero näin"), "{}", maija.page.words());
    maija.see(&form).await;
    let own = maija.send_form(&form, &[("address", "maija@home.example"), ("phone", "040 123 4567")]).await;
    assert!(own.starts_with("Tallennettu.") && own.contains("maija@home.example"), "{own}");
    let seen = kirsi.see(&format!("/staff/people/{}", stage.world.person("Maija"))).await;
    assert!(seen.contains("Yksityiset yhteystiedot annettu") && !seen.contains("home.example"), "{seen}");
    let own = maija.see("/me").await;
    assert!(own.contains("Kirsi Salo 2.10.2023 · henkilöstörekisterin hoito · 2 kertaa"), "{own}");
    let mut sara = stage.actor("Sara").await;
    assert_eq!(sara.status(&form).await, 404);
    let mut aino = stage.actor("Aino").await;
    assert!(aino.see("/me").await.contains("Sinusta ei ole tietoja minkään organisaation henkilöstörekisterissä."));
    stage.end().await;
}

#[tokio::test]
async fn another_organisations_import_does_not_move_where_somebody_signs_in() {
    let stage = Stage::new().await;
    let house = stage.house();
    let take_over = |address: &str| {
        let mut file = "Number;Last name;First name;Email;Unit;Title;Start date\n".to_owned();
        let _ = writeln!(file, "1;Virtanen;Mallory;{address};Unit;coach;1.1.2020");
        let path = std::env::temp_dir().join(format!("urasilta-{}.csv", urasilta::ident::random().simple()));
        std::fs::write(&path, file).unwrap();
        path
    };
    for address in ["maija@example.invalid", "mallory@example.invalid"] {
        let path = take_over(address);
        people::import_file(house, stage.world.provider, &path, false, |_, _| {}).await.unwrap();
        std::fs::remove_file(path).unwrap();
    }
    let mut tx = house.db.read().await.unwrap();
    let maija = privacy::human(&mut tx, stage.world.human("Maija")).await.unwrap().unwrap();
    assert_eq!((maija.name.as_str(), maija.address.as_deref()), ("Maija Virtanen", Some("maija@example.invalid")));
    assert_eq!(people::people_of_human(&mut tx, maija.id).await.unwrap().len(), 2);
    let own = people::person_of(&mut tx, maija.id, stage.world.county).await.unwrap().unwrap();
    assert_eq!(people::employment(&mut tx, own.id).await.unwrap().unwrap().education, Education::Secondary);
    drop(tx);
    stage.end().await;
}

#[tokio::test]
async fn a_long_list_turns_its_pages_without_missing_anybody() {
    let stage = Stage::new().await;
    let mut file = String::from("Number;Last name;First name;Unit;Title;Start date\n");
    for number in 1000..1130 {
        let _ = writeln!(file, "{number};Kaima;Sama;Unit;nurse;1.1.2020");
    }
    let mut kirsi = stage.actor("Kirsi").await;
    upload(&mut kirsi, file.as_bytes(), false).await;
    confirm(&mut kirsi).await;
    let mut seen = Vec::new();
    kirsi.see("/staff?q=kaim").await;
    for _ in 0..3 {
        seen.extend(kirsi.page.addresses().into_iter().filter(|address| address.starts_with("/staff/people/")));
        let queries: u32 = kirsi.page.headers["x-queries"].to_str().unwrap().parse().unwrap();
        assert!(queries <= 6, "{queries}");
        let next = kirsi.page.addresses().into_iter().find(|to| to.contains("after=") && !to.contains("lang="));
        match next {
            Some(next) => kirsi.see(&next).await,
            None => break,
        };
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 130);
    stage.end().await;
}

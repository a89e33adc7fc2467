//! Samples of the pages.
use askama::Template;
use uuid::Uuid;

use super::{
    super::{store::lists::Stuck, terms::Terms, together::Fields},
    agreed::{AgreedPage, Body, NoteForm},
    confirmation::ConfirmationPage,
    link::LinkPage,
    preparation::{PreparationPage, hints},
    seen::SeenPage,
    signature::{Line, SignaturePage},
    stuck,
    view::{self, Shown, Thought},
};
use crate::{
    clock::{self, Moment},
    coaching::three::{Party, Shared},
    house::Sample,
    text::{Lang, Text},
    web::{Check, Sheet, Ui, Words},
};

pub fn samples() -> Vec<Sample> {
    vec![
        Sample { name: "agreements/preparation", render: |lang| preparation(lang, false) },
        Sample { name: "agreements/preparation-shared", render: |lang| preparation(lang, true) },
        Sample { name: "agreements/agreed", render: |lang| agreed(lang, false) },
        Sample { name: "agreements/agreed-room", render: |lang| agreed(lang, true) },
        Sample { name: "agreements/agreed-note", render: note },
        Sample { name: "agreements/agreed-clash", render: clash },
        Sample { name: "agreements/confirmation", render: |lang| confirmation(lang, true) },
        Sample { name: "agreements/confirmation-tap", render: |lang| confirmation(lang, false) },
        Sample { name: "agreements/as-supervisor", render: seen },
        Sample { name: "agreements/signature", render: signature },
        Sample { name: "agreements/link", render: |lang| link(lang, true) },
        Sample { name: "agreements/link-over", render: |lang| link(lang, false) },
        Sample { name: "agreements/stuck", render: |lang| stuck_page(lang, true) },
        Sample { name: "agreements/stuck-none", render: |lang| stuck_page(lang, false) },
    ]
}

fn at() -> Moment {
    clock::start_of(clock::read_day("3.10.2023").unwrap_or_default())
}

fn said(ui: &Ui, fi: &str, sv: &str, en: &str) -> String {
    ui.say(&Text { fi: fi.into(), sv: Some(sv.into()), en: Some(en.into()) }).to_owned()
}

fn aims(ui: &Ui) -> String {
    said(
        ui,
        "Selvitän, mitä haluan työltäni seuraavina vuosina.",
        "Jag reder ut vad jag vill med mitt arbete de kommande åren.",
        "I find out what I want of my work in the coming years.",
    )
}

fn shown(ui: &Ui, confirmed: bool) -> Shown {
    let stage = if confirmed { "agreements-stage-in-force" } else { "agreements-stage-noted" };
    let key = if confirmed { "agreements-party-confirmed" } else { "agreements-party-waits" };
    let line = |name: &str| (ui.t2(key, ("name", "day"), name, ui.date(&at())), confirmed);
    Shown {
        version: 1,
        title: ui.t1("agreements-version", "n", 1),
        state: ui.t(stage),
        tag: if confirmed { "done" } else { "wait" },
        noted: ui.t1("agreements-noted-on", "day", ui.date(&at())),
        aims: aims(ui),
        timetable: said(ui, "Tapaamme neljä kertaa.", "Vi träffas fyra gånger.", "We meet four times."),
        ends_on: "31.1.2024".into(),
        shares: vec![ui.t("agreements-share-aims"), ui.t("agreements-share-actions")],
        shares_title: ui.t(if confirmed { "agreements-shared" } else { "agreements-to-share" }),
        parties: ["Maija Virtanen", "Pekka Niemi", "Aino Laine"].into_iter().map(line).collect(),
        erased: false,
    }
}

fn body(ui: &Ui, confirmed: bool) -> Body {
    let title = ui.t1("agreements-thoughts-of", "name", "Pekka Niemi");
    let words = said(ui, "Haluan tukea.", "Jag vill stödja.", "I want to support.");
    Body {
        erased: false,
        thoughts: vec![Thought { title, words }],
        versions: vec![shown(ui, confirmed)],
        earlier: Vec::new(),
        ui: ui.clone(),
    }
}

fn preparation(lang: Lang, shared: bool) -> String {
    let ui = Ui::plain(lang);
    let page = PreparationPage {
        case_id: Uuid::nil(),
        back: "/path".into(),
        hints: hints(&ui, Party::Participant),
        others: ui.t2("agreements-and", ("one", "other"), "Pekka Niemi", "Aino Laine"),
        words: aims(&ui),
        rev: 1,
        saved_at: Some(at()),
        shared,
        clash: shared.then(|| aims(&ui)),
        open: true,
        erased: false,
        sheet: Sheet::empty(),
        ui,
    };
    page.render().unwrap_or_default()
}

fn page(ui: Ui, room: bool) -> AgreedPage {
    AgreedPage {
        case_id: Uuid::nil(),
        back: "/path".into(),
        lead: ui.t1("agreements-lead", "names", "Pekka Niemi"),
        room,
        body: body(&ui, true),
        form: None,
        ask: Some(("/path".into(), ui.t("agreements-verb-confirm"))),
        may_note: true,
        is_supervisor: false,
        supervisor: "Pekka Niemi".into(),
        links: vec![("/path".into(), ui.t("agreements-to-goals"))],
        ui,
    }
}

fn agreed(lang: Lang, room: bool) -> String {
    page(Ui::plain(lang), room).render().unwrap_or_default()
}

fn form(ui: &Ui, theirs: Option<Shown>, sheet: Sheet) -> NoteForm {
    NoteForm {
        version: 1,
        rev: 0,
        picks: view::picks(ui, &Terms::default(), (Shared::ALL, &[Shared::Aims])),
        kept: if theirs.is_some() { vec!["aims", "timetable"] } else { Vec::new() },
        theirs,
        sheet,
        who: ui.t1("agreements-who", "name", "Maija Virtanen"),
        submit: ui.t("agreements-note"),
        together: Fields::default(),
    }
}

fn note(lang: Lang) -> String {
    let ui = Ui::plain(lang);
    let words = Words::of(Vec::new());
    let mut check = Check::new(lang, &words);
    check.text("aims", "fault-agreements-aims");
    let sheet = check.done::<()>(None).err().map(|sheet| *sheet).unwrap_or_default();
    let form = form(&ui, None, sheet);
    AgreedPage { form: Some(form), ..page(ui, false) }.render().unwrap_or_default()
}

fn clash(lang: Lang) -> String {
    let ui = Ui::plain(lang);
    let form = form(&ui, Some(shown(&ui, false)), Sheet::empty());
    AgreedPage { form: Some(form), ..page(ui, true) }.render().unwrap_or_default()
}

fn confirmation(lang: Lang, is_participant: bool) -> String {
    let ui = Ui::plain(lang);
    let page = ConfirmationPage {
        case_id: Uuid::nil(),
        one: shown(&ui, false),
        rev: 0,
        is_participant,
        picks: view::picks(&ui, &Terms::default(), (Shared::ALL, &[Shared::Aims])),
        supervisor: "Pekka Niemi".into(),
        asked: true,
        ui,
    };
    page.render().unwrap_or_default()
}

fn seen(lang: Lang) -> String {
    let ui = Ui::plain(lang);
    let page = SeenPage {
        case_id: Uuid::nil(),
        title: ui.t1("agreements-preview-link", "name", "Pekka Niemi"),
        theirs: body(&ui, true),
        picks: view::picks(&ui, &Terms::default(), (Shared::ALL, &[Shared::Aims])),
        rev: 0,
        may_confirm: true,
        shares: vec!["aims"],
        ui,
    };
    page.render().unwrap_or_default()
}

fn signature(lang: Lang) -> String {
    let ui = Ui::plain(lang);
    let line = |party: Party| Line {
        role: ui.t(&format!("agreements-party-{party}")),
        name: "Maija Virtanen".into(),
        day: if party == Party::Participant { ui.date(&at()) } else { String::new() },
    };
    let page = SignaturePage {
        case_id: Uuid::nil(),
        lead: ui.t("agreements-sign-lead"),
        one: shown(&ui, true),
        lines: Party::ALL.iter().copied().map(line).collect(),
        may_sign: true,
        sheet: Sheet::empty(),
        ui,
    };
    page.render().unwrap_or_default()
}

fn link(lang: Lang, open: bool) -> String {
    let action = if open { "/v/token".to_owned() } else { String::new() };
    LinkPage { ui: Ui::plain(lang), action }.render().unwrap_or_default()
}

fn stuck_page(lang: Lang, some: bool) -> String {
    let ui = Ui::plain(lang);
    let one = Stuck { person_id: Uuid::nil(), name: "Maija Virtanen".into(), since: at() };
    let lines = if some { vec![one] } else { Vec::new() };
    let round = said(&ui, "Syksy 2023", "Hösten 2023", "Autumn 2023");
    stuck::page(ui, (Uuid::nil(), round), (&lines, at() + chrono::Duration::days(9))).render().unwrap_or_default()
}

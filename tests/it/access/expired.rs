//! Not signed in: every page leads to sign-in and back; every form whose session has ended keeps what was typed.
use std::collections::BTreeMap;

use urasilta::{
    privacy::session,
    walk::{FieldKind, Form},
    world::town::answer_all,
};

use super::{
    ask::Asker,
    crawl::{Found, ids_in},
    twin::twin,
};

const TYPED: &str = "Tämän kirjoitin omin sanoin ennen kuin istunto päättyi, enkä haluaisi kirjoittaa uudelleen.";

/// Forms that keep nothing, and why.
const EXEMPT: &[(&str, &str)] = &[
    ("/signout", "whoever wants out gets out, signed in or not"),
    ("/staff/import", "a browser does not give a file twice; it is chosen anew"),
    ("/blueprints/file", "a browser does not give a file twice; it is chosen anew"),
    ("/me/password", "passwords never go back to a page"),
    ("/me/second-factor", "codes never go back to a page"),
];

/// Passwords and codes.
const SECRET: [&str; 4] = ["old", "new", "password", "code"];

/// One form of each route and set of fields, with its browser.
fn one_each(askers: &[Asker]) -> Vec<(usize, Found)> {
    let mut found: BTreeMap<String, (usize, Found)> = BTreeMap::new();
    for (at, asker) in askers.iter().enumerate() {
        for form in asker.seen.forms.iter().filter(|form| form.is_post) {
            let fields: Vec<&str> = form
                .form
                .fields
                .iter()
                .map(|field| field.name.as_str())
                .filter(|name| ids_in(name).is_empty())
                .collect();
            found.entry(format!("{} {fields:?}", form.route)).or_insert((at, form.clone()));
        }
    }
    found.into_values().collect()
}

fn typed(form: &Form) -> Form {
    let mut form = form.clone();
    for field in form.fields.iter_mut().filter(|field| field.kind == FieldKind::Words) {
        field.values = vec![TYPED.to_owned()];
    }
    answer_all(&mut form, TYPED, |_, _| 0);
    form
}

#[tokio::test]
async fn what_was_typed_survives_the_end_of_the_session_in_every_form() {
    let twin = twin().await;
    let stage = twin.stage().await;
    let mut askers = Vec::new();
    for member in twin.cast.all() {
        askers.push(Asker::member(&stage, member).await);
    }
    let (mut tried, mut with_words) = (0, 0);
    for (at, found) in one_each(&askers) {
        let asker = &mut askers[at];
        let human = asker.who.as_ref().unwrap().human;
        if ["/signout", "/staff/import", "/blueprints/file"].contains(&found.route.as_str()) {
            continue;
        }
        let form = typed(&found.form);
        let mut tx = stage.write().await;
        session::end_all(&mut tx, human).await.unwrap();
        tx.commit().await.unwrap();
        let what = format!("{} on {} as {}", found.route, found.on, asker.name());
        let page =
            asker.actor.send("POST", &form.action, Some(serde_html_form::to_string(form.pairs()).unwrap())).await;
        assert_eq!(page.status, 401, "{what}: {}", page.words());
        assert!(page.html().contains("href=\"/signin\""), "{what}");
        let kept = page.form(&form.action, "").unwrap_or_else(|| panic!("{what}: the form is gone"));
        for (name, value) in form.pairs().into_iter().filter(|(name, _)| !name.starts_with('_')) {
            let is_there = kept.pairs().contains(&(name.clone(), value.clone()));
            assert_eq!(is_there, !SECRET.contains(&name.as_str()), "{what}: {name}");
            with_words += usize::from(value == TYPED);
        }
        // Signed in again in another window, the same person sends it on; what is open to all goes on without.
        let signed_in = stage.back(asker.actor.clone(), human).await;
        let is_public = found.route == "/services/{id}/precheck";
        if !is_public {
            asker.actor.clone_from(&signed_in);
        }
        let page =
            asker.actor.send("POST", &kept.action, Some(serde_html_form::to_string(kept.pairs()).unwrap())).await;
        let status = page.status.as_u16();
        assert!([200, 303, 404, 409, 422].contains(&status), "{what}: {status} {}", page.words());
        asker.actor = signed_in;
        tried += 1;
        stage.run_jobs().await;
    }
    eprintln!("{tried} forms, {with_words} typed fields, {} exempt: {EXEMPT:?}", EXEMPT.len());
    assert!(tried > 40 && with_words > 40, "{tried} {with_words}");
    stage.house().mailer.take();
    stage.end().await;
}

#[tokio::test]
async fn every_page_leads_a_visitor_to_sign_in_and_back_to_itself() {
    let twin = twin().await;
    let stage = twin.stage().await;
    let mut visitor = Asker::visitor(&stage).await;
    let mut led = 0;
    for member in twin.cast.all() {
        let addresses: Vec<String> =
            Asker::member(&stage, member).await.seen.visits.into_iter().map(|visit| visit.address).collect();
        for address in addresses {
            let page = visitor.get(&address).await;
            let Some(to) = page.headers.get("location").map(|to| to.to_str().unwrap().to_owned()) else { continue };
            let Some(query) = to.strip_prefix("/signin?") else { continue };
            let next = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "next");
            assert_eq!(next.map(|(_, value)| value.into_owned()), Some(address));
            led += 1;
        }
    }
    assert!(led > 200, "{led}");
    stage.end().await;
}

//! What waits for each of the three, one verb a row.
use super::{
    store::lists::{self, Awaiting},
    terms::Terms,
};
use crate::{
    clock,
    db::Tx,
    house::waiting::{Awaited, Found, Waiting},
    privacy::Role,
};

/// What is asked of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ask {
    Prepare,
    Note,
    Confirm,
    Sign,
}

impl Ask {
    fn keys(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Ask::Prepare => ("agreements-wait-prepare", "agreements-wait-prepare-text", "agreements-verb-prepare"),
            Ask::Note => ("agreements-wait-note", "agreements-wait-note-text", "agreements-verb-note"),
            Ask::Confirm => ("agreements-wait-confirm", "agreements-wait-confirm-text", "agreements-verb-confirm"),
            Ask::Sign => ("agreements-wait-sign", "agreements-wait-sign-text", "agreements-verb-sign"),
        }
    }

    fn page(self) -> &'static str {
        match self {
            Ask::Prepare => "preparation",
            Ask::Note => "agreed",
            Ask::Confirm => "agreed/confirmation",
            Ask::Sign => "agreed/signature",
        }
    }
}

pub async fn find(tx: &mut Tx, awaited: &Awaited) -> Found {
    let cases = lists::awaiting(tx, &awaited.grant, awaited.role).await?;
    let row = |case: &Awaiting| match asked(case, awaited.role) {
        Some(ask) => Some(row(awaited, case, ask)),
        None => known(awaited, case),
    };
    Ok(cases.iter().filter_map(row).collect())
}

/// For a supervisor of whom nothing is asked: the way to what has been agreed with each.
fn known(awaited: &Awaited, case: &Awaiting) -> Option<Waiting> {
    let agrees = case.version.is_some() || case.step_state.is_some();
    (awaited.role == Role::Supervisor && agrees).then(|| Waiting {
        title: case.name.clone(),
        meta: awaited.lang.t("agreements-title"),
        href: format!("/cases/{}/agreed", case.case_id),
        verb: String::new(),
        due: None,
        person_id: Some(case.person_id),
    })
}

fn row(awaited: &Awaited, case: &Awaiting, ask: Ask) -> Waiting {
    let (title, text, verb) = ask.keys();
    let (title, text) = (awaited.lang.t(title), awaited.lang.t(text));
    let own = awaited.role == Role::Participant;
    Waiting {
        meta: if own { text } else { title.clone() },
        title: if own { title } else { case.name.clone() },
        href: format!("/cases/{}/{}", case.case_id, ask.page()),
        verb: awaited.lang.t(verb),
        // A word that the others wait for comes before what has days left.
        due: matches!(ask, Ask::Confirm | Ask::Sign).then(|| clock::day(awaited.now)),
        person_id: (!own).then_some(case.person_id),
    }
}

fn asked(case: &Awaiting, role: Role) -> Option<Ask> {
    if case.version.is_none() {
        let all = case.coach_human_id.is_some() && case.supervisor_human_id.is_some();
        let ready = case.step_state.as_deref().is_some_and(|state| state != "waiting");
        return match role {
            _ if case.step_state.is_none() || !all => None,
            Role::Coach => ready.then_some(Ask::Note),
            _ => case.prepared_at.is_none().then_some(Ask::Prepare),
        };
    }
    let signed = case.terms.as_deref().is_some_and(|terms| Terms::read(terms).signed);
    let confirmed = case.confirmed_at.is_some();
    let same = case.supervisor_id == case.supervisor_human_id;
    let stale = confirmed && case.supervisor_human_id.is_some() && !same;
    let tap = if signed { Ask::Sign } else { Ask::Confirm };
    match role {
        Role::Supervisor => (confirmed && same && case.supervisor_confirmed_at.is_none()).then_some(tap),
        Role::Coach => (confirmed && !stale && case.coach_confirmed_at.is_none()).then_some(tap),
        _ if !confirmed || stale => Some(Ask::Confirm),
        _ => (signed && case.participant_signed_at.is_none()).then_some(Ask::Sign),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn case() -> Awaiting {
        Awaiting {
            case_id: Uuid::nil(),
            person_id: Uuid::nil(),
            name: "Maija Virtanen".into(),
            coach_human_id: Some(Uuid::from_u128(2)),
            supervisor_human_id: Some(Uuid::from_u128(3)),
            version: None,
            terms: None,
            confirmed_at: None,
            supervisor_id: None,
            supervisor_confirmed_at: None,
            coach_confirmed_at: None,
            participant_signed_at: None,
            prepared_at: None,
            step_state: Some("ready".into()),
        }
    }

    fn of_all(case: &Awaiting) -> [Option<Ask>; 3] {
        [Role::Participant, Role::Supervisor, Role::Coach].map(|role| asked(case, role))
    }

    #[test]
    fn each_is_asked_one_thing_in_turn_and_the_supervisor_nothing_before_the_participant_has_confirmed() {
        let at = Some(clock::start_of(clock::read_day("2.10.2023").unwrap()));
        assert_eq!(of_all(&case()), [Some(Ask::Prepare), Some(Ask::Prepare), Some(Ask::Note)]);
        assert_eq!(of_all(&Awaiting { supervisor_human_id: None, ..case() }), [None; 3]);
        assert_eq!(of_all(&Awaiting { step_state: None, ..case() }), [None; 3]);
        let noted = Awaiting { version: Some(1), ..case() };
        assert_eq!(of_all(&noted), [Some(Ask::Confirm), None, None]);
        let confirmed = Awaiting { confirmed_at: at, supervisor_id: noted.supervisor_human_id, ..noted };
        assert_eq!(of_all(&confirmed), [None, Some(Ask::Confirm), Some(Ask::Confirm)]);
        let other = Awaiting { supervisor_human_id: Some(Uuid::from_u128(4)), ..confirmed.clone() };
        assert_eq!(of_all(&other), [Some(Ask::Confirm), None, None]);
        let signed = Awaiting { terms: Some(r#"{"signed":true}"#.into()), ..confirmed.clone() };
        assert_eq!(of_all(&signed), [Some(Ask::Sign); 3]);
        let all = Awaiting { supervisor_confirmed_at: at, coach_confirmed_at: at, ..confirmed };
        assert_eq!(of_all(&all), [None; 3]);
    }
}

//! An invitation as the invited person reads it: what it is, who sees what, and a yes or a no that costs nothing.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::shown;
use crate::{
    clock,
    db::Tx,
    desk::{Desk, Posted, see_other},
    house::Sample,
    ident,
    intake::{
        named,
        scene::Scene,
        store::invitations::{self, Invitation, InvitationState},
    },
    privacy::Class,
    programmes::{self, Blueprint, Round, SupervisorPart},
    text::Lang,
    web::{Answer, Check, Failure, Sheet, Ui},
};

#[derive(Template)]
#[template(path = "intake/pages/invitation.html")]
struct InvitationPage {
    ui: Ui,
    id: Uuid,
    service_id: Uuid,
    service: String,
    summary: String,
    visits: i32,
    answer_by: String,
    /// The supervisor is told of a yes.
    told: bool,
    /// What is kept, and who sees it.
    sights: Vec<(String, String)>,
    /// What has become of it; `invited` while it can be answered.
    outcome: &'static str,
    is_open: bool,
    sheet: Sheet,
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let invitation = own(&desk, &mut tx, id).await?;
    let page = page(&desk, &mut tx, (&invitation, Sheet::empty())).await?;
    desk.page(&page)
}

async fn own(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<Invitation, Failure> {
    let grant = desk.grant(tx, id, Class::Own).await?;
    invitations::invitation(tx, &grant).await?.ok_or(Failure::NotFound)
}

/// An invitation whose day is over counts as lapsed, also before the clock's job has come round to it.
fn outcome(invitation: &Invitation, now: clock::Moment) -> InvitationState {
    let over = now >= clock::end_of(invitation.answer_by);
    match invitation.state {
        InvitationState::Invited if over => InvitationState::Lapsed,
        state => state,
    }
}

async fn page(desk: &Desk, tx: &mut Tx, (own, sheet): (&Invitation, Sheet)) -> Result<InvitationPage, Failure> {
    let round = programmes::round(tx, own.round_id).await?.ok_or(Failure::NotFound)?;
    let blueprint = programmes::blueprint_of(tx, &round).await?;
    Ok(shown_as(desk.ui(), (&round, &blueprint), (own, outcome(own, desk.now)), sheet))
}

fn shown_as(
    ui: Ui,
    (round, blueprint): (&Round, &Blueprint),
    (own, outcome): (&Invitation, InvitationState),
    sheet: Sheet,
) -> InvitationPage {
    let lang = ui.lang;
    let said = |sight: &programmes::blueprint::Sight| (sight.what.say(lang).to_owned(), sight.who.say(lang).to_owned());
    InvitationPage {
        id: own.id,
        service_id: round.id,
        service: blueprint.name.say(lang).to_owned(),
        summary: blueprint.summary.say(lang).to_owned(),
        visits: own.visits,
        answer_by: clock::show_day(own.answer_by),
        told: round.supervisor_part != SupervisorPart::IsNotTold,
        sights: blueprint.visibility.iter().map(said).collect(),
        outcome: outcome.code(),
        is_open: outcome == InvitationState::Invited,
        sheet,
        ui,
    }
}

pub async fn accept(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let invitation = own(&desk, &mut act, id).await?;
    if outcome(&invitation, desk.now) != InvitationState::Invited {
        return Ok(see_other(&format!("/invitations/{id}")));
    }
    let mut check = Check::new(desk.lang, &words);
    if words.get("consent") != "yes" {
        check.fault("consent", "fault-intake-invitation-consent");
    }
    if let Err(sheet) = check.done(Some(())) {
        return desk.faulty(&page(&desk, &mut act, (&invitation, *sheet)).await?);
    }
    named::accept(&mut act, &invitation, Scene::of(&desk)).await?;
    desk.done(act, &format!("/invitations/{id}?done=done-intake-invitation-accepted")).await
}

pub async fn decline(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let invitation = own(&desk, &mut act, id).await?;
    if outcome(&invitation, desk.now) != InvitationState::Invited {
        return Ok(see_other(&format!("/invitations/{id}")));
    }
    named::end(&mut act, &invitation, InvitationState::Declined, Scene::of(&desk)).await?;
    desk.done(act, &format!("/invitations/{id}?done=done-intake-invitation-declined")).await
}

pub fn samples() -> Vec<Sample> {
    fn page(lang: Lang, outcome: InvitationState) -> String {
        let page = InvitationPage {
            ui: Ui::plain(lang),
            id: ident::of("sample", "invitation"),
            service_id: Uuid::nil(),
            service: shown::sample_service(lang),
            summary: String::new(),
            visits: 4,
            answer_by: "9.4.2018".into(),
            told: true,
            sights: vec![(lang.t("intake-invitation-is"), lang.t("intake-invitation-who"))],
            outcome: outcome.code(),
            is_open: outcome == InvitationState::Invited,
            sheet: Sheet::empty(),
        };
        page.render().unwrap_or_default()
    }
    vec![
        Sample { name: "intake/invitation", render: |lang| page(lang, InvitationState::Invited) },
        Sample { name: "intake/invitation-accepted", render: |lang| page(lang, InvitationState::Accepted) },
        Sample { name: "intake/invitation-declined", render: |lang| page(lang, InvitationState::Declined) },
        Sample { name: "intake/invitation-lapsed", render: |lang| page(lang, InvitationState::Lapsed) },
    ]
}

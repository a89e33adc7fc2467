//! A supervisor's pair: who it is, how to reach them, and tips for three conversations.
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use crate::{
    db::Tx,
    desk::{Desk, Posted},
    events::Event,
    privacy::{self, Class},
    track::{
        path::TALKS,
        record::Answer as Says,
        store::{self, pairs::Partner},
    },
    web::{Answer, Failure, Ui},
};

/// A tip for a conversation: its name and what to do in it.
pub struct Tip {
    pub name: String,
    pub steps: Vec<String>,
}

#[derive(Template)]
#[template(path = "track/pages/pair.html")]
pub struct PairPage {
    pub ui: Ui,
    pub id: Uuid,
    pub back: String,
    /// Names with work addresses.
    pub others: Vec<(String, String)>,
    pub answer: Says,
    pub talks: i32,
    pub talked: String,
    pub all_held: bool,
    pub tips: Vec<Tip>,
}

impl PairPage {
    fn path(&self, rest: &str) -> String {
        format!("/track/pairs/{}{rest}", self.id)
    }

    fn is(&self, code: &str) -> bool {
        self.answer.code() == code
    }
}

/// The reader among the members of the pair, and the others.
async fn pair(desk: &Desk, tx: &mut Tx, id: Uuid) -> Result<(Partner, Vec<Partner>), Failure> {
    let grant = desk.grant(tx, id, Class::Agreed).await?;
    let me = grant.human_id();
    let (own, others): (Vec<_>, Vec<_>) =
        store::pairs::partners(tx, &grant).await?.into_iter().partition(|one| one.supervisor_id == me);
    desk.note(&grant, &others.iter().filter_map(|one| one.person_id).collect::<Vec<_>>());
    Ok((own.into_iter().next().ok_or(Failure::NotFound)?, others))
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let (own, others) = pair(&desk, &mut tx, id).await?;
    let ids: Vec<Uuid> = others.iter().map(|one| one.supervisor_id).collect();
    let names = privacy::human_names(&mut tx, &ids).await?;
    let named = others.iter().map(|one| {
        (names.get(&one.supervisor_id).cloned().unwrap_or_default(), one.address.clone().unwrap_or_default())
    });
    desk.page(&page(desk.ui(), (id, own.round_id), named.collect(), (own.answer, own.talks)))
}

pub fn page(
    ui: Ui,
    (id, round_id): (Uuid, Uuid),
    others: Vec<(String, String)>,
    (answer, talks): (Says, i32),
) -> PairPage {
    PairPage {
        id,
        back: format!("/track/{round_id}"),
        others,
        answer,
        talks,
        talked: ui.t2("track-talks-of", ("n", "of"), talks, TALKS),
        all_held: talks >= TALKS,
        tips: tips(&ui),
        ui,
    }
}

fn tips(ui: &Ui) -> Vec<Tip> {
    let tip = |name: &str, steps: [&str; 3]| Tip { name: ui.t(name), steps: steps.map(|key| ui.t(key)).to_vec() };
    vec![
        tip("track-tip-first", ["track-tip-first-a", "track-tip-first-b", "track-tip-first-c"]),
        tip("track-tip-second", ["track-tip-second-a", "track-tip-second-b", "track-tip-second-c"]),
        tip("track-tip-third", ["track-tip-third-a", "track-tip-third-b", "track-tip-third-c"]),
    ]
}

/// The supervisor accepts the pair, or asks for another.
pub async fn answer(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (own, _) = pair(&desk, &mut act, id).await?;
    let says = match words.get("say") {
        "accepted" => Says::Accepted,
        "swap" => Says::Swap,
        _ => return Err(Failure::Conflict("conflict-changed")),
    };
    if store::pairs::answer(&mut act, (id, own.member_id), says, desk.now).await? {
        let what = if says == Says::Swap { "track.pair_swap_asked" } else { "track.pair_accepted" };
        let event = Event::new(what, id, own.controller_id, desk.now).fact("member", own.member_id.to_string());
        desk.event(&mut act, event).await?;
    }
    let done = if says == Says::Swap { "done-track-swap" } else { "done-track-accepted" };
    desk.done(act, &format!("/track/pairs/{id}?done={done}")).await
}

/// One more of the three conversations has been held.
pub async fn talk(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let (own, _) = pair(&desk, &mut act, id).await?;
    let known = words.get("known").parse().map_err(|_| Failure::Conflict("conflict-changed"))?;
    if !store::pairs::talked(&mut act, (id, own.member_id), (known, TALKS)).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let event = Event::new("track.talk_held", id, own.controller_id, desk.now).fact("talks", known + 1);
    desk.event(&mut act, event).await?;
    desk.done(act, &format!("/track/pairs/{id}?done=done-track-talk")).await
}

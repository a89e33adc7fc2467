//! Sparring pairs, for the coordinator: the proposal, changed by hand, published.
use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use crate::{
    db::Tx,
    desk::{Act, Desk, Posted},
    events::Event,
    privacy::{self, Class, Edge, Purpose, Reader},
    track::{
        letters,
        pairs::{self, Group, Peer},
        path::{self, Kind},
        reach::{self, Reach},
        record::Answer as Says,
        store::{self, pairs::Paired, round::Leader},
    },
    web::{Answer, Failure, Fault, Sheet, Ui, Words},
};

/// A supervisor with the pair that is proposed.
pub struct Line {
    /// The field of the form.
    pub field: String,
    pub name: String,
    pub unit: String,
    pub answer: String,
    pub tag: &'static str,
    pub choices: Vec<Choice>,
    pub error: String,
}

pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

#[derive(Template)]
#[template(path = "track/pages/pairs.html")]
pub struct PairsPage {
    pub ui: Ui,
    pub round_id: Uuid,
    pub round: String,
    pub rev: i64,
    /// What the reader is looking at: a first proposal, pairs that stand, or a proposal that mends them.
    pub lead: String,
    pub lines: Vec<Line>,
    pub sheet: Sheet,
}

impl PairsPage {
    fn action(&self) -> String {
        format!("/rounds/{}/pairs", self.round_id)
    }

    fn back(&self) -> String {
        format!("/rounds/{}/track", self.round_id)
    }
}

/// The pairs of a round as they stand.
struct Scene {
    reach: Reach,
    supervisors: Vec<Leader>,
    paired: Vec<Paired>,
    rev: i64,
}

impl Scene {
    async fn open(desk: &Desk, tx: &mut Tx, round_id: Uuid) -> Result<Scene, Failure> {
        let reach = reach::reach(desk, tx, round_id).await?;
        if !reach.is_coordinator() || path::step_of(&reach.blueprint, Kind::Sparring).is_none() {
            return Err(Failure::NotFound);
        }
        let supervisors = store::round::supervisors(tx, &reach).await?;
        desk.note(&reach.grant, &supervisors.iter().filter_map(|one| one.person_id).collect::<Vec<_>>());
        let paired = store::pairs::pairs(tx, &reach).await?;
        let rev = store::pairs::rev(tx, &reach).await?;
        Ok(Scene { reach, supervisors, paired, rev })
    }

    /// Pairs that stand, by their ids.
    fn standing(&self) -> BTreeMap<Uuid, Vec<&Paired>> {
        let mut found: BTreeMap<Uuid, Vec<&Paired>> = BTreeMap::new();
        for one in self.paired.iter().filter(|one| one.ended_at.is_none()) {
            found.entry(one.pair_id).or_default().push(one);
        }
        found
    }

    fn proposal(&self) -> Vec<Group> {
        let peers: Vec<Peer> = self.supervisors.iter().map(Leader::peer).collect();
        let here = |id: &Uuid| peers.iter().any(|peer| peer.id == *id);
        let standing = self.standing();
        let content: Vec<Group> = standing
            .values()
            .filter(|group| group.len() > 1)
            .filter(|group| group.iter().all(|one| one.answer != Says::Swap && here(&one.supervisor_id)))
            .map(|group| group.iter().map(|one| one.supervisor_id).collect())
            .collect();
        pairs::reform(&peers, &content, &self.apart(), self.reach.round_id)
    }

    /// Whoever has asked for another pair, and with whom they were.
    fn apart(&self) -> Vec<(Uuid, Uuid)> {
        let asks = self.paired.iter().filter(|one| one.answer == Says::Swap);
        let others = |one: &Paired| {
            let (pair, me) = (one.pair_id, one.supervisor_id);
            let with = move |other: &&Paired| other.pair_id == pair && other.supervisor_id != me;
            self.paired.iter().filter(with).map(move |other| (me, other.supervisor_id)).collect::<Vec<_>>()
        };
        asks.flat_map(others).collect()
    }

    async fn page(&self, desk: &Desk, tx: &mut Tx, sheet: Sheet) -> Result<PairsPage, Failure> {
        let ui = desk.ui();
        let ids: Vec<Uuid> = self.supervisors.iter().map(|one| one.supervisor_id).collect();
        let names = privacy::human_names(tx, &ids).await?;
        let proposal = self.proposal();
        let stands: BTreeSet<Group> =
            self.standing().values().map(|group| group.iter().map(|one| one.supervisor_id).collect()).collect();
        let lead = if stands.is_empty() {
            "track-pairs-first"
        } else if proposal.iter().cloned().collect::<BTreeSet<_>>() == stands {
            "track-pairs-stand"
        } else {
            "track-pairs-mend"
        };
        let named: Vec<(&Leader, String)> = self
            .supervisors
            .iter()
            .map(|one| (one, names.get(&one.supervisor_id).cloned().unwrap_or_default()))
            .collect();
        let round = ui.say(&self.reach.round.name()).to_owned();
        Ok(shown(ui, (self.reach.round_id, round, self.rev), (lead, &named, &proposal), sheet))
    }
}

/// The key of what is shown, the supervisors with their names, and the groups.
type Parts<'p> = (&'static str, &'p [(&'p Leader, String)], &'p [Group]);

pub fn shown(
    ui: Ui,
    (round_id, round, rev): (Uuid, String, i64),
    (lead, named, proposal): Parts<'_>,
    sheet: Sheet,
) -> PairsPage {
    let most = (named.len() / 2).max(1);
    let line = |(one, name): &(&Leader, String)| {
        let field = format!("pair-{}", one.supervisor_id);
        let at = proposal.iter().position(|group| group.contains(&one.supervisor_id));
        let proposed = at.map(|at| (at + 1).to_string()).unwrap_or_default();
        let typed = sheet.words.pairs().any(|(name, _)| name == field);
        let value = if typed { sheet.value(&field).to_owned() } else { proposed };
        let choice = |n: usize| Choice {
            value: n.to_string(),
            label: ui.t1("track-pair-number", "n", n),
            chosen: value == n.to_string(),
        };
        let (answer, tag) = match one.answer {
            None => (String::new(), ""),
            Some(Says::Waiting) => (ui.t("track-answer-waiting"), "wait"),
            Some(Says::Accepted) => (ui.t("track-answer-accepted"), "done"),
            Some(Says::Swap) => (ui.t("track-answer-swap"), "wait"),
        };
        Line {
            name: name.clone(),
            unit: one.unit_name.clone().unwrap_or_default(),
            answer,
            tag,
            choices: (1..=most).map(choice).collect(),
            error: sheet.error(&field).to_owned(),
            field,
        }
    };
    PairsPage { round_id, round, rev, lead: ui.t(lead), lines: named.iter().map(line).collect(), sheet, ui }
}

pub async fn show(desk: Desk, Path(id): Path<Uuid>) -> Answer {
    let mut tx = desk.read().await?;
    let scene = Scene::open(&desk, &mut tx, id).await?;
    let page = scene.page(&desk, &mut tx, Sheet::empty()).await?;
    desk.page(&page)
}

/// The groups as they were chosen, or the field where one is too small or too large.
fn read(supervisors: &[Leader], words: &Words) -> Result<Vec<Group>, String> {
    let mut groups: BTreeMap<u32, Group> = BTreeMap::new();
    for one in supervisors {
        let said = words.get(&format!("pair-{}", one.supervisor_id));
        if let Ok(number) = said.parse() {
            groups.entry(number).or_default().push(one.supervisor_id);
        }
    }
    let unfit = groups.values().find(|group| !(2..=3).contains(&group.len()));
    match unfit.and_then(|group| group.first()) {
        Some(id) => Err(format!("pair-{id}")),
        None => Ok(groups.into_values().collect()),
    }
}

/// Publishes the pairs: those that stay keep what they have said, the others are told of their new pair.
pub async fn publish(Path(id): Path<Uuid>, Posted { desk, words }: Posted) -> Answer {
    let mut act = desk.act(&words).await?;
    let scene = Scene::open(&desk, &mut act, id).await?;
    let groups = match read(&scene.supervisors, &words) {
        Ok(groups) => groups,
        Err(name) => {
            let faults = vec![Fault { name, text: desk.lang.t("fault-track-pair-size") }];
            let page = scene.page(&desk, &mut act, Sheet { words: words.clone(), faults }).await?;
            return desk.faulty(&page);
        }
    };
    let controller = scene.reach.round.controller_id;
    let rev = words.get("rev").parse().map_err(|_| Failure::Conflict("conflict-changed"))?;
    if !store::pairs::take_rev(&mut act, (id, controller), rev, desk.now).await? {
        return Err(Failure::Conflict("conflict-changed"));
    }
    let event = Event::new("track.pairs_published", id, controller, desk.now).fact("pairs", groups.len());
    let because_event = desk.event(&mut act, event).await?;
    let mut kept: BTreeSet<Group> = BTreeSet::new();
    for (pair_id, members) in scene.standing() {
        let mut group: Group = members.iter().map(|one| one.supervisor_id).collect();
        group.sort_unstable();
        let asks = members.iter().any(|one| one.answer == Says::Swap);
        if !asks && groups.iter().any(|other| same(other, &group)) {
            kept.insert(group);
        } else {
            store::pairs::end(&mut act, pair_id, desk.now).await?;
            privacy::close(&mut act, pair_id, Class::Agreed, desk.now).await?;
        }
    }
    for group in groups.iter().filter(|group| !kept.iter().any(|other| same(group, other))) {
        form(&desk, &mut act, (id, controller, group), because_event).await?;
    }
    desk.done(act, &format!("/rounds/{id}/pairs?done=done-track-pairs")).await
}

fn same(a: &Group, b: &Group) -> bool {
    a.len() == b.len() && a.iter().all(|id| b.contains(id))
}

/// Forms a pair: each of it may see who the others are, and is told that a pair waits.
async fn form(
    desk: &Desk,
    act: &mut Act,
    (round_id, controller_id, group): (Uuid, Uuid, &Group),
    because_event: Uuid,
) -> Result<(), Failure> {
    let mut members = Vec::new();
    for supervisor_id in group {
        members.push(store::member(act, (round_id, controller_id), *supervisor_id).await?);
    }
    let pair_id = store::pairs::form(act, round_id, &members, desk.now).await?;
    for supervisor_id in group {
        let edge = Edge {
            reader: Reader::Human(*supervisor_id),
            resource: pair_id,
            class: Class::Agreed,
            purpose: Purpose::Supervision,
            from: desk.now,
            until: Edge::open_end(),
            because_event,
            controller_id,
        };
        privacy::open_edge(act, &edge).await?;
        let path = format!("/track/pairs/{pair_id}");
        letters::tell(act, &desk.house, *supervisor_id, ("track-mail-pair", &path)).await?;
    }
    Ok(())
}

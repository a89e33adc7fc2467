//! SQL of programmes, blueprint versions and rounds.
pub(super) mod draft;
mod version;
pub(super) mod kickoff;

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use chrono::NaiveDate;
use uuid::Uuid;

pub(super) use version::{
    VersionLine, add_erratum, base_of, hash_of, highest_version, is_retired, latest_versions, newest_of, retire,
    source_of, version_line, versions_of,
};

use super::{
    NewRound, Round, RoundState, Selection,
    blueprint::{self, Blueprint},
    lottery,
};
use crate::{
    clock::Moment,
    db::{Error, FromRow, Result, Tx},
    events::Event,
    ident,
    privacy::{self, Class, Edge, Purpose, Reader, Role},
};

const ROUND: &str = "select id, controller_id, programme_id, blueprint_id, name, state, opens_on, closes_on, places, visits, \
                     visits_per_package, supervisor_part, selection, offer_days, hand_on, returns_unused, \
                     lottery_commitment, lottery_seed, (select max(e.number) from blueprint_erratum e where \
                     e.base_id = round.blueprint_id) as erratum, rev from round";

pub async fn round(tx: &mut Tx, id: Uuid) -> Result<Option<Round>> {
    tx.compose(&[ROUND, "where id = $1"]).bind(id).optional().await
}

/// The rounds of an organisation, the newest first.
pub async fn rounds_of(tx: &mut Tx, controller_id: Uuid) -> Result<Vec<Round>> {
    tx.compose(&[ROUND, "where controller_id = $1 order by opens_on desc, id desc"]).bind(controller_id).all().await
}

/// The rounds that are open, the one that closes first at the top. Their dates are theirs: see [`Round::takes_applications`].
pub async fn open_rounds(tx: &mut Tx) -> Result<Vec<Round>> {
    tx.compose(&[ROUND, "where state = $1 order by closes_on, id"]).bind(RoundState::Open).all().await
}

/// Makes a planned round; gives its id.
pub async fn create_round(tx: &mut Tx, new: &NewRound, now: Moment) -> Result<Uuid> {
    let id = ident::at(now);
    tx.sql(
        "insert into round (id, controller_id, programme_id, blueprint_id, name, state, opens_on, closes_on, places, visits, \
         visits_per_package, supervisor_part, selection, offer_days, hand_on, returns_unused, created_at, moved_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)",
    )
    .bind(id)
    .bind(new.controller_id)
    .bind(new.programme_id)
    .bind(new.blueprint_id)
    .bind(serde_json::to_string(&new.name).unwrap_or_default())
    .bind(RoundState::Planned)
    .bind(new.opens_on)
    .bind(new.closes_on)
    .bind(new.places)
    .bind(new.places.saturating_mul(new.visits_per_package))
    .bind(new.visits_per_package)
    .bind(new.supervisor_part)
    .bind(new.selection)
    .bind(new.offer_days)
    .bind(new.hand_on)
    .bind(new.returns_unused)
    .bind(now)
    .execute()
    .await?;
    Ok(id)
}

/// Gives a planned round other terms; false when somebody else was first or applications have opened.
pub(super) async fn edit_round(tx: &mut Tx, (id, rev): (Uuid, i64), new: &NewRound) -> Result<bool> {
    let edited = tx
        .sql(
            "update round set programme_id = $3, blueprint_id = $4, name = $5, opens_on = $6, closes_on = $7, places = $8, \
             visits = $9, visits_per_package = $10, supervisor_part = $11, selection = $12, offer_days = $13, \
             hand_on = $14, returns_unused = $15, rev = rev + 1 where id = $1 and rev = $2 and state = 'planned'",
        )
        .bind(id)
        .bind(rev)
        .bind(new.programme_id)
        .bind(new.blueprint_id)
        .bind(serde_json::to_string(&new.name).unwrap_or_default())
        .bind(new.opens_on)
        .bind(new.closes_on)
        .bind(new.places)
        .bind(new.places.saturating_mul(new.visits_per_package))
        .bind(new.visits_per_package)
        .bind(new.supervisor_part)
        .bind(new.selection)
        .bind(new.offer_days)
        .bind(new.hand_on)
        .bind(new.returns_unused)
        .execute()
        .await?;
    Ok(edited == 1)
}

/// Gives a round under way a last day and places, each new place with a whole package of visits; false when somebody
/// else was first.
pub(super) async fn change_round(tx: &mut Tx, round: &Round, (closes_on, places): (NaiveDate, i32)) -> Result<bool> {
    let visits = round.visits.saturating_add((places - round.places).saturating_mul(round.visits_per_package));
    let changed = tx
        .sql(
            "update round set closes_on = $3, places = $4, visits = $5, rev = rev + 1 \
             where id = $1 and rev = $2 and state = $6",
        )
        .bind(round.id)
        .bind(round.rev)
        .bind(closes_on)
        .bind(places)
        .bind(visits)
        .bind(round.state)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// Moves a round to a state and writes the event; when it opens, the coordinators' seat may read it and the seed of a
/// lottery is sealed. False when somebody else has changed the round since it was read.
pub async fn move_round(tx: &mut Tx, round: &Round, to: RoundState, (by, now): (Option<Uuid>, Moment)) -> Result<bool> {
    let moved = tx
        .sql("update round set state = $3, moved_at = $4, rev = rev + 1 where id = $1 and rev = $2")
        .bind(round.id)
        .bind(round.rev)
        .bind(to)
        .bind(now)
        .execute()
        .await?;
    if moved == 0 {
        return Ok(false);
    }
    let event = Event::new("round.moved", round.id, round.controller_id, now).fact("to", to.code()).by(by);
    let because_event = event.record(tx).await?;
    if round.selection == Selection::Lottery && matches!(to, RoundState::Open | RoundState::Selecting) {
        seal_lottery(tx, round, (by, now)).await?;
    }
    if to == RoundState::Open {
        let edge = Edge {
            reader: Reader::Seat(privacy::seat_id(round.controller_id, Role::Coordinator)),
            resource: round.id,
            class: Class::Service,
            purpose: Purpose::Selection,
            from: now,
            until: Edge::open_end(),
            because_event,
            controller_id: round.controller_id,
        };
        privacy::open_edge(tx, &edge).await?;
    }
    Ok(true)
}

/// Takes the round's revision for an act that uses its places or visits; false when another act was first.
pub async fn take_rev(tx: &mut Tx, round_id: Uuid, rev: i64) -> Result<bool> {
    let taken =
        tx.sql("update round set rev = rev + 1 where id = $1 and rev = $2").bind(round_id).bind(rev).execute().await?;
    Ok(taken == 1)
}

/// Seals a new seed for a round whose places are drawn, unless it has one: the seal is public from now on.
async fn seal_lottery(tx: &mut Tx, round: &Round, (by, now): (Option<Uuid>, Moment)) -> Result<()> {
    let seed = lottery::new_seed();
    let seal = lottery::seal(&seed);
    let sealed = tx
        .sql(
            "update round set lottery_commitment = $2, lottery_secret = $3, lottery_sealed_at = $4 \
             where id = $1 and lottery_secret is null",
        )
        .bind(round.id)
        .bind(seal.clone())
        .bind(seed)
        .bind(now)
        .execute()
        .await?;
    if sealed == 1 {
        let event = Event::new("round.lottery_sealed", round.id, round.controller_id, now).fact("seal", seal);
        event.by(by).record(tx).await?;
    }
    Ok(())
}

/// Makes the sealed seed public: the draw. None when nothing has been sealed.
pub async fn open_seal(tx: &mut Tx, round_id: Uuid) -> Result<Option<String>> {
    tx.sql("update round set lottery_seed = lottery_secret where id = $1 and lottery_seed is null")
        .bind(round_id)
        .execute()
        .await?;
    let row: Option<(Option<String>,)> =
        tx.sql("select lottery_seed from round where id = $1").bind(round_id).optional().await?;
    Ok(row.and_then(|(seed,)| seed))
}

/// When the lottery of a round was sealed.
pub async fn sealed_at(tx: &mut Tx, round_id: Uuid) -> Result<Option<Moment>> {
    let row: Option<(Option<Moment>,)> =
        tx.sql("select lottery_sealed_at from round where id = $1").bind(round_id).optional().await?;
    Ok(row.and_then(|(at,)| at))
}

/// What came of publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    pub programme_id: Uuid,
    pub blueprint_id: Uuid,
    /// False when the same bytes had been published before: it is the same version.
    pub is_new: bool,
}

/// The programme of a controller by the blueprint's id.
pub async fn programme(tx: &mut Tx, controller_id: Uuid, key: &str) -> Result<Option<Uuid>> {
    let row: Option<(Uuid,)> = tx
        .sql("select id from programme where controller_id = $1 and key = $2")
        .bind(controller_id)
        .bind(key.to_owned())
        .optional()
        .await?;
    Ok(row.map(|(id,)| id))
}

/// Freezes a checked blueprint as a version of its programme, with the event of it. None when its version number stands
/// for other contents already.
pub(super) async fn freeze(
    tx: &mut Tx,
    controller_id: Uuid,
    (source, blueprint): (&str, &Blueprint),
    (author_id, by): (Option<Uuid>, Option<Uuid>),
    now: Moment,
) -> Result<Option<Published>> {
    let programme_id = programme_for(tx, controller_id, blueprint, now).await?;
    let canonical = blueprint::canonical(blueprint);
    let sha256 = blueprint::sha256(&canonical);
    let known: Option<(Uuid,)> = tx
        .sql("select id from blueprint_version where programme_id = $1 and sha256 = $2")
        .bind(programme_id)
        .bind(sha256.clone())
        .optional()
        .await?;
    if let Some((blueprint_id,)) = known {
        return Ok(Some(Published { programme_id, blueprint_id, is_new: false }));
    }
    let blueprint_id = ident::at(now);
    let added = tx
        .sql(
        "insert into blueprint_version (id, programme_id, controller_id, version, source, canonical, sha256, author_id, \
         published_by, published_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
         on conflict (programme_id, version) do nothing",
    )
    .bind(blueprint_id)
    .bind(programme_id)
    .bind(controller_id)
    .bind(blueprint.version)
    .bind(source.to_owned())
    .bind(canonical)
    .bind(sha256.clone())
    .bind(author_id)
    .bind(by)
    .bind(now)
    .execute()
    .await?;
    if added == 0 {
        return Ok(None);
    }
    let event = Event::new("blueprint.published", blueprint_id, controller_id, now)
        .fact("version", blueprint.version)
        .fact("sha256", data_encoding::HEXLOWER.encode(&sha256))
        .by(by);
    event.record(tx).await?;
    Ok(Some(Published { programme_id, blueprint_id, is_new: true }))
}

async fn programme_for(tx: &mut Tx, controller_id: Uuid, blueprint: &Blueprint, now: Moment) -> Result<Uuid> {
    let name = serde_json::to_string(&blueprint.name).unwrap_or_default();
    tx.sql(
        "insert into programme (id, controller_id, key, name, created_at) values ($1, $2, $3, $4, $5) \
         on conflict (controller_id, key) do update set name = excluded.name",
    )
    .bind(ident::at(now))
    .bind(controller_id)
    .bind(blueprint.id.clone())
    .bind(name)
    .bind(now)
    .execute()
    .await?;
    programme(tx, controller_id, &blueprint.id).await?.ok_or(Error::RowNotFound)
}

/// A published version.
#[derive(Clone, Debug, FromRow)]
struct Canonical {
    canonical: Vec<u8>,
}

/// Published versions never change, so that each is read once. Bounded, for a house of many services.
static READ: LazyLock<Mutex<BTreeMap<(Uuid, i32), Arc<Blueprint>>>> = LazyLock::new(Mutex::default);
const KEPT: usize = 64;

/// The blueprint that a round runs, with its texts as they were last corrected.
pub async fn blueprint_of(tx: &mut Tx, round: &Round) -> Result<Arc<Blueprint>> {
    blueprint_at(tx, (round.blueprint_id, round.erratum)).await
}

/// A published version by its id, with its texts as they were last corrected.
pub async fn blueprint_version(tx: &mut Tx, id: Uuid) -> Result<Arc<Blueprint>> {
    let erratum = version::newest_erratum(tx, id).await?;
    corrected(tx, id, erratum).await
}

/// A published version with its texts as they were corrected by this number.
pub async fn blueprint_at(tx: &mut Tx, (id, erratum): (Uuid, Option<i32>)) -> Result<Arc<Blueprint>> {
    corrected(tx, id, erratum.unwrap_or_default()).await
}

async fn corrected(tx: &mut Tx, id: Uuid, erratum: i32) -> Result<Arc<Blueprint>> {
    if let Some(known) = READ.lock().unwrap_or_else(PoisonError::into_inner).get(&(id, erratum)) {
        return Ok(known.clone());
    }
    let row: Canonical = match erratum {
        0 => tx.sql("select canonical from blueprint_version where id = $1").bind(id).one().await?,
        number => {
            tx.sql("select canonical from blueprint_erratum where base_id = $1 and number = $2")
                .bind(id)
                .bind(number)
                .one()
                .await?
        }
    };
    let blueprint = Arc::new(blueprint::of_canonical(&row.canonical).map_err(|error| Error::Decode(Box::new(error)))?);
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if read.len() >= KEPT {
        read.clear();
    }
    read.insert((id, erratum), blueprint.clone());
    Ok(blueprint)
}

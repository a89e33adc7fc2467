//! What of goals waits on a first screen: to be agreed to by the participant, to be rated while the occasion is open.
use std::collections::BTreeSet;

use uuid::Uuid;

use super::store::{self, Unrated};
use crate::{
    clock,
    coaching::three::{Shared, shared_id},
    db::Tx,
    house::waiting::{Awaited, Found, Waiting},
    privacy::{self, Class, Role},
    programmes,
};

/// One row a case and thing to do: one query, and one more of what is shared when there is something.
pub async fn find(tx: &mut Tx, awaited: &Awaited) -> Found {
    let unrated = store::unrated(tx, &awaited.grant, awaited.role).await?;
    let unrated = still_seen(tx, awaited, unrated).await?;
    let mut rows = Vec::new();
    for one in unrated {
        if one.drafts > 0 {
            rows.push(Waiting {
                title: awaited.lang.t("goals-agree"),
                meta: awaited.lang.t("goals-agree-waits"),
                href: format!("/cases/{}/goals", one.case_id),
                verb: awaited.lang.t("goals-agree-open"),
                due: Some(clock::day(awaited.now)),
                person_id: None,
            });
        }
        if one.occasion.is_empty() {
            continue;
        }
        let blueprint = programmes::blueprint_at(tx, (one.blueprint_id, one.erratum)).await?;
        let occasions = blueprint.goals.iter().flat_map(|goals| &goals.occasions);
        let occasion = occasions.into_iter().find(|occasion| occasion.key == one.occasion);
        let occasion = occasion.map(|found| found.text.say(awaited.lang).to_owned()).unwrap_or_default();
        let own = awaited.role == Role::Participant;
        rows.push(Waiting {
            title: awaited.lang.t("goals-rate"),
            meta: if own { occasion } else { format!("{} {} · {occasion}", one.first_name, one.last_name) },
            href: format!("/cases/{}/goals/rating", one.case_id),
            verb: awaited.lang.t("goals-rate-do"),
            due: None,
            person_id: (!own).then_some(one.person_id),
        });
    }
    Ok(rows)
}

/// Those whose goals the reader may still see: a contract may have ended, and what was shared may be taken back.
async fn still_seen(tx: &mut Tx, awaited: &Awaited, unrated: Vec<Unrated>) -> Result<Vec<Unrated>, crate::db::Error> {
    let resource = |one: &Unrated| match awaited.role {
        Role::Supervisor => shared_id(one.case_id, Shared::Goals),
        _ => one.case_id,
    };
    let ids: Vec<Uuid> = unrated.iter().map(resource).collect();
    let open = privacy::readable(tx, awaited.grant.human_id(), (&ids, Class::Agreed), awaited.now).await?;
    let open: BTreeSet<Uuid> = open.into_iter().collect();
    Ok(unrated.into_iter().filter(|one| open.contains(&resource(one))).collect())
}

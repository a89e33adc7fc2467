//! What the clock and other slices ask of intake: jobs, each done once with what it does in one transaction.
use futures_util::future::BoxFuture;
use serde::de::DeserializeOwned;

use super::{
    named::{self, INVITATION_LAPSE},
    places::{self, Answer, ChangedOf, FILL, FillOf, HAND_ON, HandOnOf, LAPSE, LapseOf, ROUND_CHANGED},
    scene::{News, Scene},
    store::{
        self, Counts,
        invitations::{self, InvitationState},
        offers::{self, OfferState},
    },
};
use crate::{
    house::{House, JobResult, JobWork},
    jobs::{self, Job},
    programmes,
};

/// The jobs of this slice.
pub fn all() -> Vec<(&'static str, JobWork)> {
    vec![
        (LAPSE, lapse),
        (FILL, fill),
        (HAND_ON, hand_on),
        (ROUND_CHANGED, round_changed),
        (INVITATION_LAPSE, invitation_lapse),
    ]
}

fn read<T: DeserializeOwned>(job: &Job) -> Result<T, serde_json::Error> {
    serde_json::from_str(&job.payload)
}

/// The deadline of an offer: without an answer it lapses.
fn lapse(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let LapseOf { offer_id } = read(&job)?;
        let mut tx = house.db.write().await?;
        let open = offers::by_id(&mut tx, offer_id).await?.filter(|offer| offer.state == OfferState::Open);
        if let Some(offer) = open
            && let Some(mut application) = store::for_work(&mut tx, offer.application_id).await?
        {
            places::answer(&mut tx, (&mut application, &offer), Answer::Lapse, Scene::clock(&house)).await?;
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

/// The day to answer an invitation is over: the place is free again.
fn invitation_lapse(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let named::LapseOf { invitation_id } = read(&job)?;
        let mut tx = house.db.write().await?;
        let found = invitations::for_work(&mut tx, invitation_id).await?;
        if let Some(open) = found.filter(|one| one.state == InvitationState::Invited) {
            named::end(&mut tx, &open, InvitationState::Lapsed, Scene::clock(&house)).await?;
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

/// Free places go to the reserve list, when the round lets them go by themselves.
fn fill(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let FillOf { round_id } = read(&job)?;
        let mut tx = house.db.write().await?;
        if let Some(round) = programmes::round(&mut tx, round_id).await?.filter(places::hands_on_by_itself) {
            places::fill(&mut tx, &round, (round.rev, usize::MAX), Scene::clock(&house)).await?;
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

/// Visits that came back free a place with those visits, when the round takes them back.
fn hand_on(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let HandOnOf { round_id, visits } = read(&job)?;
        let mut tx = house.db.write().await?;
        let round = programmes::round(&mut tx, round_id).await?;
        if round.is_some_and(|round| round.returns_unused) && visits > 0 {
            let mut counts = Counts::default();
            counts.add("capacity", "returned_places", 1);
            counts.add("capacity", "returned_visits", visits);
            jobs::ask(&mut tx, FILL, &FillOf { round_id }, house.clock.now()).await?;
            counts.write(&mut tx, round_id).await?;
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

/// Who applied is told where it touches them: a longer time while they wait, more places while they may still get one.
/// New places go to the reserve list as the round says.
fn round_changed(house: House, job: Job) -> BoxFuture<'static, JobResult> {
    Box::pin(async move {
        let ChangedOf { round_id, longer, more } = read(&job)?;
        let mut tx = house.db.write().await?;
        let scene = Scene::clock(&house);
        for human_id in store::waiting_humans(&mut tx, round_id, (longer, more)).await? {
            scene.tell(&mut tx, human_id, (News::RoundChanged, format!("/services/{round_id}"))).await?;
        }
        if more {
            jobs::ask(&mut tx, FILL, &FillOf { round_id }, house.clock.now()).await?;
        }
        if jobs::done(&mut tx, &job).await? {
            tx.commit().await?;
        }
        Ok(())
    })
}

//! The supervisors' own path in a round, in services that have one: the measure of leading, an own meeting with the
//! coach, the workshop, and sparring pairs. What has been done already is seen from the pages.
use uuid::Uuid;

use super::{COACH, Walk};
use crate::{
    clock::{self, Moment},
    walk::FieldKind,
    world::{
        founding::COORDINATOR,
        town::{Somebody, Town, Walked, answer_all},
    },
};

/// Where workshops and own meetings are held.
const REMOTE: &str = "https://video.example.invalid/esihenkilot";
/// How long an own meeting takes: one supervisor's share.
const MINUTES: &str = "45";
/// How the page says that it has been held.
const HELD: &str = "pidetty 45 minuuttia";
/// The most conversations of a pair.
const TALKS: usize = 3;

/// The supervisors of a round on their path.
#[derive(Clone, Copy)]
pub struct Track<'w> {
    pub round_id: Uuid,
    pub walks: &'w [Walk],
}

impl Track<'_> {
    fn page(&self, rest: &str) -> String {
        format!("/rounds/{}/track{rest}", self.round_id)
    }

    fn own(&self, rest: &str) -> String {
        format!("/track/{}{rest}", self.round_id)
    }

    /// Whether the service has a path for supervisors.
    async fn is_there(&self, town: &Town) -> Walked<bool> {
        let mut kirsi = town.of_county(COORDINATOR).await?;
        Ok(kirsi.look(&self.page("")).await.is_some())
    }

    /// At the start each supervisor answers the measure, and the workshop is set.
    pub async fn begin(&self, town: &Town, workshop: Moment) -> Walked {
        if self.is_there(town).await? {
            for walk in self.walks {
                self.measure(town, walk, ("before", 1)).await?;
            }
            self.set_workshop(town, workshop).await?;
        }
        Ok(())
    }

    /// The coach proposes each supervisor an own meeting, one after another.
    pub async fn propose_all(&self, town: &Town, at: impl Fn(usize) -> Moment) -> Walked {
        if self.is_there(town).await? {
            for (place, walk) in self.walks.iter().enumerate() {
                self.propose(town, walk, at(place)).await?;
            }
        }
        Ok(())
    }

    /// The own meetings and the workshop have been held: all but one came, and pairs are formed.
    pub async fn midway(&self, town: &Town) -> Walked {
        if self.is_there(town).await? {
            for walk in self.walks {
                self.hold(town, walk).await?;
            }
            self.attendance(town, 1).await?;
            self.pair(town).await?;
        }
        Ok(())
    }

    /// The pairs have held their conversations, and all but the first answer the measure again.
    pub async fn finish(&self, town: &Town) -> Walked {
        if self.is_there(town).await? {
            for walk in self.walks {
                self.spar(town, walk, TALKS).await?;
            }
            for walk in self.walks.iter().skip(1) {
                self.measure(town, walk, ("after", 2)).await?;
            }
        }
        Ok(())
    }

    /// A supervisor answers the measure, each statement near `level`.
    pub async fn measure(&self, town: &Town, walk: &Walk, (phase, level): (&str, usize)) -> Walked {
        let mut one = walk.supervisor(town).await?;
        let page = self.own(&format!("/measure/{phase}"));
        if one.look(&page).await.is_none() {
            return Ok(());
        }
        let Some(mut form) = one.page().form(&page, "") else { return Ok(()) };
        let own = walk.guest.last_name.len();
        answer_all(&mut form, "", |name, options| {
            (level + usize::from((name.len() + own).is_multiple_of(3))).min(options.saturating_sub(1))
        });
        one.send(&form).await?;
        town.settle().await
    }

    /// The coordinator sets the workshop.
    pub async fn set_workshop(&self, town: &Town, at: Moment) -> Walked {
        let mut kirsi = town.of_county(COORDINATOR).await?;
        let page = self.page("/workshop");
        kirsi.see(&page).await?;
        let mut form = kirsi.form(&page, "")?;
        if form.pairs().iter().any(|(name, value)| name == "rev" && value != "0") {
            return Ok(());
        }
        set_time(&mut form, at);
        kirsi.send(&form).await?;
        town.settle().await
    }

    /// The coach proposes a supervisor's own meeting.
    pub async fn propose(&self, town: &Town, walk: &Walk, at: Moment) -> Walked {
        let (mut coach, page) = self.guidance(town, walk).await?;
        let mut form = coach.form(&page, "")?;
        let proposed = form.pairs().iter().any(|(name, value)| name == "place" && !value.is_empty());
        if proposed || coach.page().words().contains(HELD) {
            return Ok(());
        }
        set_time(&mut form, at);
        coach.send(&form).await?;
        town.settle().await
    }

    /// The coach marks it as held.
    pub async fn hold(&self, town: &Town, walk: &Walk) -> Walked {
        let (mut coach, page) = self.guidance(town, walk).await?;
        coach.fill_once((&page, "/held"), &[("held_minutes", MINUTES)]).await?;
        town.settle().await
    }

    async fn guidance(&self, town: &Town, walk: &Walk) -> Walked<(Somebody, String)> {
        let supervisor = walk.supervisor(town).await?.id;
        let mut coach = town.of_company(COACH.1).await?;
        let page = self.page(&format!("/guidance/{supervisor}"));
        coach.see(&page).await?;
        Ok((coach, page))
    }

    /// Everybody was at the workshop but those who are left out.
    pub async fn attendance(&self, town: &Town, away: usize) -> Walked {
        let mut kirsi = town.of_county(COORDINATOR).await?;
        let page = self.page("/workshop");
        kirsi.see(&page).await?;
        let Some(mut form) = kirsi.page().form(&page, "/attendance") else { return Ok(()) };
        let mut boxes = form.fields.iter_mut().filter(|field| field.kind == FieldKind::Box).collect::<Vec<_>>();
        if boxes.iter().any(|field| !field.values.is_empty()) {
            return Ok(());
        }
        let came = boxes.len().saturating_sub(away);
        for field in boxes.iter_mut().take(came) {
            field.values.clone_from(&field.options);
        }
        kirsi.send(&form).await?;
        town.settle().await
    }

    /// The coordinator publishes the pairs as they are proposed.
    pub async fn pair(&self, town: &Town) -> Walked {
        let mut kirsi = town.of_county(COORDINATOR).await?;
        let page = format!("/rounds/{}/pairs", self.round_id);
        kirsi.see(&page).await?;
        let Some(form) = kirsi.page().form(&page, "") else { return Ok(()) };
        if form.pairs().iter().any(|(name, value)| name == "rev" && value == "0") {
            kirsi.send(&form).await?;
        }
        town.settle().await
    }

    /// A supervisor accepts the pair and marks so many conversations as held.
    pub async fn spar(&self, town: &Town, walk: &Walk, talks: usize) -> Walked {
        let mut one = walk.supervisor(town).await?;
        one.see(&self.own("")).await?;
        let Some(pair) = one.page().address("/track/pairs/", "") else { return Ok(()) };
        one.see(&pair).await?;
        if one.page().form(&pair, "/talk").is_none() {
            one.fill_once((&pair, "/answer"), &[("say", "accepted")]).await?;
            one.see(&pair).await?;
        }
        for held in 0..talks.min(TALKS) {
            let known = held.to_string();
            let Some(form) = one.page().form(&pair, "/talk") else { break };
            if form.pairs().iter().any(|(name, value)| name == "known" && *value == known) {
                one.send(&form).await?;
                one.see(&pair).await?;
            }
        }
        town.settle().await
    }
}

fn set_time(form: &mut crate::walk::Form, at: Moment) {
    form.set("day", &clock::show_day(clock::day(at)));
    form.set("time", &clock::show_time(at));
    form.set("place", REMOTE);
}

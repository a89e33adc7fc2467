//! Statistics of groups: what was hoped for, how long it took, how it was, what changed. Each is shown for at least k
//! people, not when nearly all gave the same answer, and again only when k more have answered.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use disclosure::{Rule, edition_step_ok, group_statistic};
use scales::Choice;
use uuid::Uuid;

use super::{
    facts::{About, Applicant, Facts, Measured, WHOLE},
    population::count,
    report::{Change, Experience, Ranked, Ranking, Report, Wait},
    told::Ledger,
};

/// How many people each part of an edition rests on, by the part's key. Stays in the house.
pub type Basis = BTreeMap<String, u64>;

/// The parts of the next edition: each made anew when enough have answered since, else as it was.
pub struct Round<'a> {
    pub facts: &'a Facts,
    /// The last edition and what it rested on.
    pub before: Option<(&'a Report, &'a Basis)>,
    pub ledger: Ledger,
    pub basis: Basis,
    pub rule: Rule,
    pub today: NaiveDate,
}

impl Round<'_> {
    /// The numbers of people that the last edition told stay known.
    pub fn remember(&mut self) {
        let Some((report, _)) = self.before else { return };
        let told = report.expectations.iter().map(|part| part.n);
        let told = told.chain(report.waits.iter().map(|part| part.n));
        let told = told.chain(report.experiences.iter().map(|part| part.n));
        let told = told.chain(report.changes.iter().map(|part| part.n));
        let told = told.chain(report.together.iter().map(|part| part.n));
        let funnel = report.population.funnel.iter().filter_map(|step| step.n);
        for n in told.filter(|told| told.exact).map(|told| told.n).chain(funnel) {
            self.ledger.note(n);
        }
    }

    /// A part of the report: made anew, kept, or not there.
    pub(super) fn part<T: Clone>(
        &mut self,
        key: &str,
        n: usize,
        old: Option<&T>,
        make: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let n = count(n);
        let known = self.before.and_then(|(_, basis)| basis.get(key)).copied();
        let fresh = if edition_step_ok(known.unwrap_or(0), n, self.rule.k()) { make(self) } else { None };
        if fresh.is_some() {
            self.basis.insert(key.to_owned(), n);
            return fresh;
        }
        let known = known?;
        self.basis.insert(key.to_owned(), known);
        old.cloned()
    }

    pub fn expectations(&mut self) -> Option<Ranking> {
        let old = self.before.and_then(|(report, _)| report.expectations.as_ref());
        let facts = self.facts;
        let offered: Vec<&str> = facts.expectations.iter().map(|(key, _)| key.as_str()).collect();
        let known = |key: &&String| offered.contains(&key.as_str());
        let chosen = |one: &Applicant| one.expectations.iter().filter(known).cloned().collect::<Vec<_>>();
        let answers: Vec<Vec<String>> = facts.applicants.iter().map(chosen).filter(|keys| !keys.is_empty()).collect();
        self.part("expectations", answers.len(), old, |round| round.ranking(&offered, &answers))
    }

    fn ranking(&mut self, offered: &[&str], answers: &[Vec<String>]) -> Option<Ranking> {
        let choices: Vec<Choice> = answers.iter().cloned().map(Choice::Ordered).collect();
        let ranked = scales::rank_mean(offered, &choices).ok()?;
        let option = |one: scales::Ranked| {
            let text = self.facts.expectations.iter().find(|(key, _)| *key == one.key)?.1.clone();
            let place = |keys: &Vec<String>| keys.iter().position(|key| *key == one.key).unwrap_or(offered.len());
            let places: Vec<f64> = answers.iter().map(|keys| float(place(keys))).collect();
            let mean_rank =
                group_statistic(&places, self.rule, |_| one.mean_rank).map(|found| round_to(found.value, 1));
            Some(Ranked { key: one.key, text, mean_rank })
        };
        let options = ranked.into_iter().filter_map(option).collect();
        Some(Ranking { as_of: self.today, n: self.ledger.tell(count(answers.len())), options })
    }

    pub fn waits(&mut self) -> Vec<Wait> {
        let place = |one: &Applicant| days(one.applied_on?, one.placed_on?);
        let session = |one: &Applicant| days(one.placed_on?, one.first_session_on?);
        let (place, session) = (self.each(place), self.each(session));
        [("place", place), ("session", session)]
            .into_iter()
            .filter_map(|(key, values)| self.wait(key, &values))
            .collect()
    }

    fn wait(&mut self, key: &str, values: &[f64]) -> Option<Wait> {
        let old = self.before.and_then(|(report, _)| report.waits.iter().find(|wait| wait.key == key));
        self.part(&format!("wait:{key}"), values.len(), old, |round| {
            let spread = group_statistic(values, round.rule, |days| Some((scales::median(days)?, scales::p90(days)?)))?;
            let (median, p90) = spread.value;
            Some(Wait {
                key: key.to_owned(),
                as_of: round.today,
                n: round.ledger.tell(count(spread.n)),
                median: round_to(median, 0),
                p90: round_to(p90, 0),
            })
        })
    }

    /// One value a person, in rising order, so that the same people give the same sum on every engine.
    fn each(&self, value: impl Fn(&Applicant) -> Option<f64>) -> Vec<f64> {
        sorted(self.facts.applicants.iter().filter_map(value).collect())
    }

    pub fn experiences(&mut self) -> Vec<Experience> {
        let facts = self.facts;
        let questions = facts.feedback.iter().flat_map(|form| form.scores.iter().map(move |score| (form, score)));
        questions.filter_map(|(form, (key, text))| self.experience(form, key, text)).collect()
    }

    fn experience(&mut self, form: &About, key: &str, text: &crate::text::Text) -> Option<Experience> {
        let here = |part: &&Experience| part.form == form.key && part.key == key;
        let old = self.before.and_then(|(report, _)| report.experiences.iter().find(here));
        let given = self.facts.measured.iter().filter(|one| one.instrument == form.key);
        let values = sorted(given.filter_map(|one| one.scores.get(key).copied()).collect());
        self.part(&format!("experience:{}:{key}", form.key), values.len(), old, |round| {
            let mean = group_statistic(&values, round.rule, scales::mean)?;
            Some(Experience {
                form: form.key.clone(),
                key: key.to_owned(),
                text: text.clone(),
                as_of: round.today,
                n: round.ledger.tell(count(mean.n)),
                lowest: form.lowest,
                highest: form.highest,
                mean: round_to(mean.value, 1),
            })
        })
    }

    pub fn changes(&mut self) -> Vec<Change> {
        let facts = self.facts;
        let scores = facts.instruments.iter().flat_map(|form| form.scores.iter().map(move |score| (form, score)));
        scores.filter_map(|(form, (key, text))| self.change(form, key, text)).collect()
    }

    fn change(&mut self, form: &About, key: &str, text: &crate::text::Text) -> Option<Change> {
        let here = |part: &&Change| part.instrument == form.key && part.key == key;
        let old = self.before.and_then(|(report, _)| report.changes.iter().find(here));
        let pairs = pairs(&self.facts.measured, &form.key, key);
        self.part(&format!("change:{}:{key}", form.key), pairs.len(), old, |round| {
            let differences: Vec<f64> = pairs.iter().map(|(before, after)| round_to(after - before, 6)).collect();
            let found = group_statistic(&differences, round.rule, |_| scales::paired_change(&pairs).ok())?.value;
            Some(Change {
                instrument: form.key.clone(),
                instrument_name: form.name.clone(),
                key: key.to_owned(),
                text: text.clone(),
                as_of: round.today,
                n: round.ledger.tell(count(found.n)),
                lowest: form.lowest,
                highest: form.highest,
                before: round_to(found.mean_before, 2),
                after: round_to(found.mean_after, 2),
                mean: round_to(found.mean, 2),
                ci95: found.ci95.map(|(low, high)| (round_to(low, 2), round_to(high, 2))),
                d: found.d.map(|d| round_to(d, 2)),
            })
        })
    }
}

/// Before and after of those who have both, in rising order.
fn pairs(measured: &[Measured], instrument: &str, key: &str) -> Vec<(f64, f64)> {
    let phase = |phase: &str| -> BTreeMap<Uuid, f64> {
        let here = measured.iter().filter(|one| one.instrument == instrument && one.phase == phase);
        here.filter_map(|one| Some((one.case_id, *one.scores.get(key)?))).collect()
    };
    let after = phase("after");
    let before = phase("before").into_iter();
    let mut pairs: Vec<(f64, f64)> = before.filter_map(|(case, before)| Some((before, *after.get(&case)?))).collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    pairs
}

/// True for the score of a whole instrument.
pub fn is_whole(key: &str) -> bool {
    key == WHOLE
}

pub(super) fn sorted(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(f64::total_cmp);
    values
}

fn days(from: NaiveDate, to: NaiveDate) -> Option<f64> {
    let days = (to - from).num_days();
    u32::try_from(days).ok().map(f64::from)
}

pub(super) fn float(n: usize) -> f64 {
    u32::try_from(n).map_or(0.0, f64::from)
}

/// Rounded half away from zero; never a negative zero.
pub fn round_to(value: f64, decimals: i32) -> f64 {
    let unit = 10_f64.powi(decimals);
    (value * unit).round() / unit + 0.0
}

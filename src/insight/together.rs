//! What participants, supervisors and coaches did together: statistics of cases, each shown for at least k people, not
//! when nearly all have the same, and anew only when k more have one.
use super::{
    facts::Together,
    groups::{Round, round_to, sorted},
    population::count,
    report::Shared,
};
use disclosure::group_statistic;

impl Round<'_> {
    /// Meetings held, actions agreed, how they were followed through, and how goals moved.
    pub fn together(&mut self) -> Vec<Shared> {
        let today = self.today;
        let facts = self.facts;
        let each = |value: &dyn Fn(&Together) -> Option<f64>| sorted(facts.together.iter().filter_map(value).collect());
        let sessions = each(&|case| Some(f64::from(case.sessions_held)));
        let actions = each(&|case| u32::try_from(case.actions.len()).ok().map(f64::from));
        let follow_through = each(&|case| {
            let due = case.actions.iter().filter(|(due_on, _)| due_on.is_some_and(|day| day < today));
            let (mut all, mut done) = (0_u32, 0_u32);
            for (_, is_done) in due {
                all += 1;
                done += u32::from(*is_done);
            }
            (all > 0).then(|| f64::from(done) / f64::from(all))
        });
        let goals = each(&|case| case.goals.map(|(first, last)| round_to(last - first, 6)));
        [
            self.shared(("sessions", true), &sessions),
            self.shared(("actions", true), &actions),
            self.shared(("follow_through", false), &follow_through),
            self.shared(("goals", false), &goals),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn shared(&mut self, (key, adds_up): (&str, bool), values: &[f64]) -> Option<Shared> {
        let old = self.before.and_then(|(report, _)| report.together(key));
        self.part(&format!("together:{key}"), values.len(), old, |round| {
            let from_nothing: Vec<(f64, f64)> = values.iter().map(|value| (0.0, *value)).collect();
            let found = group_statistic(values, round.rule, |_| scales::paired_change(&from_nothing).ok())?.value;
            let decimals = if key == "follow_through" { 2 } else { 1 };
            let to = |value: f64| round_to(value, decimals);
            Some(Shared {
                key: key.to_owned(),
                as_of: round.today,
                n: round.ledger.tell(count(found.n)),
                total: adds_up.then(|| whole(values.iter().sum())),
                mean: to(found.mean),
                ci95: found.ci95.map(|(low, high)| (to(low), to(high))),
            })
        })
    }
}

/// A sum of whole numbers as one.
fn whole(sum: f64) -> u64 {
    format!("{sum:.0}").parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::NaiveDate;

    use super::*;
    use crate::insight::{build::RULE, facts::Facts, told::Ledger};

    fn case(sessions_held: u32, done: usize, due: usize) -> Together {
        let day = NaiveDate::from_ymd_opt(2018, 5, 1);
        let actions = (0..due).map(|i| (day, i < done)).collect();
        Together { sessions_held, actions, goals: Some((50.0, 50.0 + f64::from(sessions_held))), ..Together::default() }
    }

    fn told(cases: Vec<Together>) -> Vec<Shared> {
        let facts = Facts { together: cases, ..Facts::default() };
        let today = NaiveDate::from_ymd_opt(2018, 6, 1).unwrap();
        let ledger = Ledger::new(RULE);
        Round { facts: &facts, before: None, ledger, basis: BTreeMap::new(), rule: RULE, today }.together()
    }

    #[test]
    fn twelve_cases_are_told_with_their_spread_and_four_are_not() {
        let cases: Vec<Together> = (0..12).map(|i| case(if i < 6 { 4 } else { 5 }, i % 3, 2)).collect();
        let found = told(cases);
        let one = |key: &str| found.iter().find(|shared| shared.key == key).unwrap_or_else(|| panic!("{key}"));
        assert_eq!((one("sessions").total, one("sessions").mean), (Some(54), 4.5));
        assert!((one("follow_through").mean - 0.5).abs() < 1e-9);
        assert!(one("goals").ci95.is_some_and(|(low, high)| low < 4.5 && 4.5 < high));
        assert_eq!(
            found.iter().filter(|shared| shared.key == "actions").count(),
            0,
            "all agreed the same number: hidden"
        );
        assert_eq!(told((0..4).map(|i| case(i, 1, 2)).collect()), Vec::new(), "four are too few");
    }

    #[test]
    fn an_action_counts_when_its_day_is_over_and_a_dropped_one_never() {
        let later = NaiveDate::from_ymd_opt(2018, 7, 1);
        let mut cases: Vec<Together> = (0..12).map(|i| case(i, 2, if i < 6 { 2 } else { 4 })).collect();
        let before = told(cases.clone());
        for case in &mut cases {
            case.actions.extend([(later, false), (None, false)]);
        }
        let share = |found: &[Shared]| found.iter().find(|shared| shared.key == "follow_through").map(|one| one.mean);
        assert_eq!(share(&before), Some(0.75));
        assert_eq!(share(&told(cases)), Some(0.75));
    }
}

//! What must hold for any answers.

use proptest::prelude::*;
use scales::*;

fn scale(reverse: &[bool]) -> Scale {
    let items = reverse.iter().enumerate().map(|(i, r)| Item { key: format!("q{i}"), reverse: *r }).collect();
    Scale { items, min: 0.0, max: 10.0, missing_allowed: 2, subscales: Vec::new() }
}

fn sheets() -> impl Strategy<Value = (Vec<bool>, Vec<Option<f64>>)> {
    (1_usize..8).prop_flat_map(|n| {
        let answer = prop::option::weighted(0.8, (0_u8..=10).prop_map(f64::from));
        (prop::collection::vec(any::<bool>(), n), prop::collection::vec(answer, n))
    })
}

fn pairs() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((-50.0..50.0, -50.0..50.0), 2..40)
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-8
}

proptest! {
    #[test]
    fn flipping_twice_gives_the_answers_back((reverse, answers) in sheets()) {
        let scale = scale(&reverse);
        let once = scale.flipped(&answers).expect("in range");
        prop_assert_eq!(scale.flipped(&once), Some(answers));
    }

    #[test]
    fn a_score_stays_in_range_and_needs_its_answers((reverse, answers) in sheets()) {
        let missing = answers.iter().filter(|x| x.is_none()).count();
        match scale(&reverse).score(&answers) {
            Some(score) => prop_assert!((0.0..=10.0).contains(&score) && missing <= 2),
            None => prop_assert!(missing > 2 || missing == answers.len()),
        }
    }

    #[test]
    fn reversing_every_item_mirrors_the_score((reverse, answers) in sheets()) {
        let mirror: Vec<bool> = reverse.iter().map(|r| !r).collect();
        if let Some(score) = scale(&reverse).score(&answers) {
            let other = scale(&mirror).score(&answers).expect("same gaps");
            prop_assert!(close(score + other, 10.0));
        }
    }

    #[test]
    fn change_holds_together(pairs in pairs(), shift in -20.0..20.0) {
        let change = paired_change(&pairs).expect("at least two");
        prop_assert!(close(change.mean, change.mean_after - change.mean_before));
        if let Some((low, high)) = change.ci95 {
            prop_assert!(low < change.mean && change.mean < high);
        }
        let moved: Vec<(f64, f64)> = pairs.iter().map(|(a, b)| (a + shift, b + shift)).collect();
        prop_assert!(close(paired_change(&moved).expect("at least two").mean, change.mean));
        let back: Vec<(f64, f64)> = pairs.iter().map(|(a, b)| (*b, *a)).collect();
        prop_assert!(close(paired_change(&back).expect("at least two").mean, -change.mean));
    }

    #[test]
    fn welch_turns_round_with_its_groups(
        a in prop::collection::vec(-9.0..9.0, 2..30),
        b in prop::collection::vec(-9.0..9.0, 2..30),
    ) {
        let (there, back) = (welch_difference(&a, &b).expect("two"), welch_difference(&b, &a).expect("two"));
        prop_assert!(close(there.mean, -back.mean));
        let ((low, high), (other_low, other_high)) = (there.ci95.expect("spread"), back.ci95.expect("spread"));
        prop_assert!(low < there.mean && there.mean < high);
        prop_assert!(close(low, -other_high) && close(high, -other_low));
        let least = a.len().min(b.len()) - 1;
        let most = a.len() + b.len() - 2;
        let df = there.df.expect("spread");
        let bounds = |n: usize| f64::from(u32::try_from(n).expect("small"));
        prop_assert!(bounds(least) - 1e-9 <= df && df <= bounds(most) + 1e-9);
    }

    #[test]
    fn quantiles_rise_and_ignore_order(mut values in prop::collection::vec(-9.0..9.0, 1..30)) {
        let (middle, high) = (median(&values).expect("some"), p90(&values).expect("some"));
        prop_assert!(middle <= high + 1e-12);
        let below = values.iter().filter(|x| **x <= middle + 1e-12).count();
        prop_assert!(2 * below >= values.len());
        values.reverse();
        prop_assert_eq!(median(&values), Some(middle));
    }

    #[test]
    fn alpha_never_passes_one(people in prop::collection::vec(prop::collection::vec(0.0..10.0, 4), 2..20)) {
        if let Some(found) = cronbach_alpha(&people) {
            prop_assert!(found.alpha <= 1.0 + 1e-9 && found.n == people.len());
        }
    }

    #[test]
    fn turning_ratings_mirrors_t_around_fifty(goals in prop::collection::vec((-2_i8..=2, 1_u8..=9), 1..6)) {
        let there: Vec<_> = goals.iter().map(|(x, w)| (Some(*x), *w)).collect();
        let back: Vec<_> = goals.iter().map(|(x, w)| (Some(-*x), *w)).collect();
        prop_assert!(close(gas_t(&there).expect("rated") + gas_t(&back).expect("rated"), 100.0));
    }

    #[test]
    fn mean_ranks_add_up(picks in prop::collection::vec((any::<bool>(), prop::collection::vec(any::<bool>(), 5)), 1..20)) {
        let options = ["a", "b", "c", "d", "e"];
        let answers: Vec<Choice> = picks.iter().map(|(ordered, chosen)| {
            let keys = options.iter().zip(chosen).filter(|(_, c)| **c).map(|(key, _)| (*key).to_string()).collect();
            if *ordered { Choice::Ordered(keys) } else { Choice::Set(keys) }
        }).collect();
        let order = rank_mean(&options, &answers).expect("known");
        prop_assert!(close(order.iter().filter_map(|one| one.mean_rank).sum(), 15.0));
        let mut turned = answers.clone();
        turned.reverse();
        prop_assert_eq!(rank_mean(&options, &turned), Ok(order));
    }
}

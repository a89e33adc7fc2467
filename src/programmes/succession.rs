//! The next version of a blueprint, begun from the review of a round: the same words, with what was learnt filled in.
use uuid::Uuid;

use super::{drafts, store};
use crate::{
    clock::Moment,
    db::{Result, Tx},
    text::Text,
};

/// What a review gives to the next version.
#[derive(Clone, Debug)]
pub struct Learnt {
    /// Which review: its round and day.
    pub review: Text,
    pub changes: Vec<Text>,
}

/// A draft of the version after the one that the round ran; gives its id.
pub async fn begin_draft(
    tx: &mut Tx,
    blueprint_id: Uuid,
    learnt: &Learnt,
    (author, now): (Uuid, Moment),
) -> Result<Uuid> {
    let blueprint = store::blueprint_version(tx, blueprint_id).await?;
    let (source, programme_id, controller_id) = store::source_of(tx, blueprint_id).await?;
    let newest = store::highest_version(tx, programme_id).await?;
    let based_on = format!("{}@{}", blueprint.id, blueprint.version);
    let text = next_version(&source, (newest.max(blueprint.version) + 1, &based_on), learnt);
    drafts::add(tx, controller_id, (&blueprint.id, &text), (author, now)).await
}

/// The text of the next version: its number, what it is based on, the review and its changes stand in the place of those
/// of the version before; every other line stays as its authors wrote it. What is learnt stands in the languages in which
/// the review has it: the check asks for what is missing.
pub fn next_version(source: &str, (version, based_on): (i32, &str), learnt: &Learnt) -> String {
    let mut kept = Vec::new();
    let (mut at_top, mut old_changes, mut old_list) = (true, false, false);
    for line in source.lines() {
        let word = line.trim_start();
        if word.starts_with('[') && !old_list {
            old_changes = word.starts_with("[[changes]]");
            at_top = at_top && old_changes;
        }
        if old_list {
            old_list = !word.starts_with(']');
            continue;
        }
        let is = |key: &str| word.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(['=', '.']));
        let old = at_top && ["version", "based_on", "learnt_from", "erratum", "changes"].iter().any(|key| is(key));
        old_list = old && is("changes") && !line.contains(']');
        if !old && !old_changes {
            kept.push(line);
        }
    }
    let first = kept.iter().position(|line| line.trim_start().starts_with('[')).unwrap_or(kept.len());
    let quoted = |words: &str| toml::Value::String(words.to_owned()).to_string();
    let mut head = vec![format!("version = {version}"), format!("based_on = {}", quoted(based_on))];
    let said = |start: &str, text: &Text| {
        let all = [("fi", Some(&text.fi)), ("sv", text.sv.as_ref()), ("en", text.en.as_ref())];
        let line = |(lang, words): (&str, Option<&String>)| Some(format!("{start}{lang} = {}", quoted(words?)));
        all.into_iter().filter_map(line).collect::<Vec<_>>()
    };
    head.extend(said("learnt_from.", &learnt.review));
    head.push(String::new());
    for change in &learnt.changes {
        head.push("[[changes]]".to_owned());
        head.extend(said("", change));
    }
    head.push(String::new());
    let after = kept.split_off(first);
    let lines = kept.into_iter().map(str::to_owned).chain(head).chain(after.into_iter().map(str::to_owned));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::{SHIPPED, blueprint};

    fn learnt() -> Learnt {
        let text = |fi: &str, sv: &str| Text { fi: fi.into(), sv: Some(sv.into()), en: None };
        Learnt {
            review: text("Kevät 2018, arviointi 1.6.2018", "Våren 2018, utvärdering 1.6.2018"),
            changes: vec![
                text("Esihenkilö saa \"oman\" tapaamisen", "Chefen får en \"egen\" träff"),
                text("Työpaja lisätään", "En workshop läggs till"),
            ],
        }
    }

    #[test]
    fn a_language_that_was_not_written_is_asked_for() {
        let (_, text) = SHIPPED[0];
        let changes = vec![Text::same("Työpaja lisätään")];
        let next = next_version(text, (2, "old@1"), &Learnt { changes, ..learnt() });
        let found = format!("{:?}", blueprint::load(&next).unwrap_err());
        assert!(found.contains("changes"), "{found}");
    }

    #[test]
    fn the_next_version_says_what_was_learnt_and_changes_nothing_else() {
        for (id, text) in SHIPPED {
            let before = blueprint::load(text).unwrap();
            let next = next_version(text, (before.version + 1, "old@1"), &learnt());
            let after = blueprint::load(&next).unwrap_or_else(|found| panic!("{id}: {found:?}"));
            assert_eq!((after.version, after.based_on.as_deref()), (before.version + 1, Some("old@1")), "{id}");
            assert_eq!(after.learnt_from.as_ref().unwrap().fi, "Kevät 2018, arviointi 1.6.2018");
            assert_eq!(after.changes.len(), 2, "{id}");
            assert_eq!(after.changes[0].fi, "Esihenkilö saa \"oman\" tapaamisen");
            assert_eq!(
                (after.steps, after.instruments, after.intake),
                (before.steps, before.instruments, before.intake)
            );
        }
    }
}

//! What the register tells a person of their own.
use crate::{
    clock,
    db::Tx,
    house::keeping::{Asked, Paper, Told},
    people::store,
    privacy::{self, Class},
};

pub async fn tell(tx: &mut Tx, asked: &Asked) -> Told {
    let (lang, mut papers) = (asked.lang, Vec::new());
    if let Some(human) = privacy::human(tx, asked.actor.human_id).await? {
        let mut paper = Paper::new("account", lang.t("people-told-account"));
        paper.line("name", lang.t("people-name"), human.name.as_str());
        paper.line("language", lang.t("people-told-language"), human.lang.as_str());
        paper.line("address", lang.t("people-column-address"), human.address.unwrap_or_default());
        paper.line("phone", lang.t("people-column-phone"), human.phone.unwrap_or_default());
        papers.push(paper);
    }
    for (person, organisation) in store::people_of_human(tx, asked.actor.human_id).await? {
        if privacy::grant(tx, &asked.actor, (person.id, Class::Own), asked.now).await?.is_none() {
            continue;
        }
        let mut paper = Paper::new("person", organisation.name);
        paper.line("name", lang.t("people-name"), person.name());
        paper.line("employee_number", lang.t("people-column-number"), person.employee_number.as_str());
        paper.line("work_address", lang.t("people-column-address"), person.work_address.unwrap_or_default());
        paper.line("work_phone", lang.t("people-column-phone"), person.work_phone.unwrap_or_default());
        paper.line("private_address", lang.t("people-private-address"), person.private_address.unwrap_or_default());
        paper.line("private_phone", lang.t("people-private-phone"), person.private_phone.unwrap_or_default());
        papers.push(paper);
        for (employment, unit) in store::all_employments(tx, person.id).await? {
            let mut paper = Paper::new("employment", employment.title.clone());
            paper.line("title", lang.t("people-column-title"), employment.title);
            paper.line("unit", lang.t("people-column-unit"), unit);
            let education = lang.t(&format!("people-education-{}", employment.education));
            paper.line("education", lang.t("people-column-education"), education);
            paper.line("starts_on", lang.t("people-column-starts"), clock::show_day(employment.starts_on));
            let ends = employment.ends_on.map(clock::show_day).unwrap_or_default();
            paper.line("ends_on", lang.t("people-column-ends"), ends);
            papers.push(paper);
        }
    }
    Ok(papers)
}

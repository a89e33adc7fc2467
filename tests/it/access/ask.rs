//! Asking for an address as somebody, and what the answer is called in the tables.
use std::collections::BTreeMap;

use urasilta::{
    ident,
    walk::{Form, Page},
};
use uuid::Uuid;

use super::{
    cast::Member,
    crawl::{Crawled, crawl_as, told, with_ids},
};
use crate::support::{Actor, Stage};

/// Somebody at a browser, with what they are shown.
pub struct Asker {
    pub who: Option<Member>,
    pub actor: Actor,
    pub seen: Crawled,
    /// What nothing looks like, by the address or form with its ids blurred.
    nothing: BTreeMap<String, String>,
}

impl Asker {
    pub async fn member(stage: &Stage, member: &Member) -> Asker {
        let mut actor = stage.human(member.human).await;
        let seen = crawl_as(stage, &mut actor).await;
        Asker { who: Some(member.clone()), actor, seen, nothing: BTreeMap::new() }
    }

    pub async fn visitor(stage: &Stage) -> Asker {
        let mut actor = stage.visitor();
        let seen = crawl_as(stage, &mut actor).await;
        Asker { who: None, actor, seen, nothing: BTreeMap::new() }
    }

    pub fn name(&self) -> &'static str {
        self.who.as_ref().map_or("a visitor", |who| who.first)
    }

    pub async fn get(&mut self, address: &str) -> Page {
        self.actor.send("GET", address, None).await
    }

    /// Sends a form as it was found on another's page, with fresh tokens of one's own.
    pub async fn post(&mut self, form: &Form) -> Page {
        let body = serde_html_form::to_string(self.with_tokens(form).await.pairs()).unwrap();
        self.actor.send("POST", &form.action, Some(body)).await
    }

    async fn with_tokens(&mut self, form: &Form) -> Form {
        if self.actor.page.hidden("/signout").is_none() {
            self.actor.get("/me").await;
        }
        let tokens = self.actor.page.hidden("/signout").unwrap_or_default();
        let mut form = form.clone();
        for (name, value) in tokens.iter().filter(|(name, _)| name == "_csrf") {
            form.set(name, value);
        }
        form.set("_once", &ident::random().simple().to_string());
        form
    }

    /// What the same address says with ids of nothing.
    pub async fn nothing_at(&mut self, address: &str) -> String {
        let blurred = with_ids(address, |_| Uuid::nil());
        if let Some(known) = self.nothing.get(&blurred) {
            return known.clone();
        }
        let said = told(&self.get(&with_ids(address, |_| ident::random())).await);
        self.nothing.insert(blurred, said.clone());
        said
    }

    /// What the same form says with ids of nothing in its address.
    pub async fn nothing_to(&mut self, form: &Form) -> String {
        let blurred = format!("POST {} {}", with_ids(&form.action, |_| Uuid::nil()), form.fields.len());
        if let Some(known) = self.nothing.get(&blurred) {
            return known.clone();
        }
        let action = with_ids(&form.action, |_| ident::random());
        let said = told(&self.post(&Form { action, ..form.clone() }).await);
        self.nothing.insert(blurred, said.clone());
        said
    }
}

/// The answer in a word or two.
pub fn outcome(page: &Page) -> &'static str {
    let to = page.headers.get("location").and_then(|to| to.to_str().ok()).unwrap_or_default();
    match page.status.as_u16() {
        200 => "page",
        303 if to.starts_with("/signin?next=") => "sign in",
        303 => "goes on",
        401 => "sign in",
        404 => "not there",
        409 => "refused",
        422 => "form again",
        _ => "FAULT",
    }
}

/// How many rows every table has, but those that tell of looking and of sessions.
pub async fn rows(stage: &Stage) -> BTreeMap<String, i64> {
    let db = &stage.house().db;
    let schema = urasilta::db::schema(db).await.unwrap();
    let tables: std::collections::BTreeSet<String> = schema.into_iter().map(|(table, _)| table).collect();
    let mut counts = BTreeMap::new();
    let mut tx = db.read().await.unwrap();
    for table in tables {
        if ["session", "view_log", "view_subject"].contains(&table.as_str()) {
            continue;
        }
        let sql: &'static str = Box::leak(format!("select count(*) from {table}").into_boxed_str());
        let (count,): (i64,) = tx.sql(sql).one().await.unwrap();
        counts.insert(table, count);
    }
    counts
}

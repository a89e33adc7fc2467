//! What the stories of agreements begin with: Maija's coaching with Aino, in which Pekka takes part as her supervisor.
use urasilta::{
    coaching::three::{self, Shared, Three},
    mail::Letter,
};
use uuid::Uuid;

use crate::{
    coaching::support::coached,
    support::{Actor, Stage},
};

/// The three of a story.
pub struct Table {
    pub stage: Stage,
    pub case_id: Uuid,
    /// `/cases/…`
    pub case: String,
    pub maija: Actor,
    pub pekka: Actor,
    pub aino: Actor,
}

impl Table {
    pub async fn laid() -> Table {
        let stage = Stage::new().await;
        let case = coached(&stage).await;
        let case_id = Uuid::parse_str(&case["/cases/".len()..]).unwrap();
        let (maija, pekka, aino) = (stage.actor("Maija").await, stage.actor("Pekka").await, stage.actor("Aino").await);
        let table = Table { stage, case_id, case, maija, pekka, aino };
        table.name_supervisor("Pekka").await;
        let mut tx = table.stage.write().await;
        tx.sql(
            "insert into case_step (id, case_id, step_key, position, kind, name, for_whom, required, state) \
             values ($1, $2, 'agreed', 90, 'agreement', '{\"fi\":\"Sovittu yhdessä\"}', 'three', true, 'ready')",
        )
        .bind(urasilta::ident::random())
        .bind(case_id)
        .execute()
        .await
        .unwrap();
        tx.commit().await.unwrap();
        table
    }

    /// The three sign in again: the clock has moved.
    pub async fn enter(&mut self) {
        self.maija = self.stage.actor("Maija").await;
        self.pekka = self.stage.actor("Pekka").await;
        self.aino = self.stage.actor("Aino").await;
    }

    pub async fn three(&self) -> Three {
        let mut tx = self.stage.house().db.read().await.unwrap();
        three::three_unseen(&mut tx, self.case_id).await.unwrap().unwrap()
    }

    pub async fn name_supervisor(&self, name: &str) {
        let three = self.three().await;
        let mut tx = self.stage.write().await;
        let human = self.stage.world.human(name);
        let by = self.stage.world.human("Kirsi");
        three::name_supervisor(&mut tx, &three, (human, name), (by, self.stage.now())).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// What the supervisor sees now.
    pub async fn shared(&self) -> Vec<Shared> {
        let three = self.three().await;
        let mut tx = self.stage.house().db.read().await.unwrap();
        three::shared(&mut tx, &three, self.stage.now()).await.unwrap()
    }

    /// Aino notes what the three agree.
    pub async fn note(&mut self, aims: &str, timetable: &str, shares: &[&str]) -> String {
        let page = format!("{}/agreed", self.case);
        self.aino.see(&format!("{page}?note=1")).await;
        let mut fields = vec![("aims", aims), ("timetable", timetable), ("ends_on", "31.1.2024")];
        fields.extend(shares.iter().map(|share| ("shares", *share)));
        self.aino.send_form(&page, &fields).await
    }

    /// Maija confirms that these are shared.
    pub async fn confirm(&mut self, shares: &[&str]) -> String {
        let page = format!("{}/agreed/confirmation", self.case);
        self.maija.see(&page).await;
        let fields: Vec<_> = shares.iter().map(|share| ("shares", *share)).collect();
        self.maija.send_form(&page, &fields).await
    }

    /// Supervisor or coach taps on the page.
    pub async fn tap(&mut self, supervisor: bool) -> String {
        let page = format!("{}/agreed/confirmation", self.case);
        let one = if supervisor { &mut self.pekka } else { &mut self.aino };
        one.see(&page).await;
        one.send_form(&page, &[]).await
    }

    /// One number of the database.
    pub async fn count(&self, sql: &'static str) -> i64 {
        let mut tx = self.stage.house().db.read().await.unwrap();
        let (count,): (i64,) = tx.sql(sql).bind(self.case_id).one().await.unwrap();
        count
    }
}

/// The path of the link in the letter to this address that begins so.
pub fn link(letters: &[Letter], to: &str, start: &str) -> String {
    let letter = letters.iter().find(|letter| letter.to.starts_with(to)).unwrap_or_else(|| panic!("{letters:?}"));
    let at = letter.text.find(start).unwrap_or_else(|| panic!("{start} is not in {}", letter.text));
    letter.text[at..].split_whitespace().next().unwrap().to_owned()
}

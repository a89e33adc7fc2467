//! The table the three sit at: what the reader may see of the versions and of what was thought beforehand, opened.
//! Every page of the slice begins here, so that there is one way to what the supervisor sees.
use uuid::Uuid;

use super::{
    record::{Agreement, Stage},
    store::{self, prepared::Preparation},
};
use crate::{
    clock::Moment,
    coaching::three::{self, Party, Shared, Sight},
    db::Tx,
    desk::Desk,
    house::House,
    privacy::vault::VaultError,
    web::Failure,
};

/// A version with its words.
#[derive(Clone, Debug)]
pub struct Opened {
    pub agreement: Agreement,
    pub aims: String,
    pub timetable: String,
    /// The names that the parties signed with.
    pub names: Vec<(Party, String)>,
}

impl Opened {
    /// What of it the sight sees.
    fn cut(&self, sight: &Sight) -> Option<Opened> {
        let agreement = self.agreement.clone().cut(sight)?;
        let kept = |sealed: &[u8], words: &str| if sealed.is_empty() { String::new() } else { words.to_owned() };
        Some(Opened {
            aims: kept(&agreement.sealed_aims, &self.aims),
            timetable: kept(&agreement.sealed_timetable, &self.timetable),
            names: self.names.clone(),
            agreement,
        })
    }
}

/// Thoughts with their words.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub preparation: Preparation,
    pub words: String,
}

/// What lies on the table for one reader.
#[derive(Clone, Debug)]
pub struct Joint {
    pub sight: Sight,
    /// The newest first.
    pub versions: Vec<Opened>,
    pub preparations: Vec<Prepared>,
    /// The key of the case is gone: what was written can be read by nobody.
    pub erased: bool,
}

impl Joint {
    /// The version that the parties speak of now.
    pub fn newest(&self) -> Option<&Opened> {
        self.versions.first()
    }

    /// The versions that stand: what is in force and what is on its way.
    pub fn standing(&self) -> impl Iterator<Item = &Opened> {
        self.versions.iter().filter(|one| one.agreement.stage() != Stage::Replaced)
    }

    /// The reader's own thoughts.
    pub fn own(&self) -> Option<&Prepared> {
        let me = self.sight.three.human(self.sight.party);
        self.preparations.iter().find(|one| Some(one.preparation.owner_id) == me)
    }

    /// What the participant has confirmed to be shared with the supervisor of now: nothing before the first confirmation,
    /// nor when the supervisor is another.
    pub fn consented(&self) -> Vec<Shared> {
        let now = self.sight.three.supervisor_human_id;
        let given = |one: &&Opened| one.agreement.confirmed_at.is_some() && one.agreement.supervisor_id == now;
        self.versions.iter().find(given).map(|one| one.agreement.named_shares()).unwrap_or_default()
    }

    /// Whether the reader may note: participant or coach, while the coaching goes on.
    pub fn may_note(&self) -> bool {
        self.sight.party != Party::Supervisor && self.sight.three.state.is_open() && !self.erased
    }

    /// The same table as the supervisor would find it if the newest version were confirmed with these shared.
    #[must_use]
    pub fn as_supervisor(&self, shares: &[Shared], now: Moment) -> Joint {
        let sight = self.sight.as_supervisor(shares);
        let mut versions = self.versions.clone();
        if let Some(newest) = versions.first_mut().filter(|one| one.agreement.stage() != Stage::Replaced) {
            newest.agreement = newest.agreement.confirmed_as(shares, (&sight.three, now));
        }
        Joint {
            versions: versions.iter().filter_map(|one| one.cut(&sight)).collect(),
            preparations: self.preparations.iter().filter(|one| one.preparation.is_seen(&sight)).cloned().collect(),
            erased: self.erased,
            sight,
        }
    }

    /// The same table for a screen that all three look at: what is confirmed as the supervisor sees it, what is only
    /// noted as it was said together, and no thoughts but those shared with all.
    #[must_use]
    pub fn for_room(&self) -> Joint {
        let shared = |one: &Opened| {
            let sight = self.sight.as_supervisor(&one.agreement.named_shares());
            if one.agreement.confirmed_at.is_some() { one.cut(&sight) } else { Some(one.clone()) }
        };
        let everyone = self.sight.as_supervisor(&[]);
        Joint {
            versions: self.versions.iter().filter_map(shared).collect(),
            preparations: self
                .preparations
                .iter()
                .filter(|one| one.preparation.shared_at.is_some() && one.preparation.is_seen(&everyone))
                .cloned()
                .collect(),
            ..self.clone()
        }
    }
}

/// The table of a case, for one of its three; not there for everybody else.
pub async fn joint(desk: &Desk, tx: &mut Tx, case_id: Uuid) -> Result<Joint, Failure> {
    let sight = three::sight(desk, tx, case_id).await?;
    let (agreements, preparations) = store::table(tx, &sight).await?;
    opened(&desk.house, tx, sight, (agreements, preparations)).await
}

async fn opened(
    house: &House,
    tx: &mut Tx,
    sight: Sight,
    (agreements, preparations): (Vec<Agreement>, Vec<Preparation>),
) -> Result<Joint, Failure> {
    let mut sealed: Vec<&[u8]> = Vec::new();
    for one in &agreements {
        sealed.extend([one.sealed_aims.as_slice(), one.sealed_timetable.as_slice()]);
        sealed.extend(Party::ALL.iter().filter_map(|party| one.signature(*party)));
    }
    sealed.extend(preparations.iter().map(|one| one.sealed.as_slice()));
    sealed.retain(|record| !record.is_empty());
    let gone = agreements.iter().any(|one| one.sealed_aims.is_empty()) && sight.party != Party::Supervisor;
    let (mut words, erased) = match house.vault.open_all(tx, sight.case_id(), &sealed).await {
        Ok(words) => (words.into_iter(), gone),
        Err(VaultError::Erased(_)) => (Vec::new().into_iter(), true),
        Err(error) => return Err(error.into()),
    };
    let mut next = |record: &[u8]| if record.is_empty() { None } else { words.next() }.unwrap_or_default();
    let versions = agreements.into_iter().map(|agreement| {
        let (aims, timetable) = (next(&agreement.sealed_aims), next(&agreement.sealed_timetable));
        let names = Party::ALL.iter().filter_map(|party| Some((*party, next(agreement.signature(*party)?)))).collect();
        Opened { agreement, aims, timetable, names }
    });
    let versions = versions.collect();
    let preparations = preparations
        .into_iter()
        .map(|preparation| Prepared { words: next(&preparation.sealed), preparation })
        .collect();
    Ok(Joint { sight, versions, preparations, erased })
}

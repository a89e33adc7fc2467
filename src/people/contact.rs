//! Where somebody is reached after the work: as they chose, and at the work address only while they work here. Pure.
use chrono::NaiveDate;

use crate::{codes, db::FromRow};

codes! {
    /// How somebody wants to be reached.
    pub enum ContactWay {
        Mail = "mail",
        Text = "text",
    }
}

/// What is known of how to reach a person.
#[derive(Clone, Debug, FromRow)]
pub struct Contact {
    pub contact_way: ContactWay,
    pub private_address: Option<String>,
    pub private_phone: Option<String>,
    pub work_address: Option<String>,
    /// The last employment's last day; none while it goes on.
    pub ends_on: Option<NaiveDate>,
    /// Whether there is an employment at all.
    pub employments: i64,
}

/// Where a message goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    Mail(String),
    /// A phone number as it was typed.
    Text(String),
}

impl Contact {
    /// Where a message goes on `today`; text messages only where the house can send them. `None`: nowhere.
    pub fn reach(&self, today: NaiveDate, texts: bool) -> Option<Reach> {
        let given = |words: &Option<String>| words.clone().filter(|words| !words.trim().is_empty());
        let mail = given(&self.private_address).map(Reach::Mail);
        let text = given(&self.private_phone).filter(|_| texts).map(Reach::Text);
        let private = match self.contact_way {
            ContactWay::Mail => mail.or(text),
            ContactWay::Text => text.or(mail),
        };
        private.or_else(|| given(&self.work_address).filter(|_| self.works(today)).map(Reach::Mail))
    }

    fn works(&self, today: NaiveDate) -> bool {
        self.employments > 0 && self.ends_on.is_none_or(|last| today <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(way: ContactWay, private: (Option<&str>, Option<&str>), ends_on: Option<&str>) -> Contact {
        Contact {
            contact_way: way,
            private_address: private.0.map(str::to_owned),
            private_phone: private.1.map(str::to_owned),
            work_address: Some("maija@work".into()),
            ends_on: ends_on.and_then(crate::clock::read_day),
            employments: 1,
        }
    }

    #[test]
    fn a_private_place_is_used_as_it_was_chosen_and_the_work_address_only_while_there_is_work() {
        let today = crate::clock::read_day("4.1.2024").unwrap();
        let both = (Some("maija@home"), Some("040 123"));
        let (mail, text) = (Some(Reach::Mail("maija@home".into())), Some(Reach::Text("040 123".into())));
        let work = Some(Reach::Mail("maija@work".into()));
        assert_eq!(contact(ContactWay::Mail, both, None).reach(today, true), mail);
        assert_eq!(contact(ContactWay::Text, both, None).reach(today, true), text);
        assert_eq!(contact(ContactWay::Text, both, None).reach(today, false), mail, "no gateway");
        assert_eq!(contact(ContactWay::Mail, (None, both.1), None).reach(today, true), text);
        assert_eq!(contact(ContactWay::Mail, (None, None), Some("4.1.2024")).reach(today, true), work);
        assert_eq!(contact(ContactWay::Mail, (None, None), Some("3.1.2024")).reach(today, true), None);
        assert_eq!(contact(ContactWay::Text, (Some(" "), None), Some("3.1.2024")).reach(today, true), None);
    }
}

//! Mail. A message is a job row written in the act; it is sent after the commit, by SMTP or into a folder. It carries
//! no content: it tells that something waits, and a link that leads to sign-in, never past it.
use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Attachment, Mailbox, MultiPart, SinglePart, header::ContentType},
};
use serde::{Deserialize, Serialize};

use crate::{
    clock::Moment,
    config::Config,
    db::{Result, Tx},
    ident, jobs,
};

/// The kind of job that sends a letter.
pub const SEND: &str = "mail.send";

/// A message as it waits in the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
    /// An iCalendar object, when the letter is an invitation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Calendar>,
}

/// A calendar part with its method: `REQUEST` or `CANCEL`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    pub method: String,
    pub text: String,
}

/// Why a letter could not be sent.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    #[error("the address or letter is not valid: {0}")]
    Letter(String),
    #[error("the mail server: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    #[error("the mail folder: {0}")]
    Folder(#[from] std::io::Error),
}

/// Where letters go.
#[derive(Clone)]
pub enum Mailer {
    Smtp {
        from: Mailbox,
        transport: Box<AsyncSmtpTransport<Tokio1Executor>>,
    },
    Folder {
        from: Mailbox,
        folder: PathBuf,
    },
    /// A box that tests read.
    Box(Arc<Mutex<Vec<Letter>>>),
}

/// Puts a letter in the queue, in the act's own transaction.
pub async fn post(tx: &mut Tx, letter: &Letter, now: Moment) -> Result<()> {
    jobs::ask(tx, SEND, letter, now).await
}

impl Mailer {
    pub fn of(config: &Config) -> std::result::Result<Mailer, MailError> {
        let from = config.get("mail_from").parse().map_err(|_| MailError::Letter("mail_from".into()))?;
        if config.get("mail") == "smtp" {
            let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(config.get("smtp_url"))?.build();
            return Ok(Mailer::Smtp { from, transport: Box::new(transport) });
        }
        Ok(Mailer::Folder { from, folder: config.path("mail_folder", "mail") })
    }

    /// An empty box.
    pub fn boxed() -> Mailer {
        Mailer::Box(Arc::default())
    }

    pub async fn send(&self, letter: &Letter) -> std::result::Result<(), MailError> {
        match self {
            Mailer::Smtp { from, transport } => {
                transport.send(message(from, letter)?).await?;
            }
            Mailer::Folder { from, folder } => {
                tokio::fs::create_dir_all(folder).await?;
                let name = format!("{}.eml", ident::random());
                tokio::fs::write(folder.join(name), message(from, letter)?.formatted()).await?;
            }
            Mailer::Box(letters) => letters.lock().unwrap_or_else(PoisonError::into_inner).push(letter.clone()),
        }
        Ok(())
    }

    /// The letters in the box so far; none when mail goes elsewhere.
    pub fn take(&self) -> Vec<Letter> {
        match self {
            Mailer::Box(letters) => std::mem::take(&mut *letters.lock().unwrap_or_else(PoisonError::into_inner)),
            _ => Vec::new(),
        }
    }
}

fn message(from: &Mailbox, letter: &Letter) -> std::result::Result<Message, MailError> {
    let wrong = |error: &dyn std::fmt::Display| MailError::Letter(error.to_string());
    let to: Mailbox = letter.to.parse().map_err(|e| wrong(&e))?;
    let head = Message::builder().from(from.clone()).to(to).subject(letter.subject.clone());
    let text = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(letter.text.clone());
    let Some(calendar) = &letter.calendar else {
        return head.singlepart(text).map_err(|e| wrong(&e));
    };
    let kind = format!("text/calendar; charset=utf-8; method={}", calendar.method);
    let kind = ContentType::parse(&kind).map_err(|e| wrong(&e))?;
    let both = MultiPart::alternative()
        .singlepart(text)
        .singlepart(SinglePart::builder().header(kind.clone()).body(calendar.text.clone()));
    let file = Attachment::new("kutsu.ics".into()).body(calendar.text.clone(), kind);
    head.multipart(MultiPart::mixed().multipart(both).singlepart(file)).map_err(|e| wrong(&e))
}

//! Looking whether what is kept is whole.
use std::process::ExitCode;

use urasilta::{
    config::Config,
    events::{self, Broken},
};

use super::{Ended, open, say};

/// `urasilta check audit`
pub async fn audit(config: &Config) -> Ended {
    let db = open(config).await?;
    let found = events::audit(&db).await?;
    db.close().await;
    for broken in &found.broken {
        say(&match broken {
            Broken::Gone { controller_id, seq, event_id } => {
                format!("GONE     event {event_id}: link {seq} of organisation {controller_id} has no event any more")
            }
            Broken::Changed { controller_id, seq, event_id } => {
                format!("CHANGED  event {event_id}: it, or the link before {seq} of {controller_id}, is not as sealed")
            }
            Broken::Gap { controller_id, seq } => {
                format!("GAP      link {seq} of organisation {controller_id} is missing")
            }
        });
    }
    say(&format!("{} links read, {} broken.", found.links, found.broken.len()));
    if found.unsealed > 0 {
        say(&format!("{} events are not sealed yet: the tail that proves nothing.", found.unsealed));
    }
    Ok(if found.broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

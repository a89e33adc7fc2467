//! The demo: an invented county in a folder of its own, and personas to enter as.
use std::path::PathBuf;

use clap::Args;
use urasilta::{app, config::Config, ident, mail::Mailer};

use super::{Ended, say, serve};

#[derive(Args)]
pub struct Asked {
    /// Folder of the demo's data, kept for the next time; without it a temporary one that is taken away at the end
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Address to answer on
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    listen: String,
}

/// `urasilta demo`
pub async fn demo(mut config: Config, asked: Asked) -> Ended {
    let kept = asked.data.is_some();
    let folder =
        asked.data.unwrap_or_else(|| std::env::temp_dir().join(format!("urasilta-demo-{}", ident::random().simple())));
    let own = [
        ("listen", asked.listen.clone()),
        ("public_url", format!("http://{}", asked.listen)),
        ("data_dir", folder.display().to_string()),
        ("database_url", String::new()),
        ("mail", "folder".to_owned()),
        ("mail_folder", folder.join("mail").display().to_string()),
        ("site_name", "Järvilaakson hyvinvointialue".to_owned()),
        ("help_phone", "09 123 4567".to_owned()),
        ("log", "text".to_owned()),
        ("log_level", "warn".to_owned()),
    ];
    for (name, value) in own {
        config.set("demo", name, value)?;
    }
    serve::begin(&config);
    say("An invented county is walked up to today by its own pages; this takes a moment.");
    let mailer = Mailer::of(&config)?;
    let standing = app::stand_demo(config, mailer).await?;
    say(&format!("The demo answers at http://{0}/demo – enter as anybody there with one click.", asked.listen));
    for (persona, name) in urasilta::signin::personas(&standing.house).await? {
        say(&format!("  {:<14} {name}", persona.code()));
    }
    if !standing.house.config.secure_cookies() {
        say("This address is neither https nor loopback: cookies go in the clear. Invented data only.");
    }
    say("Stop with Ctrl+C.");
    let ended = serve::answer(standing).await;
    if !kept {
        let _ = std::fs::remove_dir_all(&folder);
    }
    ended
}

//! The demo's house, answering on a loopback port of its own.
use std::sync::{LazyLock, mpsc};

use tokio::net::TcpListener;
use urasilta::{app, config::Config, ident, mail::Mailer};

static TOWN: LazyLock<String> = LazyLock::new(stand);

/// The address of the town that all tests share, whose clock nobody moves.
pub fn town() -> &'static str {
    &TOWN
}

/// A town of one's own, for the rest of the run; gives its address.
pub fn stand() -> String {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = format!("http://{}", listener.local_addr().unwrap());
            let folder = std::env::temp_dir().join(format!("urasilta-town-{}", ident::random().simple()));
            let mut config = Config::default();
            for (name, value) in [
                ("data_dir", folder.display().to_string()),
                ("public_url", address.clone()),
                ("help_phone", "09 123 4567".to_owned()),
                ("site_name", "Järvilaakson hyvinvointialue".to_owned()),
            ] {
                config.set("test", name, value).unwrap();
            }
            let standing = app::stand_demo(config, Mailer::boxed()).await.unwrap();
            tell.send(address).unwrap();
            app::serve(standing, listener, std::future::pending()).await.unwrap();
        });
    });
    told.recv().unwrap()
}

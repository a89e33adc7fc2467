//! The demo's house, answering on a loopback port of its own for the whole run.
use std::sync::{LazyLock, mpsc};

use tokio::net::TcpListener;
use urasilta::{app, config::Config, ident, mail::Mailer};

static TOWN: LazyLock<String> = LazyLock::new(|| {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let folder = std::env::temp_dir().join(format!("urasilta-town-{}", ident::random().simple()));
            let mut config = Config::default();
            for (name, value) in [
                ("data_dir", folder.display().to_string()),
                ("help_phone", "09 123 4567".to_owned()),
                ("site_name", "Järvilaakson hyvinvointialue".to_owned()),
            ] {
                config.set("test", name, value).unwrap();
            }
            let standing = app::stand_demo(config, Mailer::boxed()).await.unwrap();
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            tell.send(format!("http://{}", listener.local_addr().unwrap())).unwrap();
            app::serve(standing, listener, std::future::pending()).await.unwrap();
        });
    });
    told.recv().unwrap()
});

/// The town's address.
pub fn town() -> &'static str {
    &TOWN
}

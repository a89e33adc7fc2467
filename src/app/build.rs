//! Building a house: the database opened and brought to the schema, the keys read, the slices gathered.
use std::{fs, path::Path};

use axum::{
    http::{Extensions, HeaderMap, StatusCode, Version, header},
    middleware,
    routing::get,
};
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{Predicate, SizeAbove},
    },
};

use super::{Standing, modules};
use crate::{
    clock::Clock,
    config::Config,
    db::{self, Db, Open},
    desk::frame,
    house::{House, Parts, Plan},
    ident,
    mail::Mailer,
    privacy::{
        vault::{Ring, Vault},
        views::Views,
    },
    web::{Failure, assets},
};

/// Answers of fewer bytes go out in the first flight of a connection (ten segments) as they are: packing them would
/// save nobody time.
const WORTH_PACKING: u64 = 14_000;

/// Pictures, fonts and workbooks are packed already.
fn is_text(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    ["text/", "application/json", "image/svg"].iter().any(|text| kind.starts_with(text))
}

/// What a house is built on.
pub struct Foundation {
    pub config: Config,
    pub clock: Clock,
    pub mailer: Mailer,
    pub demo: bool,
}

/// Why a house could not be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    #[error("the database: {0}")]
    Db(#[from] db::Error),
    #[error("{0}: {1}")]
    File(String, std::io::Error),
    #[error(transparent)]
    Ring(#[from] crate::privacy::vault::RingError),
}

/// Opens the database, brings it to this program's schema and puts the slices together.
pub async fn build(foundation: Foundation) -> Result<Standing, BuildError> {
    let Foundation { config, clock, mailer, demo } = foundation;
    let data = Path::new(config.get("data_dir"));
    fs::create_dir_all(data).map_err(|error| BuildError::File(data.display().to_string(), error))?;
    let db = open(&config, "urasilta.db").await?;
    db::migrate(&db).await?;
    let views = Views::start(view_database(&config).await?);
    let vault = Vault::new(Ring::open(&config.path("key_ring", "keyring"))?);
    let secret = secret(&config.path("secret_file", "secret"))?;
    let (plan, routes) = Plan::gather(modules());
    let house = House::new(Parts { config, clock, db, views, vault, mailer, secret, demo, plan });
    let router = routes
        .fallback(|| async { Failure::NotFound })
        .method_not_allowed_fallback(|| async { Failure::NotFound })
        .layer(CatchPanicLayer::custom(|_| axum::response::IntoResponse::into_response(Failure::broken("panic"))))
        .route("/assets/{hash}/{*name}", get(assets::serve))
        .layer(middleware::from_fn_with_state(house.clone(), frame))
        .layer(
            CompressionLayer::new()
                .quality(CompressionLevel::Fastest)
                .compress_when(SizeAbove::new(WORTH_PACKING).and(is_text as fn(_, _, &_, &_) -> _)),
        )
        .with_state(house.clone());
    Ok(Standing { house, router })
}

async fn open(config: &Config, file: &str) -> Result<Db, db::Error> {
    let address = match config.get("database_url") {
        "" => config.path("", file).display().to_string(),
        url => url.to_owned(),
    };
    let read_address = Some(config.get("database_read_url")).filter(|url| !url.is_empty()).map(str::to_owned);
    Open { address, read_address, connections: config.number("database_connections") }.open().await
}

/// The view log's own way to the disk. On SQLite it is a file, so that an import or a long write never stops reading; on
/// PostgreSQL connections of its own, so that pages which hold all the others never wait for one another.
async fn view_database(config: &Config) -> Result<Db, db::Error> {
    let url = config.get("database_url");
    if !url.is_empty() {
        return Open { connections: 3, ..Open::new(url) }.open().await;
    }
    let views = Open { connections: 2, ..Open::new(config.path("", "views.db").display().to_string()) }.open().await?;
    db::migrate(&views).await?;
    Ok(views)
}

/// The server's secret, made when it is not there.
fn secret(path: &Path) -> Result<[u8; 32], BuildError> {
    let failed = |error| BuildError::File(path.display().to_string(), error);
    if let Ok(bytes) = fs::read(path) {
        return bytes.try_into().map_err(|_| failed(std::io::Error::other("is not 32 bytes long")));
    }
    let secret: [u8; 32] = ident::secret();
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(failed)?;
    std::io::Write::write_all(&mut file, &secret).and_then(|()| file.sync_all()).map_err(failed)?;
    Ok(secret)
}

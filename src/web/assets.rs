//! Built assets inside the binary, under addresses that carry their content's hash and so may be kept for ever.
use std::{collections::BTreeMap, sync::LazyLock};

use axum::{
    extract::Path,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets");

/// Name → (hash, bytes).
static ASSETS: LazyLock<BTreeMap<String, (String, &'static [u8])>> = LazyLock::new(|| {
    let mut assets = BTreeMap::new();
    let folders = std::iter::once(&FILES).chain(FILES.dirs());
    for file in folders.flat_map(Dir::files) {
        let name = file.path().to_string_lossy().into_owned();
        let hash = data_encoding::HEXLOWER.encode(&Sha256::digest(file.contents())[..8]);
        assets.insert(name, (hash, file.contents()));
    }
    assets
});

/// `/assets/HASH/NAME`; the style sheet's own `url(fonts/…)` stay beside it.
pub fn address(name: &str) -> String {
    let hash = ASSETS.get(name).map_or("none", |(hash, _)| hash.as_str());
    format!("/assets/{hash}/{name}")
}

/// Serves an asset. The hash only makes the address new when the content is.
pub async fn serve(Path((_, name)): Path<(String, String)>) -> Response {
    let Some((_, bytes)) = ASSETS.get(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    ];
    (headers, *bytes).into_response()
}

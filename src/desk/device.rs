//! What a browser says of itself, made so coarse that it tells two machines of one human apart and nothing more.
use axum::http::{HeaderMap, header};

/// Mark in what browsers say → code; the first that is there counts, since each also names those it descends from.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "edge"),
    ("OPR/", "opera"),
    ("SamsungBrowser", "samsung"),
    ("Firefox", "firefox"),
    ("FxiOS", "firefox"),
    ("Chrome", "chrome"),
    ("CriOS", "chrome"),
    ("Safari", "safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "android"),
    ("iPhone", "iphone"),
    ("iPad", "ipad"),
    ("Windows", "windows"),
    ("CrOS", "chromebook"),
    ("Mac OS X", "mac"),
    ("Linux", "linux"),
];

/// `firefox windows`; `other` for what is not known.
pub fn of(headers: &HeaderMap) -> String {
    let said = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    format!("{} {}", named(&BROWSERS, said), named(&SYSTEMS, said))
}

fn named(known: &[(&str, &'static str)], said: &str) -> &'static str {
    known.iter().find(|(mark, _)| said.contains(mark)).map_or("other", |(_, code)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_told_in_two_words_and_no_version() {
        for (said, device) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
                "edge windows",
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "firefox linux"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1",
                "safari iphone",
            ),
            ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36", "chrome android"),
            ("curl/8.0", "other other"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::USER_AGENT, said.parse().unwrap());
            assert_eq!(of(&headers), device, "{said}");
        }
        assert_eq!(of(&HeaderMap::new()), "other other");
    }
}

//! Chromium through chromedriver: a driver process and a profile of its own for each browser, ended with it.
use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use fantoccini::{Client, ClientBuilder, Locator, wd::WebDriverCompatibleCommand};
use serde_json::{Value, json};
use urasilta::ident;

use super::{setting, town};

/// A command that WebDriver does not have: the browser's own protocol.
#[derive(Debug)]
struct Cdp(&'static str, Value);

impl WebDriverCompatibleCommand for Cdp {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (axum::http::Method, Option<String>) {
        (axum::http::Method::POST, Some(json!({ "cmd": self.0, "params": self.1 }).to_string()))
    }
}

/// A browser.
pub struct Browser {
    pub client: Client,
    driver: Child,
    profile: PathBuf,
    home: String,
}

const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-device-scale-factor=1",
];

impl Browser {
    /// A browser in the town that all tests share.
    pub async fn open() -> Browser {
        Browser::open_at(town().to_owned()).await
    }

    /// A browser in the town at this address.
    pub async fn open_at(home: String) -> Browser {
        let chromedriver = setting("URASILTA_TEST_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut driver =
            Command::new(chromedriver).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let port = loop {
            let line = lines.next().expect("chromedriver says its port").unwrap();
            if let Some((_, port)) = line.split_once("successfully on port ") {
                break port.trim_end_matches('.').to_owned();
            }
        };
        std::thread::spawn(move || lines.for_each(drop));
        let profile = std::env::temp_dir().join(format!("urasilta-profile-{}", ident::random().simple()));
        let mut arguments: Vec<String> = FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
        arguments.push(format!("--user-data-dir={}", profile.display()));
        let mut options = json!({ "args": arguments });
        if let Some(chromium) = setting("URASILTA_TEST_CHROMIUM") {
            options["binary"] = chromium.into();
        }
        let mut capabilities = serde_json::Map::new();
        capabilities.insert("goog:chromeOptions".into(), options);
        let connector = hyper_util::client::legacy::connect::HttpConnector::new();
        let client = ClientBuilder::new(connector)
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap();
        Browser { client, driver, profile, home }
    }

    /// A desk (1280), a phone (390, 320) or anything between.
    pub async fn width(&self, width: u32) {
        let mobile = width < 600;
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": mobile });
        self.client.issue_cmd(Cdp("Emulation.setDeviceMetricsOverride", metrics)).await.unwrap();
    }

    /// No script file reaches the browser from now on, or every one does again.
    pub async fn block_scripts(&self, block: bool) {
        let urls: &[&str] = if block { &["*.js"] } else { &[] };
        self.client.issue_cmd(Cdp("Network.enable", json!({}))).await.unwrap();
        self.client.issue_cmd(Cdp("Network.setBlockedURLs", json!({ "urls": urls }))).await.unwrap();
    }

    pub async fn goto(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.home)).await.unwrap();
    }

    /// Signs in as one of the demo's people with one click.
    pub async fn be(&self, persona: &str) {
        self.goto("/demo").await;
        self.client
            .find(Locator::Css(&format!("form[action='/demo/{persona}'] button")))
            .await
            .unwrap()
            .click()
            .await
            .unwrap();
        for _ in 0..100 {
            if !self.path().await.starts_with("/demo") {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{persona} is not signed in: {}", self.words().await);
    }

    /// Presses, ticks or chooses what `css` finds first.
    pub async fn click(&self, css: &str) {
        let Ok(found) = self.client.find(Locator::Css(css)).await else { panic!("{}", self.lost(css).await) };
        if let Err(error) = found.click().await {
            panic!("{error}: {}", self.lost(css).await);
        }
    }

    /// [`Browser::click`], and waits for the page that it leads to.
    pub async fn press(&self, css: &str) {
        self.ask("window.before = true; return 1").await;
        self.click(css).await;
        for _ in 0..1_500 {
            // Between two pages there is nobody to ask.
            let script = "return window.before === undefined && document.readyState === 'complete'";
            if self.client.execute(script, Vec::new()).await.is_ok_and(|there| there == true) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("no page came after {}", self.lost(css).await);
    }

    /// Writes the words in a field, in the place of what was there.
    pub async fn write(&self, css: &str, words: &str) {
        let Ok(found) = self.client.find(Locator::Css(css)).await else { panic!("{}", self.lost(css).await) };
        found.clear().await.unwrap();
        found.send_keys(words).await.unwrap();
    }

    /// What finds `css` inside the first of `rows` that says all the words and has it.
    pub async fn within(&self, rows: &str, words: &str, css: &str) -> String {
        let script = "document.querySelectorAll('[data-here]').forEach(e => e.removeAttribute('data-here'));
            const [rows, words, css] = arguments;
            const found = [...document.querySelectorAll(rows)].filter(e => words.split(' ').every(word => e.textContent.includes(word)))
                .map(e => e.querySelector(css)).find(e => e);
            if (found) found.setAttribute('data-here', '');
            return Boolean(found)";
        let found = self.client.execute(script, vec![json!(rows), json!(words), json!(css)]).await.unwrap();
        assert!(found == true, "{}", self.lost(&format!("{css} in {rows} with {words}")).await);
        "[data-here]".into()
    }

    /// Whether the page has it.
    pub async fn has(&self, css: &str) -> bool {
        self.client.execute("return Boolean(document.querySelector(arguments[0]))", vec![json!(css)]).await.unwrap()
            == true
    }

    async fn lost(&self, css: &str) -> String {
        format!("{css} at {}: {}", self.path().await, self.words().await)
    }

    pub async fn path(&self) -> String {
        let url = self.client.current_url().await.unwrap();
        url.path().to_owned()
    }

    /// Runs a script that gives a value.
    pub async fn ask(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// The words in the page's main part.
    pub async fn words(&self) -> String {
        self.ask("return document.querySelector('main').innerText").await.as_str().unwrap_or_default().to_owned()
    }

    /// The whole page as a picture, from the top to its end.
    pub async fn picture(&self, file: &std::path::Path) {
        let size =
            self.ask("return [document.documentElement.clientWidth, document.documentElement.scrollHeight]").await;
        let clip = json!({ "x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1 });
        let shot = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let answer = self.client.issue_cmd(Cdp("Page.captureScreenshot", shot)).await.unwrap();
        let bytes = data_encoding::BASE64.decode(answer["data"].as_str().unwrap().as_bytes()).unwrap();
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }

    /// Ends the browser and the processes of this profile.
    pub async fn close(mut self) {
        let _ = self.client.clone().close().await;
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
        // Dropping after this does nothing more.
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

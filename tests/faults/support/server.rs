//! The program as a process of its own, and a road to it for [`Walker`]s.
use std::{
    fs::File,
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use axum::{Router, body::Body, extract::Request, http::StatusCode, response::Response};
use reqwest::redirect::Policy;
use urasilta::{ident, walk::Walker};

use super::World;

/// The program: the one that the tests were built with, or `FAULTS_BINARY`.
pub fn binary() -> PathBuf {
    super::setting("FAULTS_BINARY").map_or_else(|| env!("CARGO_BIN_EXE_urasilta").into(), PathBuf::from)
}

/// `urasilta serve` on a world's folder.
pub struct Server {
    child: Child,
    pub port: u16,
}

impl Server {
    /// Starts it and waits until it answers.
    pub async fn start(world: &World, environment: &[(&str, String)]) -> Server {
        Server::start_on(free_port(), world, environment).await
    }

    /// [`Server::start`] on the port of one before.
    pub async fn start_on(port: u16, world: &World, environment: &[(&str, String)]) -> Server {
        let log = File::options().create(true).append(true).open(&world.log).unwrap();
        let mut command = Command::new(binary());
        command
            .args(["serve", "--config", "/dev/null"])
            .env("URASILTA_LISTEN", format!("127.0.0.1:{port}"))
            .env("URASILTA_PUBLIC_URL", format!("http://127.0.0.1:{port}"))
            .env("URASILTA_DATA_DIR", &world.folder.0)
            .env("URASILTA_DATABASE_URL", world.url.as_deref().unwrap_or_default())
            .env("URASILTA_LOG", "text")
            .env("URASILTA_LOG_LEVEL", "warn")
            .envs(environment.iter().map(|(name, value)| (*name, value.as_str())))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        let mut server = Server { child: command.spawn().expect("the program starts"), port };
        let begun = Instant::now();
        let mut walker = server.walker();
        while walker.send("GET", "/ready", None).await.status != 200 {
            let ended = server.child.try_wait().unwrap();
            let told = || std::fs::read_to_string(&world.log).unwrap_or_default();
            assert!(ended.is_none(), "the program ended: {ended:?}\n{}", told());
            assert!(begun.elapsed() < Duration::from_secs(30), "it does not answer\n{}", told());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        server
    }

    /// Somebody at a browser.
    pub fn walker(&self) -> Walker {
        Walker::new(road(self.port))
    }

    /// SIGKILL.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that nobody uses, below those that the system gives to whoever calls out: while the program is being started
/// anew, a caller must not get it.
pub fn free_port() -> u16 {
    loop {
        let port = 20_000 + u16::from_be_bytes(ident::secret()) % 12_000;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// A router that passes everything on to the program over HTTP; where no answer comes, 502 without words.
pub fn road(port: u16) -> Router {
    let client = reqwest::Client::builder()
        .redirect(Policy::none())
        .no_proxy()
        .timeout(Duration::from_secs(20))
        .build()
        .expect("a client");
    Router::new().fallback(move |request: Request| pass_on(client.clone(), port, request))
}

async fn pass_on(client: reqwest::Client, port: u16, request: Request) -> Response {
    let none = || {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::BAD_GATEWAY;
        response
    };
    let (parts, body) = request.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let address = format!("http://127.0.0.1:{port}{}", parts.uri);
    let sent = client.request(parts.method, address).headers(parts.headers).body(bytes).send().await;
    let Ok(answer) = sent else { return none() };
    let mut response = Response::builder().status(answer.status());
    *response.headers_mut().unwrap() = answer.headers().clone();
    match answer.bytes().await {
        Ok(bytes) => response.body(Body::from(bytes)).unwrap(),
        Err(_) => none(),
    }
}

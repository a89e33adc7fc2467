//! A PostgreSQL of one's own, that can be stopped as roughly as one likes. It refuses to be root, so that root starts it
//! as another user.
use std::{
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use sqlx::{AssertSqlSafe, Connection, PgConnection};

use super::{Folder, server::free_port, setting};

pub struct Cluster {
    folder: Folder,
    bin: PathBuf,
    port: u16,
    /// The user and group it runs as, when not as ourselves.
    user: Option<(u32, u32)>,
}

impl Cluster {
    /// A fresh cluster, started; none where there is no PostgreSQL, which `./test` does not let happen.
    pub fn start() -> Option<Cluster> {
        let Some(bin) = setting("URASILTA_TEST_PG_BIN").map(PathBuf::from) else {
            eprintln!("passed over: URASILTA_TEST_PG_BIN is not set; ./test sets it");
            return None;
        };
        let user = (id("-u", None) == 0).then(|| {
            let name = ["postgres", "nobody"].into_iter().find(|name| known(name)).expect("a user that is not root");
            (id("-u", Some(name)), id("-g", Some(name)))
        });
        let cluster = Cluster { folder: Folder::new("faults-pg"), bin, port: free_port(), user };
        if let Some((user, group)) = user {
            std::os::unix::fs::chown(&cluster.folder.0, Some(user), Some(group)).unwrap();
        }
        cluster.run("initdb", &["-U", "urasilta", "-A", "trust", "--encoding=UTF8", "--locale=C"]);
        cluster.up();
        Some(cluster)
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let mut command = Command::new(self.bin.join(program));
        command.arg("-D").arg(self.folder.0.join("data")).args(arguments).current_dir(&self.folder.0);
        if let Some((user, group)) = self.user {
            command.uid(user).gid(group);
        }
        let done = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
        assert!(done.success(), "{program} {arguments:?} in {}", self.folder.0.display());
    }

    /// Starts it; returns when it answers.
    pub fn up(&self) {
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories={}",
            self.port,
            self.folder.0.display()
        );
        let log = self.folder.0.join("log").display().to_string();
        self.run("pg_ctl", &["-l", &log, "-w", "-t", "60", "-o", &options, "start"]);
    }

    /// Stops it without letting anything end: what a crash is.
    pub fn down(&self) {
        self.run("pg_ctl", &["-m", "immediate", "-w", "stop"]);
    }

    fn address(&self, database: &str) -> String {
        format!("postgres://urasilta@127.0.0.1:{}/{database}", self.port)
    }

    /// A new empty database; gives its address.
    #[expect(clippy::disallowed_methods, reason = "making a database is not the door's work")]
    pub async fn database(&self, name: &str) -> String {
        let mut connection = PgConnection::connect(&self.address("postgres")).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(format!("create database {name}"))).execute(&mut connection).await.unwrap();
        self.address(name)
    }

    /// SIGKILL to one of the processes that serve the program: the postmaster then ends all of them and recovers.
    /// Returns when it answers again.
    #[expect(clippy::disallowed_methods, reason = "the server's own processes are not the door's work")]
    pub async fn kill_backend(&self) {
        let mut connection = PgConnection::connect(&self.address("postgres")).await.unwrap();
        let pid: Option<(i32,)> = sqlx::query_as(
            "select pid from pg_stat_activity where application_name = 'urasilta' order by random() limit 1",
        )
        .fetch_optional(&mut connection)
        .await
        .unwrap();
        let (pid,) = pid.expect("somebody is served");
        assert!(Command::new("kill").args(["-9", &pid.to_string()]).status().unwrap().success());
        let begun = Instant::now();
        while sqlx::raw_sql("select 1").execute(&mut connection).await.is_ok() {
            assert!(begun.elapsed() < Duration::from_secs(10), "the postmaster did not notice");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        while PgConnection::connect(&self.address("postgres")).await.is_err() {
            assert!(begun.elapsed() < Duration::from_secs(30), "it did not recover");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let mut command = Command::new(self.bin.join("pg_ctl"));
        command.arg("-D").arg(self.folder.0.join("data")).args(["-m", "immediate", "-w", "stop"]);
        if let Some((user, group)) = self.user {
            command.uid(user).gid(group);
        }
        let _ = command.current_dir("/").stdout(Stdio::null()).stderr(Stdio::null()).status();
    }
}

fn asked(arguments: &[&str]) -> Option<u32> {
    let told = Command::new("id").args(arguments).stderr(Stdio::null()).output().ok()?;
    String::from_utf8(told.stdout).ok()?.trim().parse().ok()
}

fn known(name: &str) -> bool {
    asked(&["-u", name]).is_some()
}

fn id(which: &str, name: Option<&str>) -> u32 {
    let arguments: Vec<&str> = std::iter::once(which).chain(name).collect();
    asked(&arguments).expect("a number")
}

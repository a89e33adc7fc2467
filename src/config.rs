//! Settings: one TOML file, then the environment (`URASILTA_NAME`), each documented and checked. A wrong one is refused
//! with its name and the allowed values; `urasilta config` prints them all.
use std::{collections::BTreeMap, fmt::Write, net::IpAddr, path::PathBuf};

/// One setting as it is documented.
#[derive(Debug)]
pub struct Setting {
    pub name: &'static str,
    /// Empty: not set unless given.
    pub default: &'static str,
    pub allowed: Allowed,
    pub about: &'static str,
    /// Not printed.
    pub secret: bool,
}

/// What a setting may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    Words,
    /// `127.0.0.1:8080`
    Address,
    /// `https://…` or `http://…`
    Url,
    Path,
    OneOf(&'static [&'static str]),
    /// A whole number in the range.
    Number(u32, u32),
    /// Addresses separated by commas.
    Addresses,
}

const fn setting(name: &'static str, default: &'static str, allowed: Allowed, about: &'static str) -> Setting {
    Setting { name, default, allowed, about, secret: false }
}

const fn secret(name: &'static str, about: &'static str) -> Setting {
    Setting { name, default: "", allowed: Allowed::Words, about, secret: true }
}

/// Every setting there is.
pub static SETTINGS: &[Setting] = &[
    setting("listen", "127.0.0.1:8080", Allowed::Address, "Address to answer on. Loopback unless you say otherwise."),
    setting(
        "public_url",
        "http://127.0.0.1:8080",
        Allowed::Url,
        "The address people use; decides cookies and links in messages.",
    ),
    setting(
        "trusted_proxies",
        "",
        Allowed::Addresses,
        "Proxies whose X-Forwarded-For is believed, separated by commas.",
    ),
    setting("site_name", "Urasilta", Allowed::Words, "The organisation's name in the bar of every page."),
    setting("help_phone", "", Allowed::Words, "The phone number of help, shown first in the footer."),
    setting("data_dir", "data", Allowed::Path, "Folder of the SQLite files, the key ring and the server's secret."),
    setting("database_url", "", Allowed::Words, "postgres://… ; empty: SQLite in data_dir."),
    setting(
        "database_read_url",
        "",
        Allowed::Words,
        "A streaming replica, for published reports and the audit alone; empty: the database itself.",
    ),
    setting(
        "database_connections",
        "8",
        Allowed::Number(2, 200),
        "Connections of the pool (readers on SQLite, at most 8).",
    ),
    setting(
        "key_ring",
        "",
        Allowed::Path,
        "The key ring's file; empty: keyring in data_dir. Keep it out of database backups.",
    ),
    setting("secret_file", "", Allowed::Path, "The server's secret, shared by all servers; empty: secret in data_dir."),
    setting(
        "mail",
        "folder",
        Allowed::OneOf(&["folder", "smtp"]),
        "Where mail goes: a folder of .eml files, or an SMTP server.",
    ),
    setting("mail_folder", "", Allowed::Path, "Folder for mail; empty: mail in data_dir."),
    setting("mail_from", "Urasilta <urasilta@localhost>", Allowed::Words, "The sender of every message."),
    Setting {
        secret: true,
        ..setting(
            "smtp_url",
            "smtp://127.0.0.1:25",
            Allowed::Words,
            "smtp://host:port, smtps://user:password@host:port, or smtp://…?tls=required.",
        )
    },
    setting(
        "sms_url",
        "",
        Allowed::Words,
        "HTTP gateway of text messages; gets a POST of JSON {to, text}; empty: no text messages.",
    ),
    secret("sms_token", "Bearer token of the gateway."),
    setting("oidc_issuer", "", Allowed::Words, "The organisation's OpenID Connect issuer; empty: no such sign-in."),
    setting(
        "oidc_strong",
        "mfa",
        Allowed::Words,
        "Values of amr or acr by which the issuer says that a second factor was used, separated by spaces.",
    ),
    setting(
        "second_factor",
        "required",
        Allowed::OneOf(&["required", "offered"]),
        "Whether those who read others' data must use an authenticator app when they sign in, or may.",
    ),
    setting("oidc_client_id", "", Allowed::Words, "Client id at the issuer."),
    secret("oidc_client_secret", "Client secret at the issuer."),
    setting("log", "json", Allowed::OneOf(&["json", "text"]), "Form of the log lines."),
    setting("log_level", "info", Allowed::OneOf(&["error", "warn", "info", "debug"]), "How much is logged."),
    setting(
        "backup_stamp",
        "",
        Allowed::Path,
        "A file that your backup writes when it has succeeded: its age is told to the administrator. Empty: nothing is told.",
    ),
    secret("metrics_token", "Bearer token that may read /metrics; empty: only loopback may."),
];

/// Why a setting is refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ConfigError {
    #[error("{place}: there is no setting `{name}`; the settings are: {known}")]
    Unknown { place: String, name: String, known: String },
    #[error("{place}: `{name}` is {given:?}; it must be {allowed}")]
    Wrong { place: String, name: &'static str, given: String, allowed: String },
    #[error("{0} is not valid TOML: {1}")]
    Toml(String, String),
    #[error("{0} could not be read: {1}")]
    File(String, String),
}

/// The settings in force.
#[derive(Clone, Debug)]
pub struct Config {
    values: BTreeMap<&'static str, String>,
}

impl Config {
    /// The defaults, then the file's text (with its name for messages), then the environment.
    pub fn read(
        file: Option<(&str, &str)>,
        environment: impl Iterator<Item = (String, String)>,
    ) -> Result<Config, ConfigError> {
        let mut config = Config::default();
        if let Some((place, text)) = file {
            let table: toml::Table =
                text.parse().map_err(|e: toml::de::Error| ConfigError::Toml(place.into(), e.to_string()))?;
            for (name, value) in table {
                let given = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                config.set(place, &name, given)?;
            }
        }
        for (name, given) in environment {
            if let Some(name) =
                name.strip_prefix("URASILTA_").filter(|name| !name.starts_with("TEST_") && *name != "CONFIG")
            {
                config.set("environment", &name.to_lowercase(), given)?;
            }
        }
        Ok(config)
    }

    /// [`Config::read`] from the process: `--config FILE` or `urasilta.toml` when it is there.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    pub fn of_process(file: Option<&str>) -> Result<Config, ConfigError> {
        let named = file.map(str::to_owned).or_else(|| std::env::var("URASILTA_CONFIG").ok());
        let path = named.clone().unwrap_or_else(|| "urasilta.toml".into());
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => Some(text),
            Err(error) if named.is_some() => return Err(ConfigError::File(path, error.to_string())),
            Err(_) => None,
        };
        Config::read(text.as_deref().map(|text| (path.as_str(), text)), std::env::vars())
    }

    /// The language that the terminal of this process asks for, as a locale: `fi_FI.UTF-8`. Empty when it asks none.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    pub fn locale() -> String {
        let said = |name: &&str| std::env::var(name).ok().filter(|locale| !locale.is_empty());
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(said).unwrap_or_default()
    }

    /// Sets one setting; `place` is where it was said.
    pub fn set(&mut self, place: &str, name: &str, given: String) -> Result<(), ConfigError> {
        let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
            let known = SETTINGS.iter().map(|setting| setting.name).collect::<Vec<_>>().join(", ");
            return Err(ConfigError::Unknown { place: place.into(), name: name.into(), known });
        };
        if !setting.allowed.takes(&given) {
            let allowed = setting.allowed.in_words();
            let given = if setting.secret { "(secret)".into() } else { given };
            return Err(ConfigError::Wrong { place: place.into(), name: setting.name, given, allowed });
        }
        self.values.insert(setting.name, given);
        Ok(())
    }

    /// A setting's words; empty when it is not set.
    pub fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// A setting that is a number.
    pub fn number(&self, name: &str) -> u32 {
        self.get(name).parse().unwrap_or_default()
    }

    /// A path setting, or `name` in the data folder when it is empty.
    pub fn path(&self, setting: &str, name: &str) -> PathBuf {
        match self.get(setting) {
            "" => PathBuf::from(self.get("data_dir")).join(name),
            path => PathBuf::from(path),
        }
    }

    /// Whether a role that reads others' data is held back until a second factor is proven.
    pub fn needs_second_factor(&self) -> bool {
        self.get("second_factor") == "required"
    }

    /// Whether cookies can be `__Host-` ones: over https, or on loopback, which browsers trust.
    pub fn secure_cookies(&self) -> bool {
        let url = self.get("public_url");
        let host = url.trim_start_matches("http://");
        url.starts_with("https://") || ["127.0.0.1", "localhost", "[::1]"].iter().any(|own| host.starts_with(own))
    }

    /// Every setting with its value in force, default and meaning: what `urasilta config` prints.
    pub fn describe(&self) -> String {
        let mut out = String::new();
        for setting in SETTINGS {
            let value = match self.get(setting.name) {
                "" => "not set",
                _ if setting.secret => "(secret)",
                value => value,
            };
            let _ = writeln!(
                out,
                "# {}\n# Allowed: {}. Environment: URASILTA_{}.",
                setting.about,
                setting.allowed.in_words(),
                setting.name.to_uppercase()
            );
            let _ = writeln!(out, "{}{} = {value:?}\n", if value == "not set" { "# " } else { "" }, setting.name);
        }
        out
    }
}

impl Default for Config {
    fn default() -> Config {
        Config { values: SETTINGS.iter().map(|setting| (setting.name, setting.default.to_owned())).collect() }
    }
}

impl Allowed {
    fn takes(self, given: &str) -> bool {
        match self {
            Allowed::Words | Allowed::Path => !given.contains('\0'),
            Allowed::Address => given.parse::<std::net::SocketAddr>().is_ok(),
            Allowed::Url => (given.starts_with("http://") || given.starts_with("https://")) && !given.ends_with('/'),
            Allowed::OneOf(values) => values.contains(&given),
            Allowed::Number(from, to) => given.parse().is_ok_and(|number: u32| (from..=to).contains(&number)),
            Allowed::Addresses => {
                given.split(',').all(|one| one.trim().is_empty() || one.trim().parse::<IpAddr>().is_ok())
            }
        }
    }

    fn in_words(self) -> String {
        match self {
            Allowed::Words => "words".into(),
            Allowed::Path => "a path".into(),
            Allowed::Address => "an address and port, like 127.0.0.1:8080".into(),
            Allowed::Url => "an address that begins with http:// or https:// and has no / at its end".into(),
            Allowed::OneOf(values) => format!("one of {}", values.join(", ")),
            Allowed::Number(from, to) => format!("a whole number from {from} to {to}"),
            Allowed::Addresses => "addresses separated by commas, like 10.0.0.1, 10.0.0.2".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::read(None, pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn the_environment_wins_over_the_file_and_the_file_over_the_default() {
        let file = Some(("urasilta.toml", "site_name = \"Järvilaakso\"\ndatabase_connections = 4"));
        let config = Config::read(file, [("URASILTA_SITE_NAME".to_owned(), "Keusote".to_owned())].into_iter()).unwrap();
        assert_eq!(
            (config.get("site_name"), config.number("database_connections"), config.get("mail")),
            ("Keusote", 4, "folder")
        );
    }

    #[test]
    fn a_wrong_setting_is_refused_with_its_name_and_what_is_allowed() {
        let error = environment(&[("URASILTA_MAIL", "pigeon")]).unwrap_err().to_string();
        assert_eq!(error, "environment: `mail` is \"pigeon\"; it must be one of folder, smtp");
        let error = environment(&[("URASILTA_LITSEN", "1")]).unwrap_err().to_string();
        assert!(error.contains("no setting `litsen`") && error.contains("listen"), "{error}");
    }

    #[test]
    fn secrets_are_never_printed() {
        let config = environment(&[("URASILTA_SMS_TOKEN", "hush-hush")]).unwrap();
        assert!(!config.describe().contains("hush-hush"));
        assert!(config.describe().contains("# Bearer token of the gateway."));
    }
}

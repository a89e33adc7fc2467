//! Log lines on the standard error: JSON for machines, text for people; UTC, no contents, no names.
use tracing_subscriber::EnvFilter;
use urasilta::config::Config;

/// Begins logging as the settings say.
pub fn begin(config: &Config) {
    let level = config.get("log_level");
    let filter = EnvFilter::new(format!("warn,urasilta={level}"));
    // A line that cannot be written (a full disk under the log, a pipe that has gone) is lost. Telling so on the same
    // standard error would end the request that wanted to log.
    let lines =
        tracing_subscriber::fmt().with_env_filter(filter).log_internal_errors(false).with_writer(std::io::stderr);
    // A second beginning in one process (there is none) would keep the first.
    let _ = match config.get("log") {
        "text" => lines.try_init(),
        _ => lines.json().flatten_event(true).try_init(),
    };
}

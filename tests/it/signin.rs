//! Signing in, and what keeps a session one's own.
mod cli;
mod doors;
mod forms;
mod headers;
mod operator;
mod peers;
mod second;

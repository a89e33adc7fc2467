//! Urasilta (Finnish: "career bridge") carries people over a change in working life, from the announced change to a
//! measured result. The modules stand ground first: a file may speak of `crate::X` only if X stands above it here.
pub mod clock;
pub mod ident;
pub mod config;
pub mod text;
pub mod db;
pub mod events;
pub mod jobs;
pub mod mail;
pub mod privacy;
pub mod web;
pub mod forms;
pub mod walk;
pub mod house;
pub mod desk;
pub mod demo;
pub mod people;
pub mod signin;
pub mod programmes;
pub mod intake;
pub mod coaching;
pub mod surveys;
pub mod insight;
pub mod rights;
pub mod world;
pub mod app;

//! Random editions against the rule and against an attacker.

mod cubes;
mod attacker;
mod world;

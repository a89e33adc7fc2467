//! Stories: each test acts as people do and asserts what they would notice. The law of the house stands in `law`.
#[cfg(test)]
mod law;
#[cfg(test)]
mod support;

#[cfg(test)]
mod ground;
#[cfg(test)]
mod access;
#[cfg(test)]
mod door;
#[cfg(test)]
mod away;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod people;
#[cfg(test)]
mod signin;
#[cfg(test)]
mod programmes;
#[cfg(test)]
mod rights;
#[cfg(test)]
mod intake;
#[cfg(test)]
mod coaching;
#[cfg(test)]
mod three;
#[cfg(test)]
mod goals;
#[cfg(test)]
mod actions;
#[cfg(test)]
mod agreements;
#[cfg(test)]
mod surveys;
#[cfg(test)]
mod toolbox;
#[cfg(test)]
mod handing_on;
#[cfg(test)]
mod track;
#[cfg(test)]
mod insight;
#[cfg(test)]
mod world;
#[cfg(test)]
mod palkeet;
#[cfg(test)]
mod vault;

//! The running program under faults: power cuts, kills, a full disk, a database that is stopped. Nothing here knows the
//! inside of the program but its tables: acts go in by HTTP, and what was answered is looked for afterwards.
#[cfg(test)]
mod support;

#[cfg(test)]
mod power;
#[cfg(test)]
mod kill;
#[cfg(test)]
mod disk;
#[cfg(test)]
mod stop;

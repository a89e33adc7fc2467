//! Stories: each test acts as people do and asserts what they would notice. The law of the house stands in `law`.
#[cfg(test)]
mod law;
#[cfg(test)]
mod support;

#[cfg(test)]
mod ground;

//! Goals of a coaching: a sentence and 0–10, or five levels written beforehand; locked when agreed, rated by each of the three.
use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}

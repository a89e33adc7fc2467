//! Signing in: a one-time code to the work address, a password, or the organisation's own sign-in service; and the
//! administrator's page.
use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module::default()
}

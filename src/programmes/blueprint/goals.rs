//! How a service's participants set goals (DOMAIN §5, goal attainment).
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{codes, forms::Choice};

codes! {
    /// How a goal is written.
    #[derive(Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    pub enum GoalForm {
        /// One sentence, rated 0–10.
        Light = "light",
        /// Five levels of attainment written beforehand, with an area and a weight.
        Full = "full",
    }
}

/// The goals of a service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Goals {
    pub form: GoalForm,
    /// What goals may be about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Choice>,
    /// When they are rated, in order; the first is where one starts from.
    pub occasions: Vec<Choice>,
    /// So many goals at least …
    pub least: i32,
    /// … and at most.
    pub most: i32,
}

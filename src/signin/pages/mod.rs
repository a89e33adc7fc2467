//! The pages of signing in, and the few that stand at the door for everybody.
pub(super) mod accounts;
pub(super) mod by_code;
pub(super) mod by_oidc;
pub(super) mod by_password;
pub(super) mod demo;
pub(super) mod door;
pub(super) mod enrol;
pub(super) mod front;
pub(super) mod out;
pub(super) mod own_password;
pub(super) mod own_second;
pub(super) mod prove;
pub(super) mod set_up;
pub(super) mod system;

use crate::house::Sample;

/// A sample of every page.
pub(super) fn samples() -> Vec<Sample> {
    vec![
        Sample { name: "signin/by_code", render: by_code::ask_sample },
        Sample { name: "signin/code", render: by_code::enter_sample },
        Sample { name: "signin/by_password", render: by_password::sample },
        Sample { name: "signin/own_password", render: own_password::sample },
        Sample { name: "signin/prove", render: prove::sample },
        Sample { name: "signin/recovery", render: prove::recovery_sample },
        Sample { name: "signin/enrol", render: enrol::sample },
        Sample { name: "signin/recovery_codes", render: enrol::codes_sample },
        Sample { name: "signin/pressed_twice", render: enrol::twice_sample },
        Sample { name: "signin/own_second", render: own_second::sample },
        Sample { name: "signin/set_up", render: set_up::sample },
        Sample { name: "signin/demo", render: demo::sample },
        Sample { name: "signin/front", render: front::front_sample },
        Sample { name: "signin/home", render: front::home_sample },
        Sample { name: "signin/privacy", render: door::privacy_sample },
        Sample { name: "signin/accessibility", render: door::accessibility_sample },
        Sample { name: "signin/closed", render: door::closed_sample },
        Sample { name: "signin/system", render: system::sample },
        Sample { name: "signin/accounts", render: accounts::sample },
    ]
}

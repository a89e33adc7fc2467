//! Signing in: a one-time code to the work address, a password, or the organisation's own sign-in service; for those who
//! read others' data an authenticator app besides; and the administrator's page.
mod code;
mod health;
mod http;
mod oidc;
mod pages;
mod password;
mod persona;
mod post;
mod second;
mod setup;
mod sms;
mod store;
mod throttle;
mod visit;
mod welcome;
mod wellness;

pub use code::phone;
pub use health::begin_metrics;
pub use persona::{Persona, add_guest, personas, set_persona};
pub use second::reset_second_factor;
pub use setup::set_up_code;
pub use sms::{can_text, text_message};
pub use welcome::welcome;

use pages::{
    accounts, by_code, by_oidc, by_password, demo, door, enrol, front, out, own_password, own_second, prove, set_up,
    system,
};

use crate::{
    house::{Module, Place, Routes},
    mail,
    privacy::{Role, Roles},
};

/// What this slice brings to the house.
pub fn module() -> Module {
    let admin = Roles::of(Role::Admin);
    Module {
        routes: routes(admin),
        jobs: vec![(mail::SEND, post::send_letter), (code::SEND, code::deliver), (sms::SEND, sms::send)],
        menu: vec![
            Place { label: "signin-system", href: "/system", who: admin, order: 10 },
            Place { label: "signin-accounts", href: "/system/accounts", who: admin, order: 11 },
        ],
        samples: pages::samples(),
        ..Module::default()
    }
}

fn routes(admin: Roles) -> Routes {
    Routes::default()
        .get("/", Roles::ANYONE, front::show)
        .get("/signin", Roles::ANYONE, by_code::show)
        .post("/signin", Roles::ANYONE, by_code::ask)
        .get("/signin/code", Roles::ANYONE, by_code::show_code)
        .post("/signin/code", Roles::ANYONE, by_code::enter)
        .get("/signin/password", Roles::ANYONE, by_password::show)
        .post("/signin/password", Roles::ANYONE, by_password::enter)
        .get("/signin/oidc", Roles::ANYONE, by_oidc::leave)
        .get("/signin/oidc/callback", Roles::ANYONE, by_oidc::come_back)
        .get("/signin/second", Roles::ANYONE, prove::show)
        .post("/signin/second", Roles::ANYONE, prove::enter)
        .get("/signin/second/recovery", Roles::ANYONE, prove::show_recovery)
        .get("/signin/second/new", Roles::ANYONE, enrol::show)
        .post("/signin/second/new", Roles::ANYONE, enrol::confirm)
        .get("/me/second-factor", Roles::SIGNED_IN, own_second::show)
        .post("/me/second-factor", Roles::SIGNED_IN, own_second::act)
        .get("/me/password", Roles::SIGNED_IN, own_password::show)
        .post("/me/password", Roles::SIGNED_IN, own_password::set)
        .post("/signout", Roles::ANYONE, out::sign_out)
        .post("/signout/others", Roles::SIGNED_IN, out::sign_out_others)
        .post("/signout/all", Roles::SIGNED_IN, out::sign_out_all)
        .get("/leave", Roles::ANYONE, out::leave)
        .get("/closed", Roles::ANYONE, door::closed)
        .get("/privacy", Roles::ANYONE, door::privacy)
        .get("/accessibility", Roles::ANYONE, door::accessibility)
        .get("/setup", Roles::ANYONE, set_up::show)
        .post("/setup", Roles::ANYONE, set_up::begin)
        .get("/demo", Roles::ANYONE, demo::show)
        .post("/demo/{persona}", Roles::ANYONE, demo::enter)
        .post("/demo/people/{id}", Roles::ANYONE, demo::enter_guest)
        .post("/demo/letters/{id}", Roles::ANYONE, demo::open_letter)
        .get("/system", admin, system::show)
        .post("/system/jobs/{id}/retry", admin, system::retry)
        .post("/system/jobs/{id}/giving-up", admin, system::set_aside)
        .get("/system/accounts", admin, accounts::show)
        .post("/system/organisations", admin, accounts::add_organisation)
        .post("/system/seats", admin, accounts::give)
        .post("/system/seats/{human}/{seat}/end", admin, accounts::end)
        .post("/system/humans/{human}/second-factor/end", admin, accounts::reset)
        .get("/health", Roles::ANYONE, health::live)
        .get("/ready", Roles::ANYONE, health::ready)
        .get("/metrics", Roles::ANYONE, health::metrics)
}

/// Compares secrets without telling by the time how much was right.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

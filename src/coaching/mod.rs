//! Cases: what was bought of a provider, one person's steps, meetings, the shared memo and the coach's working note.
//! Accepting a place opens a case under a contract; the provider names a coach; coach and participant agree on meetings
//! that use visits of the package; a coaching ends completed or interrupted, and unused visits may go to the next.
//! Process facts are for provider and coordinator; the memo is for participant and coach, the working note for the coach.
mod contract;
mod contract_end;
mod case;
mod closing;
mod step;
pub mod three;
mod session;
mod period;
mod roster;
mod open;
mod eras;
mod meetings;
mod supervisor;
mod path;
mod follow_up;
mod keeping;
pub mod calendar;
mod letters;
mod store;
mod pages;

pub use case::{CaseState, EndReason};
pub use contract::{Contract, ContractEnd};
pub use path::{mark_step_done, mark_step_missed, mark_step_ready};
pub use session::{CancelReason, Refusal, SessionState, Standing, Way};
pub use step::StepState;
pub use store::{
    many::{MadeCase, add_contract, add_made},
    steps::{ReadyStep, Step, ready_steps},
};

use pages::{
    assignments, booking, case as case_page, completion, consent, contact, contract_acts, contracts, earlier, ending,
    home, memo, past, preparation, readers, requests, session as session_page, session_acts,
    supervisor as supervisor_page, talk, today,
};

use crate::{
    house::{Module, Place, Routes},
    privacy::{Role, Roles},
};

const COACH: Roles = Roles::of(Role::Coach);
const SUPERVISOR: Roles = Roles::of(Role::Supervisor);
const PROVIDER: Roles = Roles::of(Role::Provider);
const COORDINATOR: Roles = Roles::of(Role::Coordinator);
const DECIDERS: Roles = Roles::of(Role::Coordinator).or(Role::Admin);

/// What this slice brings to the house.
pub fn module() -> Module {
    Module {
        routes: of_eras(of_sessions(of_cases(of_contracts(Routes::default())))),
        jobs: vec![
            ("coaching.open_case", open::open_case),
            ("coaching.step_ready", path::step_ready),
            (follow_up::CATCH_UP, follow_up::catch_up),
        ],
        daily: vec![follow_up::CATCH_UP],
        menu: vec![
            Place { label: "coaching-menu-path", href: "/path", who: Roles::SIGNED_IN, order: 5 },
            Place { label: "coaching-menu-today", href: "/today", who: COACH, order: 10 },
            Place { label: "coaching-menu-people", href: "/people", who: COACH, order: 11 },
            Place { label: "coaching-menu-assignments", href: "/assignments", who: PROVIDER, order: 10 },
            Place { label: "coaching-menu-contracts", href: "/contracts", who: COORDINATOR, order: 30 },
        ],
        samples: pages::samples(),
        kept: vec![keeping::kept()],
        told: vec![|house, tx, asked| Box::pin(keeping::tell(house, tx, asked))],
        awaits: vec![|house, tx, awaited| Box::pin(talk::awaits(house, tx, awaited))],
    }
}

fn of_contracts(routes: Routes) -> Routes {
    routes
        .get("/assignments", PROVIDER, assignments::show)
        .get("/assignments/coaches", PROVIDER, assignments::new_coach)
        .post("/assignments/coaches", PROVIDER, assignments::add_coach)
        .get("/assignments/{id}", PROVIDER, assignments::one)
        .post("/assignments/{id}/coach", PROVIDER, assignments::name_coach)
        .get("/contracts", COORDINATOR, contracts::list)
        .get("/contracts/new", COORDINATOR, contracts::ask)
        .post("/contracts", COORDINATOR, contracts::create)
        .get("/contracts/{id}", COORDINATOR, contracts::show)
        .post("/contracts/{id}", COORDINATOR, contract_acts::change)
        .get("/contracts/{id}/edit", COORDINATOR, contract_acts::ask_change)
        .post("/contracts/{id}/requirements", COORDINATOR, contract_acts::record_met)
        .get("/contracts/{id}/end", COORDINATOR, contract_acts::ask_end)
        .post("/contracts/{id}/end", COORDINATOR, contract_acts::end)
}

fn of_cases(routes: Routes) -> Routes {
    routes
        .get("/path", Roles::SIGNED_IN, home::show)
        .get("/path/meetings", Roles::SIGNED_IN, past::show)
        .post("/cases/{id}/steps/{step_id}/reading", Roles::SIGNED_IN, home::read)
        .get("/cases/{id}/supervisor", Roles::SIGNED_IN, supervisor_page::ask)
        .post("/cases/{id}/supervisor", Roles::SIGNED_IN, supervisor_page::confirm)
        .get("/cases/{id}/steps/{step_id}/preparation", Roles::SIGNED_IN, preparation::before)
        .post("/cases/{id}/steps/{step_id}/preparation", Roles::SIGNED_IN, preparation::save_before)
        .get("/cases/{id}/steps/{step_id}/closing", Roles::SIGNED_IN, preparation::closing)
        .post("/cases/{id}/steps/{step_id}/closing", Roles::SIGNED_IN, preparation::save_closing)
        .get("/today", COACH, today::show)
        .get("/people", COACH, today::people)
        .get("/cases/{id}", COACH, case_page::show)
        .get("/cases/{id}/memo", Roles::SIGNED_IN, memo::show)
        .post("/cases/{id}/memo", Roles::SIGNED_IN, memo::save_memo)
        .post("/cases/{id}/note", COACH, memo::save_working_note)
        .get("/cases/{id}/contact", Roles::SIGNED_IN, contact::show)
        .post("/cases/{id}/contact", Roles::SIGNED_IN, contact::save)
        .get("/cases/{id}/interruption", Roles::SIGNED_IN, ending::ask)
        .post("/cases/{id}/interruption", Roles::SIGNED_IN, ending::interrupt)
        .get("/cases/{id}/completion", Roles::SIGNED_IN, completion::ask)
        .post("/cases/{id}/closing", Roles::SIGNED_IN, completion::ask_closing)
        .post("/cases/{id}/completion", Roles::SIGNED_IN, completion::complete)
}

/// What an earlier coach wrote, and who sees what.
fn of_eras(routes: Routes) -> Routes {
    routes
        .get("/cases/{id}/earlier", Roles::SIGNED_IN, earlier::show)
        .get("/cases/{id}/consent", Roles::SIGNED_IN, consent::show)
        .post("/cases/{id}/consent", Roles::SIGNED_IN, consent::save)
        .get("/cases/{id}/readers", Roles::SIGNED_IN, readers::show)
        .get("/cases/{id}/earlier-request", COORDINATOR, requests::ask)
        .post("/cases/{id}/earlier-request", COORDINATOR, requests::create)
        .get("/earlier-memos", DECIDERS, requests::list)
        .get("/earlier-memos/{id}", DECIDERS, requests::show)
        .post("/earlier-memos/{id}/decision", DECIDERS, requests::decide)
}

fn of_sessions(routes: Routes) -> Routes {
    routes
        .get("/talks/{id}", SUPERVISOR, talk::show)
        .get("/talks/{id}/calendar.ics", SUPERVISOR, talk::file)
        .post("/talks/{id}/times", SUPERVISOR, talk::propose)
        .post("/talks/{id}/absence", SUPERVISOR, talk::absent)
        .get("/cases/{id}/sessions/new", COACH, booking::ask)
        .post("/cases/{id}/sessions", COACH, booking::book)
        .get("/sessions/{id}", Roles::SIGNED_IN, session_page::show)
        .get("/sessions/{id}/calendar.ics", Roles::SIGNED_IN, session_page::file)
        .post("/sessions/{id}/choice", Roles::SIGNED_IN, session_acts::choose)
        .post("/sessions/{id}/times", Roles::SIGNED_IN, session_acts::propose)
        .post("/sessions/{id}/move", COACH, session_acts::shift)
        .post("/sessions/{id}/cancellation", Roles::SIGNED_IN, session_acts::cancel)
        .post("/sessions/{id}/held", COACH, session_acts::held)
        .post("/sessions/{id}/no-show", COACH, session_acts::no_show)
}

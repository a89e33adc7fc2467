//! The supervisors' own track beside the participants': a measure of leading before and after, an own meeting with a
//! coach (half of one share of guidance), a workshop, and sparring pairs. Who is on it is read from the coachings of the
//! round. Coordinator, provider and coach see process facts; the answers are the supervisor's alone, and what is told of
//! a group has gone through disclosure control.
mod record;
mod path;
mod leading;
mod pairs;
mod reach;
mod letters;
mod store;
mod waiting;
mod keeping;
mod pages;

use crate::house::Module;

/// What this slice brings to the house.
pub fn module() -> Module {
    Module {
        routes: pages::routes(),
        menu: vec![pages::menu()],
        samples: pages::samples(),
        kept: vec![keeping::kept()],
        told: vec![|house, tx, asked| Box::pin(keeping::tell(house, tx, asked))],
        awaits: vec![|_, tx, awaited| Box::pin(waiting::awaits(tx, awaited))],
        ..Module::default()
    }
}

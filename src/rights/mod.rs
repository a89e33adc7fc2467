//! What people may ask of their own data, and how long it is kept. Everybody takes home a copy of everything of their
//! own; asks for something to be put right or erased, and sees by when the answer comes. What is past its time is listed
//! daily, a coordinator says yes, and it is erased, unless a hold stands. The slice knows no tables of others: each of
//! them brings how it finds, tells and erases (`house::keeping`).
mod request;
mod copy;
mod erasing;
mod store;
mod pages;

use crate::{
    house::{JobWork, Module, Routes},
    privacy::{Role, Roles},
};

const COORDINATOR: Roles = Roles::of(Role::Coordinator);

/// What this slice brings to the house.
pub fn module() -> Module {
    let jobs: Vec<(&'static str, JobWork)> = vec![(erasing::LIST, erasing::list), (erasing::ERASE, erasing::erase)];
    Module {
        routes: routes(),
        jobs,
        daily: vec![erasing::LIST],
        samples: pages::samples(),
        told: vec![|house, tx, asked| Box::pin(request::tell(house, tx, asked))],
        ..Module::default()
    }
}

fn routes() -> Routes {
    Routes::default()
        .get("/me/data", Roles::SIGNED_IN, pages::own::show)
        .get("/me/data/copy.zip", Roles::SIGNED_IN, pages::own::download)
        .post("/me/requests", Roles::SIGNED_IN, pages::own::ask)
        .get("/retention", COORDINATOR, pages::retention::show)
        .post("/retention/{id}/approval", COORDINATOR, pages::retention::approve)
        .post("/retention/holds", COORDINATOR, pages::retention::hold)
        .post("/retention/holds/{id}/lift", COORDINATOR, pages::retention::lift)
        .post("/retention/policy", COORDINATOR, pages::retention::decide)
        .get("/requests/{id}", COORDINATOR, pages::requests::show)
        .post("/requests/{id}/answer", COORDINATOR, pages::requests::answer)
        .get("/system/retention", Roles::of(Role::Admin), pages::retention::dry_run)
}

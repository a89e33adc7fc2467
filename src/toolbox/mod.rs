//! The supervisor's toolbox: how to lead in a change, tool by tool, as data (`toolbox/*.toml`). Anybody who has signed
//! in may read it; nothing is asked and nothing is kept.
mod tool;
mod pages;

pub use tool::{Situation, Tool, tool, tools};

use crate::{
    house::{Module, Place, Routes},
    privacy::{Role, Roles},
};

/// What this slice brings to the house.
pub fn module() -> Module {
    Module {
        routes: Routes::default().get("/toolbox", Roles::SIGNED_IN, pages::list).get(
            "/toolbox/{key}",
            Roles::SIGNED_IN,
            pages::show,
        ),
        menu: vec![Place { label: "toolbox-menu", href: "/toolbox", who: Roles::of(Role::Supervisor), order: 30 }],
        samples: pages::samples(),
        ..Module::default()
    }
}

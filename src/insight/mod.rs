//! Reports of a round. What the slices before tell of a round (views alone) is gathered into [`facts`]; [`build`] makes of
//! it one edition through disclosure control; pages, charts, exports and JSON read the stored edition and nothing else.
//! A new edition appears only when at least five more have answered, so that two cannot be subtracted.
mod facts;
mod report;
mod told;
mod population;
mod groups;
mod together;
mod review;
mod build;
mod store;
mod json;
mod show;
mod sheet;
mod publish;
mod pages;
mod reviewing;
mod comparing;
mod samples;

pub use build::{NotYet, RULE, build};
pub use facts::{About, Applicant, Became, Facts, Measured, Named, Reached, Together, WHOLE};
pub use groups::Basis;
pub use json::report_json;
pub use population::{UNKNOWN, cube};
pub use publish::{Unpublished, publish_edition};
pub use report::{Change, Experience, Population, Ranked, Ranking, Report, Row, Shared, Step, Table, Wait};
pub use sheet::xlsx;
pub use store::{Edition, edition, editions_of, facts, latest};
pub use told::Told;

use crate::{
    house::{Module, Place},
    privacy::{Role, Roles},
};

/// What this slice brings to the house.
pub fn module() -> Module {
    let place = |role, order| Place { label: "insight-menu", href: "/reports", who: Roles::of(role), order };
    Module {
        routes: comparing::routes(reviewing::routes(pages::routes())),
        menu: vec![place(Role::Coordinator, 50), place(Role::Committee, 10)],
        samples: samples::all(),
        ..Module::default()
    }
}

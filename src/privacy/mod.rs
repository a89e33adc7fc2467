//! The house law of personal data. Who acts ([`Actor`]), who may read what and why ([`Grant`], from access edges),
//! who has looked ([`views`]), and the keys of what is confidential ([`vault`]).
mod access;
pub mod account;
mod actor;
mod many;
mod readings;
pub mod retention;
pub mod session;
mod store;
pub mod vault;
pub mod views;

pub use access::{
    Asked, Class, Edge, Edges, Grant, Purpose, ReadBy, Reader, close, close_purpose, close_reader, grant, grants, may,
    move_end, open_edge, own, read_by, readable, readers_of_both,
};
pub use actor::{Actor, Human, Role, Roles, Seat, add_human, give_seat, human, human_by_address, seat_id, take_seat};
pub use many::{add_humans, change_human, has_seat_elsewhere, human_names, humans_by_addresses, open_edges};
pub use readings::{Reading, readings};

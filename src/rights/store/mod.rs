//! SQL of the slice: lists of what is past its time, holds, requests and the policy on notes.
pub mod lists;
pub mod requests;
pub mod policy;

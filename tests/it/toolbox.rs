//! Stories of the slice.

//! Applications and places.

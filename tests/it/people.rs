//! The staff register.

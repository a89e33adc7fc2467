//! The frozen form of a blueprint: JSON of everything in it, in one fixed order, and its hash.
use sha2::{Digest, Sha256};

use super::Blueprint;

/// The bytes that are published. The order is the order of the fields, so that the same blueprint gives the same bytes.
pub fn canonical(blueprint: &Blueprint) -> Vec<u8> {
    serde_json::to_vec(blueprint).unwrap_or_default()
}

/// Reads published bytes.
pub fn of_canonical(bytes: &[u8]) -> Result<Blueprint, serde_json::Error> {
    serde_json::from_slice(bytes)
}

pub fn sha256(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

/// The first letters of the hash, as people compare them.
pub fn version_of(sha256: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(sha256).chars().take(12).collect()
}

/// The JSON Schema of a blueprint, for editors.
pub fn schema() -> String {
    serde_json::to_string_pretty(&schemars::schema_for!(Blueprint)).unwrap_or_default()
}

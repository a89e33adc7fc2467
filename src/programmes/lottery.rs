//! The seed of a lottery: made by the house when applications open, so that nobody can forget it or choose it. Its
//! seal, the SHA-256 of its 64 hexadecimal digits, is public at once; the seed itself with the draw.
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::ident;

/// A new secret seed: 64 hexadecimal digits.
pub fn new_seed() -> String {
    HEXLOWER.encode(&ident::secret::<32>())
}

/// What is published of the seed before the draw.
pub fn seal(seed: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(seed.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A test vector that anyone can check with sha256sum.
    #[test]
    fn the_seal_is_the_sha_256_of_the_seeds_letters() {
        let seed = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
        assert_eq!(seal(seed), "2a8abfa8cb9906290437854193ca6bca41d4d4e26d1d454bd66a35158095e737");
        assert_ne!(new_seed(), new_seed());
    }
}

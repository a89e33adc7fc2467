//! Recovery codes: ten for the day when the phone is lost. Each is good once; only keyed hashes are kept.
use uuid::Uuid;

use crate::{house::House, ident, signin::visit};

const COUNT: usize = 10;

/// New codes as they are shown once: four groups of four letters and digits, 80 bits of chance each.
pub fn fresh() -> Vec<String> {
    let one = || {
        let letters = data_encoding::BASE32_NOPAD.encode(&ident::secret::<10>());
        super::app::in_groups(&letters).replace(' ', "-")
    };
    (0..COUNT).map(|_| one()).collect()
}

/// Spaces, hyphens and small letters are forgiven.
pub fn hash(house: &House, human_id: Uuid, code: &str) -> Vec<u8> {
    let bare: String = code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    visit::keyed(house, &["recovery", &human_id.to_string(), &bare])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_different_codes_that_can_be_copied_by_hand() {
        let mut codes = fresh();
        for code in &codes {
            assert!(code.len() == 19 && code.split('-').all(|group| group.len() == 4), "{code}");
        }
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), 10);
    }
}

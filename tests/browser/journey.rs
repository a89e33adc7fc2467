//! A participant is carried from the catalogue to a reported outcome by clicking alone.

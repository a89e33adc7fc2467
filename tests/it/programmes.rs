//! Services, rounds and the catalogue.

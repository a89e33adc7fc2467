//! Questions and instruments as data, and how answers are read and scored. Pure.

//! The house in a real browser: Chromium over chromedriver, at a desk and on a phone, by keyboard and without scripts.
#[cfg(test)]
mod support;

#[cfg(test)]
mod care;
#[cfg(test)]
mod journey;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod together;
#[cfg(test)]
mod way;

//! Questions and instruments as data, and how answers are read and scored. Pure: a question knows its words and what
//! counts as an answer; who asks it, and where the answer is kept, is the affair of the slices.
mod question;
mod answer;
mod read;
mod shown;
mod instrument;

pub use answer::{Answer, Answers};
pub use instrument::{Instrument, Item, Scores, Subscale};
pub use question::{Choice, Question, QuestionKind, WrittenQuestion};
pub use read::{read, read_all};
pub use shown::{ShownChoice, ShownRank, ShownScale};

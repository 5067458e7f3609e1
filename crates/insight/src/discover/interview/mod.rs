//! Interviews about closed deals: which deals to ask about, what was said, and what the log says beside it.

mod beside;
mod choice;
mod compare;
mod parts;
mod summary;

pub use self::{
    beside::{Beside, Told, ToldAnswer, told},
    choice::{ChosenDeal, InterviewChoice, choose},
    summary::{InterviewSummary, ObjectionCount, QuestionSummary, SaidCount, interviews, told_about},
};

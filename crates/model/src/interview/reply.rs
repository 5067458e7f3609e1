//! What somebody answers, and the text it is kept as.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{AnswerKind, Question};

/// The text of "I don't remember", which is an answer of its own.
pub const FORGOTTEN: &str = "I don't remember";
/// Stands between what was said and what belongs to it.
const ARROW: &str = " → ";
const MOST_SAID: usize = 30;
const LONGEST: usize = 500;

/// One thing said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Said {
    /// The option, the words, the name, the objection, the number.
    pub text: String,
    /// What belongs to it: what answered an objection; a person's roles, with commas between.
    #[serde(default)]
    pub note: String,
}

/// An answer. Nothing said and nothing forgotten takes an earlier answer back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Reply {
    /// True: "I don't remember".
    #[serde(default)]
    pub forgotten: bool,
    /// What was said.
    #[serde(default)]
    pub said: Vec<Said>,
}

/// Why an answer cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplyError {
    /// More than one answer to a question that takes one.
    #[error("One answer, please.")]
    One,
    /// Too many things said.
    #[error("At most {MOST_SAID} entries, please.")]
    Many,
    /// Too long.
    #[error("At most {LONGEST} characters for one entry, please.")]
    Long,
    /// Not the number it should be.
    #[error("{0:?} is not what is asked for. {1}")]
    Number(String, &'static str),
}

impl Reply {
    /// The reply that a kept text stands for.
    pub fn of_text(text: &str) -> Self {
        if text == FORGOTTEN {
            return Self { forgotten: true, said: Vec::new() };
        }
        let one = |line: &str| match line.split_once(ARROW) {
            Some((text, note)) => Said { text: text.to_owned(), note: note.to_owned() },
            None => Said { text: line.to_owned(), note: String::new() },
        };
        Self { forgotten: false, said: text.lines().filter(|l| !l.trim().is_empty()).map(one).collect() }
    }

    /// The text to be kept: a line for everything said, with options in the question's own words and without what
    /// was said twice. Empty where nothing was said.
    ///
    /// # Errors
    /// If it is too much, or no number where a number is asked for.
    pub fn text_for(&self, question: &Question) -> Result<String, ReplyError> {
        if self.forgotten {
            return Ok(FORGOTTEN.to_owned());
        }
        let mut seen = BTreeSet::new();
        let mut lines = Vec::new();
        for said in &self.said {
            let (text, note) = (plain(&said.text), plain(&said.note));
            if text.chars().count() > LONGEST || note.chars().count() > LONGEST {
                return Err(ReplyError::Long);
            }
            if !text.is_empty() && seen.insert(normalised(&text)) {
                lines.push(line(question, text, &note)?);
            }
        }
        match question.kind {
            AnswerKind::Many | AnswerKind::Pairs | AnswerKind::People if lines.len() > MOST_SAID => {
                Err(ReplyError::Many)
            }
            AnswerKind::Many | AnswerKind::Pairs | AnswerKind::People => Ok(lines.join("\n")),
            _ if lines.len() > 1 => Err(ReplyError::One),
            _ => Ok(lines.join("\n")),
        }
    }
}

fn line(question: &Question, text: String, note: &str) -> Result<String, ReplyError> {
    Ok(match question.kind {
        AnswerKind::Pairs | AnswerKind::People if !note.is_empty() => format!("{text}{ARROW}{note}"),
        AnswerKind::Amount => number(&text, "Write an amount such as 12000 or 1200.50.")?,
        AnswerKind::Percent => percent(&text)?,
        AnswerKind::Duration => days_of(&text)
            .map(|_| text.clone())
            .ok_or(ReplyError::Number(text, "Write a number of days, weeks or months."))?,
        _ => {
            let same = |option: &&&str| normalised(option) == normalised(&text);
            question.options.iter().find(same).map_or(text, |option| (*option).to_owned())
        }
    })
}

fn number(text: &str, help: &'static str) -> Result<String, ReplyError> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    match crate::money::parse_minor(&digits) {
        Some(minor) if minor >= 0 => Ok(digits),
        _ => Err(ReplyError::Number(text.to_owned(), help)),
    }
}

fn percent(text: &str) -> Result<String, ReplyError> {
    const HELP: &str = "Write a number from 0 to 100.";
    let bare = number(&text.trim_end_matches('%').replace(',', "."), HELP)?;
    match bare.parse::<f64>() {
        Ok(share) if (0.0..=100.0).contains(&share) => Ok(bare),
        _ => Err(ReplyError::Number(text.to_owned(), HELP)),
    }
}

/// On one line, without characters that stand for something else.
fn plain(text: &str) -> String {
    let spaced = text.replace('→', "-").replace(|c: char| c.is_control(), " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What two answers have in common that say the same: their words, whatever the case and the full stop at the end.
pub fn normalised(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    words.trim_end_matches(['.', '!', ',', ';']).trim_end().to_owned()
}

/// Days of `6 weeks`, `1 month`, `10 days`, `1.5 years`; a month has 30.44 days.
pub fn days_of(text: &str) -> Option<f64> {
    let (number, unit) = text.trim().split_once(' ')?;
    let number: f64 = number.replace(',', ".").parse().ok()?;
    let days = match unit.trim().trim_end_matches('s') {
        "day" => 1.0,
        "week" => 7.0,
        "month" => 30.44,
        "year" => 365.25,
        _ => return None,
    };
    (number.is_finite() && (0.0..=10_000.0).contains(&(number * days))).then_some(number * days)
}

/// An answer's text in one line, for a table.
pub fn say(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]

    use rstest::rstest;

    use super::*;
    use crate::interview::question;

    fn reply(said: &[(&str, &str)]) -> Reply {
        let said = said.iter().map(|(t, n)| Said { text: (*t).into(), note: (*n).into() }).collect();
        Reply { forgotten: false, said }
    }

    #[rstest]
    #[case::an_option_in_other_letters("channel", &[("Phone  Call", "")], Ok("phone call"))]
    #[case::own_words("channel", &[("carrier pigeon", "")], Ok("carrier pigeon"))]
    #[case::two_of_one("channel", &[("phone call", ""), ("e-mail", "")], Err(ReplyError::One))]
    #[case::twice_the_same("pain", &[("Too slow", ""), ("too slow.", ""), ("dear", "")], Ok("Too slow\ndear"))]
    #[case::a_pair("objections", &[("Too expensive", "showed\nthe savings"), ("No time", "")],
        Ok("Too expensive → showed the savings\nNo time"))]
    #[case::an_arrow_in_the_words("objections", &[("a → b", "c")], Ok("a - b → c"))]
    #[case::people("people", &[("Eva Kern", "decision maker, champion")], Ok("Eva Kern → decision maker, champion"))]
    #[case::an_amount("list-price", &[("12 000", "")], Ok("12000"))]
    #[case::no_amount("list-price", &[("dear", "")], Err(ReplyError::Number("dear".into(), "Write an amount such as 12000 or 1200.50.")))]
    #[case::a_share("discount", &[("10 %", "")], Ok("10"))]
    #[case::no_share("discount", &[("110", "")], Err(ReplyError::Number("110".into(), "Write a number from 0 to 100.")))]
    #[case::a_time("duration", &[("6 weeks", "")], Ok("6 weeks"))]
    #[case::no_time("duration", &[("long", "")], Err(ReplyError::Number("long".into(), "Write a number of days, weeks or months.")))]
    #[case::nothing("pain", &[(" ", "x")], Ok(""))]
    fn kept_texts(#[case] id: &str, #[case] said: &[(&str, &str)], #[case] kept: Result<&str, ReplyError>) {
        let question = question(&format!("interview.{id}")).expect("a question");
        let text = reply(said).text_for(question);
        assert_eq!(text, kept.map(str::to_owned));
        if let Ok(text) = text {
            assert_eq!(Reply::of_text(&text).text_for(question), Ok(text), "read back");
        }
    }

    #[test]
    fn limits() {
        let question = question("interview.pain").expect("a question");
        let many: Vec<String> = (0..31).map(|n| n.to_string()).collect();
        let many: Vec<(&str, &str)> = many.iter().map(|n| (n.as_str(), "")).collect();
        assert_eq!(reply(&many).text_for(question), Err(ReplyError::Many));
        assert_eq!(reply(&[(&"x".repeat(501), "")]).text_for(question), Err(ReplyError::Long));
        let forgotten = Reply { forgotten: true, ..reply(&[("x", "")]) };
        assert_eq!(forgotten.text_for(question).as_deref(), Ok(FORGOTTEN));
        assert_eq!(Reply::of_text(FORGOTTEN), Reply { forgotten: true, said: Vec::new() });
    }

    #[rstest]
    #[case("6 weeks", Some(42.0))]
    #[case("1 day", Some(1.0))]
    #[case("2,5 months", Some(76.1))]
    #[case("-1 days", None)]
    #[case("weeks", None)]
    #[case("1e9 years", None)]
    #[case("NaN days", None)]
    fn durations(#[case] text: &str, #[case] days: Option<f64>) {
        assert_eq!(days_of(text).map(|d| (d * 100.0).round() / 100.0), days);
    }
}

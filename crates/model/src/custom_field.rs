//! Fields that a team defines for its deals: what kind of value each takes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    decimal::Decimal,
    money::{decimal, parse_minor},
};

/// Most characters of a text or a link.
const LONGEST: usize = 4000;

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// Any text.
    Text,
    /// A decimal number.
    Number,
    /// An amount, with or without a currency: `1200.50 EUR`.
    Money,
    /// A day.
    Date,
    /// One of the choices.
    Choice,
    /// Yes or no.
    YesNo,
    /// An address of the web.
    Link,
}

/// A field that a team defines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomField {
    /// Its name, which is that of the deals' attribute: `renewal_date`.
    pub name: String,
    /// What it takes.
    pub kind: FieldKind,
    /// What can be chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// What to write, for who fills it in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub help: String,
    /// Id of the stage from which on it should be filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed_from: Option<String>,
}

impl CustomField {
    /// The value as it is kept; an empty text, which takes the value away, stays one.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence.
    pub fn read(&self, text: &str) -> Result<String, String> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(String::new());
        }
        if text.chars().count() > LONGEST {
            return Err(format!("At most {LONGEST} characters, please."));
        }
        let said = |what: &str| format!("“{}” is no {what}.", text.chars().take(60).collect::<String>());
        match self.kind {
            FieldKind::Text => Ok(text.to_owned()),
            FieldKind::Number => {
                let number = text.replace(' ', "").parse::<Decimal>();
                number.map(|n| n.to_string()).map_err(|_| said("number; write it with a point, such as 12.5"))
            }
            FieldKind::Money => money(text).ok_or_else(|| said("amount; write it as 1200.50 or 1200.50 EUR")),
            FieldKind::Date => {
                let day = text.parse::<Date>();
                day.map(|day| day.to_string()).map_err(|_| said("day; write it as 2026-03-31"))
            }
            FieldKind::Choice => {
                let same = |choice: &&String| choice.to_lowercase() == text.to_lowercase();
                self.choices.iter().find(same).cloned().ok_or_else(|| {
                    format!("{} Choose one of: {}.", said("choice of this field"), self.choices.join(", "))
                })
            }
            FieldKind::YesNo => match text.to_lowercase().as_str() {
                "yes" | "true" | "1" | "y" => Ok("yes".to_owned()),
                "no" | "false" | "0" | "n" => Ok("no".to_owned()),
                _ => Err(said("answer; write yes or no")),
            },
            FieldKind::Link => match is_link(text) {
                true => Ok(text.to_owned()),
                false => Err(said("address; it begins with https:// or http://")),
            },
        }
    }
}

fn money(text: &str) -> Option<String> {
    let letters = text.chars().rev().take_while(char::is_ascii_alphabetic).count();
    let (amount, currency) = text.split_at(text.len() - letters);
    let minor = parse_minor(&amount.replace(' ', ""))?;
    match currency.len() {
        0 => Some(decimal(minor)),
        3 => Some(format!("{} {}", decimal(minor), currency.to_uppercase())),
        _ => None,
    }
}

fn is_link(text: &str) -> bool {
    let low = text.to_lowercase();
    let rest = low.strip_prefix("https://").or_else(|| low.strip_prefix("http://"));
    rest.is_some_and(|host| !host.is_empty() && !host.starts_with('/') && !text.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(FieldKind::Text, " a ", Some("a"))]
    #[case(FieldKind::Text, "", Some(""))]
    #[case(FieldKind::Number, "1 200.50", Some("1200.5"))]
    #[case(FieldKind::Number, "-3", Some("-3"))]
    #[case(FieldKind::Number, "1,5", None)]
    #[case(FieldKind::Number, "1e9", None)]
    #[case(FieldKind::Money, "1200.5 eur", Some("1200.50 EUR"))]
    #[case(FieldKind::Money, "1200", Some("1200.00"))]
    #[case(FieldKind::Money, "12 euros", None)]
    #[case(FieldKind::Money, "EUR", None)]
    #[case(FieldKind::Money, "€5", None)]
    #[case(FieldKind::Date, "2026-03-31", Some("2026-03-31"))]
    #[case(FieldKind::Date, "2026-02-30", None)]
    #[case(FieldKind::Date, "31.3.2026", None)]
    #[case(FieldKind::Choice, "gold", Some("Gold"))]
    #[case(FieldKind::Choice, "Tin", None)]
    #[case(FieldKind::YesNo, "TRUE", Some("yes"))]
    #[case(FieldKind::YesNo, "no", Some("no"))]
    #[case(FieldKind::YesNo, "maybe", None)]
    #[case(FieldKind::Link, "https://example.com/a?b=1", Some("https://example.com/a?b=1"))]
    #[case(FieldKind::Link, "javascript:alert(1)", None)]
    #[case(FieldKind::Link, "https://", None)]
    #[case(FieldKind::Link, "https://a b", None)]
    fn values(#[case] kind: FieldKind, #[case] text: &str, #[case] expected: Option<&str>) {
        let choices = vec!["Gold".to_owned(), "Silver".to_owned()];
        let field = CustomField { name: "f".into(), kind, choices, help: String::new(), needed_from: None };
        assert_eq!(field.read(text).ok().as_deref(), expected);
    }

    #[test]
    fn what_is_kept_is_read_as_itself() {
        for (kind, text) in [(FieldKind::Money, "7.00 USD"), (FieldKind::Number, "0.125"), (FieldKind::YesNo, "yes")] {
            let field =
                CustomField { name: "f".into(), kind, choices: Vec::new(), help: String::new(), needed_from: None };
            assert_eq!(field.read(text).as_deref(), Ok(text));
        }
    }
}

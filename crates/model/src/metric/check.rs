//! What is wrong with a metric, by the place at which it is.

use super::{Act, Amount, Amounts, Filter, Formula, Metric, Moment, Reach, Stretch, Subject};
use crate::event::Side;

/// Longest id and name.
const LONGEST_NAME: usize = 80;
/// Longest text.
const LONGEST_TEXT: usize = 2_000;
/// Values and conditions at most.
const MOST: usize = 100;
/// Longest time to wait for something.
const MOST_DAYS: f64 = 36_500.0;

/// What is wrong with a metric.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {says}")]
pub struct MetricError {
    /// Where: `name`, `figure.share.to`, `only.had`.
    pub path: String,
    /// What is wrong, and what to do.
    pub says: String,
}

pub(super) type Checked = Result<(), MetricError>;

pub(super) fn wrong<T>(path: impl Into<String>, says: impl Into<String>) -> Result<T, MetricError> {
    Err(MetricError { path: path.into(), says: says.into() })
}

impl Metric {
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn check(&self) -> Checked {
        let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.id.is_empty() || self.id.len() > LONGEST_NAME || !self.id.chars().all(is_id) {
            return wrong("id", "An id is made of small letters, digits and hyphens, such as second-meetings.");
        }
        if self.name.trim().is_empty() {
            return wrong("name", "Give it a name.");
        }
        if self.name.chars().count() > LONGEST_NAME {
            return wrong("name", format!("A name has at most {LONGEST_NAME} characters."));
        }
        if self.says.chars().count() > LONGEST_TEXT {
            return wrong("says", format!("Write at most {LONGEST_TEXT} characters."));
        }
        formula(&self.figure)?;
        only(&self.only)
    }
}

fn formula(figure: &Formula) -> Checked {
    match figure {
        Formula::Count(Subject::Deals(at)) => moment("figure.count.deals", at),
        Formula::Count(Subject::Events(of)) => act("figure.count.events", of),
        Formula::Share(Reach { from, to, within_days }) => {
            moments("figure.share", from, to)?;
            match within_days {
                Some(days) if !(*days > 0.0 && *days <= MOST_DAYS) => {
                    wrong("figure.share.within_days", "Days are more than 0 and at most 36,500.")
                }
                _ => Ok(()),
            }
        }
        Formula::Sum(of) => amounts("figure.sum", of),
        Formula::Mean(of) => amounts("figure.mean", of),
        Formula::Quantile(of) => {
            amount("figure.quantile.of", &of.of)?;
            moment("figure.quantile.at", &of.at)?;
            quantile("figure.quantile.q", of.q)
        }
        Formula::Ratio(of) => {
            amounts("figure.ratio.over", &of.over)?;
            amounts("figure.ratio.under", &of.under)
        }
        Formula::Duration(of) => {
            moments("figure.duration", &of.from, &of.to)?;
            quantile("figure.duration.q", of.q)
        }
        Formula::Moves(of) => stage("figure.moves.stage", of.stage.as_deref()),
        Formula::Standing(of) => stage("figure.standing.stage", of.stage.as_deref()),
        Formula::Against(of) => stage("figure.against.stage", of.stage.as_deref()),
        Formula::Stay(of) => {
            stage("figure.stay.stage", of.stage.as_deref())?;
            quantile("figure.stay.q", of.q)
        }
        Formula::Answer(of) => {
            if !matches!(of.by, Side::Rep | Side::Prospect) {
                return wrong("figure.answer.by", "Who answers is the rep or the prospect.");
            }
            quantile("figure.answer.q", of.q)
        }
        Formula::Kept(_) | Formula::Open(_) | Formula::Velocity(_) => Ok(()),
    }
}

fn only(filter: &Filter) -> Checked {
    if filter.fields.len() > MOST || filter.had.len() + filter.had_not.len() > MOST {
        return wrong("only", format!("At most {MOST} conditions."));
    }
    for (name, values) in &filter.fields {
        text("only.fields", name)?;
        if values.is_empty() || values.len() > MOST {
            return wrong(format!("only.fields.{name}"), format!("Name 1 to {MOST} values."));
        }
        if values.iter().any(|value| value.chars().count() > LONGEST_TEXT) {
            return wrong(format!("only.fields.{name}"), "A value is too long.");
        }
    }
    filter.had.iter().try_for_each(|of| act("only.had", of))?;
    filter.had_not.iter().try_for_each(|of| act("only.had_not", of))
}

fn moments(path: &str, from: &Moment, to: &Moment) -> Checked {
    moment(&format!("{path}.from"), from)?;
    moment(&format!("{path}.to"), to)?;
    if from == to {
        return wrong(format!("{path}.to"), "Choose another moment than the one it begins with.");
    }
    if matches!(to, Moment::Created) {
        return wrong(format!("{path}.to"), "Nothing comes before a deal is created.");
    }
    Ok(())
}

fn moment(path: &str, at: &Moment) -> Checked {
    match at {
        Moment::Created | Moment::Closed | Moment::Won | Moment::Lost => Ok(()),
        Moment::Entered(name) | Moment::Left(name) => text(path, name),
        Moment::First(of) | Moment::Last(of) => act(path, of),
    }
}

fn amounts(path: &str, of: &Amounts) -> Checked {
    amount(&format!("{path}.of"), &of.of)?;
    moment(&format!("{path}.at"), &of.at)
}

fn amount(path: &str, of: &Amount) -> Checked {
    match of {
        Amount::One | Amount::Value | Amount::Discount | Amount::Touches => Ok(()),
        Amount::Field(name) => text(path, name),
        Amount::Events(of) => act(path, of),
        Amount::Days(Stretch { from, to }) => moments(path, from, to),
    }
}

fn act(path: &str, of: &Act) -> Checked {
    text(path, &of.kind)?;
    of.tag.as_deref().map_or(Ok(()), |tag| text(path, tag))
}

fn stage(path: &str, name: Option<&str>) -> Checked {
    name.map_or(Ok(()), |name| text(path, name))
}

fn text(path: &str, name: &str) -> Checked {
    match name.trim().chars().count() {
        0 => wrong(path, "Choose one."),
        n if n > LONGEST_TEXT => wrong(path, "This is too long."),
        _ => Ok(()),
    }
}

fn quantile(path: &str, q: f64) -> Checked {
    if q > 0.0 && q < 1.0 { Ok(()) } else { wrong(path, "A quantile is between 0 and 1; the median is 0.5.") }
}

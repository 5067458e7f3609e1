//! Metrics within the text of written pages: fenced blocks that name a metric and what is asked of it, such as
//!
//! ````text
//! ```metric
//! win-rate?show=groups&by=team&span=year
//! ```
//! ````

use insight::measure::{Step, metric::Figures};
use model::Timestamp;

use crate::{
    block::{Block, Fact},
    chart::{Mark, Picture, WIDTH, groups, series},
    words,
};

/// What stands after the fence of such a block.
pub(crate) const FENCE: &str = "metric";
/// Height of a chart in px.
const HEIGHT: f64 = 230.0;

/// What is shown of a metric.
#[derive(Debug, Clone)]
pub enum Shown {
    /// The figure with its interval.
    Figure,
    /// The figure over time, with what happened meanwhile.
    Series(Step, Vec<Mark>),
    /// The groups that it is broken down by.
    Groups,
}

/// A metric as blocks of a page: its figure or its picture, with the time it is of and the date of the data under it.
pub fn blocks(name: &str, figures: &Figures, shown: &Shown, time: &str) -> Vec<Block> {
    let date = figures.as_of.map_or_else(String::new, as_of);
    let drawn = |picture: Option<Picture>, by: &str| match picture {
        Some(picture) => vec![Block::Figure { picture, caption: format!("{name}{by}. {time}.{date}") }],
        None => vec![missing(name, &figures.total.says)],
    };
    match shown {
        Shown::Figure if figures.total.value.is_none() => vec![missing(name, &figures.total.says)],
        Shown::Figure => {
            let note = figures.basis(&figures.total);
            let fact = Fact::new(figures.said(&figures.total), words::lower_first(name), note);
            vec![Block::Facts { facts: vec![fact] }, Block::note(format!("{time}.{date}"))]
        }
        Shown::Series(step, marks) => drawn(series(figures, *step, marks, (WIDTH, HEIGHT)), ""),
        Shown::Groups => drawn(groups(figures, WIDTH), &words::by(&figures.by)),
    }
}

/// What stands in the place of a metric that cannot be shown.
pub fn missing(name: &str, says: &str) -> Block {
    Block::note(format!("{name}: {}", or_nothing(says)))
}

/// Why there is nothing to show.
pub(crate) fn or_nothing(says: &str) -> &str {
    if says.is_empty() { "Nothing to show in this time." } else { says }
}

fn as_of(at: Timestamp) -> String {
    format!(" Data up to {}.", words::date(at))
}

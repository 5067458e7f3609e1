//! A formula in words.

use super::{Act, Amount, Amounts, Filter, Formula, MEDIAN, Metric, Moment, Move, Reach, Subject};
use crate::event::Side;

impl Metric {
    /// What is figured and of which deals, in a sentence.
    pub fn sentence(&self) -> String {
        format!("{}{}.", figured(&self.figure), only(&self.only))
    }

    /// When a deal or an event counts in a period.
    pub fn counts_when(&self) -> String {
        let agreed = if self.asks_for_discount() { DISCOUNT } else { "" };
        format!("{}{agreed}", self.counts())
    }

    fn asks_for_discount(&self) -> bool {
        let amounts = match &self.figure {
            Formula::Sum(of) | Formula::Mean(of) => vec![&of.of],
            Formula::Quantile(of) => vec![&of.of],
            Formula::Ratio(of) => vec![&of.over.of, &of.under.of],
            _ => Vec::new(),
        };
        amounts.contains(&&Amount::Discount)
    }

    fn counts(&self) -> String {
        match &self.figure {
            Formula::Count(Subject::Deals(at))
            | Formula::Sum(Amounts { at, .. })
            | Formula::Mean(Amounts { at, .. }) => counts_at(at),
            Formula::Quantile(of) => counts_at(&of.at),
            Formula::Share(of) => counts_from(&of.from),
            Formula::Duration(of) => counts_from(&of.from),
            Formula::Count(Subject::Events(_)) => "An event counts in the time in which it happened.".to_owned(),
            Formula::Ratio(of) => format!(
                "What is divided counts when a deal {}, that by which it is divided when a deal {}.",
                it_came_to(&of.over.at),
                it_came_to(&of.under.at)
            ),
            Formula::Moves(_) => "A move counts in the time in which it was made.".to_owned(),
            Formula::Open(_) | Formula::Standing(_) => "What stands at the end of the time.".to_owned(),
            Formula::Stay(_) => {
                "A stay counts in the time in which it began; one that still lasts as not finished yet.".to_owned()
            }
            Formula::Against(_) => "A stay counts in the time in which the stage was left.".to_owned(),
            Formula::Answer(_) => {
                "A message counts in the time in which it came; one without an answer as not finished yet.".to_owned()
            }
            Formula::Kept(_) => "A commitment counts in the time in which it fell due.".to_owned(),
            Formula::Velocity(_) => "Deals that closed in the time, and deals that were open at its end.".to_owned(),
        }
    }
}

/// What the discount of a deal is.
const DISCOUNT: &str = " Where the prospect accepted a quote, the discount is what was agreed there: its list total against \
    its agreed total; of several quotes that of the last one before the deal closed. A quote that was not accepted does not count. Where no \
    quote was accepted, it is what the first field called a discount says in percent, from 0 to 100; deals that say \
    nothing are left out.";

fn counts_at(at: &Moment) -> String {
    format!("A deal counts in the time in which it {}.", it_came_to(at))
}

fn counts_from(at: &Moment) -> String {
    format!("A deal counts in the time in which it {}, whenever the rest came.", it_came_to(at))
}

fn figured(figure: &Formula) -> String {
    match figure {
        Formula::Count(Subject::Deals(at)) => format!("How many deals {}", came_to(at)),
        Formula::Count(Subject::Events(of)) => format!("How many times there was {}", an_act(of)),
        Formula::Share(Reach { from, to, within_days }) => {
            let within = within_days.map_or_else(String::new, |days| format!(" within {days} days"));
            format!("Of the deals that {}, the share that {} afterwards{within}", came_to(from), came_to(to))
        }
        Formula::Sum(of) if of.of == Amount::One => format!("How many deals {}", came_to(&of.at)),
        Formula::Sum(of) => format!("{} of deals that {}, added up", upper(&amount(&of.of)), came_to(&of.at)),
        Formula::Mean(of) => format!("{} of deals that {}, on average", upper(&amount(&of.of)), came_to(&of.at)),
        Formula::Quantile(of) => {
            format!("{} of {} of deals that {}", upper(&nth(of.q)), amount(&of.of), came_to(&of.at))
        }
        Formula::Ratio(of) => format!("{}, divided by {}", upper(&summed(&of.over)), summed(&of.under)),
        Formula::Duration(of) => {
            format!(
                "{} of the days from when a deal {} until it {}",
                upper(&nth(of.q)),
                it_came_to(&of.from),
                it_came_to(&of.to)
            )
        }
        Formula::Moves(of) => {
            let what = match of.what {
                Move::In => "How many times deals entered",
                Move::Out => "How many times deals left",
                Move::Return => "How many times deals came back to",
                Move::Skip => "How many times deals came, past stages they had not been in, to",
                Move::Reopening => "How many times deals came, after they had been closed, to",
            };
            format!("{what} {}", a_stage(of.stage.as_deref()))
        }
        Formula::Open(_) => "How many deals are open".to_owned(),
        Formula::Standing(of) => format!("How many deals stand in {}", a_stage(of.stage.as_deref())),
        Formula::Stay(of) => format!("{} of the days in {}", upper(&nth(of.q)), a_stage(of.stage.as_deref())),
        Formula::Against(of) => format!(
            "Of the times {} was left, the share without what the process asks for",
            a_stage(of.stage.as_deref())
        ),
        Formula::Answer(of) => format!(
            "{} of the days until {} a message",
            upper(&nth(of.q)),
            if of.by == Side::Prospect { "the prospect answers" } else { "we answer" }
        ),
        Formula::Kept(_) => "Of the commitments of prospects that fell due, the share kept by then".to_owned(),
        Formula::Velocity(_) => {
            "Open deals × win rate × mean value of won deals ÷ mean days from created to closed".to_owned()
        }
    }
}

fn only(filter: &Filter) -> String {
    let fields = filter.fields.iter().map(|(name, values)| {
        let shown: Vec<String> =
            values.iter().map(|v| if v.is_empty() { "nothing".to_owned() } else { format!("“{v}”") }).collect();
        format!("{name} is {}", shown.join(" or "))
    });
    let had = filter.had.iter().map(|of| format!("there was {}", an_act(of)));
    let had_not = filter.had_not.iter().map(|of| format!("there was never {}", an_act(of)));
    let all: Vec<String> = fields.chain(had).chain(had_not).collect();
    if all.is_empty() { String::new() } else { format!("; only deals where {}", all.join(" and ")) }
}

fn came_to(at: &Moment) -> String {
    match at {
        Moment::Created => "were created".to_owned(),
        Moment::Closed => "closed".to_owned(),
        Moment::Won => "were won".to_owned(),
        Moment::Lost => "were lost".to_owned(),
        Moment::Entered(stage) => format!("entered “{stage}”"),
        Moment::Left(stage) => format!("left “{stage}”"),
        Moment::First(of) => format!("first had {}", an_act(of)),
        Moment::Last(of) => format!("last had {}", an_act(of)),
    }
}

fn it_came_to(at: &Moment) -> String {
    let many = came_to(at);
    many.strip_prefix("were ").map(|rest| format!("was {rest}")).unwrap_or(many)
}

fn summed(of: &Amounts) -> String {
    match of.of {
        Amount::One => format!("the deals that {}", came_to(&of.at)),
        _ => format!("{} of the deals that {}", amount(&of.of), came_to(&of.at)),
    }
}

fn amount(of: &Amount) -> String {
    match of {
        Amount::One => "the number".to_owned(),
        Amount::Value => "the value".to_owned(),
        Amount::Discount => "the discount".to_owned(),
        Amount::Touches => "the touchpoints".to_owned(),
        Amount::Field(name) => format!("“{name}”"),
        Amount::Events(of) => format!("how often there was {}", an_act(of)),
        Amount::Days(of) => format!("the days from when it {} until it {}", it_came_to(&of.from), it_came_to(&of.to)),
    }
}

fn an_act(of: &Act) -> String {
    let tag = of.tag.as_ref().map_or_else(String::new, |tag| format!(" tagged “{tag}”"));
    let by = match of.by {
        Some(Side::Prospect) => " by the prospect",
        Some(Side::Rep) => " by us",
        Some(Side::System) => " by a machine",
        Some(Side::Unknown) | None => "",
    };
    format!("“{}”{tag}{by}", of.kind)
}

fn a_stage(name: Option<&str>) -> String {
    name.map_or_else(|| "a stage".to_owned(), |name| format!("“{name}”"))
}

fn nth(q: f64) -> String {
    if q == MEDIAN { "the median".to_owned() } else { format!("the {:.3} quantile", q).replace("0 q", " q") }
}

fn upper(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

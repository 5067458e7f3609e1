//! Predicates in English.

use super::{Grammar, Joint, Last, PointsMissing, SoFar, Thing};
use crate::{
    event::Side,
    process::{AnswerTest, ContentTest, EventTest, FieldTest, PersonTest, StateTest},
    touchpoint::touchpoint,
};

pub(super) struct English;

impl Grammar for English {
    type Clause = String;
    const BETWEEN: &'static str = " ";

    fn event(test: &EventTest) -> String {
        let tag = test.tag.as_ref().map_or_else(String::new, |tag| format!(" ({tag})"));
        let often = match test.at_least.unwrap_or(1) {
            0 | 1 => String::new(),
            2 => " at least twice".into(),
            n => format!(" at least {n} times"),
        };
        let recently = recently(test.within_days);
        let happened = match (touchpoint(&test.kind), test.by) {
            (Some(known), by) => format!("{} {}", subject(by.unwrap_or(known.side)), known.done),
            (None, None) => format!("“{}” happened", test.kind),
            (None, Some(by)) => format!("“{}” happened, done by {}", test.kind, subject(by)),
        };
        format!("{happened}{tag}{often}{recently}")
    }

    fn field(test: &FieldTest) -> String {
        let name = test.name.replace('_', " ");
        let recently = test.within_days.map_or_else(String::new, |_| format!(", set{}", recently(test.within_days)));
        match test.is.split_last() {
            None => format!("the {name} of the deal is known{recently}"),
            Some((only, [])) => format!("the {name} of the deal is “{only}”{recently}"),
            Some((last, first)) => format!("the {name} of the deal is “{}” or “{last}”{recently}", first.join("”, “")),
        }
    }

    fn person(test: &PersonTest) -> String {
        let role = test.role.replace('-', " ");
        let article = if role.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        let what = if test.engaged { "has taken part" } else { "is known" };
        format!("{article} {role} on the prospect's side {what}{}", recently(test.within_days))
    }

    fn content(test: &ContentTest) -> String {
        let what = test.kind.replace('-', " ");
        let recently = recently(test.within_days);
        match test.viewed_by {
            Some(by) => format!("{} looked at content of the kind “{what}”{recently}", subject(by)),
            None => format!("content of the kind “{what}” was shared{recently}"),
        }
    }

    fn answer(test: &AnswerTest) -> String {
        let recently = recently(test.within_days);
        match (test.scheme.as_str(), test.at_least) {
            ("", _) => format!("the question “{}” has been answered{recently}", test.question),
            (scheme, None) => format!("the deal is qualified by “{scheme}”{recently}"),
            (scheme, Some(points)) => format!("the deal has at least {points} points by “{scheme}”{recently}"),
        }
    }

    fn state(thing: Thing, test: &StateTest) -> String {
        let thing = match thing {
            Thing::Quote => "a quote",
            Thing::Approval => "an approval",
        };
        format!("{thing} was {}{}", test.state, recently(test.within_days))
    }

    fn not(clause: String) -> String {
        format!("it is not so that {clause}")
    }

    fn grouped(clause: String) -> String {
        format!("({clause})")
    }

    fn joined(mut clauses: Vec<String>, joint: Joint) -> String {
        let word = match joint {
            Joint::And => "and",
            Joint::Or => "or",
        };
        let last = clauses.pop().unwrap_or_default();
        format!("{} {word} {last}", clauses.join(", "))
    }

    fn nothing() -> String {
        "nothing is named".into()
    }

    fn sentence(clause: &String) -> String {
        let mut letters = clause.chars();
        let first: String = letters.next().map(|l| l.to_uppercase().collect()).unwrap_or_default();
        format!("{first}{}.", letters.as_str())
    }

    fn missing(clause: &String, so_far: Option<SoFar>) -> String {
        let so_far = so_far.map_or_else(String::new, |n| format!(" ({} of {} so far)", n.have, n.needed));
        format!("Nothing shows yet that {clause}{so_far}.")
    }

    fn in_the_way(clause: &String, last: Option<Last<'_>>) -> String {
        let last =
            last.map_or_else(String::new, |last| format!(" (“{}” on {})", last.name, last.at.strftime("%Y-%m-%d")));
        format!("In the way: {clause}{last}.")
    }

    fn points_missing(points: &PointsMissing<'_>) -> String {
        let PointsMissing { scheme, have, needed, open } = points;
        let said = format!("“{scheme}” has {have} of the {needed} points needed.");
        if open.is_empty() { said } else { format!("{said} Not answered yet: {}.", open.join(" ")) }
    }
}

fn recently(within_days: Option<f64>) -> String {
    within_days.map_or_else(String::new, |days| match days {
        1.0 => " within the last day".into(),
        days => format!(" within the last {days} days"),
    })
}

fn subject(side: Side) -> &'static str {
    match side {
        Side::Prospect => "the prospect",
        Side::Rep => "our team",
        Side::System => "a program",
        Side::Unknown => "somebody",
    }
}

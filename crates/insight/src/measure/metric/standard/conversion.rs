//! Who comes how far.

use model::metric::{Act, Amount, Better, Formula, Moment, Ratio, Reach};

use super::{Choice, Chosen, StandardMetric, Topic, WILSON, amounts, page};
use crate::{
    discover::stages_in_order,
    log::{Class, EventLog},
};

/// Id of the metric between any two stages.
pub(super) const CONVERSION: &str = "conversion";
const REACHED: &str = "reached ÷ (began − still open); the open ones are shown beside it";

pub(super) fn between_stages(log: &EventLog, chosen: &Chosen) -> StandardMetric {
    let (from, to) = match (&chosen.start, &chosen.goal) {
        (Some(from), Some(to)) => (from.clone(), to.clone()),
        (start, goal) => {
            let stages = stages_in_order(log);
            let stage = |name: &Option<String>, place| name.as_ref().or(stages.get(place)).cloned().unwrap_or_default();
            (stage(start, 0), stage(goal, 1))
        }
    };
    StandardMetric {
        choices: vec![choice("start", true, &from), choice("goal", true, &to)],
        ..page(
            Topic::Conversion,
            CONVERSION,
            "Conversion",
            "Of the deals that entered one stage, the share that entered another one later.",
            Better::Higher,
            share(entered(from, Moment::Created), entered(to, Moment::Won)),
            REACHED,
            "Of 40 deals that entered Researching in May 20 came to Presenting, 10 were lost before, 10 are open: \
             20 ÷ 30 = 67 %.",
            WILSON,
        )
    }
}

fn share(from: Moment, to: Moment) -> Formula {
    Formula::Share(Reach { from, to, within_days: None })
}

fn choice(name: &str, stage: bool, chosen: &str) -> Choice {
    Choice { name: name.into(), stage, chosen: chosen.into() }
}

pub(super) fn all(log: &EventLog, chosen: &Chosen) -> Vec<StandardMetric> {
    let demo = act_like(log, "demo", &["demo", "vorführung", "デモ"]);
    let call = act_like(log, "discovery", &["discovery", "erstgespräch", "call", "anruf"]);
    let wanted = |name: &Option<String>, other: Act| name.clone().map_or(other, |kind| Act { kind, ..Act::default() });
    let (after, asked_after, asked) =
        (wanted(&chosen.start, demo.clone()), wanted(&chosen.start, call), wanted(&chosen.goal, demo));
    vec![
        StandardMetric {
            choices: vec![choice("start", false, &after.kind)],
            ..page(
                Topic::Conversion,
                "close-after-demo",
                "Won after a demonstration",
                "Of the deals that had a \
                demonstration, the share that was won.",
                Better::Higher,
                share(Moment::First(after), Moment::Won),
                REACHED,
                "Of 30 deals first shown a demonstration in May 12 are won, 12 lost, 6 open: 12 ÷ 24 = 50 %.",
                WILSON,
            )
        },
        StandardMetric {
            choices: vec![choice("start", false, &asked_after.kind), choice("goal", false, &asked.kind)],
            ..page(
                Topic::Conversion,
                "demo-after-discovery",
                "Demonstration after the discovery call",
                "Of the deals that \
                had a discovery call, the share that came to a demonstration.",
                Better::Higher,
                share(Moment::First(asked_after), Moment::First(asked)),
                REACHED,
                "Of 50 first calls in May 20 led to a demonstration, 20 deals were lost without, 10 are open: 20 ÷ 40 = \
                 50 %.",
                WILSON,
            )
        },
        page(
            Topic::Conversion,
            "win-rate",
            "Win rate",
            "Of the deals that closed, the share that was won.",
            Better::Higher,
            share(Moment::Closed, Moment::Won),
            "won ÷ closed",
            "9 of 30 closed deals were won: 30 %, with \
            95 % confidence 17 to 48 %.",
            WILSON,
        ),
        page(
            Topic::Conversion,
            "win-rate-by-value",
            "Win rate by value",
            "Of the value that closed, the share that was \
            won.",
            Better::Higher,
            Formula::Ratio(Ratio {
                over: amounts(Amount::Value, Moment::Won),
                under: amounts(Amount::Value, Moment::Closed),
            }),
            "Σ value won ÷ Σ value closed",
            "Won 10,000 and 20,000, lost 70,000: 30,000 ÷ 100,000 = 30 %.",
            "Ratio of sums; its variance by the delta method, W. G. Cochran (1977), Sampling Techniques, 6.3.",
        ),
    ]
}

/// Where the data knows no such stage, another moment.
fn entered(stage: String, otherwise: Moment) -> Moment {
    if stage.is_empty() { otherwise } else { Moment::Entered(stage) }
}

/// What the data has of an act: with the tag, else the first activity whose name has one of the words, the earlier word
/// first. Called as the first word where there is nothing.
fn act_like(log: &EventLog, tag: &str, words: &[&str]) -> Act {
    let has_tag = log
        .details
        .texts
        .code("tag")
        .zip(log.details.texts.code(tag))
        .is_some_and(|(name, value)| log.details.all.iter().any(|set| set.contains(&(name, value))));
    if has_tag {
        return Act { kind: "meeting".to_owned(), tag: Some(tag.to_owned()), by: None };
    }
    let names: Vec<&str> =
        log.sorts.all.iter().filter(|s| s.class == Class::Activity).map(|s| log.sorts.names.get(s.name)).collect();
    let found = words.iter().find_map(|word| names.iter().find(|name| name.to_lowercase().contains(word)));
    let kind = found.or(words.first()).copied().unwrap_or_default().to_owned();
    Act { kind, ..Act::default() }
}

//! Predicates in German.

use super::{
    Grammar, Joint, Last, PointsMissing, SoFar, Thing,
    clause::{Clause, either, sentence, spaced, with_comma},
    listed,
    words::{Column, field, role, state},
};
use crate::{
    event::Side,
    process::{AnswerTest, ContentTest, EventTest, FieldTest, PersonTest, StateTest},
    touchpoint::{touchpoint, words},
};

pub(super) struct German;

/// The verb in second place, and at the end to follow `dass`.
fn clause(subject: &str, verb: &str, rest: &[&str]) -> Clause {
    let rest = spaced(rest);
    Clause { main: spaced(&[subject, verb, &rest]), sub: spaced(&[subject, &rest, verb]), open: false }
}

impl Grammar for German {
    type Clause = Clause;
    const BETWEEN: &'static str = " ";

    fn event(test: &EventTest) -> Clause {
        let tag = test.tag.as_ref().map_or_else(String::new, |tag| format!("({tag})"));
        let (when, often) = (recently(test.within_days), often(test.at_least));
        match (touchpoint(&test.kind).zip(words(&test.kind)), test.by) {
            (Some((known, words)), by) => {
                let rest = [&when, &often, words.german.object, &tag, words.german.participle];
                clause(subject(by.unwrap_or(known.side)), "hat", &rest)
            }
            (None, by) => {
                let by = by.map_or_else(String::new, |by| format!("durch {}", object(by)));
                let named = spaced(&[&quoted(&test.kind), &tag]);
                clause(&named, "ist", &[&when, &often, &by, "erfolgt"])
            }
        }
    }

    fn field(test: &FieldTest) -> Clause {
        let named = match field(&test.name, Column::German) {
            Some(known) => format!("{known} des Deals"),
            None => format!("die Angabe {} zum Deal", quoted(&test.name.replace('_', " "))),
        };
        match (either(&test.is, quoted, |_| "oder"), recently(test.within_days)) {
            (None, when) if when.is_empty() => clause(&named, "ist", &["bekannt"]),
            (None, when) => clause(&named, "wurde", &[&when, "erfasst"]),
            (Some(values), when) if when.is_empty() => clause(&named, "ist", &[&values]),
            (Some(values), when) => clause(&named, "wurde", &[&when, "auf", &values, "gesetzt"]),
        }
    }

    fn person(test: &PersonTest) -> Clause {
        let known = role(&test.role, Column::German).map(str::to_owned);
        let role =
            known.unwrap_or_else(|| format!("eine Person in der Rolle {}", quoted(&test.role.replace('-', " "))));
        let who = format!("{role} auf Seiten des Interessenten");
        match (test.engaged, recently(test.within_days)) {
            (true, when) => clause(&who, "hat", &[&when, "mitgewirkt"]),
            (false, when) if when.is_empty() => clause(&who, "ist", &["bekannt"]),
            (false, when) => clause(&who, "wurde", &[&when, "erfasst"]),
        }
    }

    fn content(test: &ContentTest) -> Clause {
        let what = format!("Inhalte der Art {}", quoted(&test.kind.replace('-', " ")));
        let when = recently(test.within_days);
        match test.viewed_by {
            Some(by) => clause(subject(by), "hat", &[&when, &what, "angesehen"]),
            None => clause(&what, "wurden", &[&when, "geteilt"]),
        }
    }

    fn answer(test: &AnswerTest) -> Clause {
        if test.scheme.is_empty() {
            let question = format!("die Frage {}", quoted(&test.question));
            return clause(&question, "wurde", &[&recently(test.within_days), "beantwortet"]);
        }
        let by = format!("nach {}", quoted(&test.scheme));
        let from = match days(test.within_days) {
            None => String::new(),
            Some(None) => "anhand der Antworten des letzten Tages".into(),
            Some(Some(days)) => format!("anhand der Antworten der letzten {days} Tage"),
        };
        match test.at_least {
            None => clause("der Deal", "gilt", &[&from, &by, "als qualifiziert"]),
            Some(needed) => {
                let points = if needed == 1.0 { "Punkt" } else { "Punkte" };
                clause("der Deal", "hat", &[&from, &by, "mindestens", &with_comma(needed), points])
            }
        }
    }

    fn state(thing: Thing, test: &StateTest) -> Clause {
        let (what, when) = (
            match thing {
                Thing::Quote => "ein Angebot",
                Thing::Approval => "eine Freigabe",
            },
            recently(test.within_days),
        );
        match state(&thing.kind(&test.state), Column::German) {
            Some(participle) => clause(what, "wurde", &[&when, participle]),
            None => clause(what, "hat", &[&when, "den Status", &quoted(&test.state), "erreicht"]),
        }
    }

    fn not(Clause { sub, .. }: Clause) -> Clause {
        let (main, sub) = (format!("es trifft nicht zu, dass {sub}"), format!("es nicht zutrifft, dass {sub}"));
        Clause { main, sub, open: true }
    }

    fn grouped(clause: Clause) -> Clause {
        clause.grouped()
    }

    fn joined(clauses: Vec<Clause>, joint: Joint) -> Clause {
        Clause::joined(&clauses, |_| match joint {
            Joint::And => "und",
            Joint::Or => "oder",
        })
    }

    fn nothing() -> Clause {
        clause("nichts", "ist", &["angegeben"])
    }

    fn sentence(clause: &Clause) -> String {
        sentence(&clause.main)
    }

    fn missing(clause: &Clause, so_far: Option<SoFar>) -> String {
        let so_far = so_far.map_or_else(String::new, |n| format!(" (bisher {} von {})", n.have, n.needed));
        format!("Noch zeigt nichts, dass {}{so_far}.", clause.sub)
    }

    fn in_the_way(clause: &Clause, last: Option<Last<'_>>) -> String {
        let last = last
            .map_or_else(String::new, |last| format!(" ({} am {})", quoted(last.name), last.at.strftime("%d.%m.%Y")));
        let stated = sentence(&clause.main);
        format!("Dem steht entgegen: {}{last}.", stated.trim_end_matches('.'))
    }

    fn points_missing(points: &PointsMissing<'_>) -> String {
        let needed = if points.needed == 1.0 { "nötigen Punkt" } else { "nötigen Punkten" };
        let (have, of) = (with_comma(points.have), with_comma(points.needed));
        let said = format!("{} kommt auf {have} von {of} {needed}.", quoted(points.scheme));
        if points.open.is_empty() {
            return said;
        }
        format!("{said} Noch nicht beantwortet: {}", listed(points.open, '.'))
    }
}

fn quoted(name: &str) -> String {
    format!("„{name}“")
}

fn often(at_least: Option<u32>) -> String {
    match at_least.unwrap_or(1) {
        0 | 1 => String::new(),
        2 => "mindestens zweimal".into(),
        3 => "mindestens dreimal".into(),
        n => format!("mindestens {n}-mal"),
    }
}

/// `None` without a limit, `Some(None)` for a single day, else the number in words of the language.
fn days(within_days: Option<f64>) -> Option<Option<String>> {
    within_days.map(|days| (days != 1.0).then(|| with_comma(days)))
}

fn recently(within_days: Option<f64>) -> String {
    match days(within_days) {
        None => String::new(),
        Some(None) => "innerhalb des letzten Tages".into(),
        Some(Some(days)) => format!("innerhalb der letzten {days} Tage"),
    }
}

fn subject(side: Side) -> &'static str {
    match side {
        Side::Prospect => "der Interessent",
        Side::Rep => "unser Team",
        Side::System => "ein Programm",
        Side::Unknown => "jemand",
    }
}

fn object(side: Side) -> &'static str {
    match side {
        Side::Prospect => "den Interessenten",
        Side::Rep => "unser Team",
        Side::System => "ein Programm",
        Side::Unknown => "jemanden",
    }
}

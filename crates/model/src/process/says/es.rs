//! Predicates in Spanish.

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

pub(super) struct Spanish;

/// A verb, or its auxiliary, in the indicative and in the subjunctive.
type Verb = (&'static str, &'static str);

const HAS: Verb = ("ha", "haya");
const HAS_BEEN: Verb = ("se ha", "se haya");
const IS: Verb = ("es", "sea");

/// In the indicative, and in the subjunctive with `que` before it.
fn clause(subject: &str, verb: Verb, rest: &[&str]) -> Clause {
    let rest = spaced(rest);
    Clause { main: spaced(&[subject, verb.0, &rest]), sub: spaced(&["que", subject, verb.1, &rest]), open: false }
}

impl Grammar for Spanish {
    type Clause = Clause;
    const BETWEEN: &'static str = " ";

    fn event(test: &EventTest) -> Clause {
        let tag = test.tag.as_ref().map_or_else(String::new, |tag| format!("({tag})"));
        let (when, often) = (recently(test.within_days), often(test.at_least));
        match (touchpoint(&test.kind).zip(words(&test.kind)), test.by) {
            (Some((known, words)), by) => {
                let who = subject(by.unwrap_or(known.side));
                clause(who, HAS, &[words.spanish.done, &tag, &often, &when])
            }
            (None, by) => {
                let by = by.map_or("", from);
                let named = spaced(&[&quoted(&test.kind), &tag]);
                clause(&named, HAS_BEEN, &["producido", by, &often, &when])
            }
        }
    }

    fn field(test: &FieldTest) -> Clause {
        let named = match field(&test.name, Column::Spanish) {
            Some(known) => format!("{known} de la oportunidad"),
            None => format!("el dato {} de la oportunidad", quoted(&test.name.replace('_', " "))),
        };
        match (either(&test.is, quoted, |next| conjunction(Joint::Or, next)), recently(test.within_days)) {
            (None, when) => clause("", HAS_BEEN, &["indicado", &named, &when]),
            (Some(values), when) if when.is_empty() => clause(&named, IS, &[&values]),
            (Some(values), when) => clause(&named, HAS_BEEN, &["fijado en", &values, &when]),
        }
    }

    fn person(test: &PersonTest) -> Clause {
        let known = role(&test.role, Column::Spanish).map(str::to_owned);
        let role = known.unwrap_or_else(|| format!("una persona con el rol {}", quoted(&test.role.replace('-', " "))));
        let who = format!("{role} del lado del cliente potencial");
        match (test.engaged, recently(test.within_days)) {
            (true, when) => clause(&who, HAS, &["participado", &when]),
            (false, when) if when.is_empty() => clause("", ("se conoce", "se conozca"), &["a", &who]),
            (false, when) => clause("", HAS_BEEN, &["registrado a", &who, &when]),
        }
    }

    fn content(test: &ContentTest) -> Clause {
        let what = format!("contenido del tipo {}", quoted(&test.kind.replace('-', " ")));
        let when = recently(test.within_days);
        match test.viewed_by {
            Some(by) => clause(subject(by), HAS, &["visto", &what, &when]),
            None => clause("", HAS_BEEN, &["compartido", &what, &when]),
        }
    }

    fn answer(test: &AnswerTest) -> Clause {
        if test.scheme.is_empty() {
            let question = format!("la pregunta {}", quoted(&test.question));
            return clause("", HAS_BEEN, &["respondido a", &question, &recently(test.within_days)]);
        }
        let by = format!("según {}", quoted(&test.scheme));
        let from = match days(test.within_days) {
            None => String::new(),
            Some(None) => "con las respuestas del último día".into(),
            Some(Some(days)) => format!("con las respuestas de los últimos {days} días"),
        };
        match test.at_least {
            None => clause("la oportunidad", ("está", "esté"), &["cualificada", &by, &from]),
            Some(needed) => {
                let points = if needed == 1.0 { "punto" } else { "puntos" };
                let least = ["al menos", &with_comma(needed), points, &by, &from];
                clause("la oportunidad", ("tiene", "tenga"), &least)
            }
        }
    }

    fn state(thing: Thing, test: &StateTest) -> Clause {
        let (what, when) = (
            match thing {
                Thing::Quote => "una oferta",
                Thing::Approval => "una aprobación",
            },
            recently(test.within_days),
        );
        match state(&thing.kind(&test.state), Column::Spanish) {
            Some(participle) => clause("", HAS_BEEN, &[participle, what, &when]),
            None => clause(what, HAS, &["alcanzado el estado", &quoted(&test.state), &when]),
        }
    }

    fn not(Clause { sub, .. }: Clause) -> Clause {
        Clause { main: format!("no es cierto {sub}"), sub: format!("que no sea cierto {sub}"), open: true }
    }

    fn grouped(clause: Clause) -> Clause {
        clause.grouped()
    }

    fn joined(clauses: Vec<Clause>, joint: Joint) -> Clause {
        Clause::joined(&clauses, |next| conjunction(joint, next))
    }

    fn nothing() -> Clause {
        clause("no", ("se indica", "se indique"), &["nada"])
    }

    fn sentence(clause: &Clause) -> String {
        sentence(&clause.main)
    }

    fn missing(clause: &Clause, so_far: Option<SoFar>) -> String {
        let so_far = so_far.map_or_else(String::new, |n| format!(" ({} de {} hasta ahora)", n.have, n.needed));
        format!("Aún no consta {}{so_far}.", clause.sub)
    }

    fn in_the_way(clause: &Clause, last: Option<Last<'_>>) -> String {
        let last = last
            .map_or_else(String::new, |last| format!(" ({} el {})", quoted(last.name), last.at.strftime("%d/%m/%Y")));
        format!("Lo impide lo siguiente: {}{last}.", clause.main)
    }

    fn points_missing(points: &PointsMissing<'_>) -> String {
        let (have, of) = (with_comma(points.have), with_comma(points.needed));
        let needed = match points.needed {
            1.0 => "de 1 punto necesario".to_owned(),
            _ => format!("de los {of} puntos necesarios"),
        };
        let said = format!("{} tiene {have} {needed}.", quoted(points.scheme));
        if points.open.is_empty() {
            return said;
        }
        format!("{said} Aún sin respuesta: {}", listed(points.open, '.'))
    }
}

/// `y` and `o`, which become `e` and `u` before a word that begins with the same sound.
fn conjunction(joint: Joint, next: &str) -> &'static str {
    let next = next.trim_start_matches(['(', '«']).to_lowercase();
    let begins = |sounds: &[&str]| sounds.iter().any(|s| next.starts_with(s));
    match joint {
        Joint::And if begins(&["i", "í", "hi", "hí"]) && !begins(&["hia", "hie", "ia", "ie"]) => "e",
        Joint::And => "y",
        Joint::Or if begins(&["o", "ó", "ho", "hó"]) => "u",
        Joint::Or => "o",
    }
}

fn quoted(name: &str) -> String {
    format!("«{name}»")
}

fn often(at_least: Option<u32>) -> String {
    match at_least.unwrap_or(1) {
        0 | 1 => String::new(),
        2 => "al menos dos veces".into(),
        3 => "al menos tres veces".into(),
        n => format!("al menos {n} veces"),
    }
}

/// `None` without a limit, `Some(None)` for a single day, else the number in words of the language.
fn days(within_days: Option<f64>) -> Option<Option<String>> {
    within_days.map(|days| (days != 1.0).then(|| with_comma(days)))
}

fn recently(within_days: Option<f64>) -> String {
    match days(within_days) {
        None => String::new(),
        Some(None) => "en el último día".into(),
        Some(Some(days)) => format!("en los últimos {days} días"),
    }
}

fn subject(side: Side) -> &'static str {
    match side {
        Side::Prospect => "el cliente potencial",
        Side::Rep => "nuestro equipo",
        Side::System => "un programa",
        Side::Unknown => "alguien",
    }
}

fn from(side: Side) -> &'static str {
    match side {
        Side::Prospect => "por parte del cliente potencial",
        Side::Rep => "por parte de nuestro equipo",
        Side::System => "por parte de un programa",
        Side::Unknown => "por parte de alguien",
    }
}

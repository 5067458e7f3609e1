//! Random processes for tests, made from the same schema that the reader goes by: no field is left out.

#![allow(clippy::panic)]

use fastrand::Rng;
use serde_json::{Map, Value as Json};

use super::{SHAPES, Shape, Table, Tests};
use crate::process::{Process, parse_json};

const TEXTS: [&str; 14] = [
    "a",
    "Kick-off",
    "Größe „x“",
    "say \"yes\"",
    "two\nlines",
    "back\\slash",
    "tab\there",
    "'''",
    "\"\"\"",
    "# no comment",
    "見込み客",
    " blank ",
    "2027-01-31",
    "{{deal.name}} [x] = 1",
];

/// A process that can be read, of no sense.
pub(crate) fn process(rng: &mut Rng) -> Process {
    let json = Json::Object(table(&SHAPES.process, rng, 0));
    parse_json(&json).unwrap_or_else(|findings| panic!("{json}\n{findings:?}"))
}

fn table(of: &Table, rng: &mut Rng, depth: usize) -> Map<String, Json> {
    let mut map = Map::new();
    for (name, shape) in &of.fields {
        let needed = of.required.contains(name) || name == "says";
        if needed || rng.bool() {
            map.insert(
                name.clone(),
                if name == "id" { format!("x{}", rng.u32(..)).into() } else { value(shape, rng, depth) },
            );
        }
    }
    if of.tests == Tests::Needed || of.tests == Tests::Possible && rng.bool() {
        let plain = if depth > 6 { 7 } else { SHAPES.tests.len() };
        let (name, shape) = &SHAPES.tests[rng.usize(..plain)];
        map.insert(name.clone(), value(shape, rng, depth));
    }
    map
}

fn value(shape: &Shape, rng: &mut Rng, depth: usize) -> Json {
    match shape {
        Shape::Text => TEXTS[rng.usize(..TEXTS.len())].into(),
        Shape::Number => [0.0, 1.0, 2.5, 1e-9, 123_456_789.25, -3.0, 1e20][rng.usize(..7)].into(),
        Shape::Whole => rng.u32(..).into(),
        Shape::Flag => rng.bool().into(),
        Shape::Word(words) => words[rng.usize(..words.len())].clone().into(),
        Shape::List(inner) => (0..rng.usize(..3)).map(|_| value(inner, rng, depth + 1)).collect(),
        Shape::Named(inner) => {
            let names = (0..rng.usize(..3)).map(|i| format!("{i} {}", TEXTS[rng.usize(..TEXTS.len())]));
            let names: Vec<String> = names.collect();
            Json::Object(names.into_iter().map(|name| (name, value(inner, rng, depth + 1))).collect())
        }
        Shape::Table(name) => match SHAPES.choices.get(name) {
            Some(choice) => value(choice, rng, depth),
            None => Json::Object(table(&SHAPES.tables[name], rng, depth + 1)),
        },
        Shape::Choice { words, keys } => match rng.usize(..words.len() + keys.len()).checked_sub(words.len()) {
            None => words[rng.usize(..words.len())].clone().into(),
            Some(place) => {
                let (key, shape) = &keys[place];
                Json::Object([(key.clone(), value(shape, rng, depth + 1))].into_iter().collect())
            }
        },
    }
}

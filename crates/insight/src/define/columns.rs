//! Predicates judged on the columns of a log. They hold exactly where [`model::process::judge`] says that they hold.
//!
//! An undated event counts at the end of the data and later: nothing says that it came before, and for `within` it never
//! counts. (One deal is judged with the day up to which its import reaches, which is the same but where a log has several
//! imports.) Fields are read as they are now.

use model::{
    Side,
    event::kind,
    process::{AnswerTest, ContentTest, EventTest, FieldTest, PersonTest, Predicate, Scheme, lists_word, same_word},
    touchpoint::is_kind,
};
use rustc_hash::FxHashMap;

use super::{
    fields::FieldIs,
    signs::{About, Seen, Sign, Signs, is_recent},
};
use crate::log::{EventLog, SETS};

/// Predicates turned into the numbers of a log.
pub(crate) struct Columns<'a> {
    log: &'a EventLog,
    tests: Vec<Test<'a>>,
    signs: Signs,
}

/// One predicate; a sign is known by its number.
enum Test<'a> {
    Often {
        sign: usize,
        needed: u32,
    },
    Field(FieldIs<'a>),
    /// The last event with the sign is recent.
    Lately {
        sign: usize,
        days: f64,
    },
    Answered {
        answer: Answer,
        within_days: Option<f64>,
    },
    Points {
        answers: Vec<Answer>,
        within_days: Option<f64>,
        needed: f64,
    },
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
}

/// The last answer to a question.
struct Answer {
    sign: usize,
    /// Points by what the event says; nothing for an empty answer, which takes an earlier one back.
    points: FxHashMap<u32, f64>,
}

impl<'a> Columns<'a> {
    pub(crate) fn of<'p>(
        log: &'a EventLog,
        tests: impl IntoIterator<Item = &'p Predicate>,
        schemes: &'p [Scheme],
    ) -> Self {
        let mut compiler = Compiler { log, schemes, signs: Vec::new() };
        let tests = tests.into_iter().map(|test| compiler.test(test)).collect();
        Self { log, tests, signs: Signs::of(log, &compiler.signs) }
    }

    /// How many predicates.
    pub(crate) fn len(&self) -> usize {
        self.tests.len()
    }

    /// What [`Columns::read`] writes to.
    pub(crate) fn fresh(&self) -> Seen {
        self.signs.fresh()
    }

    /// Reads what the events of a deal show up to a moment, in one pass over them (two from 65 things asked for on).
    pub(crate) fn read(&self, deal: u32, until: i64, seen: &mut Seen) {
        self.signs.read(self.log, deal, until, seen);
    }

    /// True if the predicate at this place holds for the deal that was read last, at the moment up to which it was.
    pub(crate) fn holds(&self, place: usize, deal: u32, until: i64, seen: &Seen) -> bool {
        self.tests.get(place).is_some_and(|test| self.test(test, deal, until, seen))
    }

    fn test(&self, test: &Test<'_>, deal: u32, until: i64, seen: &Seen) -> bool {
        let inner = |test: &Test<'_>| self.test(test, deal, until, seen);
        match test {
            Test::Often { sign, needed } => seen.counts[*sign] >= *needed,
            Test::Field(field) => field.holds(self.log, deal),
            Test::Lately { sign, days } => self.lately(*sign, Some(*days), until, seen).is_some(),
            Test::Answered { answer, within_days } => self.points(answer, *within_days, until, seen).is_some(),
            Test::Points { answers, within_days, needed } => {
                let points = |answer| self.points(answer, *within_days, until, seen);
                answers.iter().filter_map(points).fold(0.0, |sum, points| sum + points) >= *needed
            }
            Test::All(tests) => tests.iter().all(inner),
            Test::Any(tests) => tests.iter().any(inner),
            Test::Not(test) => !inner(test),
        }
    }

    /// The last row that bears a sign, if it is recent enough.
    fn lately(&self, sign: usize, days: Option<f64>, until: i64, seen: &Seen) -> Option<usize> {
        let recent = |row: &usize| days.is_none_or(|days| is_recent(self.log.events.at[*row], until, days));
        seen.last[sign].filter(recent)
    }

    fn points(&self, answer: &Answer, days: Option<f64>, until: i64, seen: &Seen) -> Option<f64> {
        let row = self.lately(answer.sign, days, until, seen)?;
        answer.points.get(&self.log.events.detail(row)).copied()
    }
}

/// Turns predicates into tests and collects the signs that they ask for.
struct Compiler<'a, 'p> {
    log: &'a EventLog,
    schemes: &'p [Scheme],
    signs: Vec<Sign<'p>>,
}

impl<'a, 'p> Compiler<'a, 'p> {
    fn sign(&mut self, sign: Sign<'p>) -> usize {
        self.signs.push(sign);
        self.signs.len() - 1
    }

    fn once(&mut self, sign: Sign<'p>) -> Test<'a> {
        Test::Often { sign: self.sign(sign), needed: 1 }
    }

    fn test(&mut self, test: &'p Predicate) -> Test<'a> {
        match test {
            Predicate::Event(event) => self.event(event),
            Predicate::Field(field) => self.field(field),
            Predicate::Person(person) => self.person(person),
            Predicate::Content(content) => self.content(content),
            Predicate::Answer(answer) => self.answer(answer),
            Predicate::Quote(state) => self.state("quote", &state.state, state.within_days),
            Predicate::Approval(state) => self.state("approval", &state.state, state.within_days),
            Predicate::All(tests) => Test::All(tests.iter().map(|test| self.test(test)).collect()),
            Predicate::Any(tests) => Test::Any(tests.iter().map(|test| self.test(test)).collect()),
            Predicate::Not(test) => Test::Not(Box::new(self.test(test))),
        }
    }

    fn event(&mut self, wanted: &'p EventTest) -> Test<'a> {
        let sign = self.sign(Sign {
            sort: Box::new(|kind, name| is_kind(&wanted.kind, kind, name)),
            side: wanted.by,
            about: wanted.tag.as_deref().map(|tag| About { attribute: "tag", word: tag, says: lists_word }),
            within_days: wanted.within_days,
        });
        Test::Often { sign, needed: wanted.at_least.unwrap_or(1) }
    }

    fn field(&mut self, wanted: &'p FieldTest) -> Test<'a> {
        let field = Test::Field(FieldIs::of(self.log, &wanted.name, &wanted.is));
        let Some(days) = wanted.within_days else { return field };
        let sign = self.sign(Sign {
            sort: Box::new(|kind, _| model::event::sets_fields(kind)),
            side: None,
            about: Some(About { attribute: SETS, word: &wanted.name, says: str::eq_ignore_ascii_case }),
            within_days: None,
        });
        Test::All(vec![field, Test::Lately { sign, days }])
    }

    fn person(&mut self, wanted: &'p PersonTest) -> Test<'a> {
        let acted = self.once(Sign {
            sort: Box::new(|_, _| true),
            side: wanted.engaged.then_some(Side::Prospect),
            about: Some(About { attribute: "role", word: &wanted.role, says: lists_word }),
            within_days: wanted.within_days,
        });
        if wanted.engaged || wanted.within_days.is_some() {
            return acted;
        }
        Test::Any(vec![acted, Test::Field(FieldIs::of(self.log, &wanted.role, &[]))])
    }

    fn content(&mut self, wanted: &'p ContentTest) -> Test<'a> {
        let by = wanted.viewed_by;
        self.once(Sign {
            sort: Box::new(move |kind, _| by.is_none() || kind != "content.shared"),
            side: by,
            about: Some(About { attribute: "content", word: &wanted.kind, says: lists_word }),
            within_days: wanted.within_days,
        })
    }

    fn state(&mut self, thing: &str, state: &str, within_days: Option<f64>) -> Test<'a> {
        let wanted = format!("{thing}.{state}");
        let sort = Box::new(move |kind: &str, _: &str| kind.eq_ignore_ascii_case(&wanted));
        self.once(Sign { sort, side: None, about: None, within_days })
    }

    fn answer(&mut self, wanted: &'p AnswerTest) -> Test<'a> {
        let within_days = wanted.within_days;
        match self.schemes.iter().find(|s| same_word(&s.id, &wanted.scheme)) {
            Some(scheme) => Test::Points {
                answers: scheme.questions.iter().map(|q| self.given(&q.id, Some(scheme))).collect(),
                within_days,
                needed: wanted.at_least.unwrap_or(scheme.threshold),
            },
            None => Test::Answered { answer: self.given(&wanted.question, None), within_days },
        }
    }

    fn given(&mut self, question: &'p str, scheme: Option<&Scheme>) -> Answer {
        let sign = self.sign(Sign {
            sort: Box::new(|kind, _| kind == kind::ANSWER),
            side: None,
            about: Some(About { attribute: "question", word: question, says: same_word }),
            within_days: None,
        });
        let answers = answers(self.log, question);
        let points = |answer: &str| scheme.map_or(0.0, |s| s.points(question, answer));
        Answer { sign, points: answers.into_iter().map(|(code, answer)| (code, points(answer))).collect() }
    }
}

/// The sets of attributes that answer a question, with the answer; empty answers are none.
fn answers<'a>(log: &'a EventLog, question: &str) -> Vec<(u32, &'a str)> {
    let texts = &log.details.texts;
    let (Some(asked), Some(given)) = (texts.code("question"), texts.code("answer")) else { return Vec::new() };
    let value = |set: &[(u32, u32)], name: u32| set.iter().find(|pair| pair.0 == name).map(|pair| pair.1);
    // The same question comes in many sets.
    let mut known: FxHashMap<u32, bool> = FxHashMap::default();
    let mut is_asked = |code: u32| *known.entry(code).or_insert_with(|| same_word(texts.get(code), question));
    let sets = (0..).zip(&log.details.all);
    let found = sets.filter_map(|(code, set)| Some((code, value(set, asked)?, texts.get(value(set, given)?).trim())));
    found.filter(|(_, asked, answer)| !answer.is_empty() && is_asked(*asked)).map(|(code, _, a)| (code, a)).collect()
}

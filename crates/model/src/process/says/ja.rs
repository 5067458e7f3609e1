//! Predicates in Japanese.

use super::{
    Grammar, Joint, Last, PointsMissing, SoFar, Thing, listed,
    words::{Column, field, role, state},
};
use crate::{
    event::Side,
    process::{AnswerTest, ContentTest, EventTest, FieldTest, PersonTest, StateTest},
    touchpoint::{touchpoint, words},
};

pub(super) struct Japanese;

pub(super) struct Clause {
    /// At the end of a sentence, or before a noun.
    says: Form,
    /// The same, denied.
    denies: Form,
}

struct Form {
    /// `見込み客が見積書を承諾した`
    plain: String,
    /// Where another clause follows: `見込み客が見積書を承諾しており`
    linking: String,
}

impl Form {
    fn new(stem: &str, plain: &str, linking: &str) -> Self {
        Self { plain: format!("{stem}{plain}"), linking: format!("{stem}{linking}") }
    }
}

impl Clause {
    /// Something happened; the verb stands in the plain past.
    fn did(rest: &[&str], verb: &str) -> Self {
        let mut stem = rest.concat() + verb;
        let te = match stem.pop() {
            Some('だ') => "で",
            _ => "て",
        };
        let past = &verb[verb.len() - verb.chars().next_back().map_or(0, char::len_utf8)..];
        Self {
            says: Form::new(&stem, past, &format!("{te}おり")),
            denies: Form::new(&stem, &format!("{te}いない"), &format!("{te}おらず")),
        }
    }

    /// Something is in a state; the verb stands in its form with て.
    fn stays(rest: &[&str], verb: &str) -> Self {
        let stem = rest.concat() + verb;
        Self { says: Form::new(&stem, "いる", "おり"), denies: Form::new(&stem, "いない", "おらず") }
    }

    /// Something is what a noun says.
    fn is(words: &[&str]) -> Self {
        let stem = words.concat();
        Self {
            says: Form::new(&stem, "である", "であり"), denies: Form::new(&stem, "ではない", "ではなく")
        }
    }
}

impl Grammar for Japanese {
    type Clause = Clause;
    const BETWEEN: &'static str = "";

    fn event(test: &EventTest) -> Clause {
        let tag = test.tag.as_ref().map_or_else(String::new, |tag| format!("（{tag}）"));
        let when = recently(test.within_days);
        let often = match test.at_least.unwrap_or(1) {
            0 | 1 => String::new(),
            n => format!("{n}回以上"),
        };
        let named = quoted(&test.kind);
        match (touchpoint(&test.kind).zip(words(&test.kind)), test.by) {
            (Some((known, words)), by) => {
                let (who, words) = (subject(by.unwrap_or(known.side)), words.japanese);
                Clause::did(&[who, "が", &when, words.noun, &tag, words.particle, &often], words.verb)
            }
            (None, Some(by)) => Clause::did(&[subject(by), "が", &when, &named, &tag, "を", &often], "行った"),
            (None, None) => Clause::did(&[&when, &named, &tag, "が", &often], "行われた"),
        }
    }

    fn field(test: &FieldTest) -> Clause {
        let named = match field(&test.name, Column::Japanese) {
            Some(known) => format!("案件の{known}が"),
            None => format!("案件の{}が", quoted(&test.name.replace('_', " "))),
        };
        let values = either(&test.is);
        match (values, recently(test.within_days)) {
            (None, when) if when.is_empty() => Clause::stays(&[&named], "わかって"),
            (None, when) => Clause::did(&[&named, &when], "入力された"),
            (Some(values), when) if when.is_empty() => Clause::is(&[&named, &values]),
            (Some(values), when) => Clause::did(&[&named, &when, &values, "に"], "設定された"),
        }
    }

    fn person(test: &PersonTest) -> Clause {
        let known = role(&test.role, Column::Japanese).map(str::to_owned);
        let role = known.unwrap_or_else(|| format!("{}役の人", quoted(&test.role.replace('-', " "))));
        let who = format!("見込み客側の{role}が");
        match (test.engaged, recently(test.within_days)) {
            (true, when) => Clause::did(&[&who, &when], "関与した"),
            (false, when) if when.is_empty() => Clause::stays(&[&who], "わかって"),
            (false, when) => Clause::did(&[&who, &when], "記録された"),
        }
    }

    fn content(test: &ContentTest) -> Clause {
        let what = format!("{}のコンテンツ", quoted(&test.kind.replace('-', " ")));
        let when = recently(test.within_days);
        match test.viewed_by {
            Some(by) => Clause::did(&[subject(by), "が", &when, &what, "を"], "閲覧した"),
            None => Clause::did(&[&when, &what, "が"], "共有された"),
        }
    }

    fn answer(test: &AnswerTest) -> Clause {
        if test.scheme.is_empty() {
            let question = format!("質問{}への回答が", quoted(&test.question));
            return Clause::did(&[&recently(test.within_days), &question], "得られた");
        }
        let from = test.within_days.map_or_else(String::new, |days| format!("過去{days}日以内の回答で"));
        let scheme = quoted(&test.scheme);
        match test.at_least {
            None => Clause::stays(&["案件が", &from, &scheme, "の基準を"], "満たして"),
            Some(points) => Clause::is(&["案件の", &scheme, "の点数が", &from, &format!("{points}点以上")]),
        }
    }

    fn state(thing: Thing, test: &StateTest) -> Clause {
        let what = match thing {
            Thing::Quote => "見積書が",
            Thing::Approval => "承認が",
        };
        let when = recently(test.within_days);
        match state(&thing.kind(&test.state), Column::Japanese) {
            Some(verb) => Clause::did(&[what, &when], verb),
            None => Clause::did(&[what, &when, &quoted(&test.state), "の状態に"], "なった"),
        }
    }

    fn not(Clause { says, denies }: Clause) -> Clause {
        Clause { says: denies, denies: says }
    }

    fn grouped(Clause { says, denies }: Clause) -> Clause {
        let bracketed = |form: Form| {
            let plain = format!("（{}）", form.plain);
            Form { linking: plain.clone(), plain }
        };
        Clause { says: bracketed(says), denies: bracketed(denies) }
    }

    fn joined(clauses: Vec<Clause>, joint: Joint) -> Clause {
        let other = match joint {
            Joint::And => Joint::Or,
            Joint::Or => Joint::And,
        };
        let (says, denies): (Vec<Form>, Vec<Form>) = clauses.into_iter().map(|c| (c.says, c.denies)).unzip();
        Clause { says: several(says, joint), denies: several(denies, other) }
    }

    fn nothing() -> Clause {
        Clause {
            says: Form::new("何も指定されて", "いない", "おらず"),
            denies: Form::new("何かが指定されて", "いる", "おり"),
        }
    }

    fn sentence(clause: &Clause) -> String {
        format!("{}。", clause.says.plain)
    }

    fn missing(clause: &Clause, so_far: Option<SoFar>) -> String {
        let so_far = so_far.map_or_else(String::new, |n| format!("（必要な{}回のうち、現在{}回）", n.needed, n.have));
        format!("{}ことは、まだ確認できていません{so_far}。", clause.says.plain)
    }

    fn in_the_way(clause: &Clause, last: Option<Last<'_>>) -> String {
        let last = last.map_or_else(String::new, |last| {
            format!("（{}の{}）", last.at.strftime("%Y年%-m月%-d日"), quoted(last.name))
        });
        format!("妨げになっていること：{}{last}。", clause.says.plain)
    }

    fn points_missing(points: &PointsMissing<'_>) -> String {
        let PointsMissing { scheme, have, needed, open } = points;
        let said = format!("{}は必要な{needed}点のうち{have}点です。", quoted(scheme));
        if open.is_empty() { said } else { format!("{said}未回答：{}", listed(open, '。')) }
    }
}

fn several(forms: Vec<Form>, joint: Joint) -> Form {
    let Some((last, first)) = forms.split_last() else {
        return Form::new("", "", "");
    };
    let before: Vec<String> = first
        .iter()
        .map(|form| match joint {
            Joint::And => form.linking.clone(),
            Joint::Or => format!("{}か", form.plain),
        })
        .collect();
    let word = match joint {
        Joint::And => "かつ",
        Joint::Or => "または",
    };
    let before = format!("{}、{word}", before.join("、"));
    Form::new(&before, &last.plain, &last.linking)
}

fn quoted(name: &str) -> String {
    format!("「{name}」")
}

fn either(values: &[String]) -> Option<String> {
    let (last, first) = values.split_last()?;
    let first: Vec<String> = first.iter().map(|v| quoted(v)).collect();
    match first.is_empty() {
        true => Some(quoted(last)),
        false => Some(format!("{}または{}", first.join("、"), quoted(last))),
    }
}

fn recently(within_days: Option<f64>) -> String {
    within_days.map_or_else(String::new, |days| format!("過去{days}日以内に"))
}

fn subject(side: Side) -> &'static str {
    match side {
        Side::Prospect => "見込み客",
        Side::Rep => "当社チーム",
        Side::System => "プログラム",
        Side::Unknown => "誰か",
    }
}

//! What is known of the deals: owner, team, product, value and every attribute that groups them.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{
    DriverKind, Excluded,
    candidate::{ABSENT, Candidate, Value, table},
    compare::naive,
    history::History,
    say::{field_name, quoted},
};
use crate::{
    discover::sentence::{grouped, percent},
    log::{ACCOUNT, CURRENCY, EventLog, Field, NO_VALUE},
    select::Selection,
    stats::stratified::Table,
};

/// An attribute with more distinct values is text, not a group.
const MOST_VALUES: usize = 40;
/// Numbers with more distinct values are cut into bands.
const MOST_NUMBERS: usize = 12;
/// A value that fewer deals have goes to the others.
const A_VALUE: usize = 10;
/// Values named, at most.
const NAMED: usize = 15;
/// Share of one outcome from which on a value tells the outcome itself.
pub(super) const PURE: f64 = 0.98;
/// Fewer deals than this prove nothing pure.
pub(super) const TELLING: u64 = 20;
/// Words in the names of attributes that add up what happened to a deal, or how long it took.
const GROWING: [&str; 9] = [
    "activities",
    "number of times",
    "times contacted",
    "email messages",
    "num notes",
    "num contacted",
    "touches",
    "duration",
    "last activity",
];
/// A deal that came to a stage so often or more often is like others that did.
const MOST_STAYS: u8 = 4;
/// Words for "no" that stand where nothing was entered.
const DEFAULTS: [&str; 9] = ["", "0", "no", "false", "n", "none", "0.0", "0.00", "-"];

/// The attributes that can be compared, and those that cannot.
pub(super) fn attributes(history: &History<'_>) -> (Vec<Candidate>, Vec<Excluded>) {
    let (mut found, mut excluded) = (Vec::new(), Vec::new());
    let fields = history.log.deals.fields.iter().enumerate();
    let texts = fields.filter(|(place, _)| ![ACCOUNT, CURRENCY].contains(place)).map(|(_, f)| Some(f));
    let all: Vec<Option<&Field>> = texts.chain([None]).collect();
    let one = |field: &Option<&Field>| {
        let column = field.map_or_else(|| Column::of_value(history), |f| Column::of(history, f));
        let candidate = column.candidate(history)?;
        let Some(reason) = column.after_the_close(history) else { return Some(Ok(candidate)) };
        let naive = naive(&column.given(history));
        Some(Err(Excluded { title: field_name(&column.name), kind: DriverKind::Attribute, reason, naive }))
    };
    for judged in all.par_iter().filter_map(one).collect::<Vec<_>>() {
        match judged {
            Ok(candidate) => found.push(candidate),
            Err(late) => excluded.push(late),
        }
    }
    (found, excluded)
}

/// An attribute of the closed deals: a text each, and how it is given with open ones.
struct Column {
    name: String,
    /// Each closed deal's value by place in `texts`; the first is "nothing entered".
    code: Vec<u32>,
    texts: Vec<String>,
    /// Open deals, and those among them that have a value.
    open: (u64, u64),
    selectable: bool,
}

/// True for what stands where nothing was entered.
fn is_default(text: &str) -> bool {
    DEFAULTS.iter().any(|d| text.trim().eq_ignore_ascii_case(d))
}

impl Column {
    fn of(history: &History<'_>, field: &Field) -> Self {
        let texts: Vec<String> = std::iter::once("").chain(field.values.iter()).map(str::to_owned).collect();
        let code = |deal: &u32| field.code(*deal).checked_add(1).unwrap_or(0);
        let given = |deal: &&u32| field.value(**deal).is_some_and(|v| !is_default(v));
        let open = (history.open.len() as u64, history.open.iter().filter(given).count() as u64);
        let code = history.deals.iter().map(code).collect();
        Self { name: field.name.clone(), code, texts, open, selectable: true }
    }

    fn of_value(history: &History<'_>) -> Self {
        let value = |deal: &u32| history.log.deals.value[*deal as usize];
        let mut texts = vec![String::new()];
        let mut codes: FxHashMap<i64, u32> = FxHashMap::default();
        let mut code = |minor: i64| match minor {
            NO_VALUE => 0,
            minor => *codes.entry(minor).or_insert_with(|| {
                texts.push((minor as f64 / 100.0).to_string());
                texts.len() as u32 - 1
            }),
        };
        let code = history.deals.iter().map(|d| code(value(d))).collect();
        let given = history.open.iter().filter(|d| ![0, NO_VALUE].contains(&value(d))).count() as u64;
        let open = (history.open.len() as u64, given);
        Self { name: model::deal::field::VALUE.into(), code, texts, open, selectable: false }
    }

    /// How many closed deals have each text.
    fn counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.texts.len()];
        self.code.iter().for_each(|code| counts[*code as usize] += 1);
        counts
    }

    /// Deals with something entered against those without.
    fn given(&self, history: &History<'_>) -> Table {
        let default: Vec<bool> = self.texts.iter().map(|t| is_default(t)).collect();
        table(history, |row| Some(!default[self.code[row] as usize]))
    }

    /// Why it is known only once a deal has closed, if it is.
    fn after_the_close(&self, history: &History<'_>) -> Option<String> {
        let given = self.given(history);
        let share = |with: u64, without: u64| with as f64 / (with + without).max(1) as f64;
        let (won, lost) = (share(given.with_won, given.without_won), share(given.with_lost, given.without_lost));
        let count = |with: u64, without: u64, what: &str| {
            format!("{} of {} {what} deals", grouped(with), grouped(with + without))
        };
        let of_won = || count(given.with_won, given.without_won, "won");
        let of_lost = || count(given.with_lost, given.without_lost, "lost");
        if given.with() >= TELLING && (won.min(lost) <= 1.0 - PURE && won.max(lost) >= 0.5) {
            return Some(format!("It is entered when a deal ends: {} and {} have it.", of_won(), of_lost()));
        }
        let (open, open_given) = self.open;
        if open >= TELLING
            && share(open_given, open - open_given) <= 1.0 - PURE
            && share(given.with(), given.without()) >= 0.5
        {
            let closed = count(given.with(), given.without(), "closed");
            return Some(format!(
                "It is entered when a deal closes: {closed} have it, and {open_given} of {} open ones.",
                grouped(open)
            ));
        }
        self.tells_the_outcome(history).or_else(|| self.grows_with_age())
    }

    /// Why it says how long a deal lived rather than what it is like, by its name.
    fn grows_with_age(&self) -> Option<String> {
        let name = self.name.to_lowercase().replace(['_', '-'], " ");
        let counts =
            GROWING.iter().any(|word| name.contains(word)) || name.split(' ').any(|w| w == "days" || w == "age");
        counts.then(|| {
            "It grows as long as a deal lives, and the data does not tell how far it was at the same age.".into()
        })
    }

    /// Why it is another word for the outcome, if nearly all deals have a value that goes with one outcome alone.
    fn tells_the_outcome(&self, history: &History<'_>) -> Option<String> {
        let mut by_text = vec![(0_u64, 0_u64); self.texts.len()];
        for (code, won) in self.code.iter().zip(&history.won) {
            by_text[*code as usize].0 += u64::from(*won);
            by_text[*code as usize].1 += 1;
        }
        let pure = |(won, all): &&(u64, u64)| *all >= TELLING && (*won).max(all - won) as f64 >= PURE * *all as f64;
        let (won, all) = by_text.iter().filter(pure).fold((0, 0), |(w, n), t| (w + t.0, n + t.1));
        let share = all as f64 / history.len().max(1) as f64;
        let both = won > 0 && won < all;
        (share >= 0.9 && both).then(|| format!("It is another word for the outcome: {} of closed deals have a value that only won or only lost ones have.", percent(share)))
    }

    fn candidate(&self, history: &History<'_>) -> Option<Candidate> {
        let counts = self.counts();
        let seen: Vec<usize> = (1..self.texts.len()).filter(|c| counts[*c] > 0).collect();
        let numbers: Option<Vec<f64>> = seen.iter().map(|c| self.texts[*c].trim().parse().ok()).collect();
        if let Some(numbers) = numbers.filter(|n| n.len() > 2) {
            let mut number = vec![None; self.texts.len()];
            seen.iter().zip(&numbers).for_each(|(code, n)| number[*code] = Some(*n));
            if let Some(found) = self.above_nothing(history, &number) {
                return Some(found);
            }
            if numbers.len() > MOST_NUMBERS {
                return self.thirds(&number);
            }
        }
        if seen.len() > MOST_VALUES || !self.selectable {
            return None;
        }
        let entered: Vec<usize> = seen.into_iter().filter(|c| !is_default(&self.texts[*c])).collect();
        let defaults = self.code.iter().filter(|c| is_default(&self.texts[**c as usize])).count();
        match entered.as_slice() {
            [] => None,
            [one] if defaults > 0 => Some(self.two_sided(history, &self.texts[*one])),
            _ => self.of_values(history, &entered, &counts),
        }
    }

    /// Has it, or nothing entered.
    fn two_sided(&self, history: &History<'_>, value: &str) -> Candidate {
        let name = field_name(&self.name);
        let yes = ["yes", "true", "1", "y", "x"].iter().any(|y| value.eq_ignore_ascii_case(y));
        let title = if yes { name.clone() } else { format!("{name}: {value}") };
        let with = if yes {
            format!("with {}", name.to_lowercase())
        } else {
            format!("with {} {}", name.to_lowercase(), quoted(value))
        };
        let selection = self.select(value);
        self.given_or_not(history, title, with, selection)
    }

    /// Compared among deals that got as far as nearly all deals with it had.
    fn given_or_not(
        &self,
        history: &History<'_>,
        title: String,
        with: String,
        selection: Option<Selection>,
    ) -> Candidate {
        let default: Vec<bool> = self.texts.iter().map(|t| is_default(t)).collect();
        let mut side: Vec<u8> = self.code.iter().map(|c| u8::from(!default[*c as usize])).collect();
        let naive = self.given(history);
        let anchor = anchor(history, &side);
        if let Some(place) = anchor {
            (0..side.len()).filter(|row| !history.been_in(*row, place)).for_each(|row| side[row] = ABSENT);
        }
        let stage = anchor.and_then(|place| history.stage_name(place));
        let times = |place: usize| move |row: usize| history.times_in(row, place).min(MOST_STAYS) - 1;
        let rows = (0..side.len()).into_par_iter().with_min_len(1024);
        let band = anchor.map(|place| rows.map(times(place)).collect());
        Candidate {
            field: Some(self.name.clone()),
            held: stage.map(|s| format!("how often they came to {s}")),
            band: band.unwrap_or_else(|| vec![0; side.len()]),
            among: stage.map_or_else(|| "closed deals".into(), |s| format!("closed deals that got to {s}")),
            stage: stage.map(str::to_owned),
            naive,
            deals_with: selection,
            ..Candidate::new(format!("field:{}", self.name), DriverKind::Attribute, title, with, side)
        }
    }

    fn of_values(&self, history: &History<'_>, entered: &[usize], counts: &[usize]) -> Option<Candidate> {
        // "No" is a value of its own where there are others than "yes"; nothing at all is none.
        let mut kept: Vec<usize> =
            (1..self.texts.len()).filter(|c| counts[*c] >= A_VALUE || history.len() < 2 * A_VALUE).collect();
        kept.retain(|c| entered.contains(c) || !self.texts[*c].trim().is_empty());
        kept.sort_by(|a, b| counts[*b].cmp(&counts[*a]).then_with(|| self.texts[*a].cmp(&self.texts[*b])));
        kept.truncate(NAMED);
        let rest = (1..self.texts.len()).any(|c| counts[c] > 0 && !kept.contains(&c));
        let mut place = vec![kept.len() as u8; self.texts.len()];
        place[0] = ABSENT;
        for (at, code) in kept.iter().enumerate() {
            place[*code] = at as u8;
        }
        let mut values: Vec<Value> = kept
            .iter()
            .map(|c| Value { name: self.texts[*c].clone(), selection: self.select(&self.texts[*c]) })
            .collect();
        if rest {
            values.push(Value { name: "all others".into(), selection: None });
        }
        (values.len() >= 2).then(|| self.of_sides(self.code.iter().map(|c| place[*c as usize]).collect(), values))
    }

    /// Nothing against more than nothing, where many have nothing.
    fn above_nothing(&self, history: &History<'_>, number: &[Option<f64>]) -> Option<Candidate> {
        let of = |code: &u32| number[*code as usize];
        let zeros = self.code.iter().filter(|c| of(c) == Some(0.0)).count();
        let all = self.code.iter().filter(|c| of(c).is_some()).count();
        let name = field_name(&self.name);
        let with = format!("with {} above 0", name.to_lowercase());
        let many = zeros * 5 >= all && number.iter().flatten().all(|n| *n >= 0.0);
        many.then(|| self.given_or_not(history, format!("{name} above 0"), with, None))
    }

    /// The lowest, the middle and the highest third of numbers.
    fn thirds(&self, number: &[Option<f64>]) -> Option<Candidate> {
        let of = |code: &u32| number[*code as usize];
        let mut sorted: Vec<f64> = self.code.iter().filter_map(of).collect();
        sorted.par_sort_unstable_by(f64::total_cmp);
        let cut = |part: usize| sorted.get(sorted.len() * part / 3).copied();
        let (low, high) = (cut(1)?, cut(2)?);
        let side = |code: &u32| of(code).map_or(ABSENT, |n| u8::from(n >= low) + u8::from(n >= high));
        let names = [
            format!("below {}", plain(low)),
            format!("{} to below {}", plain(low), plain(high)),
            format!("{} or more", plain(high)),
        ];
        let side: Vec<u8> = self.code.iter().map(side).collect();
        let values: Vec<Value> = names.into_iter().map(|name| Value { name, selection: None }).collect();
        (low < high).then(|| self.of_sides(side, values))
    }

    fn of_sides(&self, side: Vec<u8>, values: Vec<Value>) -> Candidate {
        let name = field_name(&self.name);
        Candidate {
            field: Some(self.name.clone()),
            values,
            ..Candidate::new(
                format!("field:{}", self.name),
                DriverKind::Attribute,
                name.clone(),
                format!("with {}", name.to_lowercase()),
                side,
            )
        }
    }

    fn select(&self, value: &str) -> Option<Selection> {
        let fields = BTreeMap::from([(self.name.clone(), vec![value.to_owned()])]);
        self.selectable.then(|| Selection { fields, ..Selection::default() })
    }
}

/// The stage that nearly every deal with it has been in, but the fewest deals; none where all have been there.
pub(super) fn anchor(history: &History<'_>, side: &[u8]) -> Option<usize> {
    let with: Vec<usize> = (0..side.len()).filter(|row| side[*row] == 1).collect();
    let everywhere = |place: &usize| {
        let there = with.iter().filter(|row| history.been_in(**row, *place)).count();
        there as f64 >= PURE * with.len() as f64
    };
    let reach = |place: &usize| (0..history.len()).filter(|row| history.been_in(*row, *place)).count();
    let found = (0..history.stages.len()).filter(everywhere).map(|place| (reach(&place), place)).min()?;
    (!with.is_empty() && (found.0 as f64) < PURE * history.len() as f64).then_some(found.1)
}

/// A number without needless decimals: `1,250`, `0.5`.
fn plain(number: f64) -> String {
    match number {
        n if n.fract() == 0.0 && n.abs() < 1e15 => {
            let sign = if n < 0.0 { "-" } else { "" };
            format!("{sign}{}", grouped(n.abs() as u64))
        }
        n => format!("{n}"),
    }
}

/// Fields of the log by name, for reasons.
pub(super) fn fields(log: &EventLog) -> &[Field] {
    log.deals.fields.get(crate::log::FIELDS.len()..).unwrap_or_default()
}

//! How soon and how often, as candidates. Deals are compared from a moment on at which it is known (a landmark):
//! those that closed before it are left out.

use model::Side;
use rayon::prelude::*;

use super::{
    DriverKind,
    acts::Acts,
    candidate::{ABSENT, Candidate, table},
    history::History,
    marks::Marks,
    say::quoted,
};
use crate::{
    discover::sentence::capital,
    log::{Class, NEVER},
    stats::{quantile::median_of, stratified::Table},
};

const HOUR: i64 = 3_600_000_000;
const DAY: i64 = 24 * HOUR;
/// Times that people set themselves, with their words.
const WITHIN: [(i64, &str); 10] = [
    (HOUR, "an hour"),
    (4 * HOUR, "four hours"),
    (8 * HOUR, "eight hours"),
    (DAY, "a day"),
    (2 * DAY, "two days"),
    (3 * DAY, "three days"),
    (7 * DAY, "a week"),
    (14 * DAY, "two weeks"),
    (30 * DAY, "thirty days"),
    (60 * DAY, "sixty days"),
];
/// Of these, "within a day" is taken if both sides have this share.
const USUAL: f64 = 0.2;
/// An act that this share of the deals in a stage have is looked at for how soon it came.
const NEARLY_ALL: f64 = 0.8;
/// Times a deal up to which an act is a step and not one of many touches.
const ABOUT_ONCE: f64 = 1.5;
/// What an answer is counted from.
const FIRST_ACT: &str = "the prospect's first act";
/// Share of closed deals that must still have been open at the moment from which touches are compared.
const STILL_OPEN: f64 = 0.75;

/// All of them.
pub(super) fn timing(history: &History<'_>, marks: &Marks<'_>, acts: &Acts<'_>) -> Vec<Candidate> {
    let touches = Touches::of(history);
    let (soon, (often, silence)) = rayon::join(
        || soon(history, marks, acts, &touches),
        || {
            let often = |side: Side| how_often(history, &touches, side);
            rayon::join(|| rayon::join(|| often(Side::Rep), || often(Side::Prospect)), || silence(history))
        },
    );
    soon.into_iter().chain(often.0).chain(often.1).chain(silence).collect()
}

/// How soon something came.
fn soon(history: &History<'_>, marks: &Marks<'_>, acts: &Acts<'_>, touches: &Touches) -> Vec<Candidate> {
    let once = |mark: &usize| !acts.moves_on(*mark) && acts.times_a_deal(*mark) <= ABOUT_ONCE;
    let all = (0..marks.all.len()).into_par_iter().filter(once);
    let mut found: Vec<Candidate> = all.filter_map(|mark| how_soon(history, marks, touches, mark)).collect();
    // An act that is the answer stands for any answer.
    if !found.iter().any(|c| c.with.ends_with(FIRST_ACT)) {
        found.extend(first_answer(history, touches));
    }
    found.extend(first_touch(history, touches));
    found
}

/// What is held equal at the moment from which deals are compared, if the data has stages.
fn stage_then(history: &History<'_>) -> Option<String> {
    (!history.stages.is_empty()).then(|| "the stage they were in then".into())
}

/// The first act of each side, in every deal.
struct Touches {
    prospect: Vec<i64>,
    rep: Vec<i64>,
    /// The rep's first act after the prospect's first.
    answer: Vec<i64>,
}

impl Touches {
    fn of(history: &History<'_>) -> Self {
        let one = |row: usize| {
            let (mut prospect, mut rep, mut answer) = (NEVER, NEVER, NEVER);
            for (side, at) in acts(history, row) {
                match side {
                    Side::Prospect => prospect = prospect.min(at),
                    Side::Rep => {
                        rep = rep.min(at);
                        if prospect != NEVER {
                            answer = answer.min(at);
                        }
                    }
                    Side::System | Side::Unknown => {}
                }
            }
            (prospect, rep, answer)
        };
        let all: Vec<(i64, i64, i64)> = (0..history.len()).into_par_iter().with_min_len(1024).map(one).collect();
        let column = |of: fn(&(i64, i64, i64)) -> i64| all.iter().map(of).collect();
        Self { prospect: column(|t| t.0), rep: column(|t| t.1), answer: column(|t| t.2) }
    }
}

/// The dated activities of a deal, in order.
fn acts<'a>(history: &'a History<'_>, row: usize) -> impl Iterator<Item = (Side, i64)> + 'a {
    let log = history.log;
    let events = log
        .range(history.deals[row])
        .map(move |i| (log.sorts.all[log.events.sort[i] as usize].class, log.events.side[i], log.events.at[i]));
    events.filter(|(class, _, at)| *class == Class::Activity && *at != NEVER).map(|(_, side, at)| (side, at))
}

/// Something that comes after a moment, in every deal; [`NEVER`] where the one or the other is not.
struct Wait {
    from: Vec<i64>,
    to: Vec<i64>,
}

impl Wait {
    /// Came within the time, did not, or cannot be compared: closed by then, or never begun.
    fn side(&self, history: &History<'_>, row: usize, within: i64) -> u8 {
        let (from, to) = (self.from[row], self.to[row]);
        match from {
            NEVER => ABSENT,
            _ if history.closed[row] == NEVER || history.closed[row] <= from.saturating_add(within) => ABSENT,
            _ => u8::from(to != NEVER && to.saturating_sub(from) <= within),
        }
    }

    fn sides(&self, history: &History<'_>, within: i64) -> Vec<u8> {
        (0..history.len()).map(|row| self.side(history, row, within)).collect()
    }

    /// "Within a day" where it divides the deals well, else what divides them best.
    fn divided(&self, history: &History<'_>) -> Option<(i64, &'static str, Vec<u8>)> {
        let smaller = |within: i64| {
            let sides = (0..history.len()).map(|row| self.side(history, row, within)).filter(|side| *side != ABSENT);
            let (all, with) = sides.fold((0, 0), |(n, w), side| (n + 1, w + usize::from(side)));
            with.min(all - with) as f64 / (all as f64).max(1.0)
        };
        let (share, (within, words)) = match smaller(DAY) {
            share if share >= USUAL => (share, (DAY, "a day")),
            _ => {
                let shares: Vec<_> = WITHIN.par_iter().map(|within| (smaller(within.0), *within)).collect();
                shares.into_iter().max_by(|a, b| a.0.total_cmp(&b.0))?
            }
        };
        (share >= 0.03).then(|| (within, words, self.sides(history, within)))
    }

    /// In time or not, whenever the deal closed.
    fn plain(&self, history: &History<'_>, sides: &[u8]) -> Table {
        // The same cut, for all that began: what is not compared closed before it could be known.
        table(history, |row| match sides[row] {
            ABSENT if self.from[row] == NEVER => None,
            ABSENT => Some(self.to[row] != NEVER),
            side => Some(side == 1),
        })
    }

    fn candidate(&self, history: &History<'_>, id: &str, what: &str, since: &str) -> Option<Candidate> {
        let (micros, within, sides) = self.divided(history)?;
        let naive = self.plain(history, &sides);
        let then = |row: usize| self.from[row].saturating_add(micros);
        let band =
            (0..history.len()).map(|row| if sides[row] == ABSENT { 0 } else { history.place_at(row, then(row)) as u8 });
        Some(Candidate {
            among: format!("closed deals that were still open {within} after {since}"),
            held: stage_then(history),
            band: band.collect(),
            naive,
            ..Candidate::new(
                format!("soon:{id}"),
                DriverKind::Timing,
                format!("{} within {within}", capital(what)),
                format!("with {what} within {within} of {since}"),
                sides,
            )
        })
    }
}

/// The first answer to the prospect's first act.
fn first_answer(history: &History<'_>, touches: &Touches) -> Option<Candidate> {
    let wait = Wait { from: touches.prospect.clone(), to: touches.answer.clone() };
    let candidate = wait.candidate(history, "answer", "a first answer", FIRST_ACT)?;
    Some(Candidate { title: candidate.title.replacen("A first", "First", 1), ..candidate })
}

/// Your first touch after the deal came to be, where the prospect does not begin.
fn first_touch(history: &History<'_>, touches: &Touches) -> Option<Candidate> {
    let theirs = touches.prospect.iter().zip(&touches.rep).filter(|(theirs, ours)| theirs < ours).count();
    if theirs * 2 > history.len() {
        return None;
    }
    let wait = Wait { from: history.created.clone(), to: touches.rep.clone() };
    let candidate = wait.candidate(history, "touch", "your first touch", "the beginning")?;
    Some(Candidate { title: candidate.title.replacen("Your first", "First", 1), ..candidate })
}

/// How soon an act came that nearly all deals of a stage have.
fn how_soon(history: &History<'_>, marks: &Marks<'_>, touches: &Touches, mark: usize) -> Option<Candidate> {
    let name = marks.activity_name(mark).filter(|_| marks.kind(mark) == DriverKind::RepAct)?;
    let first = |row: usize| {
        let mut dated = marks.dated(history.deals[row]);
        dated.find(|(event, _)| marks.at(*event).any(|m| m == mark)).map_or(NEVER, |(_, at)| at)
    };
    let at: Vec<i64> = (0..history.len()).into_par_iter().with_min_len(1024).map(first).collect();
    let mut inside = vec![0_usize; history.width()];
    for (row, at) in at.iter().enumerate().filter(|(_, at)| **at != NEVER) {
        for (n, s) in inside.iter_mut().zip(history.stays(row)) {
            *n += usize::from(s.dated() && s.from <= *at && *at <= s.to);
        }
    }
    let place = (0..history.width()).max_by_key(|place| inside[*place])?;
    let there: Vec<usize> = (0..history.len()).filter(|r| history.stay(*r, place).dated()).collect();
    let have = there.iter().filter(|r| at[**r] != NEVER && history.stay(**r, place).from <= at[**r]).count();
    if there.is_empty() || (have as f64) < NEARLY_ALL * there.len() as f64 {
        return None;
    }
    let inquiry = |row: usize| touches.prospect[row];
    let after = there
        .iter()
        .filter(|r| at[**r] != NEVER && inquiry(**r) < at[**r] && inquiry(**r) >= history.stay(**r, place).from)
        .count();
    let answers = after as f64 >= NEARLY_ALL * there.len() as f64;
    let from = |row: usize| match history.stay(row, place) {
        stay if !stay.dated() => NEVER,
        _ if answers => inquiry(row),
        stay => stay.from,
    };
    let wait = Wait { from: (0..history.len()).map(from).collect(), to: at };
    let stage = history.stage_name(place);
    let since = match (answers, stage) {
        (true, _) => FIRST_ACT.to_owned(),
        (false, Some(stage)) => format!("entering {stage}"),
        (false, None) => "the beginning".into(),
    };
    let candidate = wait.candidate(history, name, &quoted(name), &since)?;
    let title = candidate.title.replace(['“', '”'], "");
    Some(Candidate { activity: Some(name.to_owned()), stage: stage.map(str::to_owned), title, ..candidate })
}

/// The longest usual time that most closed deals were open.
fn landmark(history: &History<'_>, share: f64) -> Option<(i64, &'static str)> {
    let dated = || (0..history.len()).filter(|r| history.created[*r] != NEVER && history.closed[*r] != NEVER);
    let all = dated().count();
    let open = |within: i64| dated().filter(|r| history.closed[*r] - history.created[*r] > within).count();
    WITHIN
        .iter()
        .rfind(|(within, _)| *within >= DAY && open(*within) as f64 >= share * all as f64)
        .copied()
        .filter(|_| all > 0)
}

/// Side by what is counted up to a moment of the deal's age, and the stage it was in then as a band.
fn by_age(history: &History<'_>, within: i64, measure: impl Fn(usize, i64) -> i64 + Sync) -> (Vec<i64>, Vec<u8>) {
    let one = |row: usize| {
        let (created, closed) = (history.created[row], history.closed[row]);
        if created == NEVER || closed == NEVER || closed <= created.saturating_add(within) {
            return (NEVER, 0);
        }
        let until = created + within;
        (measure(row, until), history.place_at(row, until) as u8)
    };
    (0..history.len()).into_par_iter().with_min_len(1024).map(one).unzip()
}

/// Above the median of those compared, or not.
fn above_median(values: &[i64]) -> Option<(f64, Vec<u8>)> {
    let mut known: Vec<i64> = values.iter().copied().filter(|v| *v != NEVER).collect();
    let median = median_of(&mut known)?;
    let side = |v: &i64| match *v {
        NEVER => ABSENT,
        v => u8::from(v as f64 > median),
    };
    Some((median, values.iter().map(side).collect()))
}

/// More touches of a side than the median, up to the same age.
fn how_often(history: &History<'_>, touches: &Touches, side: Side) -> Option<Candidate> {
    let begun = if side == Side::Prospect { &touches.prospect } else { &touches.rep };
    let (within, words) = landmark(history, STILL_OPEN)?;
    if begun.iter().all(|at| *at == NEVER) {
        return None;
    }
    let count = |row: usize, until: i64| acts(history, row).filter(|(s, at)| *s == side && *at <= until).count() as i64;
    let (early, band) = by_age(history, within, count);
    let (median, sides) = above_median(&early)?;
    let rows = (0..history.len()).into_par_iter().with_min_len(1024);
    let ever: Vec<i64> = rows.map(|row| count(row, i64::MAX - 1)).collect();
    let (_, plain) = above_median(&ever)?;
    let (who, id) = if side == Side::Prospect { ("the prospect", "prospect") } else { ("you", "rep") };
    let more = format!("more than {median:.0} touches by {who}");
    Some(Candidate {
        among: format!("closed deals that were still open after {words}"),
        held: stage_then(history),
        band,
        naive: table(history, |row| Some(plain[row] == 1)),
        ..Candidate::new(
            format!("often:{id}"),
            DriverKind::Timing,
            format!("Many touches by {who} in the first {}", first(words)),
            format!("with {more} in the first {}", first(words)),
            sides,
        )
    })
}

/// The longest time without any touch, up to the same age.
fn silence(history: &History<'_>) -> Option<Candidate> {
    let (within, words) = landmark(history, 0.5).filter(|(within, _)| *within >= 7 * DAY)?;
    if (0..history.len()).all(|row| acts(history, row).next().is_none()) {
        return None;
    }
    let gap = |row: usize, until: i64| {
        let (mut last, mut longest) = (history.created[row], 0);
        for (_, at) in acts(history, row).take_while(|(_, at)| *at <= until) {
            longest = longest.max(at - last);
            last = last.max(at);
        }
        longest.max(until - last) / HOUR
    };
    let (gaps, band) = by_age(history, within, gap);
    let (median, sides) = above_median(&gaps)?;
    let days = crate::discover::sentence::in_days(median / 24.0);
    let ever: Vec<u8> = (0..history.len())
        .into_par_iter()
        .with_min_len(1024)
        .map(|row| match (history.created[row], history.closed[row]) {
            (NEVER, _) | (_, NEVER) => ABSENT,
            (_, closed) => u8::from(gap(row, closed) as f64 > median),
        })
        .collect();
    (median > 0.0).then(|| Candidate {
        among: format!("closed deals that were still open after {words}"),
        held: stage_then(history),
        band,
        naive: table(history, |row| (ever[row] != ABSENT).then(|| ever[row] == 1)),
        ..Candidate::new(
            "silence".into(),
            DriverKind::Timing,
            format!("A silence of more than {days} in the first {}", first(words)),
            format!("with a silence of more than {days} in the first {}", first(words)),
            sides,
        )
    })
}

/// `a week` → `week`, to follow `the first`.
fn first(words: &str) -> &str {
    words.strip_prefix("a ").or_else(|| words.strip_prefix("an ")).unwrap_or(words)
}

//! Made-up deals with stages, sides, tags and roles, for examples that time something.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
    time::Instant,
};

use insight::{EventLog, EventLogBuilder};
use model::{
    Outcome, Side, Timestamp,
    event::kind,
    fact::{DealFact, EventFact, FactSink, LookupFact},
};

/// The stages in order.
pub const STAGES: [&str; 6] =
    ["Prospecting", "Connecting", "Researching", "Presenting", "Handling objections", "Closing"];
const KINDS: [(&str, Side); 9] = [
    ("call", Side::Rep),
    ("email.sent", Side::Rep),
    ("email.received", Side::Prospect),
    ("meeting.accepted", Side::Prospect),
    ("meeting.attended", Side::Prospect),
    ("content.shared", Side::Rep),
    ("content.viewed", Side::Prospect),
    ("quote.sent", Side::Rep),
    ("note", Side::Rep),
];
const TAGS: [&str; 6] = ["demo", "pilot", "kick-off", "pains", "budget", "security"];
const ROLES: [&str; 4] = ["decision-maker", "champion", "user", "it-lead"];
/// Kinds of content.
pub const CONTENT: [&str; 3] = ["case-study", "testimonial", "deck"];
const START: i64 = 1_600_000_000;
const DAY: i64 = 86_400;

/// Marsaglia's xorshift64*: enough for made-up deals, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % n as u64) as usize
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// Seconds that it takes, the middle one of five times.
pub fn middle(what: &dyn Fn()) -> f64 {
    let mut times: Vec<f64> = (0..5)
        .map(|_| {
            let started = Instant::now();
            what();
            started.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[2]
}

/// A log, and the same events as a file where one is wanted.
struct Both {
    builder: EventLogBuilder,
    csv: Option<BufWriter<File>>,
    deals_csv: Option<BufWriter<File>>,
}

impl FactSink for Both {
    type Error = std::io::Error;

    fn deal(&mut self, fact: DealFact<'_>) -> std::io::Result<()> {
        if let Some(csv) = &mut self.deals_csv {
            let field = |name: &str| fact.fields.iter().find(|f| f.0 == name).map_or("", |f| f.1);
            let outcome = fact.outcome.unwrap_or_default().word();
            writeln!(csv, "{},{},{},{},{outcome}", fact.key, field("owner"), field("region"), field("value"))?;
        }
        let Ok(()) = self.builder.deal(fact);
        Ok(())
    }

    fn event(&mut self, fact: EventFact<'_>) -> std::io::Result<()> {
        if let Some(csv) = &mut self.csv {
            let at = fact.at.map_or(0, Timestamp::as_second);
            let tag = fact.attributes.iter().find(|(name, _)| *name == "tag").map_or("", |(_, value)| value);
            let side = if fact.side == Side::Prospect { "prospect" } else { "rep" };
            writeln!(csv, "{},{at},{},{side},{tag},{}", fact.deal, fact.kind, fact.stage.unwrap_or_default())?;
        }
        let Ok(()) = self.builder.event(fact);
        Ok(())
    }

    fn lookup(&mut self, _: LookupFact<'_>) -> std::io::Result<()> {
        Ok(())
    }
}

/// A log of made-up deals, about 23 events each. Where a path is given, the events go to this file and the deals to
/// `deals.csv` beside it.
pub fn log(deals: usize, path: Option<&Path>) -> std::io::Result<EventLog> {
    let file = |path: &Path| Ok::<_, std::io::Error>(BufWriter::new(File::create(path)?));
    let csv = path.map(file).transpose()?;
    let deals_csv = path.map(|path| file(&path.with_file_name("deals.csv"))).transpose()?;
    let mut both = Both { builder: EventLogBuilder::default(), csv, deals_csv };
    if let (Some(csv), Some(deals)) = (&mut both.csv, &mut both.deals_csv) {
        writeln!(csv, "deal,at,kind,side,tag,stage")?;
        writeln!(deals, "deal,owner,region,value,outcome")?;
    }
    let mut random = Random(20_261);
    for number in 0..deals {
        deal(&mut both, &mut random, number)?;
    }
    Ok(both.builder.finish())
}

fn deal(both: &mut Both, random: &mut Random, number: usize) -> std::io::Result<()> {
    let key = format!("D{number:07}");
    let mut at = START + random.below(100_000_000) as i64;
    let mut stage = 0;
    let mut take = |at: i64, kind: &str, activity: &str, side: Side, attributes: &[(&str, &str)]| {
        let stage = (kind == kind::STAGE).then_some(activity);
        let at = Timestamp::from_second(at).ok();
        both.event(EventFact { deal: &key, at, kind, activity, stage, side, actor: None, attributes, key: None })
    };
    take(at, kind::STAGE, STAGES[0], Side::Rep, &[])?;
    for _ in 0..11 + random.below(22) {
        at += random.below(4 * DAY as usize) as i64;
        if random.below(100) < 28 {
            stage = if random.below(10) == 0 { stage.max(1) - 1 } else { (stage + 1).min(STAGES.len() - 1) };
            take(at, kind::STAGE, STAGES[stage], Side::Rep, &[])?;
            continue;
        }
        let (kind, side) = random.one(&KINDS);
        let about =
            if kind.starts_with("content") { ("content", random.one(&CONTENT)) } else { ("tag", random.one(&TAGS)) };
        let all = [about, ("role", random.one(&ROLES))];
        take(at, kind, kind, side, &all[..random.below(3)])?;
    }
    let outcome = random.one(&[Outcome::Won, Outcome::Lost, Outcome::Lost, Outcome::Open]);
    match outcome {
        Outcome::Won => take(at + DAY, kind::WON, "Won", Side::Rep, &[])?,
        Outcome::Lost => take(at + DAY, kind::LOST, "Lost", Side::Rep, &[])?,
        Outcome::Open => {}
    }
    let (owner, value) = (format!("Rep {:03}", number / 7 % 64), (500 + number * 7_919 % 9_000).to_string());
    let fields =
        [("owner", owner.as_str()), ("region", random.one(&["North", "East", "South", "West"])), ("value", &value)];
    let fact = DealFact {
        key: &key,
        fields: &fields,
        created: None,
        closed: None,
        outcome: Some(outcome),
        stage: None,
        modified: None,
    };
    both.deal(fact)
}

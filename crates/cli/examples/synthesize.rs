//! Writes a synthetic event table for benchmarks: `synthesize DEALS > events.csv`, and a table of the same deals with owner
//! and region: `synthesize DEALS deals > deals.csv`.
//!
//! One row an event, about 23 a deal, in order of time as a CRM's history export is: paths follow a funnel with steps
//! back and touchpoints between, waits are skewed (most short, some of weeks), some names stand in quotation marks. The
//! same argument always writes the same file; 440,000 deals are 10 million rows and 830 MB.

use std::io::{BufWriter, Write};

const STAGES: [&str; 6] = ["Prospecting", "Connecting", "Researching", "Presenting", "Handling objections", "Closing"];
const TOUCHES: [&str; 14] = [
    "Call",
    "Email sent",
    "Email received",
    "Meeting booked",
    "Meeting held",
    "Demo attended",
    "Quote sent",
    "Proposal sent",
    "Proposal opened",
    "Reference call",
    "Security review",
    "Contract sent",
    "Contract opened",
    "Discount asked",
];
const CHANNELS: [&str; 5] = ["email", "phone", "web", "visit", "chat"];
const FIRST: [&str; 8] = ["Anna", "Ben", "Carla", "David", "Elena", "Farid", "Grace", "Henrik"];
const LAST: [&str; 8] = ["Krause", "Okafor", "Lindberg", "Moreau", "Tanaka", "Silva", "Novak", "Abbott"];
const REGIONS: [&str; 4] = ["North", "East", "South", "West"];
const FORMS: [&str; 4] = ["Ltd", "GmbH", "Inc.", "S.p.A."];

const SEED: u64 = 20_261;

/// Marsaglia's xorshift64*: enough for made-up deals, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % n
    }

    /// Seconds until the next event: minutes to weeks, the short ones far more frequent.
    fn wait(&mut self) -> i64 {
        let octave = self.below(15);
        (60 + self.below(60 << octave)) as i64
    }
}

/// One event: moment, deal, activity (stages first, then touchpoints, then both closings).
type Row = (i64, u32, u8);

/// The activities of one way through the funnel.
fn way(random: &mut Random) -> Vec<u8> {
    let events = 12 + random.below(23);
    let mut stage = 0_usize;
    let mut way = Vec::new();
    for nth in 0..events {
        way.push(if nth + 1 == events {
            20 + u8::from(random.below(100) >= 40)
        } else if nth == 0 || random.below(100) < 28 {
            let here = stage as u8;
            stage = match random.below(100) {
                0..10 => stage.saturating_sub(1),
                10..20 => (stage + 2).min(5),
                _ => (stage + 1).min(5),
            };
            here
        } else {
            // Each stage has a few touchpoints of its own kind.
            6 + ((stage as u64 * 2 + random.below(5)) % 14) as u8
        });
    }
    way
}

/// Seven of ten deals take one of some thousand known ways, a few of which are frequent; the others their own.
fn deal(number: u32, random: &mut Random, rows: &mut Vec<Row>) {
    let mut at = 1_600_000_000 + random.below(100_000_000) as i64;
    let way = if random.below(10) < 7 {
        let most = random.below(5_000) + 1;
        let known = random.below(most);
        way(&mut Random(known + 1))
    } else {
        way(random)
    };
    for activity in way {
        rows.push((at, number, activity));
        at += random.wait();
    }
}

fn name(activity: u8) -> &'static str {
    match activity {
        0..6 => STAGES[usize::from(activity)],
        6..20 => TOUCHES[usize::from(activity) - 6],
        20 => "Closed Won",
        _ => "Closed Lost",
    }
}

fn amount(deal: u32) -> u64 {
    500 + u64::from(deal) * 7919 % 9_000
}

fn written(at: i64) -> std::io::Result<String> {
    let at = jiff::Timestamp::from_second(at).map_err(std::io::Error::other)?;
    Ok(at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// The name of the rep who has the deal.
fn rep(deal: u32) -> (&'static str, &'static str) {
    let rep = (deal / 7 % 64) as usize;
    (FIRST[rep % 8], LAST[rep / 8])
}

fn main() -> std::io::Result<()> {
    let deals: u32 = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(440_000);
    if std::env::args().nth(2).is_some_and(|what| what == "deals") { write_deals(deals) } else { write_events(deals) }
}

fn write_deals(deals: u32) -> std::io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    writeln!(out, "deal_id,owner,region,amount,created_at")?;
    let (mut random, mut rows) = (Random(SEED), Vec::new());
    for number in 0..deals {
        rows.clear();
        deal(number, &mut random, &mut rows);
        let ((first, last), region) = (rep(number), REGIONS[(number / 5 % 4) as usize]);
        let (amount, begun) = (amount(number), written(rows[0].0)?);
        writeln!(out, "D{number:07},{first} {last},{region},{amount},{begun}")?;
    }
    out.flush()
}

fn write_events(deals: u32) -> std::io::Result<()> {
    let mut random = Random(SEED);
    let mut rows: Vec<Row> = Vec::with_capacity(deals as usize * 23);
    (0..deals).for_each(|number| deal(number, &mut random, &mut rows));
    rows.sort_by_key(|row| row.0);
    let mut out = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    writeln!(out, "case_id,activity,timestamp,resource,channel,account,amount")?;
    for (at, deal, activity) in rows {
        let (first, last) = rep(deal);
        let channel = CHANNELS[(deal as usize + usize::from(activity)) % 5];
        let account = deal / 3 % 40_000;
        let form = FORMS[(account % 4) as usize];
        let mark = if account.is_multiple_of(16) { "\"" } else { "" };
        let comma = if account.is_multiple_of(16) { "," } else { "" };
        let (amount, name, at) = (amount(deal), name(activity), written(at)?);
        writeln!(
            out,
            "D{deal:07},{name},{at},{first} {last},{channel},{mark}Firm {account:05}{comma} {form}{mark},{amount}"
        )?;
    }
    out.flush()
}

//! Writes a synthetic event table for benchmarks: `synthesize DEALS EVENTS_PER_DEAL > events.csv`.
//!
//! Rows are in order of time, as a CRM's history export is; paths follow a funnel with steps back and touchpoints
//! between. The same arguments always write the same file.

use std::io::{BufWriter, Write};

const STAGES: [&str; 6] = ["Prospecting", "Connecting", "Researching", "Presenting", "Handling objections", "Closing"];
const TOUCHES: [&str; 6] = ["Call", "Email sent", "Email received", "Meeting", "Demo attended", "Quote sent"];

/// Marsaglia's xorshift64*: enough for made-up deals, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % n
    }
}

fn main() -> std::io::Result<()> {
    let number = |i: usize, default: u64| std::env::args().nth(i).and_then(|a| a.parse().ok()).unwrap_or(default);
    let (deals, events) = (number(1, 1_000_000), number(2, 10));
    let mut random = Random(20_261);
    let mut rows: Vec<(i64, u32, &str)> = Vec::with_capacity((deals * events) as usize);
    for deal in 0..deals {
        let mut at = 1_600_000_000 + random.below(100_000_000) as i64;
        let mut stage = 0;
        for nth in 0..events {
            let activity = if nth + 1 == events {
                if random.below(100) < 40 { "Closed Won" } else { "Closed Lost" }
            } else if nth == 0 || random.below(100) < 45 {
                let here = STAGES[stage];
                stage = match random.below(100) {
                    0..10 => stage.saturating_sub(1),
                    10..20 => (stage + 2).min(5),
                    _ => (stage + 1).min(5),
                };
                here
            } else {
                TOUCHES[random.below(6) as usize]
            };
            rows.push((at, deal as u32, activity));
            at += 60 + random.below(12 * 86_400) as i64;
        }
    }
    rows.sort_by_key(|row| row.0);
    let mut out = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    writeln!(out, "case_id,activity,timestamp")?;
    for (at, deal, activity) in rows {
        let at = jiff::Timestamp::from_second(at).map_err(std::io::Error::other)?;
        writeln!(out, "D{deal:07},{activity},{}", at.strftime("%Y-%m-%d %H:%M:%S"))?;
    }
    out.flush()
}

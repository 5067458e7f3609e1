//! How fast files are read: `throughput FILE…` prints rows, seconds and rows per second of reading into nothing.

use std::{convert::Infallible, time::Instant};

use import::{ReadError, Source};
use model::fact::{DealFact, EventFact, FactSink, LookupFact};

/// Counts facts and forgets them.
#[derive(Default)]
struct Counts {
    deals: u64,
    events: u64,
}

impl FactSink for Counts {
    type Error = Infallible;

    fn deal(&mut self, _: DealFact<'_>) -> Result<(), Infallible> {
        self.deals += 1;
        Ok(())
    }

    fn event(&mut self, _: EventFact<'_>) -> Result<(), Infallible> {
        self.events += 1;
        Ok(())
    }

    fn lookup(&mut self, _: LookupFact<'_>) -> Result<(), Infallible> {
        Ok(())
    }
}

fn main() -> Result<(), ReadError<Infallible>> {
    let sources: Vec<Source> = std::env::args().skip(1).map(|path| Source::new(path.clone(), path)).collect();
    let start = Instant::now();
    let plan = import::recognise(&sources)?;
    let recognised = start.elapsed().as_secs_f64();
    let mut counts = Counts::default();
    let start = Instant::now();
    let report = import::read(&plan, &sources, &mut counts, &mut |_| true, &mut |_| {})?;
    let seconds = start.elapsed().as_secs_f64();
    let speed = report.rows.read as f64 / seconds;
    eprintln!("recognised in {recognised:.3} s");
    eprintln!(
        "{} rows, {} deals, {} events in {seconds:.3} s: {speed:.0} rows/s",
        report.rows.read, counts.deals, counts.events
    );
    Ok(())
}

//! Prints the manual of a process before there is any data: `print_template PROCESS.toml > manual.pdf`.

use std::{
    error::Error,
    io::{Read, Write},
};

use insight::{
    EventLogBuilder, Selection,
    discover::{self, MapView},
    measure::{self, Step},
};
use manual::{Sources, assemble, print};
use model::{Timestamp, fact::Rows, process};

fn main() -> Result<(), Box<dyn Error>> {
    let mut text = String::new();
    match std::env::args().nth(1) {
        Some(path) => text = std::fs::read_to_string(path)?,
        None => drop(std::io::stdin().read_to_string(&mut text)?),
    }
    let process = process::parse(&text).map_err(|found| format!("{found:?}"))?;
    let (log, all) = (EventLogBuilder::default().finish(), Selection::default());
    let manual = assemble(&Sources {
        title: "Sales manual",
        company: "",
        editor: None,
        date: "2027-04-01T00:00:00Z".parse::<Timestamp>()?,
        process: Some(&process),
        process_version: None,
        discovery: &discover::discover(&log, &all, Rows::default()),
        map: &MapView::default(),
        time_in_stage: &measure::time_in_stage(&log, &all, None),
        win_rate: &measure::win_rate(&log, &all, None, Step::Month, None),
        prices: &[],
        currency: "",
        written: &[],
        metrics: &std::collections::BTreeMap::new(),
        generated_data_note: None,
    });
    std::io::stdout().write_all(&print(&manual)?.pdf)?;
    Ok(())
}

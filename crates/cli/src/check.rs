//! `stagecraft check`: the linter on a file.

use std::process::ExitCode;

use insight::{define::observed, log::EventLogBuilder, select::Selection};
use model::{
    Timestamp,
    process::{Finding, Known, Observed, Process, has_errors, lint, parse, sarif},
};
use store::{Location, Store};

use crate::{
    arguments::{CheckFormat, CheckOptions},
    failure::Failure,
    output,
    process::text,
    serve,
};

/// Prints the findings; exit code 2 if one of them is an error.
pub fn run(options: &CheckOptions) -> Result<ExitCode, Failure> {
    let name = options.file.display().to_string();
    let text = text(&options.file)?;
    let findings = match parse(&text) {
        Ok(process) => {
            let observed = history(options, &process)?;
            let today = jiff::tz::Offset::UTC.to_datetime(Timestamp::now()).date();
            lint(&process, Some(&text), &Known { observed: observed.as_ref(), today: Some(today), ..Known::default() })
        }
        Err(findings) => findings,
    };
    match options.format {
        CheckFormat::Text => output::line(&in_words(&name, &findings)),
        CheckFormat::Json => output::json(&findings)?,
        CheckFormat::Sarif => output::json(&sarif(&name, &findings))?,
    }
    Ok(if has_errors(&findings) { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

/// What the deals of the workspace tell, where one is named.
fn history(options: &CheckOptions, process: &Process) -> Result<Option<Observed>, Failure> {
    let location = match (&options.data, &options.database) {
        (_, Some(url)) => Location::Postgres(url.clone()),
        (Some(folder), None) if folder.is_dir() => Location::Sqlite(folder.clone()),
        (Some(folder), None) => {
            return Err(Failure::Input(format!("there is no workspace at {}", folder.display())));
        }
        (None, None) => return Ok(None),
    };
    let mut builder = EventLogBuilder::default();
    serve::runtime()?
        .block_on(async {
            let store = Store::open(&location).await?;
            store.each_deal(&mut |deal, events| builder.add(&deal, &events)).await
        })
        .map_err(Failure::other)?;
    Ok(Some(observed(&builder.finish(), process, &Selection::default())))
}

fn in_words(name: &str, findings: &[Finding]) -> String {
    if findings.is_empty() {
        return format!("{name}: nothing to complain about");
    }
    let lines: Vec<String> = findings.iter().map(|f| format!("{name}:{f}")).collect();
    lines.join("\n")
}

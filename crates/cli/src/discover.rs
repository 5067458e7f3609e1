//! `stagecraft discover`: from exports to figures, process and manual, without a server.

use std::{
    fs,
    path::{Path, PathBuf},
};

use ::import::{Plan, ReadError, Report, Source, read_parted, recognise, revise};
use insight::{
    discover::{discover_in_full, propose},
    log::{EventLog, EventLogBuilder},
    select::Selection,
};
use model::{Timestamp, process::to_toml};
use server::printing::{Imprint, of_log};

use crate::{
    arguments::{DiscoverOptions, PlanOptions, ReadingOptions},
    failure::Failure,
    imap,
    output::{self, Reading, Rejects},
    summary::summary,
};

/// Reads, computes, prints and writes. Nothing is written if anything fails.
pub fn run(options: &DiscoverOptions) -> Result<(), Failure> {
    let gathered = imap::gather(&options.files, &options.imap, options.reading.keep_bodies, &imap::Marks::new())?;
    let (log, report, rejects) = read_log(&gathered.sources, &options.reading)?;
    rejects.tell();
    if options.strict && rejects.count > 0 {
        return Err(Failure::Input(format!("{} rows cannot be read; nothing was written (--strict)", rejects.count)));
    }
    report.notes.iter().for_each(|note| output::say(note));
    report.mail.iter().for_each(output::say_of_mail);
    let all = Selection::default();
    let found = output::step("Computing …", || discover_in_full(&log, &all, report.rows));
    let text = serde_json::to_string_pretty(&found).map_err(Failure::other)?;
    let shown = if options.json { text.clone() } else { summary(&found) };
    if let Some(folder) = &options.out {
        let process = propose(&log, &all).process;
        let toml = to_toml(&process);
        let imprint = Imprint { title: options.title.clone(), company: String::new(), editor: options.editor.clone() };
        let issue = output::step("Setting the manual …", || of_log(&log, found, process, imprint, Timestamp::now()));
        let pdf = issue.map_err(Failure::other)?.printed.pdf;
        let mut files =
            vec![("discovery.json", text.into_bytes()), ("process.toml", toml.into_bytes()), ("manual.pdf", pdf)];
        if rejects.count > 0 {
            files.push(("rejected-rows.csv", rejects.csv().into_bytes()));
        }
        write_all(folder, &files)?;
    }
    output::line(&shown);
    Ok(())
}

/// Files as the reader takes them; the name shown is the path as it was typed.
pub fn sources(files: &[PathBuf]) -> Vec<Source> {
    files.iter().map(|path| Source::new(path.display().to_string(), path)).collect()
}

/// How the files are to be read: as a person wrote it down, or as recognised, with what should be looked at told.
pub fn plan(sources: &[Source], options: &ReadingOptions) -> Result<Plan, Failure> {
    let mut plan = match &options.plan {
        Some(path) => {
            let text = fs::read_to_string(path).map_err(Failure::file(path))?;
            let written = serde_json::from_str(&text)
                .map_err(|error| Failure::Input(format!("{}: this is no plan: {error}", path.display())))?;
            revise(sources, written).map_err(Failure::input)?
        }
        None => recognise(sources).map_err(Failure::input)?,
    };
    plan.mail.subjects &= !options.no_subjects;
    plan.mail.bodies |= options.keep_bodies;
    if options.zone.is_some() || !options.team_domain.is_empty() {
        if let Some(zone) = &options.zone {
            plan.zone.clone_from(zone);
        }
        if !options.team_domain.is_empty() {
            plan.mail.team.clone_from(&options.team_domain);
        }
        plan = revise(sources, plan).map_err(Failure::input)?;
    }
    if options.plan.is_none() {
        tell_questions(&plan);
    }
    Ok(plan)
}

fn tell_questions(plan: &Plan) {
    for question in &plan.questions {
        let file = plan.files.get(question.file).map_or("", |f| f.name.as_str());
        let column = question.column.as_ref().map(|c| format!(" column {c:?}:")).unwrap_or_default();
        output::say(&format!("{file}:{column} {}", question.text));
    }
    if !plan.questions.is_empty() {
        output::say(
            "To correct how files are read: stagecraft plan FILE… > plan.json, change it, and give it with --plan.",
        );
    }
}

/// `stagecraft plan`: how files would be read, as JSON.
pub fn show_plan(options: &PlanOptions) -> Result<(), Failure> {
    output::json(&plan(&sources(&options.files), &options.reading)?)
}

fn read_log(sources: &[Source], options: &ReadingOptions) -> Result<(EventLog, Report, Rejects), Failure> {
    let plan = plan(sources, options)?;
    let mut builder = EventLogBuilder::default();
    let mut rejects = Rejects::default();
    let mut reading = Reading::begin();
    let mut on_progress = |now| reading.show(now);
    let report = read_parted(&plan, sources, &mut builder, &mut on_progress, &mut |r| rejects.take(r));
    reading.end();
    let report = report.map_err(|error| match error {
        ReadError::Import(error) => Failure::input(error),
        ReadError::Sink(never) => match never {},
        ReadError::Cancelled => Failure::Other("cancelled".into()),
    })?;
    let log = output::step("Building the event log …", || builder.finish());
    Ok((log, report, rejects))
}

/// Writes each file beside its place first, so that a failure leaves nothing half-written.
fn write_all(folder: &Path, files: &[(&str, Vec<u8>)]) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(Failure::file(folder))?;
    let partial = |name: &str| folder.join(format!(".{name}.partial"));
    for (name, bytes) in files {
        fs::write(partial(name), bytes).map_err(Failure::file(folder.join(name)))?;
    }
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::rename(partial(name), &path).map_err(Failure::file(&path))?;
        output::say(&format!("wrote {} ({})", path.display(), indicatif::HumanBytes(bytes.len() as u64)));
    }
    Ok(())
}

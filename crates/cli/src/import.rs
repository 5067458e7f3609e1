//! `stagecraft import`: exports into a workspace.

use model::{Timestamp, ids::ImportId};
use server::importing::{self, Done, Failed};
use store::{NewImport, Store};

use crate::{
    arguments::ImportOptions,
    discover::plan,
    failure::Failure,
    imap,
    output::{self, Reading},
    serve,
};

/// Imports, or does nothing.
pub fn run(options: &ImportOptions) -> Result<(), Failure> {
    let runtime = serve::runtime()?;
    let store = runtime.block_on(Store::open(&serve::location(&options.place))).map_err(Failure::other)?;
    let marks = runtime.block_on(imap::marks(&store))?;
    let gathered = imap::gather(&options.files, &options.imap, options.reading.keep_bodies, &marks)?;
    if gathered.sources.is_empty() {
        output::line(&format!("Nothing is new in {}.", gathered.unchanged.join(", ")));
        return Ok(());
    }
    let mut reading = options.reading.clone();
    if reading.team_domain.is_empty() {
        reading.team_domain.clone_from(&gathered.own);
    }
    let plan = plan(&gathered.sources, &reading)?;
    let done = into_store(&runtime, &store, &plan, &gathered.sources)?;
    if !gathered.marks.is_empty() {
        runtime.block_on(imap::remember(&store, marks, gathered.marks))?;
    }
    let rejects = runtime.block_on(store.rejects(done.id, 0, output::SHOWN as i64)).map_err(Failure::other)?;
    for r in rejects {
        output::say(&output::rejected(&r.file, r.line, &r.column, &r.reason));
    }
    output::say_more(done.report.rows.rejected);
    done.report.notes.iter().for_each(|note| output::say(note));
    done.report.mail.iter().for_each(output::say_of_mail);
    if options.json {
        return output::json(&done.report);
    }
    output::line(&in_words(&done));
    done.report.notes.iter().for_each(|note| output::line(note));
    Ok(())
}

/// Runs one import with a progress bar.
pub fn into_store(
    runtime: &tokio::runtime::Runtime,
    store: &Store,
    plan: &::import::Plan,
    sources: &[::import::Source],
) -> Result<Done, Failure> {
    let files: Vec<String> = sources.iter().map(|s| s.name.clone()).collect();
    let new = NewImport {
        id: ImportId(uuid::Uuid::now_v7()),
        name: files.join(", "),
        files,
        by: None,
        plan: serde_json::to_value(plan).map_err(Failure::other)?,
        at: Timestamp::now(),
    };
    let mut reading = Reading::begin();
    let _inside = runtime.enter();
    let done = importing::run(store, new, plan, sources, &mut |now| reading.show(now));
    reading.end();
    done.map_err(|failed| match failed {
        Failed::Files(error) => Failure::input(error),
        other => Failure::other(other),
    })
}

/// What an import did, in a sentence.
pub fn in_words(done: &Done) -> String {
    let rows = &done.report.rows;
    format!(
        "{} read: {} imported, {} rejected, {} there already{}; {} added to {}",
        output::plural(rows.read, "row"),
        rows.imported,
        rows.rejected,
        rows.duplicates,
        if rows.left_out > 0 { format!(", {} left out", rows.left_out) } else { String::new() },
        output::plural(done.events, "event"),
        output::plural(done.deals.len() as u64, "deal")
    )
}

//! Streams files by a plan and hands their rows on as facts.

mod activities;
mod activity;
mod cells;
mod deals;
mod events;
mod history;
mod left;
mod links;
mod log;
mod lookups;
mod memory;
mod objects;
mod parted;
mod people;
mod pieces;
mod touchpoints;

use std::borrow::Cow;

use jiff::Timestamp;
use model::fact::{FactSink, PartedSink, Rows};
use rustc_hash::FxHashSet;

use crate::{
    error::{ImportError, ReadError},
    mail::{KnownDeals, Watching},
    plan::{ColumnPlan, FilePlan, FileRole, Format, Meaning, Plan},
    report::{FileReport, MailReport, Progress, Reject, Report},
    source::{Given, Source},
    table::{Place, Record, records_from},
    time::Zone,
};

use left::{Left, LeftOut};
use links::Links;
use lookups::Lookups;
use memory::Memory;
use people::People;

pub(crate) use activities::{is_field_history, is_mixed};
pub(crate) use cells::cell;

/// First reasons kept for the message that nothing could be read.
const REASONS: usize = 3;

/// Reads the files by the plan, lookup files first, then events, then deals, and gives every row to `sink` as facts.
///
/// `on_progress` hears how far it is and may end it by false; `on_reject` hears every row that cannot be read.
///
/// # Errors
/// If a file cannot be read, if none of the rows of deals and events can, if the sink fails, or if it was cancelled.
pub fn read<S: FactSink>(
    plan: &Plan,
    sources: &[Source],
    sink: &mut S,
    on_progress: &mut dyn FnMut(Progress) -> bool,
    on_reject: &mut dyn FnMut(Reject),
) -> Result<Report, ReadError<S::Error>> {
    read_knowing(plan, sources, KnownDeals::default(), sink, on_progress, on_reject)
}

/// As [`read`], with deals known from elsewhere, to which messages and meetings can belong as well.
///
/// # Errors
/// As [`read`].
pub fn read_knowing<S: FactSink>(
    plan: &Plan,
    sources: &[Source],
    known: KnownDeals,
    sink: &mut S,
    on_progress: &mut dyn FnMut(Progress) -> bool,
    on_reject: &mut dyn FnMut(Reject),
) -> Result<Report, ReadError<S::Error>> {
    read_by((plan, sources), known, sink, (on_progress, on_reject), None)
}

/// [`read`] for a sink of which threads can fill parts: big files of events are read by as many threads as the machine
/// runs at once. The outcome is the same.
///
/// # Errors
/// As [`read`].
pub fn read_parted<S: PartedSink>(
    plan: &Plan,
    sources: &[Source],
    sink: &mut S,
    on_progress: &mut dyn FnMut(Progress) -> bool,
    on_reject: &mut dyn FnMut(Reject),
) -> Result<Report, ReadError<S::Error>> {
    let listeners: Listeners<'_> = (on_progress, on_reject);
    let parted: Parted<Watching<'_, S>> = |run, at, file| run.parted(at, file);
    // Messages and meetings need to know every deal as it comes.
    let parted = Some(parted).filter(|_| !plan.has_touchpoints());
    read_by((plan, sources), KnownDeals::default(), sink, listeners, parted)
}

/// Reads the rows of a file of events with several threads, as far as that goes; the place where it does not go on, if
/// it does not.
type Parted<S> =
    for<'a, 'f> fn(&mut Run<'a, S>, usize, &'f FilePlan) -> Result<Option<Place>, ReadError<<S as FactSink>::Error>>;

/// Who hears of progress and of rejected rows.
type Listeners<'l> = (&'l mut dyn FnMut(Progress) -> bool, &'l mut dyn FnMut(Reject));

fn read_by<'s, S: FactSink>(
    (plan, sources): (&Plan, &[Source]),
    known: KnownDeals,
    sink: &'s mut S,
    (on_progress, on_reject): Listeners<'_>,
    parted: Option<Parted<Watching<'s, S>>>,
) -> Result<Report, ReadError<S::Error>> {
    crate::recognise::check(plan, sources)?;
    let zone = Zone::named(&plan.zone).ok_or_else(|| ImportError::Plan {
        file: String::new(),
        column: None,
        reason: format!("{:?} is no time zone.", plan.zone),
    })?;
    let mut given = Given::new(sources);
    let sources: Vec<Source> = plan.files.iter().map(|f| given.of(f)).collect::<Result<_, _>>()?;
    let read = plan.files.iter().zip(&sources).filter(|(f, _)| f.role != FileRole::Ignored);
    let total = read.map(|(_, source)| source.size()).sum();
    let mut watching = Watching::new(sink, known, plan.has_touchpoints());
    let mut run = Run {
        plan,
        sources: &sources,
        sink: &mut watching,
        on_progress,
        on_reject,
        parted,
        zone,
        memory: Memory::default(),
        lookups: Lookups::default(),
        links: Links::default(),
        people: People::default(),
        left: LeftOut::default(),
        linked: 0,
        owners: FxHashSet::default(),
        files: vec![Rows::default(); plan.files.len()],
        notes: Vec::new(),
        mail: None,
        reasons: Vec::new(),
        foreign: 0,
        total,
        base: 0,
        read: 0,
    };
    run.everything()?;
    run.touchpoints()?;
    run.refuse_nothing()?;
    Ok(run.report())
}

/// Bytes of a value that a message repeats at most.
const LONGEST_VALUE: usize = 200;

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) column: String,
    pub(crate) value: String,
    pub(crate) reason: String,
}

impl Fault {
    pub(crate) fn new(column: impl Into<String>, value: impl Into<String>, reason: impl Into<String>) -> Self {
        let mut value: String = value.into();
        value.truncate(value.floor_char_boundary(LONGEST_VALUE));
        Self { column: column.into(), value, reason: reason.into() }
    }
}

/// What became of a row.
enum Outcome {
    Taken,
    Duplicate,
    LeftOut(Left),
    Rejected(Fault),
}

/// Says what became of a row, given its line and its cells.
type OnRow<'f, R, E> = &'f mut dyn FnMut(&mut R, u64, &[Cow<'_, str>]) -> Result<Outcome, ReadError<E>>;

/// One import under way.
struct Run<'r, S: FactSink> {
    plan: &'r Plan,
    /// One a file of the plan.
    sources: &'r [Source],
    sink: &'r mut S,
    on_progress: &'r mut dyn FnMut(Progress) -> bool,
    on_reject: &'r mut dyn FnMut(Reject),
    parted: Option<Parted<S>>,
    zone: Zone,
    memory: Memory,
    lookups: Lookups,
    links: Links,
    people: People,
    left: LeftOut,
    /// Rows that name no deal, and belong to the only open one of their person or company.
    linked: u64,
    /// Changes of owner told so far: deal, time, name.
    owners: FxHashSet<(u64, Timestamp, u64)>,
    files: Vec<Rows>,
    notes: Vec<String>,
    mail: Option<MailReport>,
    reasons: Vec<String>,
    /// Characters of the file at hand that are of another encoding.
    foreign: u64,
    total: u64,
    base: u64,
    read: u64,
}

impl<'r, S: FactSink> Run<'r, S> {
    fn everything(&mut self) -> Result<(), ReadError<S::Error>> {
        for role in [FileRole::Lookup, FileRole::People, FileRole::Events, FileRole::Deals] {
            if role == FileRole::Events && self.needs_links() {
                self.link()?;
            }
            let plan = self.plan;
            let mut files: Vec<_> = plan.files.iter().enumerate().filter(|(_, f)| f.role == role).collect();
            // what a history of stages tells better is told before
            files.sort_by_key(|(_, file)| is_field_history(file));
            for (at, file) in files {
                match (role, &file.format) {
                    (_, Format::Xes) => self.log(at, file)?,
                    (_, Format::Ocel { object_type, .. }) => self.object_log(at, file, object_type)?,
                    (FileRole::Lookup, _) => self.lookup_file(at, file)?,
                    (FileRole::People, _) => self.people_file(at, file)?,
                    (FileRole::Events, _) => self.events(at, file)?,
                    _ => self.deal_file(at, file)?,
                }
                self.tell_foreign(file);
                self.tell_skipped(file);
                self.base += self.sources[at].size();
                self.progress(0)?;
            }
        }
        self.tell_people()?;
        Ok(())
    }

    fn events(&mut self, at: usize, file: &FilePlan) -> Result<(), ReadError<S::Error>> {
        if is_field_history(file) {
            self.field_history(at, file)
        } else if history::is_snapshots(file) {
            self.snapshots(at, file)
        } else if activities::needed(self.plan, at) {
            self.activity_file(at, file)
        } else {
            self.event_file(at, file)
        }
    }

    /// True if some file must find the deals before they are read.
    fn needs_links(&self) -> bool {
        let person = |f: &FilePlan| f.columns.iter().any(|c| c.meaning == Meaning::Person);
        self.plan.files.iter().enumerate().any(|(at, f)| match f.role {
            FileRole::People => true,
            FileRole::Deals => person(f),
            FileRole::Events => !f.format.is_log() && (is_field_history(f) || activities::needed(self.plan, at)),
            _ => false,
        })
    }

    fn progress(&mut self, done: u64) -> Result<(), ReadError<S::Error>> {
        let progress = Progress { done: (self.base + done).min(self.total), total: self.total, rows: self.read };
        if (self.on_progress)(progress) { Ok(()) } else { Err(ReadError::Cancelled) }
    }

    /// Streams the rows of a table; `on_row` says what became of each.
    fn rows(
        &mut self,
        at: usize,
        file: &FilePlan,
        on_row: OnRow<'_, Self, S::Error>,
    ) -> Result<(), ReadError<S::Error>> {
        self.rows_from(Place::START, at, file, on_row)
    }

    /// The rows from a place on.
    fn rows_from(
        &mut self,
        from: Place,
        at: usize,
        file: &FilePlan,
        on_row: OnRow<'_, Self, S::Error>,
    ) -> Result<(), ReadError<S::Error>> {
        let source = &self.sources[at];
        let columns = file.columns.len();
        let mut header = from == Place::START;
        // Of deals every cell counts: it tells whether two rows are the same.
        let skip = |c: &ColumnPlan| file.role == FileRole::Events && c.meaning == Meaning::Ignored;
        let unread: Vec<bool> = file.columns.iter().map(skip).collect();
        let run = std::cell::RefCell::new(self);
        let read = records_from::<ReadError<S::Error>>(
            source,
            &file.format,
            (from, &unread),
            &mut |done| run.borrow_mut().progress(done),
            &mut |record| {
                if std::mem::take(&mut header) {
                    return Ok(true);
                }
                let run = &mut **run.borrow_mut();
                run.sink.row(at);
                let (line, outcome) = match record {
                    Record::Unclosed(line) => (line, Outcome::Rejected(unclosed())),
                    Record::Long(line) => (line, Outcome::Rejected(long())),
                    Record::Cells(line, cells) if !is_even(cells, columns) => {
                        (line, Outcome::Rejected(ragged(cells, columns)))
                    }
                    Record::Cells(line, cells) => (line, on_row(run, line, cells)?),
                };
                run.count(at, file, line, outcome);
                Ok(true)
            },
        )?;
        let run = run.into_inner();
        run.foreign += read.foreign;
        run.notes.extend(crate::tail::note(&file.name, &read.below));
        if read.faults > 0 {
            let note = format!(
                "{}: {} cells hold an error of a formula, such as #N/A; they are read as empty.",
                file.name, read.faults
            );
            run.notes.push(note);
        }
        Ok(())
    }

    /// Notes that columns are not read since their values are no text.
    fn tell_skipped(&mut self, file: &FilePlan) {
        let Format::Parquet { skipped } = &file.format else { return };
        if !skipped.is_empty() {
            self.notes.push(format!(
                "{}: columns that hold lists, records or binary data are not read: {}.",
                file.name,
                crate::recognise::told(skipped)
            ));
        }
    }

    /// Notes that a file had characters of another encoding.
    fn tell_foreign(&mut self, file: &FilePlan) {
        let foreign = std::mem::take(&mut self.foreign);
        if foreign > 0 {
            self.notes.push(format!(
                "{}: {foreign} characters are not in the file's encoding; check names with accents.",
                file.name
            ));
        }
    }

    fn count(&mut self, at: usize, file: &FilePlan, line: u64, outcome: Outcome) {
        self.read += 1;
        let rows = &mut self.files[at];
        rows.read += 1;
        match outcome {
            Outcome::Taken => rows.imported += 1,
            Outcome::Duplicate => rows.duplicates += 1,
            Outcome::LeftOut(why) => {
                rows.left_out += 1;
                self.left.count(at, why);
            }
            Outcome::Rejected(fault) => {
                rows.rejected += 1;
                if self.reasons.len() < REASONS && file.role != FileRole::Lookup {
                    let column =
                        if fault.column.is_empty() { String::new() } else { format!("column {:?}: ", fault.column) };
                    self.reasons.push(format!("{}:{line}: {column}{}", file.name, fault.reason));
                }
                let Fault { column, value, reason } = fault;
                (self.on_reject)(Reject { file: file.name.clone(), line, column, value, reason });
            }
        }
    }

    /// An import of which no row of deals or events can be read is an error.
    fn refuse_nothing(&self) -> Result<(), ReadError<S::Error>> {
        let main = || {
            self.plan
                .files
                .iter()
                .zip(&self.files)
                .filter(|(f, _)| matches!(f.role, FileRole::Deals | FileRole::Events))
        };
        let read: u64 = main().map(|(_, rows)| rows.read).sum();
        let taken: u64 = main().map(|(_, rows)| rows.imported + rows.duplicates + rows.left_out).sum();
        if taken > 0 || main().next().is_none() {
            return Ok(());
        }
        let names: Vec<&str> = main().map(|(f, _)| f.name.as_str()).collect();
        Err(ImportError::AllRejected { file: names.join(", "), rows: read, reasons: self.reasons.join(" | ") }.into())
    }

    fn report(mut self) -> Report {
        self.notes.extend(self.left.notes(&self.plan.files));
        if self.linked > 0 {
            self.notes.push(format!(
                "Activities that name no deal, and are told of the only one that their person or company had open then: {}.",
                self.linked
            ));
        }
        let mut all = Rows::default();
        let mut files = Vec::new();
        for (file, rows) in self.plan.files.iter().zip(&self.files).filter(|(f, _)| f.role != FileRole::Ignored) {
            all.read += rows.read;
            all.imported += rows.imported;
            all.rejected += rows.rejected;
            all.duplicates += rows.duplicates;
            all.left_out += rows.left_out;
            files.push(FileReport { name: file.name.clone(), rows: *rows });
        }
        Report { rows: all, files, notes: self.notes, mail: self.mail }
    }
}

/// True if a row has as many cells as the header, empty ones at the end not counted.
pub(crate) fn is_even(cells: &[Cow<'_, str>], columns: usize) -> bool {
    cells.len() == columns || (cells.len() > columns && cells[columns..].iter().all(|c| c.trim().is_empty()))
}

pub(crate) fn ragged(cells: &[Cow<'_, str>], columns: usize) -> Fault {
    let breaks = cells.iter().flat_map(|c| c.bytes()).filter(|b| *b == b'\n').count();
    let cells = cells.len();
    if breaks > 0 {
        let reason = format!(
            "the row has {cells} cells, the header has {columns}, and it goes on for {} lines: a quotation mark is probably \
             missing or too many; mend it",
            breaks + 1
        );
        return Fault::new("", cells.to_string(), reason);
    }
    let reason = format!(
        "the row has {cells} cells, the header has {columns}; put cells that contain the delimiter in quotation marks"
    );
    Fault::new("", cells.to_string(), reason)
}

pub(crate) fn long() -> Fault {
    Fault::new("", "", "the row is longer than 1 MiB, which no row of a table is; check the line breaks of the file")
}

pub(crate) fn unclosed() -> Fault {
    Fault::new(
        "",
        "\"",
        "a quotation mark is opened and never closed; close it, or double it if it belongs to the text",
    )
}

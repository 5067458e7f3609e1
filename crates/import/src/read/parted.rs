//! Reading a big file of events with several threads: each takes the next piece of the file, hands its rows to a part of
//! the sink, and reports what became of them. The reports are taken in the order of the pieces, so that nothing of what
//! is told depends on which thread was faster.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

use encoding_rs::UTF_8;
use jiff::Timestamp;
use model::{
    Outcome as Deal,
    fact::{FactPart, PartedSink},
};
use rustc_hash::FxHashSet;

use super::{
    Fault, Outcome, Run,
    activity::Senses,
    events::{Columns, Spare, describe, hand_on, parse},
    is_even, long,
    pieces::{PIECE, Piece, Pieces},
    ragged, unclosed,
};
use crate::{
    Closings,
    decode::Text,
    error::ReadError,
    plan::{FilePlan, Format},
    profile::hash,
    scan::{Scanner, Step},
    table::{Place, is_hint},
    tail::{is_blank, may_be_below},
    time::Zone,
};

/// What all threads share.
struct Job<'j> {
    columns: &'j Columns<'j>,
    width: usize,
    delimiter: u8,
    zone: &'j Zone,
    closings: &'j Closings,
    touches: bool,
    /// Deals that rows of earlier files told of.
    described: &'j FxHashSet<u64>,
    pieces: Mutex<Pieces>,
    stop: AtomicBool,
}

/// What became of a piece.
struct Done {
    piece: Piece,
    /// Bytes and lines of it.
    bytes: u64,
    lines: u64,
    taken: u64,
    rejects: Vec<(u64, Fault)>,
    foreign: u64,
    /// What rows said of the state of deals: hash of the deal, outcome or none for a stage, moment.
    marks: Vec<(u64, Option<Deal>, Timestamp)>,
    /// Hashes of deals of whose fields rows told.
    described: Vec<u64>,
    /// True if the piece was used up by whole records.
    whole: bool,
    /// True if a row of it stands in the table whatever follows.
    rows: bool,
    /// True if what follows the last such row may stand below the table.
    tail: bool,
}

/// A report, or why there will be no more.
type Message<E> = Result<Done, ReadError<E>>;

impl<S: PartedSink> Run<'_, S> {
    /// Reads a file of events with several threads; the place where that does not go on, if it does not.
    pub fn parted(&mut self, at: usize, file: &FilePlan) -> Result<Option<Place>, ReadError<S::Error>> {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let big = self.sources[at].size() >= 2 * PIECE as u64;
        if threads < 2 || !big || self.sources[at].is_packed()? {
            return Ok(Some(Place::START));
        }
        self.parted_by(at, file, (threads, PIECE))
    }

    /// [`Run::parted`] with this number of threads and pieces of this size.
    fn parted_by(
        &mut self,
        at: usize,
        file: &FilePlan,
        (threads, size): (usize, usize),
    ) -> Result<Option<Place>, ReadError<S::Error>> {
        let source = &self.sources[at];
        let (Some(delimiter), Ok(columns)) = (utf8(&file.format), Columns::new(file, self.has_deals())) else {
            return Ok(Some(Place::START));
        };
        let zone = self.zone.clone();
        // Lent to the threads while they run; what they add comes with their reports.
        let mut described = std::mem::take(&mut self.memory.described);
        let job = Job {
            columns: &columns,
            width: file.columns.len(),
            delimiter,
            zone: &zone,
            closings: &self.plan.closings,
            touches: self.has_stages(),
            described: &described,
            pieces: Mutex::new(Pieces::new(source.open()?, size)),
            stop: AtomicBool::new(false),
        };
        let mut parts: Vec<S::Part> = (0..threads).map(|_| self.sink.part()).collect();
        let heard = thread::scope(|scope| {
            let (sender, receiver) = sync_channel(2 * threads);
            for part in &mut parts {
                let (sender, job) = (sender.clone(), &job);
                scope.spawn(move || work(job, part, &sender));
            }
            drop(sender);
            let heard = self.listen(at, file, &receiver, source);
            job.stop.store(true, Ordering::Relaxed);
            // What is still on its way is let go, so that no thread waits.
            receiver.iter().for_each(drop);
            heard
        });
        described.extend(self.memory.described.drain());
        self.memory.described = described;
        let (end, place) = heard?;
        self.sink.absorb(parts, end);
        Ok(place)
    }

    /// Takes the reports in the order of the pieces. The number of pieces taken, and where to go on if not at the end: what
    /// may be lines below the table is left to the one who reads row by row.
    fn listen(
        &mut self,
        at: usize,
        file: &FilePlan,
        receiver: &Receiver<Message<S::Error>>,
        source: &crate::Source,
    ) -> Result<(usize, Option<Place>), ReadError<S::Error>> {
        let mut arrived: BTreeMap<usize, Done> = BTreeMap::new();
        // pieces at whose end lines below the table may begin, until a row of the table follows
        let mut open: Vec<Done> = Vec::new();
        let (mut next, mut place) = (0, Place::START);
        for message in receiver {
            let done = message.map_err(|error| match error {
                ReadError::Import(crate::ImportError::Unreadable { reason, .. }) => {
                    ReadError::Import(crate::ImportError::Unreadable { file: source.name.clone(), reason })
                }
                other => other,
            })?;
            arrived.insert(done.piece.number, done);
            while let Some(done) = arrived.remove(&next) {
                if !done.whole {
                    return Ok((next - open.len(), Some(place)));
                }
                next += 1;
                if done.rows {
                    open.drain(..).for_each(|before| self.take(at, file, &mut place, before));
                }
                if done.tail {
                    open.push(done);
                } else {
                    self.take(at, file, &mut place, done);
                }
                self.progress(place.offset)?;
            }
        }
        Ok((next - open.len(), (!open.is_empty()).then_some(place)))
    }

    /// Takes the report of the piece at a place, which moves behind it.
    fn take(&mut self, at: usize, file: &FilePlan, place: &mut Place, done: Done) {
        let before = place.line - 1;
        *place = Place { offset: place.offset + done.bytes, line: place.line + done.lines };
        for (deal, closing, when) in done.marks {
            self.memory.marked(deal, closing, when);
        }
        self.memory.described.extend(done.described);
        self.foreign += done.foreign;
        self.read += done.taken;
        self.files[at].read += done.taken;
        self.files[at].imported += done.taken;
        for (line, fault) in done.rejects {
            self.count(at, file, before + line, Outcome::Rejected(fault));
        }
    }
}

/// The delimiter of a file of UTF-8 text.
fn utf8(format: &Format) -> Option<u8> {
    match format {
        Format::Delimited { encoding, delimiter } if encoding == "utf-8" => u8::try_from(*delimiter).ok(),
        _ => None,
    }
}

/// What one thread does: takes pieces until there are none.
fn work<P: FactPart>(job: &Job<'_>, part: &mut P, reports: &SyncSender<Message<P::Error>>) {
    let mut worker = Worker {
        senses: Senses::new(job.closings, job.touches),
        spare: Spare::default(),
        attributes: job.columns.attributes.iter().copied().filter(|(_, name)| part.wants(name)).collect(),
        known: FxHashSet::default(),
    };
    let mut bytes = Vec::new();
    while !job.stop.load(Ordering::Relaxed) {
        let next = job.pieces.lock().unwrap_or_else(PoisonError::into_inner).next(&mut bytes);
        let report = match next {
            Ok(None) => return,
            Ok(Some(piece)) => worker.piece(job, part, piece, &bytes),
            Err(error) => Err(ReadError::Import(crate::ImportError::Unreadable {
                file: String::new(),
                reason: error.to_string(),
            })),
        };
        let over = report.is_err();
        if reports.send(report).is_err() || over {
            return;
        }
    }
}

/// What one thread has of its own.
struct Worker<'w> {
    senses: Senses<'w>,
    spare: Spare,
    attributes: Vec<(usize, &'w str)>,
    /// Hashes of the deals met so far, where rows speak of their fields.
    known: FxHashSet<u64>,
}

impl Worker<'_> {
    fn piece<P: FactPart>(
        &mut self,
        job: &Job<'_>,
        part: &mut P,
        piece: Piece,
        bytes: &[u8],
    ) -> Result<Done, ReadError<P::Error>> {
        part.piece(piece.number);
        let (text, foreign) = decoded(bytes, piece.number == 0);
        let mut done = Done {
            piece,
            bytes: bytes.len() as u64,
            lines: 0,
            taken: 0,
            rejects: Vec::new(),
            foreign,
            marks: Vec::new(),
            described: Vec::new(),
            whole: false,
            rows: false,
            tail: true,
        };
        let mut scanner = Scanner::new(&text, 1, job.delimiter, piece.last);
        let mut cells = Vec::new();
        let mut header = piece.number == 0;
        loop {
            let step = scanner.step(&mut cells);
            match step {
                _ if !piece.whole => break,
                Step::More => break,
                Step::Record(1) if header && cells.first().is_some_and(|c| is_hint(c)) => continue,
                Step::Record(_) if is_blank(&cells) => {
                    done.tail = true;
                    continue;
                }
                _ if std::mem::take(&mut header) => continue,
                _ => {}
            }
            done.tail = matches!(step, Step::Record(_)) && may_be_below(&cells, job.width);
            done.rows |= !done.tail;
            let (line, outcome) = match step {
                Step::More => break,
                Step::Unclosed(line) => (line, Some(unclosed())),
                Step::Long(line) => (line, Some(long())),
                Step::Record(line) if !is_even(&cells, job.width) => (line, Some(ragged(&cells, job.width))),
                Step::Record(line) => (line, self.row(job, part, &cells, &mut done)?),
            };
            match outcome {
                None => done.taken += 1,
                Some(fault) => done.rejects.push((line, fault)),
            }
        }
        done.lines = scanner.line() - 1;
        done.tail |= scanner.apart();
        done.whole = piece.whole && !header && scanner.consumed() == text.len();
        Ok(done)
    }

    /// Hands a row on, or says what is wrong with it.
    fn row<P: FactPart>(
        &mut self,
        job: &Job<'_>,
        part: &mut P,
        cells: &[Cow<'_, str>],
        done: &mut Done,
    ) -> Result<Option<Fault>, ReadError<P::Error>> {
        let row = match parse(job.columns, cells, &mut self.senses, job.zone) {
            Ok(row) => row,
            Err(fault) => return Ok(Some(fault)),
        };
        if job.columns.with_deals {
            done.marks.extend(row.mark().map(|closing| (hash(row.deal), closing, row.at)));
        } else if !job.columns.fields.is_empty() {
            let deal = hash(row.deal);
            if self.known.insert(deal) && !job.described.contains(&deal) {
                done.described.push(deal);
                describe(job.columns, cells, row.deal, part)?;
            }
        }
        hand_on(&row, &self.attributes, cells, part, &mut self.spare)?;
        Ok(None)
    }
}

/// The text of a piece and how many of its characters are of another encoding.
fn decoded(bytes: &[u8], first: bool) -> (Cow<'_, str>, u64) {
    let mark = if first { b"\xef\xbb\xbf".as_slice() } else { b"" };
    let bytes = bytes.strip_prefix(mark).unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), 0);
    }
    let mut text = Text::resumed(bytes, UTF_8, 1);
    while !text.last {
        // Reading from memory does not fail.
        if text.advance(0).is_err() {
            break;
        }
    }
    (Cow::Owned(text.text), text.foreign)
}

#[cfg(test)]
mod tests;

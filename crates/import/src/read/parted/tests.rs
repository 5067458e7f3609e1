//! Whatever the text and wherever it is cut, several threads find what one finds.

use std::convert::Infallible;

use model::fact::{DealFact, EventFact, FactPart, FactSink, LookupFact, PartedSink};
use rstest::rstest;

use crate::{
    Plan, Reject, Report, Source,
    error::ReadError,
    mail::{KnownDeals, Watching},
    plan::{ColumnPlan, FilePlan, FileRole, Format, Meaning},
    read::{Parted, read_by},
};

/// Facts as texts.
#[derive(Debug, Default, PartialEq, Eq)]
struct Kept {
    facts: Vec<(usize, String)>,
    piece: usize,
}

impl FactSink for Kept {
    type Error = Infallible;

    fn deal(&mut self, fact: DealFact<'_>) -> Result<(), Infallible> {
        self.facts.push((self.piece, format!("deal {} {:?}", fact.key, fact.fields)));
        Ok(())
    }

    fn event(&mut self, fact: EventFact<'_>) -> Result<(), Infallible> {
        self.facts.push((self.piece, format!("{fact:?}")));
        Ok(())
    }

    fn lookup(&mut self, _: LookupFact<'_>) -> Result<(), Infallible> {
        Ok(())
    }
}

impl PartedSink for Kept {
    type Part = Self;

    fn part(&self) -> Self {
        Self::default()
    }

    fn absorb(&mut self, parts: Vec<Self>, end: usize) {
        let mut all: Vec<(usize, String)> = parts.into_iter().flat_map(|p| p.facts).collect();
        all.retain(|(piece, _)| *piece < end);
        all.sort_by_key(|(piece, _)| *piece);
        for (_, fact) in all {
            let told =
                fact.strip_prefix("deal ").and_then(|rest| rest.split(' ').next()).map(|key| format!("deal {key} "));
            let again = told.is_some_and(|told| self.facts.iter().any(|(_, before)| before.starts_with(&told)));
            if !again {
                self.facts.push((0, fact));
            }
        }
    }
}

impl FactPart for Kept {
    fn piece(&mut self, number: usize) {
        self.piece = number;
    }

    fn wants(&self, _: &str) -> bool {
        true
    }
}

fn plan(bytes: u64) -> Plan {
    let column = |name: &str, meaning: Meaning| ColumnPlan {
        name: name.to_owned(),
        meaning,
        why: String::new(),
        confidence: 1.0,
        dates: Some(crate::plan::DateOrder::YearFirst),
        decimal: None,
        mixed_dates: false,
        enters: None,
        of_deal: false,
    };
    let columns = vec![
        column("id", Meaning::DealId),
        column("what", Meaning::Activity),
        column("when", Meaning::Timestamp),
        column("owner", Meaning::Owner),
    ];
    let format = Format::Delimited { encoding: "utf-8".into(), delimiter: ',' };
    let file = FilePlan {
        source: 0,
        part: None,
        name: "log.csv".into(),
        format,
        role: FileRole::Events,
        columns,
        sample: vec![],
        bytes,
        activity: None,
        strip_numbers: false,
        rare_as_one: false,
        common: vec![],
    };
    let mail = Default::default();
    Plan {
        files: vec![file],
        joins: vec![],
        questions: vec![],
        zone: String::new(),
        currency: String::new(),
        mail,
        closings: Default::default(),
    }
}

type Found = (Vec<String>, Vec<Reject>, Option<Report>);

fn found(bytes: &[u8], cut: Option<usize>) -> Found {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.csv");
    std::fs::write(&path, bytes).unwrap();
    let sources = [Source::new("log.csv", path)];
    let (mut kept, mut rejects) = (Kept::default(), Vec::new());
    let report = read_by(
        (&plan(bytes.len() as u64), &sources),
        KnownDeals::default(),
        &mut kept,
        (&mut |progress| progress.done <= progress.total, &mut |reject| rejects.push(reject)),
        cut.map(|cut| parted(cut)),
    );
    let report = match report {
        Ok(report) => Some(report),
        Err(ReadError::Import(_)) => None,
        Err(other) => unreachable!("{other}"),
    };
    (kept.facts.into_iter().map(|(_, fact)| fact).collect(), rejects, report)
}

/// Number of threads and size of the pieces.
const CUTS: [(usize, usize); 4] = [(1, 24), (2, 64), (3, 150), (2, 100_000)];

/// The way to read with these.
fn parted<'s>(cut: usize) -> Parted<Watching<'s, Kept>> {
    match cut {
        0 => |run, at, file| run.parted_by(at, file, CUTS[0]),
        1 => |run, at, file| run.parted_by(at, file, CUTS[1]),
        2 => |run, at, file| run.parted_by(at, file, CUTS[2]),
        _ => |run, at, file| run.parted_by(at, file, CUTS[3]),
    }
}

const HEAD: &str = "id,what,when,owner\n";

#[rstest]
#[case("a header and a hint", "sep=,\nid,what,when,owner\nA,Call,2026-01-02,Ann\nB,Mail,2026-01-03,Ben\n")]
#[case("no line break at the end", "id,what,when,owner\nA,Call,2026-01-02,Ann\nB,Mail,2026-01-03,Ben")]
#[case("CR LF", "id,what,when,owner\r\nA,Call,2026-01-02,Ann\r\nB,Mail,2026-01-03,Ben\r\nA,Mail,2026-01-04,Cid\r\n")]
#[case("CR alone", "id,what,when,owner\rA,Call,2026-01-02,Ann\rB,Mail,2026-01-03,Ben\rA,Mail,2026-01-04,Cid\r")]
#[case(
    "line breaks in quotation marks",
    "id,what,when,owner\nA,\"Call\nand\nmore\",2026-01-02,Ann\nB,\"\n\n\n\n\n\n\",2026-01-03,Ben\nC,Mail,2026-01-02,Ann\n"
)]
#[case(
    "marks within cells",
    "id,what,when,owner\nA,5\" pipe,2026-01-02,Ann\nB,Mail,2026-01-03,Ben\nC,\"x\ny\",2026-01-02,Ann\nD,Mail,2026-01-03,Ben\n"
)]
#[case(
    "a mark that is never closed",
    "id,what,when,owner\nA,\"Call,2026-01-02,Ann\nB,Mail,2026-01-03,Ben\nC,Mail,2026-01-02,Ann\n"
)]
#[case(
    "a torn mark",
    "id,what,when,owner\nA,\"Call,2026-01-02,Ann\nB,Mail,2026-01-03,Ben\nC,\"Mail\",2026-01-02,Ann\nD,Mail,2026-01-02,Ann\n"
)]
#[case(
    "bad rows",
    "id,what,when,owner\nA,Call,2026-01-02\n,Call,2026-01-02,Ann\nB,Mail,never,Ben\nC,,2026-01-02,\n\n\nD,Mail,2026-01-02,Ann\n"
)]
#[case("a byte order mark", "\u{feff}id,what,when,owner\nA,Call,2026-01-02,Ann\n\u{feff}B,Mail,2026-01-03,Ben\n")]
#[case(
    "lines below the table",
    "id,what,when,owner\nA,Call,2026-01-02,Ann\nB\nB,Mail,2026-01-03,Ben\n\n,,,\n\nEvents of 2026\nCopyright (c), Acme\nGenerated by Ann\n\n"
)]
#[case("nothing but lines below", "id,what,when,owner\nEvents\n\nof 2026\nGenerated by Ann\n")]
#[case("only bad rows", "id,what,when,owner\nA,Call,x,Ann\nB,Call,y,Ann\nC,Call,z,Ann\n")]
fn several_threads_find_what_one_finds(#[case] what: &str, #[case] text: &str) {
    let one = found(text.as_bytes(), None);
    for cut in 0..CUTS.len() {
        assert_eq!(found(text.as_bytes(), Some(cut)), one, "{what}, cut {cut}");
    }
}

#[test]
fn foreign_bytes_are_counted_alike() {
    let row = b"A,Anrufe f\xfcr M\xfcller,2026-01-02,J\xf6rg\nB,\xc3\xa4\xc3,2026-01-03,Ben\n";
    let text = [HEAD.as_bytes(), &row.repeat(9)].concat();
    let one = found(&text, None);
    assert!(one.2.as_ref().is_some_and(|r| r.notes[0].contains("36 characters")), "{one:?}");
    for cut in 0..CUTS.len() {
        assert_eq!(found(&text, Some(cut)), one);
    }
}

/// Rows thrown together from cells, marks and breaks: 400 texts.
#[test]
fn any_text_is_read_alike() {
    const BITS: [&str; 19] = [
        "A,Call,2026-01-02,Ann\n",
        "B,Mail,2026-01-03 10:00,Ben\n",
        "C,Stage,2026-02-01T00:00:00Z,\n",
        "A,\"two\nlines\",2026-01-05,Ann\n",
        "B,\"say \"\"no\"\"\",2026-01-05,Ann\n",
        "\"",
        "\"\"",
        "\n",
        "\r\n",
        ",",
        "x",
        "D,5\" pipe,2026-01-06,Cid\n",
        "\"D\",\"Call\",\"2026-01-07\",\"Cid\"\n",
        "E,Call\n",
        "E,Call,soon,Dan\n",
        "\n\n\n",
        "Report 7\n",
        "Total,3,,\n",
        "Copyright,1\n",
    ];
    let mut state = 7_u64;
    let mut below = |n: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % n
    };
    for seed in 0..400 {
        let few = if seed % 2 == 0 { 5 } else { 19 };
        let bits = 1 + below(40);
        let text: String = (0..bits).map(|_| BITS[below(few) as usize]).collect();
        let text = format!("{HEAD}{text}");
        let one = found(text.as_bytes(), None);
        for cut in 0..CUTS.len() {
            assert_eq!(found(text.as_bytes(), Some(cut)), one, "seed {seed}, cut {cut}: {text:?}");
        }
    }
}

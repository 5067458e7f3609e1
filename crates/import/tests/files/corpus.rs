//! Every file of the corpus, and many damaged copies of each, are read or refused, in little time and memory.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use import::Source;

use crate::sink::read;

/// Damaged copies of each file; `CORPUS_ROUNDS` asks for more.
const ROUNDS: u64 = 60;
/// The longest that a file of the corpus may take on a busy machine.
const LONGEST: Duration = Duration::from_secs(20);
/// KiB of memory that none may exceed.
const LARGEST: u64 = 1 << 20;

fn corpus() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let folders = fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir());
    let mut files: Vec<PathBuf> = folders.flat_map(|f| fs::read_dir(f).unwrap().map(|e| e.unwrap().path())).collect();
    files.sort();
    files
}

fn run(name: &str, path: &Path) {
    let started = Instant::now();
    let sources = [Source::new(name, path)];
    if let Ok(plan) = import::recognise(&sources) {
        let _ = read(&plan, &sources);
    }
    assert!(started.elapsed() < LONGEST, "{name}: {:?}", started.elapsed());
}

/// The most memory that the process had, in KiB; `None` where the system does not tell.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?.trim().trim_end_matches(" kB").parse().ok()
}

/// Numbers that look random and are the same in every run. Source: G. Marsaglia, "Xorshift RNGs" (2003).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// What files are made of: signs of structure, numbers at the edge, times.
const PIECES: [&[u8]; 16] = [
    b"\"",
    b"\0",
    b"<",
    b">",
    b"&",
    b"{",
    b"]",
    b",",
    b"\n",
    b"99999999999999999999",
    b"-1",
    b"\xff\xfe",
    b"1e308",
    b"0000-00-00",
    b"9999-12-31T23:59:59.999999999-23:59",
    b"\xef\xbb\xbf",
];

fn damage(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(bytes.len());
        let end = (at + numbers.below(40)).min(bytes.len());
        match numbers.below(6) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let piece = bytes[at..end].to_vec();
                let to = numbers.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            3 | 4 => {
                let piece = PIECES[numbers.below(PIECES.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = numbers.below(256) as u8;
                }
            }
        }
    }
}

#[test]
fn every_file_and_its_damaged_copies_are_read_or_refused() {
    let rounds = std::env::var("CORPUS_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(ROUNDS);
    let folder = tempfile::tempdir().unwrap();
    for path in corpus() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        run(&name, &path);
        let whole = fs::read(&path).unwrap();
        let copy = folder.path().join("copy");
        for round in 1..=rounds {
            let mut bytes = whole.clone();
            damage(&mut bytes, &mut Numbers(round * 0x9e37_79b9_7f4a_7c15));
            fs::write(&copy, &bytes).unwrap();
            let result = std::panic::catch_unwind(|| run(&name, &copy));
            if result.is_err() {
                let kept = std::env::temp_dir().join(format!("damaged-{round}-{name}"));
                fs::write(&kept, &bytes).unwrap();
                unreachable!("{name}, round {round}: kept as {}", kept.display());
            }
        }
    }
    assert!(peak().is_none_or(|kib| kib < LARGEST), "{:?} KiB", peak());
}

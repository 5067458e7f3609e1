//! What every target does: the bytes are a file, which is recognised and read.

pub mod book;

use std::{cell::RefCell, convert::Infallible, io::Write as _, path::PathBuf};

use import::Source;
use model::fact::{DealFact, EventFact, FactSink, LookupFact};

/// Takes facts and checks what readers promise.
#[derive(Default)]
struct Checking {
    facts: u64,
}

impl Checking {
    fn pairs(&mut self, pairs: &[(&str, &str)]) {
        self.facts += 1;
        for (at, (name, value)) in pairs.iter().enumerate() {
            assert!(!value.is_empty(), "an empty value of {name:?}");
            assert!(pairs[..at].iter().all(|(before, _)| before != name), "{name:?} twice");
        }
    }
}

impl FactSink for Checking {
    type Error = Infallible;

    fn deal(&mut self, fact: DealFact<'_>) -> Result<(), Infallible> {
        assert!(!fact.key.is_empty(), "a deal without an id");
        self.pairs(fact.fields);
        Ok(())
    }

    fn event(&mut self, fact: EventFact<'_>) -> Result<(), Infallible> {
        assert!(!fact.deal.is_empty() && !fact.activity.is_empty(), "an event without deal or activity");
        self.pairs(fact.attributes);
        Ok(())
    }

    fn lookup(&mut self, fact: LookupFact<'_>) -> Result<(), Infallible> {
        self.pairs(fact.fields);
        Ok(())
    }
}

thread_local! {
    static FILE: RefCell<Option<PathBuf>> = const { RefCell::new(None) };
}

/// Recognises and reads a file with this name and these bytes.
pub fn file(name: &str, bytes: &[u8]) {
    let path = FILE.with_borrow_mut(|path| {
        path.get_or_insert_with(|| std::env::temp_dir().join(format!("stagecraft-fuzz-{}", std::process::id()))).clone()
    });
    let Ok(mut file) = std::fs::File::create(&path) else { return };
    if file.write_all(bytes).is_err() {
        return;
    }
    let sources = [Source::new(name, path)];
    let Ok(plan) = import::recognise(&sources) else { return };
    let mut sink = Checking::default();
    let _ = import::read(&plan, &sources, &mut sink, &mut |_| true, &mut |_| {});
}

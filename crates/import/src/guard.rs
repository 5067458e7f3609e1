//! Libraries that panic over damaged files.

use std::{
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Once,
};

thread_local! {
    /// True while a panic of this thread is an answer, and nothing to print.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}
/// Done once the hook that prints panics heeds it.
static QUIETEN: Once = Once::new();

/// What a library does, or none if it panics: some index and slice by what the file says (`parquet` 59: lengths of texts,
/// places in dictionaries, widths of numbers; `calamine` 0.38: lengths of the records of an XLS), so a panic of theirs is
/// an error of the file like any other. What they were about must not be used again.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    QUIETEN.call_once(|| {
        let told = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |about| {
            if !QUIET.get() {
                told(about);
            }
        }));
    });
    QUIET.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    QUIET.set(false);
    outcome.ok()
}

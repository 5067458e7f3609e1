//! What was read a moment ago: what nearly every request asks for and hardly ever changes.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use crate::error::Result;

/// So long may it take until a change of another program is seen. What this program writes counts at once.
const FRESH: Duration = Duration::from_secs(1);

/// Values by name, each as it was when it was read last.
#[derive(Debug)]
pub(crate) struct Remembered<T> {
    kept: Mutex<Kept<T>>,
}

#[derive(Debug)]
struct Kept<T> {
    /// Counted with every change of this program.
    changes: u64,
    values: HashMap<String, (Instant, T)>,
}

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self { kept: Mutex::new(Kept { changes: 0, values: HashMap::new() }) }
    }
}

impl<T: Clone> Remembered<T> {
    fn kept(&self) -> MutexGuard<'_, Kept<T>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The value; read, if it is not known any more.
    pub(crate) async fn or_read(&self, name: &str, read: impl Future<Output = Result<T>>) -> Result<T> {
        let since = match self.get(name) {
            Ok(known) => return Ok(known),
            Err(since) => since,
        };
        let value = read.await?;
        self.put(name, since, value.clone());
        Ok(value)
    }

    /// The value, or else the change at which it is going to be read.
    fn get(&self, name: &str) -> std::result::Result<T, u64> {
        let kept = self.kept();
        match kept.values.get(name) {
            Some((since, value)) if since.elapsed() < FRESH => Ok(value.clone()),
            _ => Err(kept.changes),
        }
    }

    /// Remembers what was read, unless something changed since reading began.
    fn put(&self, name: &str, since: u64, value: T) {
        let mut kept = self.kept();
        if kept.changes == since {
            kept.values.insert(name.to_owned(), (Instant::now(), value));
        }
    }

    /// Forgets a value that was changed.
    pub(crate) fn forget(&self, name: &str) {
        let mut kept = self.kept();
        kept.changes += 1;
        kept.values.remove(name);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_was_read_before_a_change_is_not_remembered() {
        let remembered: Remembered<i32> = Remembered::default();
        let begun = remembered.get("a").unwrap_err();
        remembered.put("a", begun, 1);
        assert_eq!(remembered.get("a"), Ok(1));
        remembered.forget("b");
        assert_eq!(remembered.get("a"), Ok(1), "another one changed");
        remembered.forget("a");
        let slow = remembered.get("a").unwrap_err();
        remembered.forget("a");
        remembered.put("a", slow, 2);
        assert!(remembered.get("a").is_err(), "it was read before the change");
    }
}

//! How often somebody may ask in a minute.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use crate::problem::Problem;

/// Counts requests by name within windows of a minute.
#[derive(Debug, Default)]
pub struct Pace(Mutex<HashMap<String, (Instant, u32)>>);

impl Pace {
    const WINDOW: Duration = Duration::from_secs(60);
    const MOST_NAMES: usize = 10_000;

    /// Lets a request for `name` pass, of which there may be `most` in a minute.
    ///
    /// # Errors
    /// 429 with the seconds to wait.
    pub fn pass(&self, name: &str, most: u32) -> Result<(), Problem> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= Self::MOST_NAMES {
            all.retain(|_, (begun, _)| begun.elapsed() < Self::WINDOW);
        }
        let (begun, count) = all.entry(name.to_owned()).or_insert((Instant::now(), 0));
        if begun.elapsed() >= Self::WINDOW {
            (*begun, *count) = (Instant::now(), 0);
        }
        *count += 1;
        if *count <= most {
            return Ok(());
        }
        let left = Self::WINDOW.saturating_sub(begun.elapsed()).as_secs() + 1;
        Err(Problem::too_fast(left))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_does_not_slow_another() {
        let pace = Pace::default();
        let passed = (0..5).filter(|_| pace.pass("a", 3).is_ok()).count();
        assert_eq!(passed, 3);
        assert_eq!(pace.pass("a", 3).err().map(|p| p.status), Some(429));
        assert!(pace.pass("b", 3).is_ok());
    }
}

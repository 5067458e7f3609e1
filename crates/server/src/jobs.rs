//! Long work that can be left, cancelled, and found again.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use model::ids::ImportId;
use serde::Serialize;
use tokio::sync::watch;

/// How far a job is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct JobProgress {
    /// What it does now, in a word or two.
    pub phase: String,
    /// Bytes done.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
    /// `running`, `done`, `failed`.
    pub status: String,
}

impl JobProgress {
    /// A job that has ended.
    pub fn ended(status: &str) -> Self {
        Self { phase: status.to_owned(), done: 1, total: 1, status: status.to_owned() }
    }
}

/// The job's own end of the line.
#[derive(Debug, Clone)]
pub struct Job {
    progress: Arc<watch::Sender<JobProgress>>,
    cancelled: Arc<AtomicBool>,
}

impl Job {
    /// Tells how far it is; false if it should stop.
    pub fn report(&self, phase: &str, done: u64, total: u64) -> bool {
        let now = JobProgress { phase: phase.to_owned(), done, total, status: "running".into() };
        self.progress.send_replace(now);
        !self.cancelled.load(Ordering::Relaxed)
    }
}

/// The jobs that are running.
#[derive(Debug, Default)]
pub struct Jobs(Mutex<HashMap<ImportId, Job>>);

impl Jobs {
    /// A new job. It is found by its id until [`Jobs::end`].
    pub fn begin(&self, id: ImportId) -> Job {
        let progress = JobProgress { phase: "waiting".into(), done: 0, total: 0, status: "running".into() };
        let job = Job { progress: Arc::new(watch::channel(progress).0), cancelled: Arc::default() };
        self.lock().insert(id, job.clone());
        job
    }

    /// Whether any is running.
    pub fn busy(&self) -> bool {
        !self.lock().is_empty()
    }

    /// The progress of a running job, from now on.
    pub fn follow(&self, id: ImportId) -> Option<watch::Receiver<JobProgress>> {
        self.lock().get(&id).map(|job| job.progress.subscribe())
    }

    /// Asks a running job to stop; false if it is not running.
    pub fn cancel(&self, id: ImportId) -> bool {
        let job = self.lock().get(&id).cloned();
        job.inspect(|job| job.cancelled.store(true, Ordering::Relaxed)).is_some()
    }

    /// Forgets a job that has ended, after telling its followers how.
    pub fn end(&self, id: ImportId, status: &str) {
        if let Some(job) = self.lock().remove(&id) {
            job.progress.send_replace(JobProgress::ended(status));
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<ImportId, Job>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_job_is_followed_cancelled_and_ended() {
        let jobs = Jobs::default();
        let id = ImportId::of_key("1");
        let job = jobs.begin(id);
        let seen = jobs.follow(id).unwrap();
        assert!(job.report("reading", 1, 2));
        assert_eq!(seen.borrow().done, 1);
        assert!(jobs.cancel(id));
        assert!(!job.report("reading", 2, 2));
        jobs.end(id, "failed");
        assert_eq!(seen.borrow().status, "failed");
        assert!(jobs.follow(id).is_none() && !jobs.cancel(id) && !jobs.busy());
    }
}

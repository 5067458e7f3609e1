//! What happens, told to whoever listens: server-sent events.

use std::{convert::Infallible, time::Duration};

use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::{Stream, StreamExt};
use model::ids::{DealId, ImportId};
use serde::Serialize;
use tokio::sync::{broadcast, watch};
use tokio_stream::wrappers::BroadcastStream;

/// Something that pages want to know of.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum News {
    /// The event log in memory was built or grew.
    Log {
        /// `building` or `ready`.
        state: &'static str,
        /// Counts its changes.
        version: u64,
    },
    /// A deal changed.
    Deal {
        /// Which.
        id: DealId,
        /// Its version now.
        version: i64,
    },
    /// An import began or ended.
    Import {
        /// Which.
        id: ImportId,
        /// `running`, `done`, `failed`, `undone`.
        status: String,
    },
    /// The process has a new version.
    Process {
        /// Which.
        version: i64,
    },
    /// The draft of a process changed.
    Draft {
        /// Id of the process.
        process: String,
        /// The draft's version.
        version: i64,
    },
    /// The choices in the proposal changed.
    Proposal {
        /// Their version.
        version: i64,
    },
    /// Somebody was told something.
    Notices,
    /// More happened than this listener took; load everything again.
    Missed,
}

impl News {
    fn name(&self) -> &'static str {
        match self {
            Self::Log { .. } => "log",
            Self::Deal { .. } => "deal",
            Self::Import { .. } => "import",
            Self::Process { .. } => "process",
            Self::Draft { .. } => "draft",
            Self::Proposal { .. } => "proposal",
            Self::Notices => "notices",
            Self::Missed => "missed",
        }
    }
}

/// Where news come in and go out.
#[derive(Debug, Clone)]
pub struct Live(broadcast::Sender<News>);

impl Default for Live {
    fn default() -> Self {
        Self(broadcast::channel(256).0)
    }
}

impl Live {
    /// Tells everybody who listens.
    pub fn tell(&self, news: News) {
        let _ = self.0.send(news);
    }

    /// All news from now on.
    pub fn listen(&self) -> impl Stream<Item = Event> + use<> {
        BroadcastStream::new(self.0.subscribe()).map(|news| {
            let news = news.unwrap_or(News::Missed);
            event(news.name(), &news)
        })
    }
}

/// One event with JSON data.
pub fn event(name: &str, data: &impl Serialize) -> Event {
    let text = serde_json::to_string(data).unwrap_or_default();
    Event::default().event(name).data(text)
}

/// An answer of server-sent events, which ends when the server does.
pub fn answer(
    events: impl Stream<Item = Event> + Send + 'static,
    mut closing: watch::Receiver<bool>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let end = async move { drop(closing.wait_for(|closed| *closed).await) };
    let stream = events.take_until(Box::pin(end)).map(Ok);
    Sse::new(stream).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}

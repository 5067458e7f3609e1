//! Listening and ending.

use std::{
    future::Future,
    io,
    net::{IpAddr, SocketAddr},
    time::Duration,
};

use tokio::net::TcpListener;

use crate::{api, live::News, mail, notify, state::App};

/// Ports tried after the first one is taken.
const TRIED: u16 = 50;

/// How often the server looks for imports of other programs.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Has the log follow what other programs import into the same database, such as `stagecraft import`, until the end.
async fn watch(app: App, every: Duration) {
    let mut closing = app.closing();
    loop {
        tokio::select! {
            _ = closing.changed() => return,
            () = tokio::time::sleep(every) => {}
        }
        match app.keeper.follow_others(&app.store).await {
            Ok(true) => app.live.tell(News::Missed),
            Ok(false) => {}
            Err(error) => tracing::warn!("cannot look for imports of other programs: {error}"),
        }
    }
}

/// A socket that is bound and not served yet.
#[derive(Debug)]
pub struct Listening {
    listener: TcpListener,
    /// Where.
    pub address: SocketAddr,
}

/// Binds. Without `port` it is 7171 or the next one that is free.
///
/// # Errors
/// If the port asked for, or each one tried, is taken.
pub async fn listen(host: IpAddr, port: Option<u16>) -> io::Result<Listening> {
    let ports = port.map_or(7171..=7171 + TRIED, |p| p..=p);
    let mut last = io::Error::from(io::ErrorKind::AddrInUse);
    for port in ports {
        match TcpListener::bind((host, port)).await {
            Ok(listener) => return Ok(Listening { address: listener.local_addr()?, listener }),
            Err(error) => last = error,
        }
    }
    Err(last)
}

impl Listening {
    /// Serves until `end` comes true, then lets requests that have begun end. The event log is built meanwhile.
    ///
    /// # Errors
    /// If the socket breaks.
    pub async fn serve(self, app: App, end: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
        let builder = app.clone();
        tokio::spawn(async move {
            if let Err(error) = builder.keeper.build(&builder.store).await {
                tracing::error!("the event log cannot be built: {error}");
            }
            if let Err(error) = builder.store.note_contacts().await {
                tracing::error!("the people of deals cannot be noted: {error}");
            }
        });
        tokio::spawn(watch(app.clone(), LOOK_EVERY));
        tokio::spawn(mail::sending::work(app.clone()));
        tokio::spawn(mail::receiving::work(app.clone()));
        tokio::spawn(notify::following::work(app.clone()));
        tokio::spawn(notify::delivering::work(app.clone()));
        let trail = tokio::spawn(app.clone().keep_trail());
        let closing = app.clone();
        let ended = async move {
            end.await;
            closing.close();
        };
        let service = api::router(app).into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(self.listener, service).with_graceful_shutdown(ended).await?;
        // what was refused last is still to be written
        trail.await.map_err(io::Error::other)
    }
}

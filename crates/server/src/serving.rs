//! Listening and ending.

use std::{
    future::Future,
    io,
    net::{IpAddr, SocketAddr},
};

use tokio::net::TcpListener;

use crate::{api, state::App};

/// Ports tried after the first one is taken.
const TRIED: u16 = 50;

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
        });
        let closing = app.clone();
        let ended = async move {
            end.await;
            closing.close();
        };
        axum::serve(self.listener, api::router(app)).with_graceful_shutdown(ended).await
    }
}

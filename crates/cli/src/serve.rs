//! `stagecraft serve`.

use std::{fs, path::Path};

use server::{App, Listening};
use store::{Location, Store};
use tracing_subscriber::EnvFilter;

use crate::{
    arguments::{Listen, Place, ServeOptions},
    failure::Failure,
    output,
};

/// Serves until told to end.
pub fn run(options: &ServeOptions) -> Result<(), Failure> {
    let runtime = runtime()?;
    let store = runtime.block_on(Store::open(&location(&options.place))).map_err(Failure::other)?;
    let app = App::new(store.clone(), options.place.data.join("uploads"));
    runtime.block_on(async {
        let listening = listen(&options.listen).await?;
        output::say(&format!("Stagecraft is at http://{}", listening.address));
        if store.count_users().await.map_err(Failure::other)? == 0 {
            output::say("Nobody can sign in yet: open it and create the owner.");
        }
        until_told(listening, app, store).await
    })
}

/// The runtime, and the log of the program on standard error (`RUST_LOG=info`).
pub fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,sqlx::query=error"));
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
    tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Failure::other)
}

/// Where the workspace's database is.
pub fn location(place: &Place) -> Location {
    place.database.clone().map_or_else(|| Location::Sqlite(place.data.clone()), Location::Postgres)
}

/// Binds, or says what is in the way.
pub async fn listen(options: &Listen) -> Result<Listening, Failure> {
    let Listen { host, port } = *options;
    server::listen(host, port).await.map_err(|error| {
        let place = port.map_or_else(|| format!("{host}, ports from 7171 on"), |p| format!("{host}:{p}"));
        Failure::Other(format!("cannot listen on {place}: {error}; choose another with --host and --port"))
    })
}

/// Serves until Ctrl-C or a signal to end, then closes the database.
pub async fn until_told(listening: Listening, app: App, store: Store) -> Result<(), Failure> {
    listening.serve(app, told()).await.map_err(Failure::other)?;
    store.close().await;
    output::say("\nStopped.");
    Ok(())
}

async fn told() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
        if let Ok(mut terminate) = terminate {
            tokio::select! { _ = interrupted => {}, _ = terminate.recv() => {} }
            return;
        }
    }
    let _ = interrupted.await;
}

/// Makes a folder that is not there.
pub fn make_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(Failure::file(path))
}

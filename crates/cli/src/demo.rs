//! `stagecraft demo`: a workspace with real data, served.

mod commission;
mod feedback;
mod quotas;
mod targets;

use std::{fs, io, path::Path};

use flate2::read::GzDecoder;
use insight::{
    discover::{discover_in_full, propose},
    log::{EventLog, EventLogBuilder},
    select::Selection,
};
use model::Timestamp;
use server::App;
use store::{Location, NewUser, Store, UserRecord};
use tokio::runtime::Runtime;

use crate::{
    arguments::DemoOptions,
    discover::sources,
    failure::Failure,
    import::{in_words, into_store},
    output, serve,
    summary::summary,
};

/// Data that ships with the program.
struct Shipped {
    /// Folder that it is kept in if none is named.
    folder: &'static str,
    /// Said before it is imported.
    says: &'static str,
    /// What every page says of it; empty for nothing.
    notice: &'static str,
    files: &'static [(&'static str, &'static [u8])],
}

/// A real export; source and licence in `demo/maven-crm/README.md`.
const REAL: Shipped = Shipped {
    folder: "data/demo",
    says: "Importing the demo's data: a real CRM export of 8,800 opportunities (see demo/maven-crm/README.md) …",
    notice: "",
    files: &[
        ("sales_pipeline.csv", include_bytes!("../../../demo/maven-crm/sales_pipeline.csv")),
        ("accounts.csv", include_bytes!("../../../demo/maven-crm/accounts.csv")),
        ("products.csv", include_bytes!("../../../demo/maven-crm/products.csv")),
        ("sales_teams.csv", include_bytes!("../../../demo/maven-crm/sales_teams.csv")),
    ],
};

/// Invented deals; see `demo/generated-history/README.md`.
const GENERATED: Shipped = Shipped {
    folder: "data/demo-generated",
    says: "Importing a generated history: 1,500 invented deals with all they did (see demo/generated-history/README.md) …",
    notice: "Generated data: these deals and people are invented.",
    files: &[
        ("deals.csv.gz", include_bytes!("../../../demo/generated-history/deals.csv.gz")),
        ("events.csv.gz", include_bytes!("../../../demo/generated-history/events.csv.gz")),
    ],
};
/// An invented list of leads; see `demo/leads/README.md`.
const LEADS: &[u8] = include_bytes!("../../../demo/leads/prospects.csv");
const OWNER: &str = "owner@demo.example";

/// Loads the data on the first start, then serves until told to end.
pub fn run(options: &DemoOptions) -> Result<(), Failure> {
    let shipped = if options.generated { GENERATED } else { REAL };
    let data = options.data.clone().unwrap_or_else(|| shipped.folder.into());
    let runtime = serve::runtime()?;
    let store = runtime.block_on(Store::open(&Location::Sqlite(data.clone()))).map_err(Failure::other)?;
    let deals = runtime.block_on(store.counts()).map_err(Failure::other)?.deals;
    if deals == 0 && runtime.block_on(store.imports()).map_err(Failure::other)?.is_empty() {
        load(&runtime, &store, &shipped, &data)?;
    } else {
        output::say(&format!("The demo's data is there already: {deals} deals in {}", data.display()));
    }
    let app = App::new(store.clone(), data.join("uploads"));
    runtime.block_on(async {
        let owner = owner(&store).await?;
        let folder = data.join("export");
        serve::make_folder(&folder)?;
        let list = folder.join("prospects.csv");
        fs::write(&list, LEADS).map_err(Failure::file(&list))?;
        app.add_sample_leads(list, &owner.name).await.map_err(|p| Failure::Other(p.detail))?;
        app.add_sample_dashboard(owner.id, &owner.name).await.map_err(|p| Failure::Other(p.detail))?;
        let listening = serve::listen(&options.listen).await?;
        let link = server::new_link(&app, owner.id).await.map_err(|p| Failure::Other(p.detail))?;
        output::say(&format!("\nStagecraft is at  http://{}", listening.address));
        output::say(&format!("Sign in once with http://{}{link}", listening.address));
        output::say("Ctrl-C stops it.");
        serve::until_told(listening, app, store).await
    })
}

fn load(runtime: &Runtime, store: &Store, shipped: &Shipped, data: &Path) -> Result<(), Failure> {
    let folder = data.join("export");
    serve::make_folder(&folder)?;
    let mut paths = Vec::new();
    for (name, bytes) in shipped.files {
        let path = folder.join(name.trim_end_matches(".gz"));
        let written = fs::File::create(&path).and_then(|mut file| match name.ends_with(".gz") {
            true => io::copy(&mut GzDecoder::new(*bytes), &mut file),
            false => io::copy(&mut &**bytes, &mut file),
        });
        written.map_err(Failure::file(&path))?;
        paths.push(path);
    }
    let mut sources = sources(&paths);
    for (source, path) in sources.iter_mut().zip(&paths) {
        source.name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    }
    if !shipped.notice.is_empty() {
        runtime.block_on(store.set_setting(server::NOTICE, shipped.notice.into())).map_err(Failure::other)?;
    }
    output::say(shipped.says);
    let plan = ::import::recognise(&sources).map_err(Failure::input)?;
    let done = into_store(runtime, store, &plan, &sources)?;
    output::say(&in_words(&done));
    done.report.notes.iter().for_each(|note| output::say(note));
    runtime.block_on(commission::keep(store))?;
    runtime.block_on(quotas::keep(store))?;
    let log = log(runtime, store)?;
    let proposed = propose(&log, &Selection::default()).process;
    runtime.block_on(feedback::keep(store, &proposed))?;
    let owner = runtime.block_on(owner(store))?;
    runtime.block_on(targets::keep(store, &log, &owner))?;
    output::say(&format!("\n{}", summary(&discover_in_full(&log, &Selection::default(), done.report.rows))));
    Ok(())
}

fn log(runtime: &Runtime, store: &Store) -> Result<EventLog, Failure> {
    let mut builder = EventLogBuilder::default();
    let mut add = |deal: model::Deal, events: Vec<model::Event>| builder.add(&deal, &events);
    runtime.block_on(store.each_deal(&mut add)).map_err(Failure::other)?;
    Ok(builder.finish())
}

async fn owner(store: &Store) -> Result<UserRecord, Failure> {
    if let Some(owner) = store.user_by_email(OWNER).await.map_err(Failure::other)? {
        return Ok(owner);
    }
    let new = NewUser {
        name: "Demo owner".into(),
        email: OWNER.into(),
        role: server::permission::Role::Owner.word().into(),
        password_hash: None,
        created: Timestamp::now(),
    };
    store.add_user(new).await.map_err(Failure::other)
}

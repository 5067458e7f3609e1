//! `stagecraft demo`: a workspace with real data, served.

use std::fs;

use insight::{discover::discover, log::EventLogBuilder, select::Selection};
use model::{Timestamp, fact::Rows};
use server::App;
use store::{Location, NewUser, Store, UserRecord};
use tokio::runtime::Runtime;

use crate::{
    arguments::DemoOptions,
    discover::sources,
    failure::Failure,
    import::{in_words, into_store},
    output, serve,
};

/// The export that ships with the program; source and licence in `demo/maven-crm/README.md`.
const FILES: [(&str, &[u8]); 4] = [
    ("sales_pipeline.csv", include_bytes!("../../../demo/maven-crm/sales_pipeline.csv")),
    ("accounts.csv", include_bytes!("../../../demo/maven-crm/accounts.csv")),
    ("products.csv", include_bytes!("../../../demo/maven-crm/products.csv")),
    ("sales_teams.csv", include_bytes!("../../../demo/maven-crm/sales_teams.csv")),
];
const OWNER: &str = "owner@demo.example";

/// Loads the data on the first start, then serves until told to end.
pub fn run(options: &DemoOptions) -> Result<(), Failure> {
    let runtime = serve::runtime()?;
    let store = runtime.block_on(Store::open(&Location::Sqlite(options.data.clone()))).map_err(Failure::other)?;
    let deals = runtime.block_on(store.counts()).map_err(Failure::other)?.deals;
    if deals == 0 && runtime.block_on(store.imports()).map_err(Failure::other)?.is_empty() {
        load(&runtime, &store, options)?;
    } else {
        output::say(&format!("The demo's data is there already: {deals} deals in {}", options.data.display()));
    }
    let app = App::new(store.clone(), options.data.join("uploads"));
    runtime.block_on(async {
        let owner = owner(&store).await?;
        let listening = serve::listen(&options.listen).await?;
        let link = server::new_link(&app, owner.id).await.map_err(|p| Failure::Other(p.detail))?;
        output::say(&format!("\nStagecraft is at  http://{}", listening.address));
        output::say(&format!("Sign in once with http://{}{link}", listening.address));
        output::say("Ctrl-C stops it.");
        serve::until_told(listening, app, store).await
    })
}

fn load(runtime: &Runtime, store: &Store, options: &DemoOptions) -> Result<(), Failure> {
    let folder = options.data.join("export");
    serve::make_folder(&folder)?;
    let mut paths = Vec::new();
    for (name, bytes) in FILES {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(Failure::file(&path))?;
        paths.push(path);
    }
    let mut sources = sources(&paths);
    for (source, (name, _)) in sources.iter_mut().zip(FILES) {
        name.clone_into(&mut source.name);
    }
    output::say("Importing the demo's data: a real CRM export of 8,800 opportunities (see demo/maven-crm/README.md) …");
    let plan = ::import::recognise(&sources).map_err(Failure::input)?;
    let done = into_store(runtime, store, &plan, &sources)?;
    output::say(&in_words(&done));
    done.report.notes.iter().for_each(|note| output::say(note));
    output::say(&format!("\n{}", found(runtime, store, done.report.rows)?));
    Ok(())
}

fn found(runtime: &Runtime, store: &Store, rows: Rows) -> Result<String, Failure> {
    let mut builder = EventLogBuilder::default();
    let mut add = |deal: model::Deal, events: Vec<model::Event>| builder.add(&deal, &events);
    runtime.block_on(store.each_deal(&mut add)).map_err(Failure::other)?;
    Ok(output::summary(&discover(&builder.finish(), &Selection::default(), rows)))
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

//! What people keep for themselves and may share: views, dashboards.

use model::ids::UserId;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{
    guard::Actor,
    permission::Role,
    problem::{Answer, Problem},
    state::App,
};

/// Something that somebody keeps.
pub trait Owned: Serialize + DeserializeOwned {
    /// The kind of record that it is.
    const KIND: &'static str;
    /// What it is called: `view`.
    const WORD: &'static str;
    /// Most that one person keeps.
    const MOST: usize;

    /// What it is called by its owner.
    fn name(&self) -> &str;
    /// Whether others see it.
    fn is_shared(&self) -> bool;
}

/// The same, kept.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnedLine<T> {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// Whose it is.
    pub owner: UserId,
    /// Their name, as it was.
    pub owner_name: String,
    /// Whether who asks may change it.
    pub may_change: bool,
    /// What is kept.
    pub content: T,
}

/// As it stands in the database.
#[derive(Serialize, Deserialize)]
pub struct Kept<T> {
    /// Whose it is.
    pub owner: UserId,
    /// Their name, as it was.
    pub owner_name: String,
    /// What is kept.
    #[serde(alias = "view")]
    pub content: T,
}

fn line<T: Owned>(record: store::Record) -> Answer<OwnedLine<T>> {
    let Kept { owner, owner_name, content } = serde_json::from_value(record.content).map_err(Problem::internal)?;
    Ok(OwnedLine { id: record.id, version: record.version, owner, owner_name, may_change: false, content })
}

impl App {
    /// Those of everybody, in no order, for work that is done for all.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn all_owned<T: Owned>(&self) -> Answer<Vec<OwnedLine<T>>> {
        self.store.records(T::KIND).await?.into_iter().map(line).collect()
    }

    /// Somebody's own and those shared with them, by name. A shared one may be changed by its owner and by who leads.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn owned<T: Owned>(&self, who: &Actor) -> Answer<Vec<OwnedLine<T>>> {
        let mut all = self.all_owned::<T>().await?;
        all.retain(|line| line.owner == who.id || line.content.is_shared());
        for line in &mut all {
            line.may_change = line.owner == who.id || matches!(who.role, Role::Owner | Role::Manager);
        }
        all.sort_by_key(|line| line.content.name().to_lowercase());
        Ok(all)
    }

    /// One of them.
    ///
    /// # Errors
    /// 404 if it is not there, or not theirs to see.
    pub async fn one_owned<T: Owned>(&self, who: &Actor, id: Uuid) -> Answer<OwnedLine<T>> {
        let found = self.owned::<T>(who).await?.into_iter().find(|line| line.id == id);
        found.ok_or_else(|| Problem::not_found(format!("There is no such {}, or it is not shared with you.", T::WORD)))
    }

    /// One that they may change.
    ///
    /// # Errors
    /// 404 if it is not there, or not theirs to see; 403 if it is somebody else's.
    pub async fn changeable<T: Owned>(&self, who: &Actor, id: Uuid) -> Answer<OwnedLine<T>> {
        let line = self.one_owned::<T>(who, id).await?;
        if line.may_change {
            return Ok(line);
        }
        let (word, owner) = (T::WORD, line.owner_name);
        Err(Problem::forbidden(format!("This {word} is {owner}'s. Save it as one of your own to change it.")))
    }

    /// Keeps a new one.
    ///
    /// # Errors
    /// 409 for whoever keeps many already.
    pub async fn add_owned<T: Owned>(&self, who: &Actor, content: T) -> Answer<OwnedLine<T>> {
        let own = self.all_owned::<T>().await?.iter().filter(|line| line.owner == who.id).count();
        if own >= T::MOST {
            return Err(Problem::conflict(format!("You keep {own} {}s already; remove one first.", T::WORD)));
        }
        self.keep_owned(who, Uuid::now_v7(), 0, (who.id, who.name.clone(), content)).await
    }

    /// Keeps a changed one.
    ///
    /// # Errors
    /// As [`App::changeable`]; 412 if it was changed meanwhile.
    pub async fn change_owned<T: Owned>(&self, who: &Actor, id: Uuid, seen: i64, content: T) -> Answer<OwnedLine<T>> {
        let OwnedLine { owner, owner_name, .. } = self.changeable::<T>(who, id).await?;
        self.keep_owned(who, id, seen, (owner, owner_name, content)).await
    }

    /// Takes one away.
    ///
    /// # Errors
    /// As [`App::change_owned`].
    pub async fn remove_owned<T: Owned>(&self, who: &Actor, id: Uuid, seen: i64) -> Answer<()> {
        self.changeable::<T>(who, id).await?;
        self.store.keep_record(T::KIND, id, seen, None, Some(&who.name), self.now()).await?;
        Ok(())
    }

    /// Keeps one as it is now, for work that whoever sees it may do.
    ///
    /// # Errors
    /// 412 if it was changed meanwhile.
    pub async fn put_owned<T: Owned>(&self, who: &Actor, line: OwnedLine<T>) -> Answer<OwnedLine<T>> {
        self.keep_owned(who, line.id, line.version, (line.owner, line.owner_name, line.content)).await
    }

    async fn keep_owned<T: Owned>(
        &self,
        who: &Actor,
        id: Uuid,
        seen: i64,
        (owner, owner_name, content): (UserId, String, T),
    ) -> Answer<OwnedLine<T>> {
        let kept = Kept { owner, owner_name, content };
        let json = serde_json::to_value(&kept).map_err(Problem::internal)?;
        let record = self.store.keep_record(T::KIND, id, seen, Some(json), Some(&who.name), self.now()).await?;
        let Kept { owner, owner_name, content } = kept;
        Ok(OwnedLine { id, version: record.version, owner, owner_name, may_change: true, content })
    }
}

//! Pages of the manual: every version is kept.

use model::{Timestamp, ids::PageId};
use uuid::Uuid;

use crate::{
    db::{Columns, Session, Tx, sql},
    error::{Result, StoreError},
    open::Store,
};

/// A page of the manual.
#[derive(Debug, Clone, PartialEq)]
pub struct PageRecord {
    /// Its id.
    pub id: PageId,
    /// The section it stands in.
    pub section: String,
    /// Its title.
    pub title: String,
    /// Its text.
    pub markdown: String,
    /// Where in the section, small before large.
    pub position: f64,
    /// Counted from 1.
    pub version: i64,
    /// Who wrote this version.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// A page to be.
#[derive(Debug, Clone)]
pub struct NewPage {
    /// The section it stands in.
    pub section: String,
    /// Its title.
    pub title: String,
    /// Its text.
    pub markdown: String,
    /// Where in the section, small before large.
    pub position: f64,
    /// Who writes it.
    pub by: Option<String>,
    /// Now.
    pub at: Timestamp,
}

/// What changes about a page; `None` stays as it is.
#[derive(Debug, Clone)]
pub struct PageChange {
    /// The section it stands in.
    pub section: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its text.
    pub markdown: Option<String>,
    /// Where in the section, small before large.
    pub position: Option<f64>,
    /// Who changes it.
    pub by: Option<String>,
    /// Now.
    pub at: Timestamp,
}

impl Store {
    /// All pages, by section and position.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn pages(&self) -> Result<Vec<PageRecord>> {
        sql("SELECT p.id, p.section, p.title, p.markdown, p.position, p.version, p.\"by\", p.at FROM pages p
             WHERE NOT p.deleted AND p.version = (SELECT MAX(l.version) FROM pages l WHERE l.id = p.id)
             ORDER BY p.section, p.position, p.title")
        .all(&mut self.connection().await?, page)
        .await
    }

    /// A page; `None` if it was deleted or never there.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn page(&self, id: PageId) -> Result<Option<PageRecord>> {
        latest(&mut self.connection().await?, id).await
    }

    /// Adds a page.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn add_page(&self, new: NewPage) -> Result<PageRecord> {
        let NewPage { section, title, markdown, position, by, at } = new;
        let id = PageId(Uuid::now_v7());
        let first = PageRecord { id, section, title, markdown, position, version: 1, by, at: crate::fold::kept(at) };
        let mut tx = self.begin().await?;
        write(&mut tx, &first, false).await?;
        tx.commit().await?;
        Ok(first)
    }

    /// Changes a page that was seen at version `seen`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; [`StoreError::Stale`] if it is not at this version.
    pub async fn update_page(&self, id: PageId, seen: i64, change: PageChange) -> Result<PageRecord> {
        let mut tx = self.begin().await?;
        let old = seen_at(&mut tx, id, seen).await?;
        let new = PageRecord {
            id,
            section: change.section.unwrap_or(old.section),
            title: change.title.unwrap_or(old.title),
            markdown: change.markdown.unwrap_or(old.markdown),
            position: change.position.unwrap_or(old.position),
            version: seen + 1,
            by: change.by,
            at: crate::fold::kept(change.at),
        };
        write(&mut tx, &new, false).await?;
        tx.commit().await?;
        Ok(new)
    }

    /// Deletes a page that was seen at version `seen`; its versions are kept.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; [`StoreError::Stale`] if it is not at this version.
    pub async fn delete_page(&self, id: PageId, seen: i64) -> Result<()> {
        let mut tx = self.begin().await?;
        let old = seen_at(&mut tx, id, seen).await?;
        write(&mut tx, &PageRecord { version: seen + 1, ..old }, true).await?;
        tx.commit().await
    }

    /// All versions of a page, the latest first, also of a deleted one.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn page_versions(&self, id: PageId) -> Result<Vec<PageRecord>> {
        sql("SELECT id, section, title, markdown, position, version, \"by\", at FROM pages
             WHERE id = $1 AND NOT deleted ORDER BY version DESC")
        .bind(id.0)
        .all(&mut self.connection().await?, page)
        .await
    }
}

async fn latest(on: &mut impl Session, id: PageId) -> Result<Option<PageRecord>> {
    let found = sql("SELECT id, section, title, markdown, position, version, \"by\", at, deleted FROM pages
         WHERE id = $1 ORDER BY version DESC LIMIT 1")
    .bind(id.0)
    .maybe(on, |row| Ok((page(row)?, row.bool(8)?)))
    .await?;
    Ok(found.and_then(|(page, deleted)| (!deleted).then_some(page)))
}

async fn seen_at(tx: &mut Tx, id: PageId, seen: i64) -> Result<PageRecord> {
    let page = latest(tx, id).await?.ok_or_else(|| StoreError::NotFound("There is no such page.".into()))?;
    if page.version != seen {
        return Err(StoreError::Stale { current: page.version });
    }
    Ok(page)
}

/// Writes a version. Of two that rest on the same one, the second is refused.
async fn write(tx: &mut Tx, page: &PageRecord, deleted: bool) -> Result<()> {
    let written = sql("INSERT INTO pages (id, version, section, title, markdown, position, deleted, \"by\", at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id, version) DO NOTHING")
    .bind(page.id.0)
    .bind(page.version)
    .bind(page.section.as_str())
    .bind(page.title.as_str())
    .bind(page.markdown.as_str())
    .bind(page.position)
    .bind(deleted)
    .bind(page.by.as_deref())
    .bind(page.at)
    .run(tx)
    .await?;
    if written == 0 {
        return Err(StoreError::Stale { current: page.version });
    }
    Ok(())
}

fn page(row: &dyn Columns) -> Result<PageRecord> {
    Ok(PageRecord {
        id: PageId(row.id(0)?),
        section: row.text(1)?,
        title: row.text(2)?,
        markdown: row.text(3)?,
        position: row.real(4)?,
        version: row.int(5)?,
        by: row.maybe_text(6)?,
        at: row.time(7)?,
    })
}

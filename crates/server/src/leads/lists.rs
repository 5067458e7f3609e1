//! Lists as they are kept, and their imports.

use std::sync::Arc;

use import::{Source, contacts::ContactPlan};
use model::{Timestamp, ids::ImportId, money::Money};
use serde::Serialize;
use store::{ListShare, NewImport, Record};
use tempfile::TempDir;
use utoipa::ToSchema;
use uuid::Uuid;

use super::list::{Allowed, KeptList, LIST, ListRead, ListTerms, Reading, hash, run};
use crate::{
    importing::Failed,
    jobs::Job,
    problem::{Answer, Problem},
    state::App,
};

/// A bought list.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LeadList {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// What is known of it.
    #[serde(flatten)]
    pub terms: ListTerms,
    /// The name of its file.
    pub file: String,
    /// The import that read it last.
    pub import: ImportId,
    /// `running`, `done`, `failed`, `undone`.
    pub status: String,
    /// Who brought it.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// Rows that could not be read.
    pub rejected: u64,
    /// What the import has to say.
    pub notes: Vec<String>,
    /// Why it failed.
    pub error: Option<String>,
    /// Leads of it.
    pub leads: u64,
    /// Those of them that are open and nobody has been in touch with.
    pub untouched: u64,
    /// Deals by now.
    pub taken: u64,
    /// Won.
    pub won: u64,
    /// What one of its leads cost; none without price or leads.
    pub cost_per_lead: Option<Money>,
    /// False where the licence has ended: untouched leads of it may not be contacted any more.
    pub may_contact: bool,
}

/// So much for each of so many, to the nearest minor unit; none for none.
pub fn per(money: &Money, n: u64) -> Option<Money> {
    let n = i64::try_from(n).ok().filter(|n| *n > 0)?;
    let minor = (i128::from(money.minor) * 2 + i128::from(n)).div_euclid(i128::from(n) * 2);
    Some(Money { minor: i64::try_from(minor).ok()?, currency: money.currency.clone() })
}

/// A file that was brought and is not read yet.
#[derive(Debug)]
pub struct Brought {
    /// Where it lies; it vanishes with this.
    pub folder: TempDir,
    /// The file.
    pub source: Source,
}

fn kept(record: &Record) -> Option<KeptList> {
    serde_json::from_value(record.content.clone()).ok()
}

impl App {
    /// The lists, the latest first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn lead_lists(&self) -> Answer<Vec<LeadList>> {
        let shares = self.store.list_shares().await?;
        let imports = self.store.imports().await?;
        let today = self.work().await?.day(self.now());
        let mut all = Vec::new();
        for record in self.store.records(LIST).await? {
            let Some(list) = kept(&record) else { continue };
            let import = imports.iter().find(|import| import.id == list.import);
            let report = import.and_then(|i| i.report.clone()).and_then(|r| serde_json::from_value(r).ok());
            let report: Option<import::Report> = report;
            let ListShare { leads, untouched, taken, won } =
                shares.get(&record.id.to_string()).copied().unwrap_or_default();
            all.push(LeadList {
                id: record.id,
                version: record.version,
                may_contact: list.terms.allows(today),
                cost_per_lead: list.terms.price.as_ref().and_then(|price| per(price, leads)),
                file: list.file,
                import: list.import,
                status: import.map_or("failed", |i| i.status.word()).to_owned(),
                by: import.and_then(|i| i.by.clone()),
                at: import.map_or(record.at, |i| i.at),
                rejected: report.as_ref().map_or(0, |r| r.rows.rejected),
                notes: report.map(|r| r.notes).unwrap_or_default(),
                error: import.and_then(|i| i.error.clone()),
                terms: list.terms,
                leads,
                untouched,
                taken,
                won,
            });
        }
        all.sort_by_key(|list| std::cmp::Reverse(list.at));
        Ok(all)
    }

    /// Of every list, whether untouched leads of it may be contacted today.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn allowed(&self) -> Answer<Allowed> {
        let today = self.work().await?.day(self.now());
        let records = self.store.records(LIST).await?;
        let lists = records.iter().filter_map(|record| Some((record.id.to_string(), kept(record)?)));
        Ok(lists.map(|(id, list)| (id, list.terms.allows(today))).collect())
    }

    /// Keeps other terms of a list.
    ///
    /// # Errors
    /// 404; 412 if it is not at the version seen; 422 naming the field.
    pub async fn keep_terms(&self, id: Uuid, seen: i64, terms: ListTerms, by: &str) -> Answer<()> {
        let nowhere = || Problem::not_found("There is no such list.");
        let list = self.store.record(LIST, id).await?.as_ref().and_then(kept).ok_or_else(nowhere)?;
        let terms = terms.sound()?;
        if terms.source != list.terms.source {
            let message = "Its leads bear this source. Undo the import and import it again to change it.";
            return Err(Problem::field("source", message));
        }
        let content = serde_json::to_value(KeptList { terms, ..list }).map_err(Problem::internal)?;
        self.store.keep_record(LIST, id, seen, Some(content), Some(by), self.now()).await?;
        Ok(())
    }

    /// Writes a list down before it is read. The same file of the same source is the same list, which is paid once.
    ///
    /// # Errors
    /// If the file cannot be read, or the database not be written.
    pub async fn note_list(
        &self,
        brought: &Arc<Brought>,
        terms: ListTerms,
        import: ImportId,
        by: &str,
    ) -> Answer<Uuid> {
        let file = Arc::clone(brought);
        let hash = tokio::task::spawn_blocking(move || hash(&file.source.path)).await.map_err(Problem::internal)??;
        let known = self.store.records(LIST).await?.into_iter().find_map(|record| {
            let same = kept(&record).is_some_and(|list| list.hash == hash && list.terms.source == terms.source);
            same.then_some((record.id, record.version))
        });
        let (id, seen) = known.unwrap_or_else(|| (Uuid::now_v7(), 0));
        let list = KeptList { terms, file: brought.source.name.clone(), hash, import };
        let content = serde_json::to_value(list).map_err(Problem::internal)?;
        self.store.keep_record(LIST, id, seen, Some(content), Some(by), self.now()).await?;
        Ok(id)
    }

    /// Reads a list that was written down. `job` hears how far it is.
    ///
    /// # Errors
    /// If it cannot be read or was cancelled; nothing of it is kept then.
    pub async fn read_list(
        &self,
        brought: Arc<Brought>,
        plan: ContactPlan,
        (list, terms): (Uuid, ListTerms),
        (import, by): (ImportId, String),
        job: Option<Job>,
    ) -> Answer<ListRead> {
        let intake = self.intake().await?;
        let store = self.store.clone();
        let value = serde_json::to_value(&plan).map_err(Problem::internal)?;
        let name = brought.source.name.clone();
        let new =
            NewImport { id: import, name: name.clone(), files: vec![name], by: Some(by), plan: value, at: self.now() };
        let read = tokio::task::spawn_blocking(move || {
            let reading = Reading { list, terms: &terms, plan: &plan, source: &brought.source, intake };
            run(&store, new, reading, &mut |p| {
                let phase = if p.done < p.total { "reading" } else { "storing" };
                job.as_ref().is_none_or(|job| job.report(phase, p.done, p.total))
            })
        });
        let read: Result<ListRead, Failed> = read.await.map_err(Problem::internal)?;
        let read = read.map_err(Problem::from)?;
        self.store.add_doubts(&read.doubts, self.now()).await?;
        // Leads are not in the log; the deals that the list names again are.
        self.keeper.follow(&self.store, &read.deals).await?;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(1000, 3, Some(333))]
    #[case(1001, 2, Some(501))]
    #[case(0, 2, Some(0))]
    #[case(1000, 0, None)]
    fn cost_of_one(#[case] minor: i64, #[case] n: u64, #[case] expected: Option<i64>) {
        let money = Money { minor, currency: "EUR".into() };
        assert_eq!(per(&money, n).map(|money| money.minor), expected);
    }
}

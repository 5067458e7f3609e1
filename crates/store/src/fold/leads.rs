//! What is kept beside the states of deals, to find leads and their people quickly.

use model::{
    deal::field,
    lead::{ContactKey, LeadState, attribute, contact_keys},
};

use super::Folded;
use crate::{
    bulk::{Bulk, Column},
    db::{Tx, owned, sql},
    error::Result,
};

/// Writes for deals that were folded by what their people are found, and what lists of leads ask for.
pub(super) async fn keep(tx: &mut Tx, folded: &[Folded]) -> Result<()> {
    let all = Bulk::of_ints("no", folded.iter().map(|one| one.no));
    sql("DELETE FROM contacts WHERE deal IN (SELECT no FROM {rows} r)").rows(&all).run(tx).await?;
    sql("DELETE FROM leads WHERE deal IN (SELECT no FROM {rows} r)").rows(&all).run(tx).await?;
    let keys: Vec<(i64, ContactKey)> =
        folded.iter().filter(|one| is_found(one)).flat_map(|one| keys_of(one).map(|key| (one.no, key))).collect();
    if !keys.is_empty() {
        let rows = Bulk::new(vec![
            ("deal", Column::Int(keys.iter().map(|(no, _)| Some(*no)).collect())),
            ("key", Column::Text(keys.iter().map(|(_, key)| Some(owned(&key.key))).collect())),
            ("who", Column::Text(keys.iter().map(|(_, key)| Some(owned(&key.who))).collect())),
        ]);
        sql("INSERT INTO contacts (key, deal, who) SELECT key, deal, who FROM {rows} r").rows(&rows).run(tx).await?;
    }
    keep_leads(tx, folded).await
}

/// True for a lead that is not merged into another one, and for an open deal.
fn is_found(one: &Folded) -> bool {
    let merged = one.lead().is_some_and(|lead| lead.state == LeadState::Merged);
    one.count > 0 && one.deal.outcome == model::Outcome::Open && !merged
}

fn keys_of(one: &Folded) -> impl Iterator<Item = ContactKey> {
    contact_keys(&one.deal, &one.people).into_iter()
}

async fn keep_leads(tx: &mut Tx, folded: &[Folded]) -> Result<()> {
    let leads: Vec<_> = folded.iter().filter_map(|one| Some((one, one.lead()?))).collect();
    if leads.is_empty() {
        return Ok(());
    }
    let text =
        |of: &dyn Fn(&Folded) -> String| Column::Text(leads.iter().map(|(one, _)| Some(owned(&of(one)))).collect());
    let attribute = |one: &Folded, name: &str| one.deal.attributes.get(name).cloned().unwrap_or_default();
    let micros = |at: Option<model::Timestamp>| at.map(|at| at.as_microsecond());
    let rows = Bulk::new(vec![
        ("deal", Column::Int(leads.iter().map(|(one, _)| Some(one.no)).collect())),
        ("state", Column::Text(leads.iter().map(|(_, lead)| Some(lead.state.word().to_owned())).collect())),
        ("outcome", text(&|one| one.deal.outcome.word().to_owned())),
        (field::OWNER, text(&|one| one.deal.owner.clone().unwrap_or_default().trim().to_lowercase())),
        (attribute::SOURCE, text(&|one| attribute(one, attribute::SOURCE))),
        (attribute::CAMPAIGN, text(&|one| attribute(one, attribute::CAMPAIGN))),
        (attribute::LIST, text(&|one| attribute(one, attribute::LIST))),
        ("received", Column::Int(leads.iter().map(|(_, lead)| Some(micros(lead.received).unwrap_or(0))).collect())),
        ("assigned", Column::Int(leads.iter().map(|(_, lead)| micros(lead.assigned)).collect())),
        ("rule", Column::Text(leads.iter().map(|(_, lead)| lead.rule.as_deref().map(owned)).collect())),
        ("touched", Column::Int(leads.iter().map(|(one, _)| Some(one.touched.into())).collect())),
        ("minor", Column::Int(leads.iter().map(|(one, _)| one.deal.value.as_ref().map(|v| v.minor)).collect())),
        ("currency", text(&|one| one.deal.value.as_ref().map(|v| v.currency.clone()).unwrap_or_default())),
        ("words", text(&words)),
    ]);
    sql("INSERT INTO leads (deal, state, outcome, owner, source, campaign, list, received, assigned, rule, touched,
         value_minor, currency, words) SELECT deal, state, outcome, owner, source, campaign, list, received, assigned, rule,
         touched = 1, minor, currency, words FROM {rows} r")
    .rows(&rows)
    .run(tx)
    .await?;
    Ok(())
}

/// What a text to look for is compared with.
fn words(one: &Folded) -> String {
    let mut all = vec![one.deal.name.as_str(), one.deal.account.as_deref().unwrap_or_default()];
    let known = [attribute::CONTACT, attribute::EMAIL, attribute::PHONE];
    all.extend(known.iter().filter_map(|name| one.deal.attributes.get(*name)).map(String::as_str));
    all.join("\n").to_lowercase()
}

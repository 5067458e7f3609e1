//! Commitments that lapse: nobody commits an event when a day passes, so once a day all open deals are looked at.

use insight::select::Selection;
use model::{Outcome, event::kind, ids::EventId, language::Language};

use super::{
    NoticeKind,
    following::Watch,
    telling::{Telling, To},
};
use crate::{
    day::{ToDoKind, Today, to_dos},
    deal_view::blank,
    problem::Answer,
    state::App,
};

/// The setting that holds the last day looked at.
const DAY: &str = "notices.lapses";
/// Deals read at a time.
const AT_A_TIME: usize = 500;
/// Open deals looked at, at most.
const MOST: usize = 50_000;

/// Tells of what lapsed, once a day, where the team is.
///
/// # Errors
/// If the database cannot be read or written.
pub async fn look(app: &App) -> Answer<()> {
    let (work, now) = (app.work().await?, app.now());
    let day = work.day(now).to_string();
    if app.store.setting(DAY).await?.and_then(|kept| kept.as_str().map(|kept| kept == day)) == Some(true) {
        return Ok(());
    }
    let open = app.on_log(|log| {
        let open = Selection { outcome: vec![Outcome::Open], ..Selection::default() }.deals(log);
        open.into_iter().take(MOST).map(|deal| log.deal_id(deal)).collect::<Vec<_>>()
    });
    // the log is being built: another time
    let Ok(open) = open.await else { return Ok(()) };
    let (processes, watch) = (app.processes().await?, Watch::load(app).await?);
    let today = Today { now, work: &work, ahead: 0, language: Language::En };
    for some in open.chunks(AT_A_TIME) {
        let mut events = app.store.events_of(some).await?;
        for deal in app.store.deals(some).await? {
            let Some(active) = processes.of_deal(&deal) else { continue };
            let events = events.remove(&deal.id).unwrap_or_default();
            let agreed = events.iter().any(|event| event.kind == kind::COMMITMENT_AGREED);
            let due = if agreed { to_dos(active.of_deal(&deal).0, &deal, &events, today) } else { Vec::new() };
            for lapsed in due.iter().filter(|t| t.kind == ToDoKind::Commitment && t.overdue) {
                let until = lapsed.due.map(|due| work.day(due).to_string()).unwrap_or_default();
                let says = format!("{}: “{}” was agreed for {until} and is not done", deal.name, lapsed.what);
                let telling = Telling { kind: NoticeKind::CommitmentLapsed, to: vec![To::Owner], says };
                let mut event = blank(deal.id, now);
                event.id = EventId::of_key(&format!("lapsed:{}:{}:{until}", deal.id, lapsed.item));
                watch.pass_on(app, &telling, &deal, &event).await?;
            }
        }
    }
    Ok(app.store.set_setting(DAY, day.into()).await?)
}

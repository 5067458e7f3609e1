//! What the events of some deals say, read from the store once.

use std::{collections::HashMap, sync::Arc};

use model::{
    Deal,
    commission::{Told, told},
    ids::DealId,
};

use super::picture::Seen;
use crate::{problem::Answer, state::App, work::Work};

/// Deals whose events are read at a time.
const AT_A_TIME: usize = 500;

/// What was read, with the mark of the events that it was read from.
pub type Known = HashMap<DealId, (u64, Arc<Told>)>;

/// Reads the events of the deals of which more is to know than the log says, as far as they changed.
pub async fn read(app: &App, deals: &[Seen], work: &Work, known: &mut Known) -> Answer<()> {
    let fresh = |deal: &&Seen| deal.events.is_some_and(|mark| known.get(&deal.id).is_none_or(|(of, _)| *of != mark));
    let wanted: Vec<(DealId, String, u64)> =
        deals.iter().filter(fresh).map(|deal| (deal.id, deal.key.clone(), deal.events.unwrap_or_default())).collect();
    for some in wanted.chunks(AT_A_TIME) {
        let ids: Vec<DealId> = some.iter().map(|(id, ..)| *id).collect();
        let mut events = app.store.events_of(&ids).await?;
        for (id, key, mark) in some {
            let own = events.remove(id).unwrap_or_default();
            let said = told(&Deal::new(*id, key.as_str()), &own, |at| work.day(at));
            known.insert(*id, (*mark, Arc::new(said)));
        }
    }
    Ok(())
}

//! Who may do what about an item, and when.

use super::{Act, Item, State};
use crate::ids::UserId;

/// Who wants to do something.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// Their id.
    pub person: UserId,
    /// They lead the team: managers and owners.
    pub leads: bool,
}

/// Why something is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is for others to do.
    NotTheirs(&'static str),
    /// It is not as it stands now.
    NotNow(&'static str),
}

/// Whether an act is possible, and adds anything.
///
/// `followers`: how many others were joined into the item.
///
/// # Errors
/// Why it is not possible.
pub fn allow(item: &Item, followers: usize, act: &Act, who: Standing) -> Result<bool, Refusal> {
    use Refusal::{NotNow, NotTheirs};
    let is_author = item.author.id == who.person;
    let decides = who.leads || item.owner.as_ref().is_some_and(|owner| owner.id == who.person);
    let must = |holds: bool, refusal: Refusal| if holds { Ok(()) } else { Err(refusal) };
    let authors_own = || must(is_author, NotTheirs("Only who said it may do this."));
    let deciding = || must(decides, NotTheirs("Managers and who sees to it decide this. You can add a comment."));
    let leading = || must(who.leads, NotTheirs("Managers join what says the same."));
    let here = || must(item.joined.is_none(), NotNow("It was joined to another one. Go on there, or part them first."));
    let there = || must(item.state != State::Withdrawn, NotNow("Its author took it back."));
    let open = || must(item.state.is_open(), NotNow("It is settled. Reopen it to go on."));
    let alone = item.me_too.is_empty() && followers == 0;
    match act {
        Act::Said { .. } => Err(NotNow("It was said already.")),
        Act::Reworded { .. } => {
            authors_own()?;
            here()?;
            there()?;
            must(item.state == State::Open, NotNow("It was answered already. Add a comment instead."))?;
            must(
                alone && item.commented.is_empty(),
                NotNow("Others have joined in, and agreed to these words. Add a comment instead."),
            )?;
            Ok(true)
        }
        Act::MeToo => {
            here()?;
            there()?;
            open()?;
            Ok(!is_author && !item.is_held_up(who.person))
        }
        Act::NotMe => {
            there()?;
            Ok(item.is_held_up(who.person))
        }
        Act::Commented { .. } => {
            here()?;
            there()?;
            open()?;
            Ok(true)
        }
        Act::TakenUp { owner, until } => {
            deciding()?;
            here()?;
            there()?;
            open()?;
            let same = item.owner.as_ref().is_some_and(|before| before.id == owner.id) && item.until == *until;
            Ok(!(item.state == State::TakenUp && same))
        }
        Act::Done { .. } | Act::Declined { .. } => {
            deciding()?;
            here()?;
            there()?;
            open()?;
            Ok(true)
        }
        Act::Reopened { .. } => {
            must(decides || is_author, NotTheirs("Who said it, who sees to it and managers may reopen it."))?;
            here()?;
            there()?;
            must(!item.state.is_open(), NotNow("It is open."))?;
            Ok(true)
        }
        Act::Joined { into } => {
            leading()?;
            here()?;
            there()?;
            must(*into != item.id, NotNow("That is this one itself."))?;
            must(followers == 0, NotNow("Others are joined to this one. Join the other one to this instead."))?;
            Ok(true)
        }
        Act::Parted => {
            leading()?;
            Ok(item.joined.is_some())
        }
        Act::Withdrawn => {
            authors_own()?;
            here()?;
            must(item.state != State::Withdrawn, NotNow("You took it back already."))?;
            open()?;
            must(alone, NotNow("Others are held up by it too, so it stays. Add a comment instead."))?;
            Ok(true)
        }
        Act::Restored => {
            authors_own()?;
            Ok(item.state == State::Withdrawn)
        }
    }
}

/// Whether an item can take in another one.
///
/// # Errors
/// Why not.
pub fn takes_in(target: &Item, other: &Item) -> Result<(), Refusal> {
    if target.joined.is_some() {
        return Err(Refusal::NotNow("The other one is joined to a third. Join it to that."));
    }
    if !target.counts() {
        return Err(Refusal::NotNow("The other one was taken back."));
    }
    if target.kind.is_negative() != other.kind.is_negative() {
        return Err(Refusal::NotNow("One is praise and the other is not. Keep them apart."));
    }
    Ok(())
}

//! Who hears of what is done about an item.

use model::{
    feedback::{Act, Fact, Item},
    ids::UserId,
};
use serde_json::json;

use super::Saved;
use crate::{
    live::News,
    notify::{
        NoticeKind,
        following::{Watch, show},
    },
    problem::Answer,
    state::App,
};

/// Who is told what of a fact: the one who sees to it hears that they do, and what others say; who said it, or is held up
/// too, hears what becomes of it. Nobody hears of what they did themselves, or of one fact twice. Pure.
pub fn told(item: &Item, followers: &[&Item], fact: &Fact) -> Vec<(UserId, NoticeKind, String)> {
    let by = &fact.by.name;
    let words = format!("“{}” ({})", shortened(&item.words), item.place.stage_name);
    let behind = |text: &str| if text.is_empty() { String::new() } else { format!(": {}", shortened(text)) };
    let held: Vec<UserId> = model::feedback::held_up(item, followers.iter().copied()).iter().map(|p| p.id).collect();
    let author = [item.author.id];
    let owner = item.owner.as_ref().map(|owner| owner.id);
    let mut all: Vec<(UserId, NoticeKind, String)> = Vec::new();
    let mut tell = |people: &[UserId], kind: NoticeKind, says: String| {
        for person in people.iter().filter(|person| **person != fact.by.id) {
            if all.iter().all(|(other, ..)| other != person) {
                all.push((*person, kind, says.clone()));
            }
        }
    };
    let (owned, answered) = (NoticeKind::FeedbackOwned, NoticeKind::FeedbackAnswered);
    match &fact.act {
        Act::TakenUp { owner, until } => {
            let until = until.map(|day| format!(" by {day}")).unwrap_or_default();
            tell(&[owner.id], owned, format!("{by} asks you to see to {words}{until}"));
            tell(&held, answered, format!("{} sees to what you said{until}: {words}", owner.name));
        }
        Act::Done { words: what } => {
            tell(&held, answered, format!("Done, thanks to you: {words}{}", behind(what)));
            tell(&owner.map_or(Vec::new(), |o| vec![o]), owned, format!("{by} settled {words}{}", behind(what)));
        }
        Act::Declined { words: why } => {
            tell(&held, answered, format!("Thank you. Nothing is changed about {words}{}", behind(why)));
            tell(&owner.map_or(Vec::new(), |o| vec![o]), owned, format!("{by} declined {words}{}", behind(why)));
        }
        Act::Reopened { words: why } => {
            tell(&owner.map_or(Vec::new(), |o| vec![o]), owned, format!("{by} reopened {words}{}", behind(why)));
            tell(&author, answered, format!("{by} reopened {words}{}", behind(why)));
        }
        Act::Commented { words: what } => {
            tell(&author, answered, format!("{by} wrote about {words}{}", behind(what)));
            tell(&owner.map_or(Vec::new(), |o| vec![o]), owned, format!("{by} wrote about {words}{}", behind(what)));
        }
        Act::Joined { .. } => tell(&author, answered, format!("{by} found that others say the same as {words}")),
        Act::Said { .. }
        | Act::Reworded { .. }
        | Act::MeToo
        | Act::NotMe
        | Act::Parted
        | Act::Withdrawn
        | Act::Restored => {}
    }
    all
}

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(100) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// Tells of the last fact of an item, in the program, by mail and by webhook, as each wants it.
///
/// # Errors
/// If the database cannot be written.
pub async fn tell(app: &App, saved: &Saved) -> Answer<()> {
    let Some(fact) = saved.facts.last() else { return Ok(()) };
    let all = app.feedback().await?;
    let followers: Vec<&Item> =
        all.iter().map(|other| &other.item).filter(|other| other.joined == Some(saved.item.id)).collect();
    let telling = told(&saved.item, &followers, fact);
    if telling.is_empty() {
        return Ok(());
    }
    let watch = Watch::load(app).await?;
    let mut shown = false;
    for (person, kind, says) in &telling {
        if !watch.knows(*person) {
            continue;
        }
        shown |= show(app, *person, (*kind, says), (fact.id, fact.at), None).await?;
    }
    if shown {
        app.live.tell(News::Notices);
    }
    for kind in [NoticeKind::FeedbackOwned, NoticeKind::FeedbackAnswered] {
        if let Some((.., says)) = telling.iter().find(|(_, other, _)| *other == kind) {
            let more = json!({ "feedback": { "id": saved.item.id, "fact": fact } });
            watch.deliver(app, (kind, says), (fact.id, fact.at), &more).await?;
        }
    }
    app.notify.committed.notify_one();
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use model::{
        Timestamp,
        feedback::{Kind, Person, Place},
    };
    use rstest::rstest;

    use uuid::Uuid;

    use super::*;

    fn person(name: &str) -> Person {
        Person { id: UserId::of_key(name), name: name.into() }
    }

    fn fact(by: &str, act: Act) -> Fact {
        Fact { id: Uuid::now_v7(), at: Timestamp::UNIX_EPOCH, by: person(by), act }
    }

    fn done() -> Act {
        Act::Done { words: "A new deck".into() }
    }

    fn taken_up(owner: &str) -> Act {
        Act::TakenUp { owner: person(owner), until: Some("2026-12-24".parse().unwrap()) }
    }

    #[rstest]
    #[case("the owner and who said it", "Max", taken_up("Eva"), &["Eva", "Rita", "Ron"])]
    #[case("not who takes it up themselves", "Max", taken_up("Max"), &["Rita", "Ron"])]
    #[case("one word for who is both", "Max", taken_up("Rita"), &["Rita", "Ron"])]
    #[case("all that are held up", "Max", done(), &["Rita", "Ron"])]
    #[case("not who did it", "Rita", done(), &["Ron"])]
    #[case("a comment goes to who said it", "Ron", Act::Commented { words: "Yes".into() }, &["Rita"])]
    #[case("a me too is quiet", "Eva", Act::MeToo, &[])]
    fn who_hears(#[case] what: &str, #[case] by: &str, #[case] act: Act, #[case] expected: &[&str]) {
        let place =
            Place { process: "p".into(), version: Some(1), stage: "s".into(), stage_name: "Demo".into(), part: None };
        let said = Act::Said { kind: Kind::Hinders, words: "Slow".into(), place, deal: None };
        let last = fact(by, act);
        let item = Item::of(Uuid::nil(), &[fact("Rita", said), fact("Ron", Act::MeToo), last.clone()]).unwrap();
        let heard: Vec<UserId> = told(&item, &[], &last).into_iter().map(|(person, ..)| person).collect();
        assert_eq!(heard, expected.iter().map(|name| UserId::of_key(name)).collect::<Vec<_>>(), "{what}");
    }
}

//! Who is told what of an event. Pure.

use model::{Deal, Event, Side, deal::field, event::kind};

use super::NoticeKind;
use crate::permission::Role;

/// Who is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// Who owns the deal.
    Owner,
    /// Who may approve: owners and managers of the workspace.
    Leads,
    /// Who is named.
    Named(String),
}

/// Something to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    /// What kind of thing.
    pub kind: NoticeKind,
    /// Who is told.
    pub to: Vec<To>,
    /// In words.
    pub says: String,
}

/// What is told of an event; `None` of most. `events` are those of the deal.
pub fn telling(event: &Event, deal: &Deal, events: &[Event]) -> Option<Telling> {
    let by = event.actor.as_deref().map(str::trim).filter(|by| !by.is_empty());
    let of = |name: &str| event.attributes.get(name).map(|v| v.trim()).filter(|v| !v.is_empty());
    let deal_name = match deal.account.as_deref().filter(|account| !account.trim().is_empty() && *account != deal.name)
    {
        Some(account) => format!("{} ({account})", deal.name),
        None => deal.name.clone(),
    };
    let prospect = by.unwrap_or("The prospect");
    let rep = by.unwrap_or("Somebody");
    let behind = |text: Option<&str>| text.map(|text| format!(": {}", shortened(text))).unwrap_or_default();
    let tell = |kind, to: To, says: String| Some(Telling { kind, to: vec![to], says });
    match event.kind.as_str() {
        kind::EMAIL_RECEIVED if event.side == Side::Prospect => {
            tell(NoticeKind::Reply, To::Owner, format!("{prospect} wrote about {deal_name}{}", behind(of("subject"))))
        }
        kind::EMAIL_BOUNCED => {
            let to = of("contact").unwrap_or("a prospect");
            let says = format!("A mail to {to} about {deal_name} was not delivered{}", behind(of("note")));
            tell(NoticeKind::Undelivered, To::Owner, says)
        }
        kind::QUOTE_VIEWED => tell(NoticeKind::QuoteViewed, To::Owner, format!("{}: {deal_name}", event.activity)),
        kind::QUOTE_ASKED => {
            let says = format!("{prospect} asks about a quote of {deal_name}{}", behind(of("note")));
            tell(NoticeKind::QuoteAsked, To::Owner, says)
        }
        kind::QUOTE_ACCEPTED if event.side == Side::Prospect => {
            tell(NoticeKind::QuoteAccepted, To::Owner, format!("{prospect} accepted a quote of {deal_name}"))
        }
        kind::QUOTE_DECLINED if event.side == Side::Prospect => {
            let says = format!("{prospect} declined a quote of {deal_name}{}", behind(of("note")));
            tell(NoticeKind::QuoteDeclined, To::Owner, says)
        }
        kind::APPROVAL_ASKED => {
            let says = format!("{rep} asks for your approval: {}, {deal_name}", event.activity);
            tell(NoticeKind::ApprovalAsked, To::Leads, says)
        }
        kind::APPROVAL_GRANTED | kind::APPROVAL_DECLINED => {
            let asked = events.iter().rev().filter(|e| e.kind == kind::APPROVAL_ASKED);
            let same = |e: &&Event| e.attributes.get("quote") == event.attributes.get("quote");
            let asker = asked.clone().find(same).or_else(|| asked.clone().next()).and_then(|e| e.actor.clone());
            let mut to = vec![To::Owner];
            to.extend(asker.map(To::Named));
            let says = format!("{}, {deal_name}{}", event.activity, behind(of("note")));
            Some(Telling { kind: NoticeKind::ApprovalDecided, to, says })
        }
        kind::CHANGED | kind::CREATED => {
            let owner = of(field::OWNER)?;
            let says = format!("{deal_name} is yours now{}", by.map(|by| format!(", by {by}")).unwrap_or_default());
            tell(NoticeKind::Assigned, To::Named(owner.to_owned()), says)
        }
        kind::CONSENT_WITHDRAWN => {
            let contact = of("contact").unwrap_or("Somebody");
            let says = format!("{contact} on {deal_name} does not want to be written to any more");
            tell(NoticeKind::Unsubscribed, To::Owner, says)
        }
        _ => None,
    }
}

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(140) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// Whether somebody with this name and role is told. Nobody is told of what they did themselves.
pub fn is_told(telling: &Telling, deal: &Deal, by: Option<&str>, (name, role): (&str, Role)) -> bool {
    let is = |other: Option<&str>| other.is_some_and(|other| other.trim().eq_ignore_ascii_case(name.trim()));
    let meant = |to: &To| match to {
        To::Owner => is(deal.owner.as_deref()),
        To::Leads => matches!(role, Role::Owner | Role::Manager),
        To::Named(other) => is(Some(other)),
    };
    !is(by) && telling.to.iter().any(meant)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use model::{
        Timestamp,
        ids::{DealId, EventId},
    };
    use rstest::rstest;

    use super::*;
    use crate::deal_view::blank;

    fn deal() -> Deal {
        let mut deal = Deal::new(DealId::of_key("1"), "1");
        (deal.name, deal.account, deal.owner) = ("Mill".into(), Some("Acme".into()), Some("Rita Rep".into()));
        deal
    }

    fn event(side: Side, kind: &str, actor: &str, attributes: &[(&str, &str)]) -> Event {
        Event {
            id: EventId::of_key(kind),
            kind: kind.into(),
            activity: format!("Did {kind}"),
            side,
            actor: Some(actor.into()).filter(|a: &String| !a.is_empty()),
            attributes: attributes.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect(),
            ..blank(DealId::of_key("1"), Timestamp::UNIX_EPOCH)
        }
    }

    const PEOPLE: [(&str, Role); 4] =
        [("Olga Owner", Role::Owner), ("Max Manager", Role::Manager), ("Rita Rep", Role::Rep), ("Ron Rep", Role::Rep)];

    #[rstest]
    #[case(Side::Prospect, "email.received", "Ann", &[("subject", "Re:  Hello\nyou")], &["Rita Rep"], "Ann wrote about Mill (Acme): Re: Hello you")]
    #[case(Side::Rep, "email.received", "Ann", &[], &[], "")]
    #[case(Side::System, "email.automatic", "Ann", &[], &[], "")]
    #[case(Side::Prospect, "quote.accepted", "", &[], &["Rita Rep"], "The prospect accepted a quote of Mill (Acme)")]
    #[case(Side::Rep, "approval.asked", "Max Manager", &[], &["Olga Owner"], "Max Manager asks for your approval: Did approval.asked, Mill (Acme)")]
    #[case(Side::Rep, "approval.granted", "Olga Owner", &[("quote", "q")], &["Rita Rep", "Ron Rep"], "Did approval.granted, Mill (Acme)")]
    #[case(Side::Rep, "deal.changed", "Max Manager", &[("owner", "ron rep ")], &["Ron Rep"], "Mill (Acme) is yours now, by Max Manager")]
    #[case(Side::Rep, "deal.changed", "Ron Rep", &[("owner", "Ron Rep")], &[], "Mill (Acme) is yours now, by Ron Rep")]
    #[case(Side::Rep, "deal.changed", "Max Manager", &[("value", "1")], &[], "")]
    #[case(Side::System, "email.bounced", "", &[("contact", "ann@acme.com"), ("note", "550 no")], &["Rita Rep"], "A mail to ann@acme.com about Mill (Acme) was not delivered: 550 no")]
    #[case(Side::Rep, "email.sent", "Rita Rep", &[], &[], "")]
    fn who_is_told_what(
        #[case] side: Side,
        #[case] kind: &str,
        #[case] actor: &str,
        #[case] attributes: &[(&str, &str)],
        #[case] people: &[&str],
        #[case] says: &str,
    ) {
        let asked = event(Side::Rep, "approval.asked", "Ron Rep", &[("quote", "q")]);
        let event = event(side, kind, actor, attributes);
        let found = telling(&event, &deal(), &[asked, event.clone()]);
        assert_eq!(found.as_ref().map(|t| t.says.as_str()).unwrap_or_default(), says);
        let told = |person: &&(&str, Role)| {
            found.as_ref().is_some_and(|t| is_told(t, &deal(), event.actor.as_deref(), **person))
        };
        let names: Vec<&str> = PEOPLE.iter().filter(told).map(|(name, _)| *name).collect();
        assert_eq!(names, people);
    }
}

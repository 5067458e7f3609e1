//! Making a brief fit on one page: what comes last in a list goes first, and it is told.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Brief;
use crate::words::counted;

/// How much is shown: letters in pt, lines of a list, letters of a text (wide ones are two).
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub size: f64,
    pub items: usize,
    pub letters: usize,
}

const fn room(size: f64, items: usize, letters: usize) -> Room {
    Room { size, items, letters }
}

/// From everything in comfortable letters down to what fits whatever was typed.
pub(super) const ROOMS: [Room; 10] = [
    room(10.5, usize::MAX, usize::MAX),
    room(9.8, usize::MAX, usize::MAX),
    room(9.2, usize::MAX, usize::MAX),
    room(9.2, 6, 320),
    room(9.0, 5, 220),
    room(9.0, 4, 150),
    room(8.8, 3, 110),
    room(8.6, 3, 70),
    room(8.4, 2, 50),
    room(8.0, 1, 40),
];

/// The brief cut to a room, and what was left out, in words.
pub(super) fn cut(brief: &Brief, room: Room) -> (Brief, Vec<String>) {
    let mut left = Vec::new();
    let mut cut = brief.clone();
    let mut few = |count: usize, one: &str, many: &str| {
        if count > room.items {
            left.push(counted((count - room.items) as u64, one, many));
        }
    };
    few(cut.use_cases.len(), "use case", "use cases");
    few(cut.pains.len(), "pain point", "pain points");
    few(cut.objections.len(), "objection", "objections");
    few(cut.proof.len(), "piece of proof", "pieces of proof");
    few(cut.ours.len(), "colleague", "colleagues");
    few(cut.theirs.len(), "attendee", "attendees");
    few(cut.competitors.len(), "competitor", "competitors");
    few(cut.answers.len(), "answer", "answers");
    // An agenda without its end would mislead: it keeps at least what a usual one has.
    let parts = room.items.max(5);
    if cut.agenda.len() > parts {
        left.push(counted((cut.agenda.len() - parts) as u64, "part of the agenda", "parts of the agenda"));
    }
    cut.agenda.truncate(parts);
    for list in [&mut cut.use_cases, &mut cut.pains, &mut cut.competitors] {
        list.truncate(room.items);
    }
    cut.objections.truncate(room.items);
    cut.proof.truncate(room.items);
    cut.ours.truncate(room.items);
    cut.theirs.truncate(room.items);
    cut.answers.truncate(room.items);
    if let Some(persona) = &mut cut.persona {
        // What such people are like is known by heart before what this prospect told us is.
        let few = if room.items == usize::MAX { room.items } else { room.items.saturating_sub(3) };
        [&mut persona.goals, &mut persona.pains, &mut persona.trusts].into_iter().for_each(|list| list.truncate(few));
    }
    if shorten(&mut cut, room.letters) {
        left.push("the ends of long texts".into());
    }
    (cut, left)
}

/// Shortens every text; true if any was. All but the note is set without breaks between its lines.
fn shorten(brief: &mut Brief, letters: usize) -> bool {
    let mut any = false;
    if letters < usize::MAX || brief.note.lines().count() > 8 {
        brief.note = brief.note.replace('\n', " ");
    }
    if brief.note.width() > letters {
        (brief.note, any) = (short(&brief.note, letters), true);
    }
    let mut one = |text: &mut String| {
        if text.contains('\n') {
            *text = text.replace('\n', " ");
        }
        if text.width() > letters {
            (*text, any) = (short(text, letters), true);
        }
    };
    for text in [&mut brief.company, &mut brief.prospect, &mut brief.deal, &mut brief.stage] {
        one(text);
    }
    for list in [&mut brief.use_cases, &mut brief.pains, &mut brief.competitors] {
        list.iter_mut().for_each(&mut one);
    }
    if let Some(meeting) = &mut brief.meeting {
        [&mut meeting.title, &mut meeting.place].into_iter().for_each(&mut one);
    }
    if let Some(persona) = &mut brief.persona {
        [&mut persona.name, &mut persona.role].into_iter().for_each(&mut one);
        let lists = [&mut persona.goals, &mut persona.pains, &mut persona.trusts];
        lists.into_iter().flatten().for_each(&mut one);
    }
    for person in brief.ours.iter_mut().chain(&mut brief.theirs) {
        [&mut person.name, &mut person.part].into_iter().for_each(&mut one);
    }
    for objection in &mut brief.objections {
        [&mut objection.says, &mut objection.answer, &mut objection.proof].into_iter().for_each(&mut one);
    }
    brief.proof.iter_mut().for_each(|proof| one(&mut proof.name));
    for answer in &mut brief.answers {
        [&mut answer.asks, &mut answer.answer].into_iter().for_each(&mut one);
    }
    brief.agenda.iter_mut().for_each(|item| one(&mut item.what));
    any
}

/// Text at most so wide, with an ellipsis where it was cut.
fn short(text: &str, width: usize) -> String {
    let mut left = width.saturating_sub(1);
    let fits = |c: &char| {
        let wide = c.width().unwrap_or(0);
        let fits = wide <= left;
        left = left.saturating_sub(wide);
        fits
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

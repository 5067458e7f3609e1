//! The last won deals on one line of time.

use insight::discover::{LookBack, LookBackDeal};

use super::{Anchor, Drawing, Picture, Tone, WIDTH, ticks};
use crate::words;

const LEFT: f64 = 196.0;
const RIGHT: f64 = 68.0;
const ROW: f64 = 34.0;

/// Each deal as a line from its beginning to its close, its events as marks on it; none without deals.
pub fn timeline(look_back: &LookBack) -> Option<Picture> {
    if look_back.deals.is_empty() {
        return None;
    }
    let (step, count) = ticks(look_back.longest_days, 7);
    let scale = (WIDTH - LEFT - RIGHT) / (step * count as f64);
    let bottom = ROW * look_back.deals.len() as f64 + 4.0;
    let mut drawing = Drawing::new(WIDTH, bottom + 24.0);
    for k in 0..=count {
        let x = LEFT + step * k as f64 * scale;
        drawing.line((x, 0.0), (x, bottom), 1.0, Tone::Grid);
        let label = if k == 0 { "day 0".to_owned() } else { words::days(Some(step * k as f64)) };
        drawing.text((x, bottom + 16.0), Anchor::Middle, 12.0, Tone::Muted, &label);
    }
    for (i, deal) in look_back.deals.iter().enumerate() {
        row(&mut drawing, deal, ROW * i as f64 + ROW / 2.0, scale);
    }
    let told: Vec<String> = look_back.deals.iter().map(|d| format!("{}: {}", name(d), words::days(d.days))).collect();
    Some(drawing.finish(format!("Days from beginning to close of the last won deals. {}.", told.join(", "))))
}

/// What a deal is called: its account, else its name.
pub(super) fn name(deal: &LookBackDeal) -> &str {
    deal.account.as_deref().filter(|a| !a.is_empty()).unwrap_or(&deal.name)
}

fn row(drawing: &mut Drawing, deal: &LookBackDeal, middle: f64, scale: f64) {
    drawing.text((LEFT - 12.0, middle - 2.0), Anchor::End, 13.0, Tone::Ink, &words::short(name(deal), 30));
    let below: Vec<&str> = [deal.owner.as_deref(), deal.product.as_deref()].into_iter().flatten().collect();
    drawing.text((LEFT - 12.0, middle + 11.0), Anchor::End, 11.5, Tone::Muted, &words::short(&below.join(" · "), 36));
    let Some(days) = deal.days.filter(|d| d.is_finite()) else {
        return drawing.text((LEFT, middle + 4.0), Anchor::Start, 12.0, Tone::Muted, "no dates");
    };
    drawing.bar((LEFT, middle - 2.0), (days * scale, 4.0), 2.0, Tone::Open, 0.5);
    for mark in &deal.marks {
        let at = (LEFT + mark.day.clamp(0.0, days.max(0.0)) * scale, middle);
        match mark.kind.as_str() {
            "won" => drawing.dot(at, 5.0, Tone::Won, true),
            "lost" => drawing.dot(at, 5.0, Tone::Lost, true),
            "stage" => drawing.dot(at, 4.0, Tone::Accent, true),
            _ => drawing.dot(at, 3.0, Tone::Open, false),
        }
    }
    let end = LEFT + days * scale;
    drawing.text((end + 10.0, middle + 4.0), Anchor::Start, 12.5, Tone::Ink, &words::days_long(days));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_deals_no_picture() {
        assert_eq!(timeline(&LookBack::default()), None);
    }
}

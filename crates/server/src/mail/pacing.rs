//! How fast mails go out, and when one is tried again.

use jiff::SignedDuration;
use model::Timestamp;

/// Minutes until the next try, after so many.
const WAITS: [i64; 8] = [1, 5, 15, 60, 120, 240, 480, 720];

/// When to try again after `tries`; `None` once it is enough.
pub fn again(tries: i64, now: Timestamp) -> Option<Timestamp> {
    let wait = usize::try_from(tries - 1).ok().and_then(|nth| WAITS.get(nth))?;
    now.checked_add(SignedDuration::from_mins(*wait)).ok()
}

/// When the next mail may go, by the times at which mails went within the last day: now, or once there is room.
pub fn room(sent: &[Timestamp], per_hour: u32, per_day: u32, now: Timestamp) -> Timestamp {
    let after = |most: u32, within: SignedDuration| {
        let since = now.checked_sub(within).unwrap_or(now);
        let mut inside: Vec<Timestamp> = sent.iter().copied().filter(|at| *at > since).collect();
        inside.sort_unstable();
        // the one that has to leave the window for another to come in
        let leaves = inside.len().checked_sub(most as usize).and_then(|at| inside.get(at));
        leaves.and_then(|at| at.checked_add(within).ok())
    };
    let hour = after(per_hour, SignedDuration::from_hours(1));
    let day = after(per_day, SignedDuration::from_hours(24));
    hour.max(day).unwrap_or(now).max(now)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use rstest::rstest;

    use super::*;

    fn at(text: &str) -> Timestamp {
        format!("2026-03-{text}:00Z").parse().unwrap()
    }

    #[rstest]
    #[case("nothing was sent", &[], "11T10:00")]
    #[case("one was", &["11T09:30"], "11T10:00")]
    #[case("two within the hour: once the first is an hour old", &["11T09:10", "11T09:30"], "11T10:10")]
    #[case("three: once the second is", &["11T09:10", "11T09:30", "11T09:40"], "11T10:30")]
    #[case("two, one of them over an hour ago", &["11T08:50", "11T09:30"], "11T10:00")]
    #[case("four within the day", &["10T11:00", "10T12:00", "10T13:00", "11T08:00"], "11T11:00")]
    fn pace(#[case] _says: &str, #[case] sent: &[&str], #[case] expected: &str) {
        let sent: Vec<Timestamp> = sent.iter().map(|text| at(text)).collect();
        assert_eq!(room(&sent, 2, 4, at("11T10:00")), at(expected));
    }

    #[rstest]
    #[case(1, Some("11T10:01"))]
    #[case(2, Some("11T10:05"))]
    #[case(8, Some("11T22:00"))]
    #[case(9, None)]
    #[case(0, None)]
    fn when_to_try_again(#[case] tries: i64, #[case] expected: Option<&str>) {
        assert_eq!(again(tries, at("11T10:00")), expected.map(at));
    }
}

//! Mailboxes and calendars become touchpoints of the deals they belong to.

use std::{collections::BTreeMap, fs};

use import::{KnownDeals, Plan, Report, Source, recognise, report::MailReport};
use model::Timestamp;
use rstest::rstest;

use crate::sink::Kept;

const DEALS: &str = "\
deal_id,deal_name,account,owner,stage,created_at,closed_at,outcome,contact_email,contact_role
A1,Acme first,Acme,Jo Hall,Won,2026-01-10,2026-02-20,won,ann@acme.com,decision maker
B1,Beta first,Beta,Max Ray,Proposal,2026-01-15,,open,bob@beta.io,engineer
G1,Gus shop,Gus,Jo Hall,Lost,2026-01-05,2026-02-01,lost,gus@gmail.com,owner
";

fn now() -> Timestamp {
    "2026-03-01T00:00:00Z".parse().unwrap()
}

/// What came out of the deals above together with these files.
struct Read {
    plan: Plan,
    kept: Kept,
    report: Report,
    _folder: tempfile::TempDir,
}

impl Read {
    fn mail(&self) -> &MailReport {
        self.report.mail.as_ref().unwrap()
    }

    /// `deal kind side time actor role`, of what came out of mailboxes and calendars.
    fn touches(&self) -> Vec<String> {
        let via = |e: &&crate::sink::Event| e.attributes.contains_key("via");
        let events = self.kept.events.iter().filter(via);
        let line = |e: &crate::sink::Event| {
            let role = e.attributes.get("role").map(String::as_str).unwrap_or("-");
            let (side, actor) = (format!("{:?}", e.side).to_lowercase(), e.actor.as_deref().unwrap_or("-"));
            format!("{} {} {side} {} {actor} ({role})", e.deal, e.kind, e.at.unwrap().strftime("%m-%dT%H:%M"))
        };
        events.map(line).collect()
    }
}

fn read_with(files: &[(&str, &[u8])], change: impl Fn(&mut Plan)) -> Read {
    let folder = tempfile::tempdir().unwrap();
    let mut sources = Vec::new();
    for (name, bytes) in [("deals.csv", DEALS.as_bytes())].iter().chain(files) {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        sources.push(Source::new(*name, path));
    }
    let mut plan = recognise(&sources).unwrap();
    change(&mut plan);
    let mut kept = Kept::default();
    let mut rejects = Vec::new();
    let known = KnownDeals::new(now());
    let report =
        import::read_knowing(&plan, &sources, known, &mut kept, &mut |_| true, &mut |r| rejects.push(r)).unwrap();
    kept.rejects = rejects;
    Read { plan, kept, report, _folder: folder }
}

fn read(mailbox: &str) -> Read {
    read_with(&[("box.mbox", mailbox.as_bytes())], |_| {})
}

/// A message in a mailbox: headers by name, with a date in February unless given.
fn letter(headers: &str) -> String {
    let has = |name: &str| headers.lines().any(|l| l.starts_with(name));
    let date = if has("Date:") { "" } else { "Date: Tue, 03 Feb 2026 10:00:00 +0100\n" };
    format!("From x@y.z Tue Feb  3 10:00:00 2026\n{headers}\n{date}\nSome text\n\n")
}

const SENT: &str = "From: Jo Hall <jo@our.co>\nTo: Ann Lee <ann@acme.com>\nSubject: Offer\nMessage-ID: <1@our.co>";
const BACK: &str = "From: \"Lee, Ann\" <Ann@Acme.com>\nTo: jo@our.co\nCc: cfo@acme.com\nSubject: =?utf-8?q?Re:_Offer_=E2=82=AC?=\n\
                    Message-ID: <2@acme.com>\nIn-Reply-To: <1@our.co>\nReferences: <1@our.co>";

#[test]
fn who_wrote_to_whom() {
    let read = read(&(letter(SENT) + &letter(BACK)));
    assert_eq!(read.plan.mail.team, ["our.co"]);
    assert!(read.plan.questions.iter().any(|q| q.text.contains("our.co (it takes part in 2 of 2")), "{:?}", read.plan);
    assert_eq!(
        read.touches(),
        [
            "A1 email.sent rep 02-03T09:00 Jo Hall (decision maker)",
            "A1 email.received prospect 02-03T09:00 Lee, Ann (decision maker)"
        ]
    );
    let answer = &read.kept.events.iter().find(|e| e.kind == "email.received").unwrap();
    let expected: BTreeMap<String, String> = [
        ("via", "mailbox"),
        ("linked", "person"),
        ("message", "2@acme.com"),
        ("answers", "1@our.co"),
        ("from", "ann@acme.com"),
        ("role", "decision maker"),
        ("subject", "Re: Offer €"),
    ]
    .map(|(n, v)| (n.to_owned(), v.to_owned()))
    .into();
    assert_eq!(answer.attributes, expected);
    assert_eq!(answer.key.as_deref(), Some("mail:2@acme.com"));
}

#[test]
fn the_same_message_in_two_mailboxes_is_one_event() {
    let (jo, sent) = (letter(SENT) + &letter(BACK), letter(SENT));
    let read = read_with(&[("jo.mbox", jo.as_bytes()), ("sent.mbox", sent.as_bytes())], |_| {});
    assert_eq!(read.touches().len(), 2);
    assert_eq!((read.mail().repeated, read.report.rows.duplicates), (1, 1));
}

#[rstest]
#[case("internal", "From: jo@our.co\nTo: max@our.co", |m: &MailReport| m.internal)]
#[case("no reader", "From: jo@our.co\nTo: undisclosed-recipients:;", |m: &MailReport| m.internal)]
#[case("out of office", "From: ann@acme.com\nTo: jo@our.co\nAuto-Submitted: auto-replied", |m: &MailReport| m.automatic)]
#[case("bounce", "From: MAILER-DAEMON@mx.acme.com\nTo: jo@our.co", |m: &MailReport| m.automatic)]
#[case("newsletter", "From: news@shop.com\nTo: jo@our.co\nList-Unsubscribe: <mailto:x@shop.com>", |m: &MailReport| m.automatic)]
#[case("robot", "From: no-reply@acme.com\nTo: jo@our.co", |m: &MailReport| m.automatic)]
#[case("junk", "From: ann@acme.com\nTo: jo@our.co\nX-Gmail-Labels: Spam,Unread", |m: &MailReport| m.discarded)]
#[case("deleted", "From: ann@acme.com\nTo: jo@our.co\nX-Mozilla-Status: 0009", |m: &MailReport| m.discarded)]
#[case("stranger", "From: Who <who@else.org>\nTo: jo@our.co", |m: &MailReport| m.unknown)]
#[case("too early", "From: ann@acme.com\nTo: jo@our.co\nDate: Tue, 03 Jun 2025 10:00:00 +0000", |m: &MailReport| m.out_of_time)]
#[case("two deals", "From: jo@our.co\nTo: ann@acme.com, bob@beta.io", |m: &MailReport| m.ambiguous - 1)]
fn left_out(#[case] _case: &str, #[case] headers: &str, #[case] count: fn(&MailReport) -> u64) {
    // the owner of one of two deals would tell which, so somebody else writes
    let headers = headers.replace("jo@our.co\nTo: ann@acme.com, bob", "zoe@our.co\nTo: ann@acme.com, bob");
    let read = read(&(letter(SENT) + &letter(&(headers + "\nMessage-ID: <9@x.y>"))));
    assert_eq!(read.touches().len(), 1, "{:?}", read.touches());
    let expected = if count(read.mail()) == 0 { read.mail().ambiguous } else { count(read.mail()) };
    assert_eq!(expected, 1, "{:?}", read.mail());
    assert_eq!(read.report.rows.rejected, 0);
}

#[test]
fn lists_of_a_known_person_and_of_our_own_count() {
    let listed = "From: ann@acme.com\nTo: sales@our.co\nList-Id: <sales.our.co>\nPrecedence: list\nMessage-ID: <5@x.y>";
    let tool = "From: jo@our.co\nTo: gus@gmail.com\nDate: Tue, 20 Jan 2026 10:00:00 +0000\nList-Unsubscribe: <x>\nMessage-ID: <6@x.y>";
    let read = read(&(letter(listed) + &letter(tool)));
    assert_eq!(
        read.touches(),
        [
            "A1 email.received prospect 02-03T09:00 ann@acme.com (decision maker)",
            "G1 email.sent rep 01-20T10:00 jo@our.co (owner)"
        ]
    );
}

#[test]
fn strangers_are_listed_with_first_and_last() {
    let who = |n: u32, day: &str| {
        letter(&format!(
            "From: Who <who@else.org>\nTo: jo@our.co\nMessage-ID: <s{n}@else.org>\nDate: {day} Feb 2026 10:00:00 +0000"
        ))
    };
    let read = read(&(letter(SENT) + &who(1, "05") + &who(2, "02") + &who(3, "09")));
    let strangers = &read.mail().strangers;
    assert_eq!(strangers.len(), 1);
    assert_eq!(
        (strangers[0].address.as_str(), strangers[0].name.as_str(), strangers[0].messages),
        ("who@else.org", "Who", 3)
    );
    assert_eq!(strangers[0].first, "2026-02-02T10:00:00Z".parse().unwrap());
    assert_eq!(strangers[0].last, "2026-02-09T10:00:00Z".parse().unwrap());
    let note = read.report.notes.iter().find(|n| n.contains("on no deal")).unwrap();
    assert!(note.contains("4 messages and 0 meetings read: 1 linked to 1 deals (1 email.sent)"), "{note}");
}

#[rstest]
#[case("none, but received", "Received: from a by b; Wed, 04 Feb 2026 08:00:00 +0000", "02-04T08:00")]
#[case("none at all: the line above", "X-None: x", "02-03T10:00")]
#[case("of 1970", "Date: Thu, 01 Jan 1970 00:00:00 +0000", "02-03T10:00")]
#[case(
    "of 2040",
    "Date: Thu, 05 Jan 2040 00:00:00 +0000\nReceived: by b; Wed, 04 Feb 2026 08:00:00 +0000",
    "02-04T08:00"
)]
#[case(
    "a clock that is ahead",
    "Date: Sat, 14 Feb 2026 00:00:00 +0000\nReceived: by b; Wed, 04 Feb 2026 08:00:00 +0000",
    "02-04T08:00"
)]
#[case("nonsense", "Date: yesterday", "02-03T10:00")]
fn odd_dates(#[case] _case: &str, #[case] headers: &str, #[case] expected: &str) {
    let text = format!(
        "From x@y.z Tue Feb  3 10:00:00 2026\nFrom: ann@acme.com\nTo: jo@our.co\nMessage-ID: <d@x.y>\n{headers}\n\nHi\n\n"
    );
    let read = read(&(letter(SENT) + &text));
    assert_eq!(
        read.touches().last().unwrap(),
        &format!("A1 email.received prospect {expected} ann@acme.com (decision maker)")
    );
}

#[test]
fn broken_messages_are_told_and_the_rest_is_read() {
    let mut text = letter(SENT).into_bytes();
    text.extend(b"From x@y.z Tue Feb  3 10:00:00 2026\nTo: jo@our.co\nSubject: no writer\n\nx\n\n");
    text.extend(b"From x@y.z once upon 10:00\nFrom: ann@acme.com\nTo: jo@our.co\nDate: never\n\nx\n\n");
    text.extend(b"From x@y.z Tue Feb  3 10:00:00 2026\n\xff\xfe\x00\x01 garbage\n\n");
    text.extend(b"From x@y.z Tue Feb  3 10:00:00 2026\nFrom: J\xfcrgen <ann@acme.com>\nTo: jo@our.co\nSubject: \xe4\xf6\nDate: Tue, 03 Feb 2026 10:00:00 +0100\n\
                  Content-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\n");
    let read = read_with(&[("box.mbox", &text)], |_| {});
    assert_eq!(read.touches().len(), 2, "{:?}", read.touches());
    let told: Vec<(u64, &str)> = read.kept.rejects.iter().map(|r| (r.line, r.column.as_str())).collect();
    assert_eq!(told, [(10, "From"), (16, "Date"), (23, "")]);
    assert!(read.kept.rejects.iter().all(|r| r.reason.contains("message")));
}

#[test]
fn subjects_and_bodies_are_kept_as_asked() {
    let event = |change: fn(&mut Plan)| {
        let read = read_with(&[("box.mbox", letter(SENT).as_bytes())], change);
        let event = read.kept.events.iter().find(|e| e.attributes.contains_key("via")).unwrap();
        (event.attributes.get("subject").cloned(), event.attributes.get("body").cloned())
    };
    assert_eq!(event(|_| {}), (Some("Offer".into()), None));
    assert_eq!(event(|p| p.mail.subjects = false), (None, None));
    assert_eq!(event(|p| p.mail.bodies = true), (Some("Offer".into()), Some("Some text".into())));
}

#[test]
fn a_single_message_and_a_compressed_mailbox() {
    use std::io::Write;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(letter(SENT).as_bytes()).unwrap();
    let single = format!(
        "Received: by x; Tue, 03 Feb 2026 09:00:00 +0000\r\n{}\r\nDate: Tue, 03 Feb 2026 10:00:00 +0100\r\n\r\nHi\r\n",
        BACK.replace('\n', "\r\n")
    );
    let read = read_with(&[("takeout.mbox.gz", &packed.finish().unwrap()), ("one.eml", single.as_bytes())], |_| {});
    assert_eq!(read.touches().len(), 2);
}

#[test]
fn a_mailbox_without_deals_is_told_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("box.mbox");
    fs::write(&path, letter(SENT)).unwrap();
    let sources = [Source::new("box.mbox", path)];
    let plan = recognise(&sources).unwrap();
    let end = import::read(&plan, &sources, &mut Kept::default(), &mut |_| true, &mut |_| {});
    assert!(end.unwrap_err().to_string().contains("give their export together with the mailbox"));
}

/// A calendar with these events, times without a zone in Berlin.
fn calendar(events: &str) -> String {
    let lines = format!("BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n");
    lines.replace('\n', "\r\n")
}

fn meeting(properties: &str) -> String {
    format!("BEGIN:VEVENT\nORGANIZER;CN=Jo Hall:mailto:jo@our.co\n{properties}\nEND:VEVENT\n")
}

fn read_calendar(events: &str) -> Read {
    read_with(&[("box.ics", calendar(events).as_bytes())], |plan| {
        plan.zone = "Europe/Berlin".into();
        plan.mail.team = vec!["our.co".into()];
    })
}

const ANN: &str = "ATTENDEE;CN=Ann Lee;PARTSTAT=ACCEPTED:MAILTO:ann@acme.com";

#[rstest]
#[case("in UTC", "DTSTART:20260203T090000Z", "02-03T09:00")]
#[case("in a named zone", "DTSTART;TZID=America/New_York:20260203T090000", "02-03T14:00")]
#[case("as Outlook names zones", "DTSTART;TZID=Eastern Standard Time:20260203T090000", "02-03T14:00")]
#[case("without a zone: as the plan says", "DTSTART:20260203T090000", "02-03T08:00")]
#[case("a whole day", "DTSTART;VALUE=DATE:20260203", "02-02T23:00")]
fn times_of_meetings(#[case] _case: &str, #[case] start: &str, #[case] expected: &str) {
    let read = read_calendar(&meeting(&format!("UID:1\n{start}\nSUMMARY:Demo\n{ANN}")));
    let last = read.touches().pop().unwrap();
    assert_eq!(last, format!("A1 meeting.attended prospect {expected} Ann Lee (decision maker)"));
    let demo = read.kept.events.iter().find(|e| e.kind == "meeting.attended").unwrap();
    assert_eq!(demo.attributes.get("tag").map(String::as_str), Some("demo"), "{demo:?}");
}

#[test]
fn a_zone_that_only_the_calendar_knows() {
    let zone = "BEGIN:VTIMEZONE\nTZID:Office\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0530\n\
                TZNAME:Asia/Kolkata\nEND:STANDARD\nX-LIC-LOCATION:Asia/Kolkata\nEND:VTIMEZONE\n";
    let event =
        meeting(&format!("UID:1\nDTSTART;TZID=Office:20260203T093000\nDTEND;TZID=Office:20260203T103000\n{ANN}"));
    let read = read_calendar(&format!("{zone}{event}"));
    assert_eq!(read.touches().len(), 2, "{:?}", read.touches());
}

#[test]
fn a_series_with_an_exception_a_move_and_no_end() {
    let series = meeting(&format!(
        "UID:s\nSEQUENCE:1\nCREATED:20260105T080000Z\nLAST-MODIFIED:20260113T090000Z\n\
         DTSTART;TZID=Europe/Berlin:20260114T100000\nDURATION:PT1H\n\
         RRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/Berlin:20260121T100000\n{ANN}"
    ));
    let moved = meeting(&format!(
        "UID:s\nSEQUENCE:4\nRECURRENCE-ID;TZID=Europe/Berlin:20260128T100000\nDTSTART;TZID=Europe/Berlin:20260129T150000\n{ANN}"
    ));
    let gone = meeting(&format!(
        "UID:s\nSTATUS:CANCELLED\nRECURRENCE-ID;TZID=Europe/Berlin:20260204T100000\nDTSTART;TZID=Europe/Berlin:20260204T100000\n{ANN}"
    ));
    let other = meeting(&format!(
        "UID:t\nRECURRENCE-ID;TZID=Europe/Berlin:20260211T100000\nDTSTART;TZID=Europe/Berlin:20260212T080000\n{ANN}"
    ));
    let read = read_calendar(&(series + &moved + &gone + &other));
    let attended: Vec<String> = read
        .touches()
        .into_iter()
        .filter_map(|t| t.strip_prefix("A1 meeting.attended prospect ").map(|t| t[..11].to_owned()))
        .collect();
    // until 30 days after the deal was closed on 20 February, and not after the first of March, which is now
    assert_eq!(attended, ["01-14T09:00", "01-29T14:00", "02-11T09:00", "02-18T09:00", "02-25T09:00", "02-12T07:00"]);
    let accepted: Vec<String> = read.touches().into_iter().filter(|t| t.contains("accepted")).collect();
    assert_eq!(accepted.len(), 2, "once a series: {accepted:?}");
    assert_eq!(accepted[0], "A1 meeting.accepted prospect 01-13T09:00 Ann Lee (decision maker)");
    assert_eq!(read.mail().called_off, 1);
}

#[rstest]
#[case("agreed", "ACCEPTED", "", &["accepted", "attended"], |m: &MailReport| m.linked)]
#[case("declined", "DECLINED", "", &["declined"], |m: &MailReport| m.called_off)]
#[case("no answer", "NEEDS-ACTION", "", &[], |m: &MailReport| m.unconfirmed)]
#[case("called off", "NEEDS-ACTION", "STATUS:CANCELLED\n", &[], |m: &MailReport| m.called_off)]
fn answers_count(
    #[case] _case: &str,
    #[case] said: &str,
    #[case] more: &str,
    #[case] kinds: &[&str],
    #[case] count: fn(&MailReport) -> u64,
) {
    let guest = format!("{more}ATTENDEE;PARTSTAT={said}:mailto:ann@acme.com");
    let read = read_calendar(&meeting(&format!("UID:1\nDTSTART:20260203T090000Z\n{guest}")));
    let found: Vec<String> = read.touches().iter().map(|t| t.split([' ', '.']).nth(2).unwrap().to_owned()).collect();
    assert_eq!((found.iter().map(String::as_str).collect::<Vec<_>>(), count(read.mail())), (kinds.to_vec(), 1));
}

#[test]
fn a_calendar_without_answers_says_held() {
    let read = read_calendar(&meeting("UID:1\nDTSTART:20260203T090000Z\nATTENDEE:mailto:ann@acme.com"));
    assert_eq!(read.touches(), ["A1 meeting.held rep 02-03T09:00 Jo Hall (decision maker)"]);
}

#[test]
fn who_invites_need_not_accept() {
    let event = "BEGIN:VEVENT\nUID:1\nDTSTART:20260203T090000Z\nORGANIZER:mailto:ann@acme.com\nATTENDEE;PARTSTAT=ACCEPTED:mailto:jo@our.co\nEND:VEVENT\n";
    assert_eq!(
        read_calendar(event).touches(),
        ["A1 meeting.attended prospect 02-03T09:00 ann@acme.com (decision maker)"]
    );
}

#[test]
fn the_same_meeting_in_two_calendars_is_one() {
    let one = calendar(&meeting(&format!("UID:1\nDTSTART:20260203T090000Z\n{ANN}")));
    let read = read_with(&[("jo.ics", one.as_bytes()), ("max.ics", one.as_bytes())], |_| {});
    assert_eq!((read.touches().len(), read.mail().repeated), (2, 1));
}

#[test]
fn broken_events_are_told_and_the_rest_is_read() {
    let broken = "BEGIN:VEVENT\nUID:x\nSUMMARY:no start\nATTENDEE:mailto:ann@acme.com\nEND:VEVENT\n\
                  BEGIN:VEVENT\nUID:y\nDTSTART:20260203T090000Z\nRRULE:FREQ=SECONDLY;INTERVAL=0\nATTENDEE:mailto:ann@acme.com\nEND:VEVENT\n\
                  BEGIN:VEVENT\nUID:z\nDTSTART:99999999T999999\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nATTENDEE:mailto:ann@acme.com\nEND:VEVENT\n\
                  nonsense without a colon\nBEGIN:VEVENT\nEND:VEVENT\n";
    let good = meeting(&format!("UID:1\nDTSTART:20260203T090000Z\n{ANN}"));
    let read = read_calendar(&format!("{broken}{good}BEGIN:VEVENT\nUID:cut off\nDTSTART:2026"));
    assert!(read.touches().iter().any(|t| t.contains("meeting.attended")), "{:?}", read.touches());
    assert!(read.report.rows.rejected >= 2, "{:?}", read.kept.rejects);
}

/// An acceptance that came by mail has its own time; the calendar's is the same one.
#[test]
fn an_acceptance_by_mail_is_that_of_the_calendar() {
    let reply = "From: Ann Lee <ann@acme.com>\nTo: jo@our.co\nSubject: Accepted: Demo\nMessage-ID: <r@acme.com>\n\
                 MIME-Version: 1.0\nContent-Type: text/calendar; method=REPLY; charset=utf-8\n\
                 Date: Mon, 02 Feb 2026 15:00:00 +0000\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1\n\
                 DTSTART:20260203T090000Z\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@acme.com\nEND:VEVENT\nEND:VCALENDAR\n";
    let mailbox = format!("From x@y.z Tue Feb  3 10:00:00 2026\n{reply}\n");
    let ics = calendar(&meeting(&format!("UID:1\nLAST-MODIFIED:20260203T080000Z\nDTSTART:20260203T090000Z\n{ANN}")));
    let read = read_with(&[("a.ics", ics.as_bytes()), ("b.mbox", mailbox.as_bytes())], |_| {});
    assert_eq!(
        read.touches(),
        [
            "A1 meeting.accepted prospect 02-02T15:00 Ann Lee (decision maker)",
            "A1 meeting.attended prospect 02-03T09:00 Ann Lee (decision maker)"
        ]
    );
}

//! Mail in: answers, machines, strangers, and mails that nobody should be able to read.

use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};

use crate::{
    mail::{deal, kinds, letter, send, until, with_mailbox},
    post_office::PostOffice,
    support::{On, Running},
};

/// A message to our mailbox.
fn message(id: &str, from: &str, subject: &str, more: &str, body: &str) -> String {
    let date = jiff::Timestamp::now().strftime("%a, %d %b %Y %H:%M:%S +0000").to_string();
    format!(
        "From: {from}\r\nTo: jo@ourco.example\r\nSubject: {subject}\r\nDate: {date}\r\nMessage-ID: <{id}>\r\n{more}\r\n{body}\r\n"
    )
}

async fn fetch(server: &Running) {
    assert_eq!(send(server, Method::POST, "/mail/fetch", &json!({})).await.0, StatusCode::ACCEPTED);
}

async fn write(server: &Running, id: &str, to: &str) -> Value {
    let mails = format!("/deals/{id}/mails");
    let (written, mail) = send(server, Method::POST, &mails, &letter(to)).await;
    assert_eq!(written, StatusCode::CREATED, "{mail}");
    let own = mail["id"].clone();
    until(server, &mails, |m| m["outgoing"].as_array().unwrap().iter().any(|o| o["id"] == own && o["state"] == "sent"))
        .await;
    mail
}

fn count(deal: &Value, kind: &str) -> usize {
    kinds(deal).into_iter().filter(|k| *k == kind).count()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_the_prospects_act_once(#[case] on: On) {
    let post = PostOffice::start();
    post.deliver(0, message("old@acme.example", "ann@acme.example", "Long ago", "", "Hi"));
    let server = with_mailbox(on, &post).await;
    let id = deal(&server, "Mill", "Ann Lee", "ann@acme.example").await;
    let mail = write(&server, &id, "ann@acme.example").await;
    let ours = format!("{}@ourco.example", mail["id"].as_str().unwrap());

    // By the thread, also from another address; then to the answer in turn.
    let thread = format!("In-Reply-To: <{ours}>\r\nReferences: <{ours}>\r\n");
    post.deliver(
        1,
        message(
            "r1@acme.example",
            "Ann Lee <ann.private@mail.example>",
            "Re: Hello Ann",
            &thread,
            "On Friday, {{name}}!",
        ),
    );
    fetch(&server).await;
    let path = format!("/deals/{id}");
    let shown = until(&server, &path, |d| count(d, "email.received") == 1).await;
    let told = shown["events"].as_array().unwrap().iter().find(|e| e["kind"] == "email.received").unwrap();
    assert_eq!((&told["side"], &told["actor"]), (&json!("prospect"), &json!("Ann Lee")));
    assert_eq!(
        (&told["attributes"]["body"], &told["attributes"]["answers"]),
        (&json!("On Friday, {{name}}!"), &json!(ours))
    );
    let mails = server.get(&format!("{path}/mails")).await;
    assert_eq!(mails["incoming"][0]["answers"], mail["id"]);

    let mut answer = letter("ann@acme.example");
    answer["answers"] = mails["incoming"][0]["id"].clone();
    let (_, second) = send(&server, Method::POST, &format!("{path}/mails"), &answer).await;
    until(&server, &format!("{path}/mails"), |m| m["outgoing"][1]["state"] == "sent").await;
    let sent = post.delivered()[1].replace("\r\n ", " ");
    assert!(sent.contains("In-Reply-To: <r1@acme.example>") && sent.contains(&format!("<{ours}> <r1@")), "{sent}");

    // The same message again, in another folder file: once.
    post.deliver(
        2,
        message("r1@acme.example", "Ann Lee <ann.private@mail.example>", "Re: Hello Ann", &thread, "On Friday"),
    );
    // By address, without a thread.
    post.deliver(3, message("r2@acme.example", "ann@acme.example", "By the way", "", "One more"));
    fetch(&server).await;
    let shown = until(&server, &path, |d| count(d, "email.received") == 2).await;
    assert_eq!(count(&shown, "email.sent"), 2, "{second}");
    assert_eq!(server.get("/mail/unmatched").await, json!([]));

    // What was imported from a mailbox later on is there already.
    let mbox = format!(
        "From ann@acme.example Mon Jan  5 10:00:00 2026\r\n{}",
        message("r2@acme.example", "ann@acme.example", "By the way", "", "One more")
    );
    let imported = server.import(&[("mailbox.mbox", mbox.into_bytes())]).await;
    assert_eq!(imported["status"], "done", "{imported}");
    assert_eq!(count(&server.get(&path).await, "email.received"), 2, "{imported}");
}

#[tokio::test(flavor = "multi_thread")]
async fn machines_do_not_answer() {
    let post = PostOffice::start();
    let server = with_mailbox(On::Sqlite, &post).await;
    let id = deal(&server, "Mill", "Ann Lee", "ann@acme.example").await;
    server.post(&format!("/deals/{id}/people"), &json!({"name": "Bo", "email": "bounces@acme.example"})).await;
    let mail = write(&server, &id, "ann@acme.example").await;
    let ours = format!("{}@ourco.example", mail["id"].as_str().unwrap());
    let thread = |more: &str| format!("In-Reply-To: <{ours}>\r\n{more}");
    let out = thread("Auto-Submitted: auto-replied\r\n");
    post.deliver(1, message("ooo@acme.example", "ann@acme.example", "Out of office", &out, "Back on Monday"));
    post.deliver(2, message("news@acme.example", "news@elsewhere.example", "Our news", "List-Id: <news>\r\n", "Buy"));
    // Our own mail comes back by a list, and one of ours is copied to the mailbox.
    post.deliver(3, message(&ours, "ann@acme.example", "Hello Ann", "", "Dear Ann"));
    post.deliver(4, message("copy@ourco.example", "Olga Owner <olga@example.com>", "Copy", "", "For you"));
    write(&server, &id, "bounces@acme.example").await;
    fetch(&server).await;
    let path = format!("/deals/{id}");
    let shown = until(&server, &path, |d| count(d, "email.bounced") == 1 && count(d, "email.automatic") == 1).await;
    assert_eq!(count(&shown, "email.received"), 0, "{:?}", kinds(&shown));
    let bounced = shown["events"].as_array().unwrap().iter().find(|e| e["kind"] == "email.bounced").unwrap();
    assert_eq!(
        (&bounced["attributes"]["contact"], &bounced["side"]),
        (&json!("bounces@acme.example"), &json!("system"))
    );
    assert!(bounced["attributes"]["note"].as_str().unwrap().contains("no such mailbox"), "{bounced}");
    assert_eq!(server.get("/mail/unmatched").await, json!([]));
    let day = server.get("/my-day").await;
    assert_eq!(day["to_do"].as_array().unwrap().iter().filter(|t| t["kind"] == "reply").count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_belongs_to_no_deal_waits_for_a_person() {
    let post = PostOffice::start();
    let server = with_mailbox(On::Sqlite, &post).await;
    let one = deal(&server, "Mill", "Ann Lee", "ann@acme.example").await;
    deal(&server, "Dam", "Ann Lee", "ann@acme.example").await;
    post.deliver(1, message("a@acme.example", "Ann Lee <ann@acme.example>", "Which deal?", "", "Hm"));
    post.deliver(2, message("b@new.example", "Nora New <nora@new.example>", "A price, please", "", "Twelve of them"));
    post.deliver(3, message("c@new.example", "x@junk.example", "Nothing", "", "…"));
    fetch(&server).await;
    let all = until(&server, "/mail/unmatched", |m| m.as_array().unwrap().len() == 3).await;
    let of = |subject: &str| all.as_array().unwrap().iter().find(|m| m["subject"] == subject).unwrap().clone();
    assert!(of("Which deal?")["why"].as_str().unwrap().contains("2 open deals"));

    let at = |subject: &str| format!("/mail/unmatched/{}", of(subject)["id"].as_str().unwrap());
    let (attached, _) =
        send(&server, Method::POST, &format!("{}/attach", at("Which deal?")), &json!({"deal": one})).await;
    assert_eq!(attached, StatusCode::OK);
    assert_eq!(count(&server.get(&format!("/deals/{one}")).await, "email.received"), 1);
    let (again, _) = send(&server, Method::POST, &format!("{}/attach", at("Which deal?")), &json!({"deal": one})).await;
    assert_eq!(again, StatusCode::CONFLICT);

    let (created, made) = send(&server, Method::POST, &format!("{}/lead", at("A price, please")), &Value::Null).await;
    assert_eq!(created, StatusCode::CREATED, "{made}");
    let shown = server.get(&format!("/deals/{}", made["deal"].as_str().unwrap())).await;
    assert_eq!((&shown["deal"]["name"], &shown["deal"]["account"]), (&json!("Nora New"), &json!("new.example")));
    assert_eq!(server.get("/leads?source=Inbound+mail").await["leads"][0]["contact"], "Nora New");
    assert_eq!(shown["people"][0]["email"], "nora@new.example");
    assert_eq!(count(&shown, "email.received"), 1);
    // The next one finds its way by itself.
    post.deliver(4, message("d@new.example", "nora@new.example", "And?", "In-Reply-To: <b@new.example>\r\n", "?"));
    fetch(&server).await;
    let path = format!("/deals/{}", made["deal"].as_str().unwrap());
    until(&server, &path, |d| count(d, "email.received") == 2).await;

    assert_eq!(send(&server, Method::DELETE, &at("Nothing"), &Value::Null).await.0, StatusCode::NO_CONTENT);
    assert_eq!(server.get("/mail/unmatched").await, json!([]));
    assert_eq!(send(&server, Method::PUT, &at("Nothing"), &Value::Null).await.0, StatusCode::NO_CONTENT);
    assert_eq!(server.get("/mail/unmatched").await.as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_mails_are_harmless() {
    let post = PostOffice::start();
    let server = with_mailbox(On::Sqlite, &post).await;
    let id = deal(&server, "Mill", "Ann Lee", "ann@acme.example").await;
    let from = "ann@acme.example";
    // Boundaries within boundaries without an end.
    let mut nested = String::new();
    for depth in 0..3_000 {
        nested.push_str(&format!("Content-Type: multipart/mixed; boundary=b{depth}\r\n\r\n--b{depth}\r\n"));
    }
    let inner = nested.split_once("\r\n\r\n").unwrap().1;
    post.deliver(1, message("nested@x", from, "Nested", "Content-Type: multipart/mixed; boundary=b0\r\n", inner));
    // A header of ten megabytes.
    let huge = format!("X-Long: {}\r\n", "a".repeat(10 << 20));
    post.deliver(2, message("huge@x", from, "Huge", &huge, "Hi"));
    // A charset that there is not, and bytes that are no text.
    let mut odd =
        message("odd@x", from, "=?x-unknown?Q?=FF=FE?=", "Content-Type: text/plain; charset=x-unknown\r\n", "")
            .into_bytes();
    odd.extend(b"\xff\xfe\x00\x01 caf\xe9 \xed\xa0\x80");
    post.deliver(3, odd);
    // Nobody wrote it, no time, no end of the header, nothing at all.
    post.deliver(4, "Subject: no writer\r\n\r\nHi\r\n");
    post.deliver(5, "From: ann@acme.example\r\nDate: never\r\nMessage-ID: <nodate@x>");
    post.deliver(6, vec![0_u8; 4096]);
    // Ten thousand addresses, and headers inside of headers.
    let many: Vec<String> = (0..10_000).map(|n| format!("a{n}@x.example")).collect();
    post.deliver(7, message("many@x", from, "Many", &format!("Cc: {}\r\n", many.join(",\r\n ")), "Hi"));
    post.deliver(
        8,
        message(
            "script@x",
            "\"<script>alert(1)</script>\" <ann@acme.example>",
            "<img src=x onerror=alert(1)>",
            "",
            "=cmd|' /C calc'!A0",
        ),
    );
    // A good one behind them all.
    post.deliver(9, message("good@x", from, "Good", "", "Still here"));
    fetch(&server).await;
    let path = format!("/deals/{id}");
    let good = |d: &Value| d["events"].as_array().unwrap().iter().any(|e| e["attributes"]["subject"] == "Good");
    let shown = until(&server, &path, good).await;
    assert!(shown.to_string().len() < 400_000, "{}", shown.to_string().len());
    let settings = server.get("/mail/settings").await;
    assert_eq!(settings["shared"]["trouble"], Value::Null, "{settings}");

    // A loop: more than anybody writes in an hour.
    for nth in 0..60 {
        post.deliver(100 + nth, message(&format!("loop{nth}@x"), from, "Loop", "", "Again"));
    }
    fetch(&server).await;
    post.deliver(200, message("other@x", "Bea <bea@other.example>", "After the loop", "", "Hi"));
    until(&server, "/mail/unmatched", |m| m.as_array().unwrap().iter().any(|m| m["subject"] == "After the loop")).await;
    let received = count(&server.get(&path).await, "email.received");
    assert!(received <= 30, "{received} messages of one writer in an hour");
}

//! Leads by HTTP: bought, sent by a form, added; known again, assigned, taken up; on both databases.

use std::collections::BTreeSet;

use reqwest::{Method, StatusCode, header};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{On, Running, client};

async fn send(server: &Running, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
    let answer = server.request(method, path).json(body).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

async fn seen(server: &Running, method: Method, path: &str, version: i64, body: &Value) -> (StatusCode, Value) {
    let request = server.request(method, path).header("if-match", format!("\"{version}\"")).json(body);
    let answer = request.send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

async fn bring(server: &Running, csv: &[u8]) -> (StatusCode, Value) {
    let part = reqwest::multipart::Part::bytes(csv.to_vec()).file_name("list.csv");
    let form = reqwest::multipart::Form::new().part("file", part);
    let answer = server.request(Method::POST, "/lead-lists/uploads").multipart(form).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap())
}

fn terms(source: &str) -> Value {
    json!({"source": source, "price": {"minor": 20000, "currency": "EUR"}, "bought": "2026-01-10",
        "licence": "Contract 7, one year", "valid_until": "2099-12-31", "campaign": "Spring"})
}

/// Imports a list to its end; the record of its import.
async fn import(server: &Running, csv: &[u8], terms: &Value) -> Value {
    let (status, upload) = bring(server, csv).await;
    assert_eq!(status, StatusCode::CREATED, "{upload}");
    let path = format!("/lead-lists/uploads/{}/import", upload["id"].as_str().unwrap());
    let (status, begun) = send(server, Method::POST, &path, terms).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{begun}");
    let id = begun["id"].as_str().unwrap();
    server.text(&format!("/imports/{id}/progress")).await;
    server.get(&format!("/imports/{id}")).await
}

const LIST: &str = "First name;Last name;Email;Company;Country;Note\n\
    Ada;Lovelace;ada@engines.example;Engines Ltd;UK;=HYPERLINK(\"http://x\")\n\
    Emil;Meier;emil@muehle.example;Mühle GmbH;DE;😀\n\
    Bad;Address;nobody;Firm;DE;\n\
    Ada;Lovelace;ADA@engines.example;Engines;UK;again\n\
    Eva;Stone;eva@stones.example;Stones;FR;\n";

async fn names(server: &Running, query: &str) -> Vec<String> {
    let page = server.get(&format!("/leads{query}")).await;
    let mut names: Vec<String> =
        page["leads"].as_array().unwrap().iter().map(|l| l["name"].as_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

async fn id_of(server: &Running, name: &str) -> String {
    let page = server.get(&format!("/leads?text={name}")).await;
    page["leads"][0]["id"].as_str().unwrap_or_else(|| panic!("no lead {name}: {page}")).to_owned()
}

async fn act(server: &Running, leads: &[&str], act: Value) -> Value {
    server.post("/leads/acts", &json!({"leads": leads, "act": act})).await
}

fn events(view: &Value) -> BTreeSet<String> {
    view["events"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap().to_owned()).collect()
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn from_a_bought_list_to_a_deal_with_nothing_lost(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let done = import(&server, LIST.as_bytes(), &terms("Vendor")).await;
    let rows = &done["report"]["rows"];
    assert_eq!(
        (&rows["read"], &rows["imported"], &rows["rejected"], &rows["duplicates"]),
        (&json!(5), &json!(3), &json!(1), &json!(1)),
        "{done}"
    );
    let rejects = server.text(&format!("/imports/{}/rejects.csv", done["id"].as_str().unwrap())).await;
    assert!(rejects.contains("list.csv,4,Email,nobody,"), "{rejects}");
    assert_eq!(names(&server, "").await, ["Ada Lovelace", "Emil Meier", "Eva Stone"]);
    assert_eq!(names(&server, "?text=M%C3%BCHLE").await, ["Emil Meier"]);
    assert_eq!(names(&server, "?source=Vendor&unassigned=true&campaign=Spring").await.len(), 3);
    assert!(names(&server, "?source=Other").await.is_empty());
    let csv = server.text("/leads.csv").await;
    assert!(!csv.contains(",=HYPERLINK"), "{csv}");

    // A lead is in no list of deals, on no board and in no figure.
    let deals = server.get("/deals").await;
    assert_eq!(deals["total"], 0, "{deals}");
    let ada = id_of(&server, "ada").await;
    let page = server.get(&format!("/deals/{ada}")).await;
    assert_eq!((&page["deal"]["lead"]["state"], &page["stage"]), (&json!("open"), &Value::Null));
    assert_eq!(page["people"][0]["email"], "ada@engines.example");

    // The same list again brings nothing, and is paid once.
    let again = import(&server, LIST.as_bytes(), &terms("Vendor")).await;
    assert_eq!((&again["report"]["rows"]["imported"], &again["events"]), (&json!(0), &json!(0)), "{again}");
    let lists = server.get("/lead-lists").await;
    assert_eq!((lists.as_array().unwrap().len(), &lists[0]["leads"]), (1, &json!(3)), "{lists}");
    assert_eq!(lists[0]["cost_per_lead"], json!({"minor": 6667, "currency": "EUR"}));
    // Another source saw one of them.
    let other = import(&server, b"Email,Name\nada@engines.example,A. Lovelace\n", &terms("Fair")).await;
    assert_eq!(other["report"]["rows"]["duplicates"], 1);

    // Work on the lead, take it up: the deal has all of it.
    for touch in [
        json!({"kind": "note", "side": "rep", "attributes": {"note": "Founded 1837", "link": "https://x.example"}}),
        json!({"kind": "call", "side": "rep", "attributes": {"note": "Call back"}}),
    ] {
        server.post(&format!("/deals/{ada}/touchpoints"), &touch).await;
    }
    server.post(&format!("/deals/{ada}/people"), &json!({"name": "Charles", "role": "decision-maker"})).await;
    server.post(&format!("/deals/{ada}/answers"), &json!({"question": "budget", "answer": "yes"})).await;
    let (refused, _) = send(&server, Method::POST, &format!("/deals/{ada}/move"), &json!({"to": "x"})).await;
    assert_eq!(refused, StatusCode::CONFLICT, "a lead is moved by taking it up");
    let before = server.get(&format!("/deals/{ada}")).await;
    let taken = act(&server, &[&ada], json!({"do": "take"})).await;
    assert_eq!((&taken["done"][0], taken["refused"].as_array().unwrap().len()), (&json!(ada), 0), "{taken}");
    let after = server.get(&format!("/deals/{ada}")).await;
    assert!(events(&before).is_subset(&events(&after)), "what was there is there");
    for part in ["attributes", "account", "name", "created"] {
        assert_eq!(before["deal"][part], after["deal"][part], "{part}");
    }
    assert_eq!(before["people"], after["people"]);
    assert_eq!((&after["deal"]["owner"], &after["deal"]["lead"]["state"]), (&json!("Olga Owner"), &json!("taken")));
    let kinds: Vec<&str> = after["events"].as_array().unwrap().iter().filter_map(|e| e["kind"].as_str()).collect();
    for kind in ["lead.created", "lead.seen", "note", "call", "person.added", "answer.given", "lead.taken"] {
        assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
    }
    let deals = server.get("/deals?field=source:Vendor").await;
    assert_eq!((&deals["total"], &deals["deals"][0]["id"]), (&json!(1), &json!(ada)));

    // Undone at once it is a lead again, and no deal.
    let twice = act(&server, &[&ada], json!({"do": "take"})).await;
    assert!(twice["refused"][0]["why"].as_str().unwrap().contains("already"), "{twice}");
    act(&server, &[&ada], json!({"do": "reopen"})).await;
    assert_eq!(server.get("/deals").await["total"], 0);
    assert!(names(&server, "").await.contains(&"Ada Lovelace".to_owned()));
    act(&server, &[&ada], json!({"do": "take"})).await;
    server.post(&format!("/deals/{ada}/touchpoints"), &json!({"kind": "call", "side": "rep"})).await;
    let late = act(&server, &[&ada], json!({"do": "reopen"})).await;
    assert_eq!(late["done"].as_array().unwrap().len(), 0, "{late}");

    // Dropped with a reason, and open again.
    let emil = id_of(&server, "emil").await;
    let (no_reason, problem) =
        send(&server, Method::POST, "/leads/acts", &json!({"leads": [emil], "act": {"do": "drop", "reason": " "}}))
            .await;
    assert_eq!((no_reason, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("act.reason")));
    act(&server, &[&emil], json!({"do": "drop", "reason": "Too small"})).await;
    assert_eq!(names(&server, "?state=dropped").await, ["Emil Meier"]);
    act(&server, &[&emil], json!({"do": "reopen"})).await;
    assert_eq!(names(&server, "").await, ["Emil Meier", "Eva Stone"]);

    // Taken back as a whole: what was worked on stays by what was done with it, the rest is gone.
    server.post(&format!("/imports/{}/undo", other["id"].as_str().unwrap()), &Value::Null).await;
    let kinds = server.get(&format!("/deals/{ada}")).await["events"].to_string();
    assert!(!kinds.contains("lead.seen"), "{kinds}");
    server.post(&format!("/imports/{}/undo", done["id"].as_str().unwrap()), &Value::Null).await;
    assert_eq!(names(&server, "").await, ["Emil Meier"], "he was worked on; nobody had touched the other one");
    assert_eq!(server.get("/deals").await["total"], 1);
    let restored = import(&server, LIST.as_bytes(), &terms("Vendor")).await;
    assert!(restored["report"]["rows"]["imported"].as_u64().unwrap() >= 1, "{restored}");
    assert!(names(&server, "").await.contains(&"Eva Stone".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_read_as_a_person_says_and_its_licence_ends() {
    let server = Running::start_owned(On::Sqlite).await;
    let windows = b"Wer;Was\nJ\xfcrgen Gro\xdf;M\xfchle\n";
    let (_, upload) = bring(&server, windows).await;
    assert_eq!(upload["plan"]["sample"][0], json!(["Jürgen Groß", "Mühle"]), "{upload}");
    let id = upload["id"].as_str().unwrap();
    let begin = format!("/lead-lists/uploads/{id}/import");
    let (status, problem) = send(&server, Method::POST, &begin, &json!({"source": ""})).await;
    assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("source")));
    let mut plan = upload["plan"].clone();
    plan["columns"][0]["meaning"] = json!({"is": "name"});
    plan["columns"][1]["meaning"] = json!({"is": "name"});
    let path = format!("/lead-lists/uploads/{id}");
    assert_eq!(send(&server, Method::PUT, &path, &plan).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    plan["columns"][1]["meaning"] = json!({"is": "company"});
    assert_eq!(send(&server, Method::PUT, &path, &plan).await.0, StatusCode::OK);
    let ended = json!({"source": "Old list", "bought": "2025-01-01", "valid_until": "2025-12-31"});
    let (_, begun) = send(&server, Method::POST, &begin, &ended).await;
    server.text(&format!("/imports/{}/progress", begun["id"].as_str().unwrap())).await;
    let page = server.get("/leads").await;
    let lead = &page["leads"][0];
    assert_eq!(
        (&lead["name"], &lead["account"], &lead["may_contact"]),
        (&json!("Jürgen Groß"), &json!("Mühle"), &json!(false))
    );
    let id = lead["id"].as_str().unwrap();
    let refused = act(&server, &[id], json!({"do": "take"})).await;
    assert!(refused["refused"][0]["why"].as_str().unwrap().contains("licence"), "{refused}");
    // A longer licence, or somebody who has been in touch, makes it good.
    let list = server.get("/lead-lists").await[0].clone();
    let path = format!("/lead-lists/{}", list["id"].as_str().unwrap());
    let longer = json!({"source": "Old list", "bought": "2025-01-01", "valid_until": "2099-12-31"});
    assert_eq!(seen(&server, Method::PUT, &path, 7, &longer).await.0, StatusCode::PRECONDITION_FAILED);
    let (status, list) = seen(&server, Method::PUT, &path, 1, &longer).await;
    assert_eq!((status, &list["may_contact"]), (StatusCode::OK, &json!(true)));
    assert_eq!(act(&server, &[id], json!({"do": "take"})).await["done"][0], id);

    for (bytes, says) in [(&b"%PDF-1.7 x"[..], "PDF"), (&b""[..], "empty"), (&b"Name,Email\n"[..], "no row")] {
        let (status, problem) = bring(&server, bytes).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(problem["detail"].as_str().unwrap().contains(says), "{problem}");
    }
    let long = format!("Name,Email\nAda,a@b.example\n{},c@d.example\n", "x".repeat(10 << 20));
    let done = import(&server, long.as_bytes(), &terms("Long")).await;
    assert_eq!((&done["report"]["rows"]["imported"], &done["report"]["rows"]["rejected"]), (&json!(1), &json!(1)));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn who_may_be_one_is_asked_about_and_a_merge_is_taken_back(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let add = |contact: &str, email: &str, account: &str| json!({"contact": contact, "email": email, "account": account, "source": "Fair", "owner": "Olga Owner"});
    let first = server.post("/leads", &add("Ada Lovelace", "ada@engines.example", "Engines Ltd")).await;
    let same = server.post("/leads", &add("", "ADA@engines.example", "")).await;
    assert_eq!((&same["id"], &same["known"]), (&first["id"], &json!(true)));
    let second = server.post("/leads", &add("A. Lovelace", "al@mail.example", "Engines")).await;
    assert_eq!(second["known"], false);
    let (one, two) = (first["id"].as_str().unwrap(), second["id"].as_str().unwrap());
    server.post(&format!("/deals/{two}/touchpoints"), &json!({"kind": "call", "side": "rep"})).await;

    let pairs = server.get("/lead-duplicates").await;
    assert_eq!((pairs.as_array().unwrap().len(), &pairs[0]["why"]), (1, &json!("name")), "{pairs}");
    assert_eq!(server.get("/lead-filters").await["doubts"], 1);
    let pair = format!("/lead-duplicates/{}", pairs[0]["id"].as_str().unwrap());
    let before = server.get(&format!("/deals/{two}")).await;
    let (status, merged) = send(&server, Method::PUT, &pair, &json!({"says": "same", "keep": one})).await;
    assert_eq!((status, &merged["decided"]), (StatusCode::OK, &json!("same")), "{merged}");
    assert_eq!(names(&server, "").await, ["Ada Lovelace"]);
    let kept = server.get(&format!("/deals/{one}")).await;
    let kinds: Vec<&str> = kept["events"].as_array().unwrap().iter().filter_map(|e| e["kind"].as_str()).collect();
    assert!(kinds.contains(&"call"), "what happened to the other happened to this one: {kinds:?}");
    let (again, _) = send(&server, Method::PUT, &pair, &json!({"says": "same"})).await;
    assert_eq!(again, StatusCode::CONFLICT);
    // Whoever comes again by the address of the merged one is known.
    assert_eq!(server.post("/leads", &add("", "al@mail.example", "")).await["id"], one);

    let (_, apart) = send(&server, Method::PUT, &pair, &json!({"says": "open"})).await;
    assert_eq!(apart["decided"], Value::Null, "{apart}");
    assert_eq!(names(&server, "").await, ["A. Lovelace", "Ada Lovelace"]);
    let after = server.get(&format!("/deals/{two}")).await;
    assert_eq!(events(&before), events(&after), "as before the merge");
    let kept = server.get(&format!("/deals/{one}")).await["events"].to_string();
    assert!(!kept.contains("\"call\""), "{kept}");
    send(&server, Method::PUT, &pair, &json!({"says": "different"})).await;
    assert!(server.get("/lead-duplicates").await.as_array().unwrap().is_empty());
    assert!(server.get("/imports").await.as_array().unwrap().is_empty(), "a merge is no import of files");
}

fn rules(reps: Value) -> Value {
    json!({"rules": [
        {"id": "dach", "name": "German speaking", "when": [{"field": "country", "is": ["DE", "AT", "CH"]}],
            "sharing": "round-robin", "reps": reps},
        {"id": "rest", "name": "All others", "sharing": "least-load", "reps": [{"name": "Cem"}]}]})
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn rules_share_leads_out(#[case] on: On) {
    let server = Running::start_owned(on).await;
    import(&server, b"Name,Email,Country\nOld,old@x.example,DE\n", &terms("Before")).await;
    assert_eq!(
        seen(&server, Method::PUT, "/lead-rules", 3, &rules(json!([{"name": "Ann"}]))).await.0,
        StatusCode::PRECONDITION_FAILED
    );
    let reps = json!([{"name": "Ann", "weight": 2}, {"name": "Ben"}, {"name": "Dov", "away_until": "2099-01-01"}]);
    let (status, saved) = seen(&server, Method::PUT, "/lead-rules", 0, &rules(reps)).await;
    assert_eq!((status, &saved["version"]), (StatusCode::OK, &json!(1)), "{saved}");
    let csv = "Name,Email,Country\nA,a@x.example,DE\nB,b@x.example,at\nC,c@x.example,CH\nD,d@x.example,US\n";
    import(&server, csv.as_bytes(), &terms("Vendor")).await;
    let page = server.get("/leads?source=Vendor").await;
    let mut owners: Vec<&str> = page["leads"].as_array().unwrap().iter().filter_map(|l| l["owner"].as_str()).collect();
    owners.sort_unstable();
    assert_eq!(owners, ["Ann", "Ann", "Ben", "Cem"]);
    let a = id_of(&server, "a@x").await;
    let told = server.get(&format!("/deals/{a}")).await["events"].to_string();
    assert!(told.contains("German speaking"), "{told}");
    // On demand, for what was there before; turns go on where they were.
    let run = server.post("/lead-rules/run", &Value::Null).await;
    assert_eq!((&run["assigned"], &run["left"]), (&json!(1), &json!(0)));
    let added = server.post("/leads", &json!({"contact": "E", "email": "e@x.example", "country": "DE"})).await;
    let owner = server.get(&format!("/deals/{}", added["id"].as_str().unwrap())).await["deal"]["owner"].clone();
    assert_eq!(owner, "Ann", "two for Ann, one for Ben, …");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rep_takes_what_is_theirs_or_nobodys_and_a_viewer_reads() {
    let server = Running::start_owned(On::Sqlite).await;
    let rep = server.sign_in_as("rep", "Rita Rep").await;
    let viewer = server.sign_in_as("viewer", "Vic Viewer").await;
    let add = |name: &str, owner: &str| json!({"contact": name, "email": format!("{name}@x.example"), "owner": owner});
    let mut ids = Vec::new();
    for (name, owner) in [("nobodys", ""), ("ritas", "Rita Rep"), ("bens", "Ben")] {
        ids.push(server.post("/leads", &add(name, owner)).await["id"].as_str().unwrap().to_owned());
    }
    assert_eq!(names(&rep, "").await.len(), 3, "a rep sees all");
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let done = act(&rep, &ids, json!({"do": "take"})).await;
    assert_eq!((done["done"].as_array().unwrap().len(), &done["refused"][0]["id"]), (2, &json!(ids[2])), "{done}");
    assert_eq!(rep.get(&format!("/deals/{}", ids[0])).await["deal"]["owner"], "Rita Rep");
    let give = json!({"leads": [ids[2]], "act": {"do": "assign", "owner": "Ben"}});
    assert_eq!(send(&rep, Method::POST, "/leads/acts", &give).await.0, StatusCode::FORBIDDEN);
    assert_eq!(send(&viewer, Method::POST, "/leads/acts", &give).await.0, StatusCode::FORBIDDEN);
    assert_eq!(send(&viewer, Method::POST, "/leads", &add("x", "")).await.0, StatusCode::FORBIDDEN);
    assert_eq!(send(&rep, Method::POST, "/lead-rules/run", &Value::Null).await.0, StatusCode::FORBIDDEN);
    assert_eq!(names(&viewer, "").await, ["bens"]);
    for (body, field) in [
        (json!({"contact": " "}), "contact"),
        (json!({"contact": "x".repeat(10 << 20)}), "contact"),
        (json!({"email": "ada at x"}), "email"),
        (json!({"contact": "A", "phone": "call me"}), "phone"),
    ] {
        let (status, problem) = send(&rep, Method::POST, "/leads", &body).await;
        if status == StatusCode::PAYLOAD_TOO_LARGE {
            continue;
        }
        assert_eq!((status, &problem["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(field)));
    }
    let key = |request: reqwest::RequestBuilder| request.header("idempotency-key", "k1").json(&add("twice", ""));
    for _ in 0..2 {
        assert!(key(rep.request(Method::POST, "/leads")).send().await.unwrap().status().is_success());
    }
    assert_eq!(names(&rep, "?text=twice").await.len(), 1);
}

/// The values of hidden fields, and the status.
async fn opened(base: &str, id: &str, referer: &str) -> (reqwest::Response, String) {
    let answer = client().get(format!("{base}/f/{id}")).header(header::REFERER, referer).send().await.unwrap();
    let again = client().get(format!("{base}/f/{id}")).header(header::REFERER, referer).send().await.unwrap();
    (answer, again.text().await.unwrap())
}

fn hidden(html: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    html.split(&start).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

async fn post(base: &str, id: &str, pairs: &[(&str, &str)]) -> (StatusCode, String) {
    let answer = client().post(format!("{base}/f/{id}")).form(pairs).send().await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_form_on_another_page_brings_leads_and_no_spam(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let form = json!({"name": "Contact", "source": "Website", "thanks": "Thank you, we call.", "consent": "You may write to me.",
        "sites": ["https://www.example.com"],
        "fields": [{"id": "contact", "label": "Name", "required": true}, {"id": "email", "label": "E-mail", "kind": "email"},
            {"id": "note", "label": "Message <b>", "kind": "text"}]});
    let saved = server.post("/lead-forms", &form).await;
    let id = saved["id"].as_str().unwrap();
    let base = server.base.trim_end_matches("/api/v1").to_owned();
    let snippets = server.get(&format!("/lead-forms/{id}/snippets?base=https://sc.example")).await;
    assert!(snippets["frame"].as_str().unwrap().contains(&format!("https://sc.example/f/{id}")));

    // Only this page may be framed, by the form's sites alone.
    let (answer, html) = opened(&base, id, "https://www.example.com/pricing?utm_campaign=spring&x=1").await;
    let policy = answer.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.contains("frame-ancestors 'self' https://www.example.com") && policy.contains("default-src 'none'"));
    assert!(!answer.headers().contains_key(header::X_FRAME_OPTIONS));
    assert!(!answer.headers().contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
    let app = client().get(format!("{base}/board")).send().await.unwrap();
    assert_eq!(app.headers()[header::X_FRAME_OPTIONS], "SAMEORIGIN");
    assert!(html.contains("Message &lt;b&gt;") && !html.contains("<b>"));
    assert_eq!(hidden(&html, "utm_campaign"), "spring");

    let sealed = hidden(&html, "sealed");
    let ada = [
        ("contact", "Ada <script>alert(1)</script> 😀"),
        ("email", "ada@engines.example"),
        ("note", "=1+1"),
        ("consent", "yes"),
        ("utm_campaign", "spring"),
        ("page", "https://www.example.com/pricing"),
        ("sealed", &sealed),
    ];
    // Faster than a person: asked again. A program that fills in everything hears what it likes, and brings nothing.
    let (_, quick) = post(&base, id, &ada).await;
    assert!(quick.contains("very quick") && quick.contains("ada@engines.example"), "{quick}");
    let mut program = ada.to_vec();
    program.push(("fax_number", "1"));
    assert!(post(&base, id, &program).await.1.contains("Thank you, we call."));
    assert!(names(&server, "").await.is_empty());
    tokio::time::sleep(std::time::Duration::from_millis(3_100)).await;
    // Posted from a page of their own, without a seal: shown filled in, to be looked over.
    let (status, look) = post(&base, id, &ada[..4]).await;
    assert!(
        status == StatusCode::OK && look.contains("look over what you wrote") && look.contains("Ada &lt;script"),
        "{look}"
    );
    let mut links = ada.to_vec();
    links[2] = ("note", "http://a http://b http://c http://d");
    let (status, told) = post(&base, id, &links).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && told.contains("At most 3 links"), "{told}");
    let mut silent = ada.to_vec();
    silent[3] = ("consent", "no");
    assert_eq!(post(&base, id, &silent).await.0, StatusCode::UNPROCESSABLE_ENTITY);

    // Sent, and sent twice by a double click: one lead, with what it said and where it came from.
    for _ in 0..2 {
        let (status, thanks) = post(&base, id, &ada).await;
        assert!(status == StatusCode::OK && thanks.contains("Thank you, we call."), "{thanks}");
    }
    let page = server.get("/leads").await;
    assert_eq!(page["open"], 1, "{page}");
    let lead = page["leads"][0]["id"].as_str().unwrap();
    let shown = server.get(&format!("/deals/{lead}")).await;
    let told = &shown["deal"]["attributes"];
    assert_eq!(
        (&told["source"], &told["campaign"], &told["page"]),
        (&json!("Website"), &json!("spring"), &json!("https://www.example.com/pricing"))
    );
    let sent = shown["events"].as_array().unwrap().iter().find(|e| e["kind"] == "form.sent").unwrap().clone();
    assert_eq!((&sent["side"], &sent["attributes"]["consent"]), (&json!("prospect"), &json!("You may write to me.")));

    // Too many from one address have to wait.
    let mut last = StatusCode::OK;
    for _ in 0..12 {
        last = post(&base, id, &ada).await.0;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    // Closed, removed, guessed.
    let mut closed = form.clone();
    closed["closed"] = json!(true);
    assert_eq!(seen(&server, Method::PUT, &format!("/lead-forms/{id}"), 1, &closed).await.0, StatusCode::OK);
    assert_eq!(client().get(format!("{base}/f/{id}")).send().await.unwrap().status(), StatusCode::GONE);
    for path in ["/f/00000000-0000-0000-0000-000000000001", "/f/x", "/f/..%2f"] {
        assert_eq!(client().get(format!("{base}{path}")).send().await.unwrap().status(), StatusCode::NOT_FOUND);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_shows_what_it_brought_and_cost() {
    let server = Running::start_owned(On::Sqlite).await;
    let rows: String = (0..25).map(|n| format!("Person {n},p{n}@firm{n}.example\n")).collect();
    import(&server, format!("Name,Email\n{rows}").as_bytes(), &terms("Vendor")).await;
    server.post("/leads", &json!({"contact": "Ada", "email": "ada@x.example", "source": "Fair"})).await;
    let ids: Vec<String> = server.get("/leads?source=Vendor").await["leads"].as_array().unwrap()[..5]
        .iter()
        .map(|lead| lead["id"].as_str().unwrap().to_owned())
        .collect();
    act(&server, &ids.iter().map(String::as_str).collect::<Vec<_>>(), json!({"do": "take"})).await;
    let sources = server.get("/lead-sources").await;
    let vendor = &sources["sources"][0];
    assert_eq!((&vendor["source"], &vendor["leads"], &vendor["taken"]), (&json!("Vendor"), &json!(25), &json!(5)));
    assert_eq!(vendor["cost_per_lead"], json!({"minor": 800, "currency": "EUR"}));
    // Wilson for 5 of 25 at 95 %: 0.0886 to 0.3913.
    let close = |value: &Value, expected: f64| (value.as_f64().unwrap() - expected).abs() < 5e-4;
    assert!(close(&vendor["taken_rate"]["low"], 0.0886) && close(&vendor["taken_rate"]["high"], 0.3913), "{vendor}");
    assert_eq!(
        (&sources["sources"][1]["source"], &sources["sources"][1]["taken_rate"]),
        (&json!("Fair"), &Value::Null)
    );
}

/// How long a long list takes: `cargo test -p stagecraft-server --test http -- --ignored many_leads --nocapture`.
#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[ignore = "takes a minute"]
#[tokio::test(flavor = "multi_thread")]
async fn many_leads(#[case] on: On) {
    let server = Running::start_owned(on).await;
    let row = |n: u32| format!("Person {n},Name{n},p{n}@firm{}.example,Firm {},DE,+49 30 {n:07}\n", n / 3, n / 3);
    let csv: String = std::iter::once("First name,Last name,Email,Company,Country,Phone\n".to_owned())
        .chain((0..100_000).map(row))
        .collect();
    let begun = std::time::Instant::now();
    let done = import(&server, csv.as_bytes(), &terms("Vendor")).await;
    assert_eq!(done["report"]["rows"]["imported"], 100_000, "{done}");
    eprintln!("100,000 leads on {on:?}: {:?}", begun.elapsed());
    for path in ["/leads?text=name99", "/leads?unassigned=true", "/lead-sources", "/lead-lists", "/deals"] {
        let asked = std::time::Instant::now();
        server.get(path).await;
        eprintln!("{path}: {:?}", asked.elapsed());
    }
    let again = std::time::Instant::now();
    let done = import(&server, csv.as_bytes(), &terms("Vendor")).await;
    assert_eq!(done["report"]["rows"]["duplicates"], 100_000, "{done}");
    eprintln!("the same again: {:?}", again.elapsed());
}

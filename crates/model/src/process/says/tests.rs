use rstest::rstest;

use super::*;
use Language::{De, En, Es, Ja};

#[rstest]
#[case::often_and_recently(
    r#"{"event":{"kind":"meeting.attended","tag":"demo","at_least":2,"within_days":30}}"#,
    "The prospect attended a meeting (demo) at least twice within the last 30 days.",
    "Der Interessent hat innerhalb der letzten 30 Tage mindestens zweimal an einem Termin (demo) teilgenommen.",
    "El cliente potencial ha asistido a una reunión (demo) al menos dos veces en los últimos 30 días.",
    "見込み客が過去30日以内に打ち合わせ（demo）に2回以上参加した。"
)]
#[case::four_times_in_a_day(
    r#"{"event":{"kind":"call","at_least":4,"within_days":1}}"#,
    "Our team made a call at least 4 times within the last day.",
    "Unser Team hat innerhalb des letzten Tages mindestens 4-mal ein Telefonat geführt.",
    "Nuestro equipo ha realizado una llamada al menos 4 veces en el último día.",
    "当社チームが過去1日以内に電話を4回以上かけた。"
)]
#[case::part_of_a_day(
    r#"{"event":{"kind":"email.received","within_days":1.5}}"#,
    "The prospect wrote back by e-mail within the last 1.5 days.",
    "Der Interessent hat innerhalb der letzten 1,5 Tage per E-Mail geantwortet.",
    "El cliente potencial ha respondido por correo electrónico en los últimos 1,5 días.",
    "見込み客が過去1.5日以内にメールで返信した。"
)]
#[case::other_side(
    r#"{"event":{"kind":"call","by":"prospect","at_least":1}}"#,
    "The prospect made a call.",
    "Der Interessent hat ein Telefonat geführt.",
    "El cliente potencial ha realizado una llamada.",
    "見込み客が電話をかけた。"
)]
#[case::somebody(
    r#"{"event":{"kind":"objection.settled","by":"unknown"}}"#,
    "Somebody said that an objection is settled.",
    "Jemand hat einen Einwand für erledigt erklärt.",
    "Alguien ha dado por resuelta una objeción.",
    "誰かが懸念の解消を認めた。"
)]
#[case::own_kind(
    r#"{"event":{"kind":"Kick-off","tag":"onsite","at_least":3}}"#,
    "“Kick-off” happened (onsite) at least 3 times.",
    "„Kick-off“ (onsite) ist mindestens dreimal erfolgt.",
    "«Kick-off» (onsite) se ha producido al menos tres veces.",
    "「Kick-off」（onsite）が3回以上行われた。"
)]
#[case::own_kind_by_the_prospect(
    r#"{"event":{"kind":"Kick-off","by":"prospect"}}"#,
    "“Kick-off” happened, done by the prospect.",
    "„Kick-off“ ist durch den Interessenten erfolgt.",
    "«Kick-off» se ha producido por parte del cliente potencial.",
    "見込み客が「Kick-off」を行った。"
)]
#[case::own_kind_by_a_program(
    r#"{"event":{"kind":"Ping","by":"system","within_days":7}}"#,
    "“Ping” happened, done by a program within the last 7 days.",
    "„Ping“ ist innerhalb der letzten 7 Tage durch ein Programm erfolgt.",
    "«Ping» se ha producido por parte de un programa en los últimos 7 días.",
    "プログラムが過去7日以内に「Ping」を行った。"
)]
#[case::field(
    r#"{"field":{"name":"value"}}"#,
    "The value of the deal is known.",
    "Der Wert des Deals ist bekannt.",
    "Se ha indicado el importe de la oportunidad.",
    "案件の金額がわかっている。"
)]
#[case::field_of_the_team(
    r#"{"field":{"name":"close_plan","within_days":14}}"#,
    "The close plan of the deal is known, set within the last 14 days.",
    "Die Angabe „close plan“ zum Deal wurde innerhalb der letzten 14 Tage erfasst.",
    "Se ha indicado el dato «close plan» de la oportunidad en los últimos 14 días.",
    "案件の「close plan」が過去14日以内に入力された。"
)]
#[case::field_of_two_values(
    r#"{"field":{"name":"currency","is":["EUR","OMR"]}}"#,
    "The currency of the deal is “EUR” or “OMR”.",
    "Die Währung des Deals ist „EUR“ oder „OMR“.",
    "La moneda de la oportunidad es «EUR» u «OMR».",
    "案件の通貨が「EUR」または「OMR」である。"
)]
#[case::field_of_three_values_lately(
    r#"{"field":{"name":"region","is":["A","B","C"],"within_days":30}}"#,
    "The region of the deal is “A”, “B” or “C”, set within the last 30 days.",
    "Die Angabe „region“ zum Deal wurde innerhalb der letzten 30 Tage auf „A“, „B“ oder „C“ gesetzt.",
    "El dato «region» de la oportunidad se ha fijado en «A», «B» o «C» en los últimos 30 días.",
    "案件の「region」が過去30日以内に「A」、「B」または「C」に設定された。"
)]
#[case::person_engaged(
    r#"{"person":{"role":"decision-maker","engaged":true,"within_days":30}}"#,
    "A decision maker on the prospect's side has taken part within the last 30 days.",
    "Ein Entscheider auf Seiten des Interessenten hat innerhalb der letzten 30 Tage mitgewirkt.",
    "Una persona con poder de decisión del lado del cliente potencial ha participado en los últimos 30 días.",
    "見込み客側の意思決定者が過去30日以内に関与した。"
)]
#[case::person_known(
    r#"{"person":{"role":"economic_buyer"}}"#,
    "An economic_buyer on the prospect's side is known.",
    "Ein Budgetverantwortlicher auf Seiten des Interessenten ist bekannt.",
    "Se conoce a un responsable del presupuesto del lado del cliente potencial.",
    "見込み客側の予算決裁者がわかっている。"
)]
#[case::person_of_own_role(
    r#"{"person":{"role":"works-council","within_days":10}}"#,
    "A works council on the prospect's side is known within the last 10 days.",
    "Eine Person in der Rolle „works council“ auf Seiten des Interessenten wurde innerhalb der letzten 10 Tage erfasst.",
    "Se ha registrado a una persona con el rol «works council» del lado del cliente potencial en los últimos 10 días.",
    "見込み客側の「works council」役の人が過去10日以内に記録された。"
)]
#[case::content_viewed(
    r#"{"content":{"kind":"case-study","viewed_by":"prospect","within_days":20}}"#,
    "The prospect looked at content of the kind “case study” within the last 20 days.",
    "Der Interessent hat innerhalb der letzten 20 Tage Inhalte der Art „case study“ angesehen.",
    "El cliente potencial ha visto contenido del tipo «case study» en los últimos 20 días.",
    "見込み客が過去20日以内に「case study」のコンテンツを閲覧した。"
)]
#[case::content_shared(
    r#"{"content":{"kind":"deck"}}"#,
    "Content of the kind “deck” was shared.",
    "Inhalte der Art „deck“ wurden geteilt.",
    "Se ha compartido contenido del tipo «deck».",
    "「deck」のコンテンツが共有された。"
)]
#[case::question(
    r#"{"answer":{"question":"budget","within_days":30}}"#,
    "The question “budget” has been answered within the last 30 days.",
    "Die Frage „budget“ wurde innerhalb der letzten 30 Tage beantwortet.",
    "Se ha respondido a la pregunta «budget» en los últimos 30 días.",
    "過去30日以内に質問「budget」への回答が得られた。"
)]
#[case::scheme(
    r#"{"answer":{"scheme":"bant","within_days":1}}"#,
    "The deal is qualified by “bant” within the last day.",
    "Der Deal gilt anhand der Antworten des letzten Tages nach „bant“ als qualifiziert.",
    "La oportunidad está cualificada según «bant» con las respuestas del último día.",
    "案件が過去1日以内の回答で「bant」の基準を満たしている。"
)]
#[case::scheme_with_points(
    r#"{"answer":{"scheme":"bant","at_least":2.5,"within_days":60}}"#,
    "The deal has at least 2.5 points by “bant” within the last 60 days.",
    "Der Deal hat anhand der Antworten der letzten 60 Tage nach „bant“ mindestens 2,5 Punkte.",
    "La oportunidad tiene al menos 2,5 puntos según «bant» con las respuestas de los últimos 60 días.",
    "案件の「bant」の点数が過去60日以内の回答で2.5点以上である。"
)]
#[case::scheme_with_a_point(
    r#"{"answer":{"scheme":"champ","at_least":1}}"#,
    "The deal has at least 1 points by “champ”.",
    "Der Deal hat nach „champ“ mindestens 1 Punkt.",
    "La oportunidad tiene al menos 1 punto según «champ».",
    "案件の「champ」の点数が1点以上である。"
)]
#[case::quote(
    r#"{"quote":{"state":"accepted","within_days":30}}"#,
    "The prospect accepted a quote within the last 30 days.",
    "Der Interessent hat innerhalb der letzten 30 Tage ein Angebot angenommen.",
    "El cliente potencial ha aceptado una oferta en los últimos 30 días.",
    "見込み客が過去30日以内に見積書を承諾した。"
)]
#[case::quote_of_own_state(
    r#"{"quote":{"state":"revised"}}"#,
    "A quote was revised.",
    "Ein Angebot hat den Status „revised“ erreicht.",
    "Una oferta ha alcanzado el estado «revised».",
    "見積書が「revised」の状態になった。"
)]
#[case::approval(
    r#"{"approval":{"state":"granted","within_days":1}}"#,
    "An approval was granted within the last day.",
    "Eine Freigabe wurde innerhalb des letzten Tages erteilt.",
    "Se ha concedido una aprobación en el último día.",
    "承認が過去1日以内に得られた。"
)]
#[case::all_of_two(
    r#"{"all":[{"quote":{"state":"accepted"}},{"event":{"kind":"contract.sent"}}]}"#,
    "The prospect accepted a quote and our team sent the contract.",
    "Der Interessent hat ein Angebot angenommen und unser Team hat den Vertrag gesendet.",
    "El cliente potencial ha aceptado una oferta y nuestro equipo ha enviado el contrato.",
    "見込み客が見積書を承諾しており、かつ当社チームが契約書を送付した。"
)]
#[case::any_of_three(
    r#"{"any":[{"event":{"kind":"email.received"}},{"event":{"kind":"call","by":"prospect"}},{"event":{"kind":"meeting.accepted"}}]}"#,
    "The prospect wrote back by e-mail, the prospect made a call or the prospect accepted a meeting.",
    "Der Interessent hat per E-Mail geantwortet, der Interessent hat ein Telefonat geführt oder der Interessent hat \
     einen Termin zugesagt.",
    "El cliente potencial ha respondido por correo electrónico, el cliente potencial ha realizado una llamada o el \
     cliente potencial ha aceptado una reunión.",
    "見込み客がメールで返信したか、見込み客が電話をかけたか、または見込み客が打ち合わせを承諾した。"
)]
#[case::groups(
    r#"{"all":[{"any":[{"field":{"name":"owner"}},{"person":{"role":"champion","engaged":true}}]},{"field":{"name":"value"}}]}"#,
    "(the owner of the deal is known or a champion on the prospect's side has taken part) and the value of the deal is \
     known.",
    "(Die zuständige Person des Deals ist bekannt oder ein Fürsprecher auf Seiten des Interessenten hat mitgewirkt) \
     und der Wert des Deals ist bekannt.",
    "(Se ha indicado la persona responsable de la oportunidad o un promotor interno del lado del cliente potencial ha \
     participado) y se ha indicado el importe de la oportunidad.",
    "（案件の担当者がわかっているか、または見込み客側の社内推進者が関与した）、かつ案件の金額がわかっている。"
)]
#[case::group_of_one(
    r#"{"any":[{"all":[{"event":{"kind":"demo"}}]}]}"#,
    "Our team gave a demonstration.",
    "Unser Team hat eine Demo durchgeführt.",
    "Nuestro equipo ha realizado una demostración.",
    "当社チームがデモを実施した。"
)]
#[case::not(
    r#"{"not":{"event":{"kind":"objection.raised","within_days":30}}}"#,
    "It is not so that the prospect raised an objection within the last 30 days.",
    "Es trifft nicht zu, dass der Interessent innerhalb der letzten 30 Tage einen Einwand vorgebracht hat.",
    "No es cierto que el cliente potencial haya planteado una objeción en los últimos 30 días.",
    "見込み客が過去30日以内に懸念を示していない。"
)]
#[case::not_a_field(
    r#"{"not":{"field":{"name":"product","is":["Basic"]}}}"#,
    "It is not so that the product of the deal is “Basic”.",
    "Es trifft nicht zu, dass das Produkt des Deals „Basic“ ist.",
    "No es cierto que el producto de la oportunidad sea «Basic».",
    "案件の商材が「Basic」ではない。"
)]
#[case::not_both(
    r#"{"not":{"all":[{"event":{"kind":"quote.sent"}},{"field":{"name":"team"}}]}}"#,
    "It is not so that our team sent a quote and the team of the deal is known.",
    "Es trifft nicht zu, dass unser Team ein Angebot gesendet hat und das Team des Deals bekannt ist.",
    "No es cierto que nuestro equipo haya enviado una oferta y que se haya indicado el equipo de la oportunidad.",
    "当社チームが見積書を送付していないか、または案件の担当チームがわかっていない。"
)]
#[case::not_within(
    r#"{"all":[{"not":{"event":{"kind":"objection.raised"}}},{"approval":{"state":"granted"}}]}"#,
    "It is not so that the prospect raised an objection and an approval was granted.",
    "Es trifft nicht zu, dass der Interessent einen Einwand vorgebracht hat, und eine Freigabe wurde erteilt.",
    "No es cierto que el cliente potencial haya planteado una objeción, y se ha concedido una aprobación.",
    "見込み客が懸念を示しておらず、かつ承認が得られた。"
)]
#[case::not_not(
    r#"{"not":{"not":{"event":{"kind":"note"}}}}"#,
    "It is not so that it is not so that our team made a note.",
    "Es trifft nicht zu, dass es nicht zutrifft, dass unser Team eine Notiz gemacht hat.",
    "No es cierto que no sea cierto que nuestro equipo haya escrito una nota.",
    "当社チームがメモを残した。"
)]
#[case::nothing(
    r#"{"any":[]}"#,
    "Nothing is named.",
    "Nichts ist angegeben.",
    "No se indica nada.",
    "何も指定されていない。"
)]
fn sentences(
    #[case] json: &str,
    #[case] en: &str,
    #[case] de: &str,
    #[case] es: &str,
    #[case] ja: &str,
) -> serde_json::Result<()> {
    let test = serde_json::from_str(json)?;
    assert_eq!([En, De, Es, Ja].map(|language| says(&test, language)), [en, de, es, ja]);
    Ok(())
}

#[rstest]
#[case::event(
    r#"{"event":{"kind":"meeting.attended","tag":"demo","at_least":2}}"#,
    Some(SoFar { have: 1, needed: 2 }),
    "Nothing shows yet that the prospect attended a meeting (demo) at least twice (1 of 2 so far).",
    "Noch zeigt nichts, dass der Interessent mindestens zweimal an einem Termin (demo) teilgenommen hat (bisher 1 von \
     2).",
    "Aún no consta que el cliente potencial haya asistido a una reunión (demo) al menos dos veces (1 de 2 hasta ahora).",
    "見込み客が打ち合わせ（demo）に2回以上参加したことは、まだ確認できていません（必要な2回のうち、現在1回）。"
)]
#[case::field(
    r#"{"field":{"name":"value"}}"#,
    None,
    "Nothing shows yet that the value of the deal is known.",
    "Noch zeigt nichts, dass der Wert des Deals bekannt ist.",
    "Aún no consta que se haya indicado el importe de la oportunidad.",
    "案件の金額がわかっていることは、まだ確認できていません。"
)]
#[case::content(
    r#"{"content":{"kind":"deck","within_days":7}}"#,
    None,
    "Nothing shows yet that content of the kind “deck” was shared within the last 7 days.",
    "Noch zeigt nichts, dass Inhalte der Art „deck“ innerhalb der letzten 7 Tage geteilt wurden.",
    "Aún no consta que se haya compartido contenido del tipo «deck» en los últimos 7 días.",
    "過去7日以内に「deck」のコンテンツが共有されたことは、まだ確認できていません。"
)]
#[case::points(
    r#"{"answer":{"scheme":"bant","at_least":3}}"#,
    None,
    "Nothing shows yet that the deal has at least 3 points by “bant”.",
    "Noch zeigt nichts, dass der Deal nach „bant“ mindestens 3 Punkte hat.",
    "Aún no consta que la oportunidad tenga al menos 3 puntos según «bant».",
    "案件の「bant」の点数が3点以上であることは、まだ確認できていません。"
)]
#[case::groups(
    r#"{"any":[{"all":[{"quote":{"state":"accepted"}},{"approval":{"state":"granted"}}]},{"not":{"event":{"kind":"objection.raised"}}},{"event":{"kind":"contract.signed"}}]}"#,
    None,
    "Nothing shows yet that (the prospect accepted a quote and an approval was granted), it is not so that the prospect \
     raised an objection or the prospect signed the contract.",
    "Noch zeigt nichts, dass (der Interessent ein Angebot angenommen hat und eine Freigabe erteilt wurde), es nicht \
     zutrifft, dass der Interessent einen Einwand vorgebracht hat, oder der Interessent den Vertrag unterschrieben hat.",
    "Aún no consta (que el cliente potencial haya aceptado una oferta y que se haya concedido una aprobación), que no \
     sea cierto que el cliente potencial haya planteado una objeción, o que el cliente potencial haya firmado el \
     contrato.",
    "（見込み客が見積書を承諾しており、かつ承認が得られた）か、見込み客が懸念を示していないか、または見込み客が契約書に署名した\
     ことは、まだ確認できていません。"
)]
fn what_is_missing(
    #[case] json: &str,
    #[case] so_far: Option<SoFar>,
    #[case] en: &str,
    #[case] de: &str,
    #[case] es: &str,
    #[case] ja: &str,
) -> serde_json::Result<()> {
    let test = serde_json::from_str(json)?;
    assert_eq!([En, De, Es, Ja].map(|language| missing(&test, so_far, language)), [en, de, es, ja]);
    Ok(())
}

#[rstest]
#[case::with_the_event(
    true,
    "In the way: the prospect raised an objection (“Objection” on 2026-03-02).",
    "Dem steht entgegen: Der Interessent hat einen Einwand vorgebracht („Objection“ am 02.03.2026).",
    "Lo impide lo siguiente: el cliente potencial ha planteado una objeción («Objection» el 02/03/2026).",
    "妨げになっていること：見込み客が懸念を示した（2026年3月2日の「Objection」）。"
)]
#[case::without_an_event(
    false,
    "In the way: the prospect raised an objection.",
    "Dem steht entgegen: Der Interessent hat einen Einwand vorgebracht.",
    "Lo impide lo siguiente: el cliente potencial ha planteado una objeción.",
    "妨げになっていること：見込み客が懸念を示した。"
)]
fn what_is_in_the_way(#[case] known: bool, #[case] en: &str, #[case] de: &str, #[case] es: &str, #[case] ja: &str) {
    let test = Predicate::Event(EventTest { kind: "objection.raised".into(), ..EventTest::default() });
    // 2026-03-02, nine o'clock
    let at = Timestamp::constant(1_772_442_000, 0);
    let last = known.then_some(Last { name: "Objection", at });
    assert_eq!([En, De, Es, Ja].map(|language| in_the_way(&test, last, language)), [en, de, es, ja]);
}

#[rstest]
#[case::with_open_questions(
    1.5, 3.0, &["Who decides?", "By when?"],
    "“BANT” has 1.5 of the 3 points needed. Not answered yet: Who decides? By when?.",
    "„BANT“ kommt auf 1,5 von 3 nötigen Punkten. Noch nicht beantwortet: Who decides? By when?",
    "«BANT» tiene 1,5 de los 3 puntos necesarios. Aún sin respuesta: Who decides? By when?",
    "「BANT」は必要な3点のうち1.5点です。未回答：Who decides? By when?"
)]
#[case::one_point(
    0.0, 1.0, &["Budget"],
    "“BANT” has 0 of the 1 points needed. Not answered yet: Budget.",
    "„BANT“ kommt auf 0 von 1 nötigen Punkt. Noch nicht beantwortet: Budget.",
    "«BANT» tiene 0 de 1 punto necesario. Aún sin respuesta: Budget.",
    "「BANT」は必要な1点のうち0点です。未回答：Budget。"
)]
#[case::all_answered(
    2.0, 3.0, &[],
    "“BANT” has 2 of the 3 points needed.",
    "„BANT“ kommt auf 2 von 3 nötigen Punkten.",
    "«BANT» tiene 2 de los 3 puntos necesarios.",
    "「BANT」は必要な3点のうち2点です。"
)]
fn points(
    #[case] have: f64,
    #[case] needed: f64,
    #[case] open: &[&str],
    #[case] en: &str,
    #[case] de: &str,
    #[case] es: &str,
    #[case] ja: &str,
) {
    let points = PointsMissing { scheme: "BANT", have, needed, open };
    assert_eq!([En, De, Es, Ja].map(|language| points_missing(&points, language)), [en, de, es, ja]);
}

#[rstest]
#[case("meeting.attended", ["Meeting attended", "Teilnahme am Termin", "Asistencia a una reunión", "打ち合わせへの参加"])]
#[case("activity", ["Activity", "Aktivität", "Actividad", "活動"])]
#[case("site visit", ["site visit"; 4])]
fn labels(#[case] kind: &str, #[case] expected: [&str; 4]) {
    assert_eq!([En, De, Es, Ja].map(|language| kind_label(kind, language)), expected);
}

#[test]
fn sentences_stand_apart_where_a_language_has_blanks() {
    assert_eq!(together(&["A.", "B."], De), "A. B.");
    assert_eq!(together(&["甲。", "乙。"], Ja), "甲。乙。");
}

//! The touchpoints in the other languages that sentences are made in, row by row as in the list of touchpoints.

/// The words for one touchpoint beside the English ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Words {
    /// The touchpoint's kind.
    pub kind: &'static str,
    /// In German.
    pub german: German,
    /// In Spanish.
    pub spanish: Spanish,
    /// In Japanese.
    pub japanese: Japanese,
}

/// `… hat` + how often + `an einem Termin` + tag + `teilgenommen`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct German {
    pub label: &'static str,
    pub object: &'static str,
    pub participle: &'static str,
}

/// `… ha` + `asistido a una reunión` + tag + how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spanish {
    pub label: &'static str,
    pub done: &'static str,
}

/// `…が` + `打ち合わせ` + tag + `に` + how often + `参加した`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Japanese {
    pub label: &'static str,
    pub noun: &'static str,
    pub particle: &'static str,
    /// In the plain past, so that its last sign is た or だ.
    pub verb: &'static str,
}

const fn de(label: &'static str, object: &'static str, participle: &'static str) -> German {
    German { label, object, participle }
}

const fn es(label: &'static str, done: &'static str) -> Spanish {
    Spanish { label, done }
}

const fn ja(label: &'static str, noun: &'static str, particle: &'static str, verb: &'static str) -> Japanese {
    Japanese { label, noun, particle, verb }
}

const fn of(kind: &'static str, german: German, spanish: Spanish, japanese: Japanese) -> Words {
    Words { kind, german, spanish, japanese }
}

const ALL: &[Words] = &[
    of(
        "call",
        de("Telefonat", "ein Telefonat", "geführt"),
        es("Llamada", "realizado una llamada"),
        ja("電話", "電話", "を", "かけた"),
    ),
    of(
        "email.sent",
        de("E-Mail gesendet", "eine E-Mail", "gesendet"),
        es("Correo enviado", "enviado un correo electrónico"),
        ja("メールの送信", "メール", "を", "送信した"),
    ),
    of(
        "email.received",
        de("E-Mail erhalten", "per E-Mail", "geantwortet"),
        es("Correo recibido", "respondido por correo electrónico"),
        ja("メールの受信", "メール", "で", "返信した"),
    ),
    of(
        "meeting.accepted",
        de("Termin zugesagt", "einen Termin", "zugesagt"),
        es("Reunión aceptada", "aceptado una reunión"),
        ja("打ち合わせの承諾", "打ち合わせ", "を", "承諾した"),
    ),
    of(
        "meeting.held",
        de("Termin durchgeführt", "einen Termin", "durchgeführt"),
        es("Reunión celebrada", "celebrado una reunión"),
        ja("打ち合わせの実施", "打ち合わせ", "を", "実施した"),
    ),
    of(
        "meeting.attended",
        de("Teilnahme am Termin", "an einem Termin", "teilgenommen"),
        es("Asistencia a una reunión", "asistido a una reunión"),
        ja("打ち合わせへの参加", "打ち合わせ", "に", "参加した"),
    ),
    of(
        "demo",
        de("Demo", "eine Demo", "durchgeführt"),
        es("Demostración", "realizado una demostración"),
        ja("デモ", "デモ", "を", "実施した"),
    ),
    of(
        "content.shared",
        de("Inhalte geteilt", "Inhalte", "geteilt"),
        es("Contenido compartido", "compartido contenido"),
        ja("コンテンツの共有", "コンテンツ", "を", "共有した"),
    ),
    of(
        "content.viewed",
        de("Inhalte angesehen", "Inhalte", "angesehen"),
        es("Contenido visto", "visto contenido"),
        ja("コンテンツの閲覧", "コンテンツ", "を", "閲覧した"),
    ),
    of(
        "objection.raised",
        de("Einwand vorgebracht", "einen Einwand", "vorgebracht"),
        es("Objeción planteada", "planteado una objeción"),
        ja("懸念の提示", "懸念", "を", "示した"),
    ),
    of(
        "objection.answered",
        de("Einwand beantwortet", "einen Einwand", "beantwortet"),
        es("Objeción respondida", "respondido a una objeción"),
        ja("懸念への回答", "懸念", "に", "回答した"),
    ),
    of(
        "objection.settled",
        de("Einwand erledigt", "einen Einwand", "für erledigt erklärt"),
        es("Objeción resuelta", "dado por resuelta una objeción"),
        ja("懸念の解消", "懸念の解消", "を", "認めた"),
    ),
    of(
        "quote.sent",
        de("Angebot gesendet", "ein Angebot", "gesendet"),
        es("Oferta enviada", "enviado una oferta"),
        ja("見積書の送付", "見積書", "を", "送付した"),
    ),
    of(
        "quote.accepted",
        de("Angebot angenommen", "ein Angebot", "angenommen"),
        es("Oferta aceptada", "aceptado una oferta"),
        ja("見積書の承諾", "見積書", "を", "承諾した"),
    ),
    of(
        "contract.sent",
        de("Vertrag gesendet", "den Vertrag", "gesendet"),
        es("Contrato enviado", "enviado el contrato"),
        ja("契約書の送付", "契約書", "を", "送付した"),
    ),
    of(
        "contract.signed",
        de("Vertrag unterschrieben", "den Vertrag", "unterschrieben"),
        es("Contrato firmado", "firmado el contrato"),
        ja("契約書への署名", "契約書", "に", "署名した"),
    ),
    of(
        "note",
        de("Notiz", "eine Notiz", "gemacht"),
        es("Nota", "escrito una nota"),
        ja("メモ", "メモ", "を", "残した"),
    ),
];

/// The words for the touchpoint of exactly this kind.
pub(crate) fn words(kind: &str) -> Option<&'static Words> {
    ALL.iter().find(|w| w.kind.eq_ignore_ascii_case(kind))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::touchpoint::touchpoints;

    #[test]
    fn every_touchpoint_has_its_words_once() {
        let named: Vec<&str> = ALL.iter().map(|w| w.kind).collect();
        let listed: Vec<&str> = touchpoints().iter().map(|t| t.kind).collect();
        assert_eq!(named, listed);
    }

    #[test]
    fn no_two_languages_call_it_the_same() {
        for (t, Words { german, spanish, japanese, .. }) in touchpoints().iter().zip(ALL) {
            let labels = [t.label, german.label, spanish.label, japanese.label].map(str::to_owned);
            let done = [
                t.done.to_owned(),
                format!("{} {}", german.object, german.participle),
                spanish.done.to_owned(),
                [japanese.noun, japanese.particle, japanese.verb].concat(),
            ];
            for of_all in [labels, done] {
                assert!(of_all.iter().all(|w| !w.trim().is_empty() && w.trim() == w), "{}: {of_all:?}", t.kind);
                assert_eq!(of_all.iter().collect::<BTreeSet<_>>().len(), 4, "{}: {of_all:?}", t.kind);
            }
        }
    }

    #[test]
    fn japanese_verbs_stand_in_the_plain_past() {
        for w in ALL {
            assert!(w.japanese.verb.ends_with(['た', 'だ']), "{}", w.kind);
        }
    }
}

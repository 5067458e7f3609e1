//! The processes that a team starts from. They are files: a team's own file is written in the same way.

use std::sync::LazyLock;

use serde::Serialize;
use utoipa::ToSchema;

use super::{Process, parse};
use crate::language::Language;

/// A template as a list shows it, in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct TemplateInfo {
    /// Its id, the same in every language.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// Whom it is for, in a line.
    pub about: &'static str,
}

struct File {
    language: Language,
    info: TemplateInfo,
    text: &'static str,
}

macro_rules! file {
    ($id:literal, $language:ident, $tag:literal, $name:literal, $about:literal) => {
        File {
            language: Language::$language,
            info: TemplateInfo { id: $id, name: $name, about: $about },
            text: include_str!(concat!("../../templates/", $id, ".", $tag, ".toml")),
        }
    };
}

const DEFAULT: &str = "b2b-software";

static FILES: &[File] = &[
    file!(
        "b2b-software",
        En,
        "en",
        "Software for businesses",
        "Several people decide: qualify, show, settle doubts, sign; then onboarding and growth."
    ),
    file!(
        "b2b-software",
        De,
        "de",
        "Software für Unternehmen",
        "Mehrere entscheiden: qualifizieren, zeigen, Zweifel klären, abschließen; dann Einführung und Ausbau."
    ),
    file!(
        "b2b-software",
        Es,
        "es",
        "Software para empresas",
        "Deciden varias personas: calificar, mostrar, resolver dudas, firmar; después, arrancar y crecer."
    ),
    file!(
        "b2b-software",
        Ja,
        "ja",
        "法人向けソフトウェア",
        "複数の人が決める商談に。見極め、デモ、懸念の解消、契約、導入支援と拡大まで。"
    ),
    file!(
        "agency",
        En,
        "en",
        "Agency and professional services",
        "Work that is sold before it exists: brief, credentials, scope, proposal, terms, kick-off."
    ),
    file!(
        "agency",
        De,
        "de",
        "Agentur und Dienstleistung",
        "Arbeit, die vor ihrem Entstehen verkauft wird: Briefing, Referenzen, Umfang, Angebot, Konditionen, Start."
    ),
    file!(
        "agency",
        Es,
        "es",
        "Agencia y servicios profesionales",
        "Trabajo que se vende antes de existir: encargo, credenciales, alcance, propuesta, condiciones, arranque."
    ),
    file!(
        "agency",
        Ja,
        "ja",
        "制作会社・専門サービス",
        "形になる前の仕事を売る商談に。相談、実績紹介、範囲決め、提案、条件、キックオフ。"
    ),
    file!(
        "field-sales",
        En,
        "en",
        "Field sales with visits",
        "Visits to premises: plan the area, see the need on site, try it there, offer, order, deliver."
    ),
    file!(
        "field-sales",
        De,
        "de",
        "Außendienst mit Besuchen",
        "Besuche vor Ort: Gebiet planen, Bedarf aufnehmen, vorführen und testen, anbieten, bestellen, liefern."
    ),
    file!(
        "field-sales",
        Es,
        "es",
        "Venta en campo con visitas",
        "Visitas al cliente: planificar la zona, ver la necesidad, probar allí, ofertar, pedir y entregar."
    ),
    file!(
        "field-sales",
        Ja,
        "ja",
        "訪問営業",
        "お客様先を訪ねる営業に。地域計画、現場調査、実演と試用、見積もり、注文、納品。"
    ),
    file!(
        "inside-sales",
        En,
        "en",
        "Short sales by phone and e-mail",
        "Small deals in days, not months: first call, qualification, online demonstration, offer, close."
    ),
    file!(
        "inside-sales",
        De,
        "de",
        "Kurzer Verkauf per Telefon und E-Mail",
        "Kleine Aufträge in Tagen statt Monaten: Anruf, Qualifizierung, Online-Vorführung, Angebot, Abschluss."
    ),
    file!(
        "inside-sales",
        Es,
        "es",
        "Venta breve por teléfono y correo",
        "Ventas pequeñas en días, no en meses: llamada, calificación, demostración en línea, oferta, cierre."
    ),
    file!(
        "inside-sales",
        Ja,
        "ja",
        "電話とメールの短い営業",
        "数日で決まる小口の商談に。初回の電話、見極め、オンラインデモ、見積もり、成約。"
    ),
];

static START: LazyLock<Process> = LazyLock::new(|| template_in(DEFAULT, Language::En).unwrap_or_default());

/// The default template, in English: seven stages from the first look for prospects to keeping in touch, then won, lost
/// and what follows the sale. Target days are a plain start for teams without data; a proposal from data replaces them.
pub fn template() -> Process {
    START.clone()
}

/// The templates in a language, the default one first.
pub fn templates(language: Language) -> Vec<TemplateInfo> {
    FILES.iter().filter(|f| f.language == language).map(|f| f.info).collect()
}

/// The template of this id in a language; none where there is no such template.
pub fn template_in(id: &str, language: Language) -> Option<Process> {
    parse(template_text(id, language)?).ok()
}

/// The `process.toml` of a template in a language.
pub fn template_text(id: &str, language: Language) -> Option<&'static str> {
    FILES.iter().find(|f| f.info.id == id && f.language == language).map(|f| f.text)
}

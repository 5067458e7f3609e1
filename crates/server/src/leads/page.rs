//! The page of a form, for people who are not signed in: plain HTML without scripts, which others may frame.

use std::{collections::BTreeMap, fmt::Write};

use super::form::{FieldKind, FormField, SavedForm, TRAP};
use crate::reader::escape;

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{margin:0;padding:16px;font:16px/1.5 system-ui,sans-serif;color:#1d2327;background:#fff}\
main{max-width:34rem;margin:0 auto}h1{font-size:20px;line-height:1.3;margin:0 0 8px}p{margin:0 0 16px}\
label,legend{display:block;font-weight:600;margin:0 0 4px}\
input:not([type=checkbox]),textarea,select{box-sizing:border-box;width:100%;min-height:44px;padding:8px 10px;font:inherit;\
color:inherit;background:#fff;border:1px solid #6b7280;border-radius:6px}textarea{min-height:7rem}\
.field{margin:0 0 16px}.tick{display:flex;gap:10px;align-items:flex-start;font-weight:400}\
.tick input{width:24px;height:24px;margin:0;flex:none}\
.fault{color:#9f2317;margin:4px 0 0}.soft{font-weight:400;color:#57606a}\
button{min-height:44px;padding:8px 20px;font:inherit;font-weight:600;color:#fff;background:#0b6b63;border:0;\
border-radius:6px;cursor:pointer}:focus-visible{outline:3px solid #0b6b63;outline-offset:2px}\
.trap{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}\
@media(prefers-color-scheme:dark){body{color:#e6e6e3;background:#1b1d1e}\
input:not([type=checkbox]),textarea,select{background:#26292b;border-color:#8a9096}.fault{color:#ff9d8f}.soft{color:#a9b0b6}\
button{background:#2aa198;color:#06201e}:focus-visible{outline-color:#5fd0c6}}";

fn page(title: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"robots\" content=\"noindex\">\
         <title>{}</title><style>{STYLE}</style></head><body><main>{body}</main></body></html>",
        escape(title)
    )
}

/// What a form is shown with.
#[derive(Debug, Clone, Copy)]
pub struct Showing<'a> {
    /// That it was opened now.
    pub sealed: &'a str,
    /// What has been filled in, and from where they came.
    pub filled: &'a BTreeMap<String, String>,
    /// What is wrong, by field.
    pub faults: &'a BTreeMap<String, String>,
    /// A sentence above the fields.
    pub says: &'a str,
}

/// The form to be filled in.
pub fn form(form: &SavedForm, showing: Showing<'_>) -> String {
    let of = &form.form;
    let title = if of.title.is_empty() { &of.name } else { &of.title };
    let mut html = format!("<h1>{}</h1>", escape(title));
    for text in [of.intro.as_str(), showing.says].into_iter().filter(|text| !text.trim().is_empty()) {
        let _ = write!(html, "<p>{}</p>", lines(text));
    }
    let _ = write!(html, "<form method=\"post\" action=\"/f/{}\">", form.id);
    of.fields.iter().for_each(|asked| field(&mut html, asked, showing));
    if !of.consent.trim().is_empty() {
        let ticked = if showing.filled.get("consent").is_some_and(|v| v == "yes") { " checked" } else { "" };
        let (says, described) = fault("consent", showing);
        let _ = write!(
            html,
            "<div class=\"field\"><label class=\"tick\"><input type=\"checkbox\" name=\"consent\" value=\"yes\" \
             required{ticked}{described}><span>{}</span></label>{says}</div>",
            lines(&of.consent)
        );
    }
    let _ = write!(
        html,
        "<div class=\"trap\" aria-hidden=\"true\"><label>Leave this empty\
         <input name=\"{TRAP}\" tabindex=\"-1\" autocomplete=\"off\"></label></div>"
    );
    let from = showing.filled.iter().filter(|(name, _)| *name == "page" || name.starts_with("utm_"));
    for (name, value) in from.chain([(&"sealed".to_owned(), &showing.sealed.to_owned())]) {
        let _ = write!(html, "<input type=\"hidden\" name=\"{}\" value=\"{}\">", escape(name), escape(value));
    }
    html.push_str("<button type=\"submit\">Send</button></form>");
    page(title, &html)
}

fn field(html: &mut String, asked: &FormField, showing: Showing<'_>) {
    let (id, label) = (escape(&asked.id), escape(&asked.label));
    let value = showing.filled.get(&asked.id).map(|value| escape(value)).unwrap_or_default();
    let (required, optional) = match asked.required {
        true => (" required", ""),
        false => ("", " <span class=\"soft\">(optional)</span>"),
    };
    let (says, described) = fault(&asked.id, showing);
    let common = format!("id=\"{id}\" name=\"{id}\"{required}{described}");
    let _ = write!(html, "<div class=\"field\"><label for=\"{id}\">{label}{optional}</label>");
    let _ = match asked.kind {
        FieldKind::Text => write!(html, "<textarea {common} maxlength=\"4000\">{value}</textarea>"),
        FieldKind::Choice => {
            let options: String = asked
                .choices
                .iter()
                .map(|choice| {
                    let chosen = if escape(choice) == value { " selected" } else { "" };
                    format!("<option{chosen}>{}</option>", escape(choice))
                })
                .collect();
            write!(html, "<select {common}><option value=\"\"></option>{options}</select>")
        }
        kind => {
            let (input, fills) = match kind {
                FieldKind::Email => ("email", "email"),
                FieldKind::Phone => ("tel", "tel"),
                _ => ("text", fills(&asked.id)),
            };
            write!(
                html,
                "<input type=\"{input}\" {common} maxlength=\"200\" autocomplete=\"{fills}\" value=\"{value}\">"
            )
        }
    };
    let _ = write!(html, "{says}</div>");
}

/// What a browser may fill in by itself.
fn fills(id: &str) -> &'static str {
    match id {
        "contact" => "name",
        "account" => "organization",
        "title" => "organization-title",
        "website" => "url",
        "country" => "country-name",
        _ => "on",
    }
}

/// What is wrong with a field, and how the field points there.
fn fault(id: &str, showing: Showing<'_>) -> (String, String) {
    let Some(fault) = showing.faults.get(id) else { return (String::new(), String::new()) };
    let id = escape(id);
    (
        format!("<p class=\"fault\" id=\"{id}-fault\">{}</p>", escape(fault)),
        format!(" aria-invalid=\"true\" aria-describedby=\"{id}-fault\""),
    )
}

/// Said after sending.
pub fn thanks(form: &SavedForm) -> String {
    page("Thank you", &format!("<div role=\"status\"><p>{}</p></div>", lines(&form.form.thanks)))
}

/// Said where there is nothing to fill in.
pub fn notice(title: &str, says: &str) -> String {
    page(title, &format!("<h1>{}</h1><p>{}</p>", escape(title), escape(says)))
}

fn lines(text: &str) -> String {
    escape(text.trim()).replace('\n', "<br>")
}

/// What others put on their pages.
pub fn snippet(form: &SavedForm, base: &str) -> [String; 2] {
    let (base, id) = (escape(base.trim_end_matches('/')), form.id);
    let title = escape(if form.form.title.is_empty() { &form.form.name } else { &form.form.title });
    let frame = format!(
        "<iframe src=\"{base}/f/{id}\" title=\"{title}\" referrerpolicy=\"no-referrer-when-downgrade\" \
         style=\"width:100%;height:{}px;border:0\"></iframe>",
        220 + 96 * form.form.fields.len()
    );
    let mut plain = format!("<form method=\"post\" action=\"{base}/f/{id}\">\n");
    for asked in &form.form.fields {
        let (name, label) = (escape(&asked.id), escape(&asked.label));
        let required = if asked.required { " required" } else { "" };
        let input = match asked.kind {
            FieldKind::Text => format!("<textarea name=\"{name}\"{required}></textarea>"),
            FieldKind::Choice => {
                let options: String = asked.choices.iter().map(|c| format!("<option>{}</option>", escape(c))).collect();
                format!("<select name=\"{name}\"{required}><option></option>{options}</select>")
            }
            FieldKind::Email => format!("<input type=\"email\" name=\"{name}\"{required}>"),
            FieldKind::Phone => format!("<input type=\"tel\" name=\"{name}\"{required}>"),
            FieldKind::Line => format!("<input name=\"{name}\"{required}>"),
        };
        let _ = writeln!(plain, "  <label>{label} {input}</label>");
    }
    if !form.form.consent.trim().is_empty() {
        let _ = writeln!(
            plain,
            "  <label><input type=\"checkbox\" name=\"consent\" value=\"yes\" required> {}</label>",
            lines(&form.form.consent)
        );
    }
    plain.push_str("  <button>Send</button>\n</form>");
    [frame, plain]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_people_write_is_text() {
        let evil = "\"><script>alert(1)</script>";
        let of = serde_json::from_value(
            json!({"name": evil, "source": evil, "thanks": evil, "consent": evil, "intro": evil,
            "title": evil, "fields": [{"id": "email", "label": evil}, {"id": "size", "label": "Size", "kind": "choice",
            "choices": [evil]}, {"id": "note", "label": "Note", "kind": "text"}]}),
        );
        let saved = SavedForm { id: Uuid::nil(), version: 1, form: of.unwrap() };
        let all: BTreeMap<String, String> =
            ["email", "size", "note", "page", "utm_source"].map(|name| (name.to_owned(), evil.to_owned())).into();
        let showing = Showing { sealed: evil, filled: &all, faults: &all, says: evil };
        let [frame, plain] = snippet(&saved, "https://x.example\"><b>");
        for html in [form(&saved, showing), thanks(&saved), notice(evil, evil), frame, plain] {
            assert!(!html.contains("<script") && !html.contains("\"><b>"), "{html}");
        }
    }
}

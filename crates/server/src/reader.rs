//! The page on which people read the description of the API. Made on the server, so that it needs no script and
//! nothing from elsewhere.

use std::fmt::Write;

use serde_json::{Map, Value};

use crate::permission::{self, Who};

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];
const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1c2422;\
background:#fbfaf6}h1,h2{font-weight:600}details{border:1px solid #d6d3c8;border-radius:6px;margin:4px 0;padding:6px 12px;\
background:#fff}summary{cursor:pointer;display:flex;gap:12px;flex-wrap:wrap}code{font-family:ui-monospace,monospace}\
.m{font-weight:600;width:4rem;color:#0f5e5a}table{border-collapse:collapse;margin:8px 0}td,th{border-bottom:1px solid #e6e3d8;\
text-align:left;padding:2px 16px 2px 0;vertical-align:top}a{color:#0f5e5a}.s{color:#5a625f}\
@media(prefers-color-scheme:dark){body{background:#161a19;color:#e4e7e3}details{background:#1d2221;border-color:#37403d}\
td,th{border-color:#37403d}a,.m{color:#63c3ba}.s{color:#a3aba7}}";

/// The page for a document.
pub fn page(api: &Value) -> String {
    let title = text(api.pointer("/info/title"));
    let mut html = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width,initial-scale=1\"><title>{title}: API</title><style>{STYLE}</style><body>\
         <h1>{title}: API {}</h1><p>{}</p><p><a href=\"/api/v1/openapi.json\">openapi.json</a> (OpenAPI {})</p>",
        text(api.pointer("/info/version")),
        text(api.pointer("/info/description")),
        text(api.get("openapi")),
    );
    operations(api, &mut html);
    schemas(api, &mut html);
    html.push_str("</body></html>");
    html
}

fn operations(api: &Value, html: &mut String) {
    let mut last = String::new();
    for (path, item) in entries(api.get("paths")) {
        for (method, operation) in METHODS.iter().filter_map(|m| Some((*m, item.get(*m)?))) {
            let tag = text(operation.pointer("/tags/0"));
            if tag != last {
                let _ = write!(html, "<h2>{tag}</h2>");
                last = tag;
            }
            operation_block(path, method, operation, html);
        }
    }
}

fn operation_block(path: &str, method: &str, operation: &Value, html: &mut String) {
    let _ = write!(
        html,
        "<details><summary><span class=m>{}</span><code>{}</code><span class=s>{}</span></summary><p>{}</p><p class=s>{}</p>",
        method.to_uppercase(),
        escape(path),
        text(operation.get("summary")),
        text(operation.get("description")),
        who(path, method),
    );
    if let Some(parameters) = operation.get("parameters").and_then(Value::as_array) {
        html.push_str("<table><tr><th>Parameter<th>In<th>Type<th>Meaning</tr>");
        for p in parameters {
            let (name, place) = (text(p.get("name")), text(p.get("in")));
            let _ = write!(
                html,
                "<tr><td><code>{name}</code><td>{place}<td>{}<td>{}</tr>",
                kind(p.get("schema")),
                text(p.get("description"))
            );
        }
        html.push_str("</table>");
    }
    for (content, body) in entries(operation.pointer("/requestBody/content")) {
        let _ = write!(html, "<p>Takes <code>{}</code>: {}</p>", escape(content), kind(body.get("schema")));
    }
    for (status, response) in entries(operation.get("responses")) {
        let _ = write!(html, "<p><code>{}</code> {}", escape(status), text(response.get("description")));
        for (content, body) in entries(response.get("content")) {
            let _ = write!(html, " <code>{}</code>: {}", escape(content), kind(body.get("schema")));
        }
        html.push_str("</p>");
    }
    html.push_str("</details>");
}

fn who(path: &str, method: &str) -> String {
    let path = path.trim_start_matches(crate::guard::PREFIX);
    let rule = permission::TABLE.iter().find(|r| r.path == path && r.method.eq_ignore_ascii_case(method));
    match rule.map(|r| r.who) {
        Some(Who::Anyone) => "For everybody.".to_owned(),
        Some(Who::Program) => "For programs of others, by the token in the address.".to_owned(),
        Some(Who::Roles(roles)) => format!("For: {}.", roles.iter().map(|r| r.word()).collect::<Vec<_>>().join(", ")),
        None => String::new(),
    }
}

fn schemas(api: &Value, html: &mut String) {
    html.push_str("<h2>Types</h2>");
    for (name, schema) in entries(api.pointer("/components/schemas")) {
        let name = escape(name);
        let _ = write!(
            html,
            "<details id=\"{name}\"><summary><code>{name}</code><span class=s>{}</span></summary><table>",
            text(schema.get("description"))
        );
        for (field, of) in entries(schema.get("properties")) {
            let _ = write!(
                html,
                "<tr><td><code>{}</code><td>{}<td>{}</tr>",
                escape(field),
                kind(Some(of)),
                text(of.get("description"))
            );
        }
        let whole = if schema.get("properties").is_some() { String::new() } else { kind(Some(schema)) };
        let _ = write!(html, "</table>{whole}</details>");
    }
}

/// A type in a few words, with links.
fn kind(schema: Option<&Value>) -> String {
    let Some(schema) = schema else { return String::new() };
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        let name = escape(target.rsplit('/').next().unwrap_or_default());
        return format!("<a href=\"#{name}\">{name}</a>");
    }
    if let Some(parts) = ["oneOf", "anyOf", "allOf"].iter().find_map(|k| schema.get(*k)?.as_array()) {
        return parts.iter().map(|p| kind(Some(p))).collect::<Vec<_>>().join(" or ");
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return words.iter().map(|w| format!("<code>{}</code>", text(Some(w)))).collect::<Vec<_>>().join(" ");
    }
    match schema.get("type") {
        Some(Value::String(t)) if t == "array" => format!("list of {}", kind(schema.get("items"))),
        Some(Value::Array(types)) => types.iter().map(|t| text(Some(t))).collect::<Vec<_>>().join(" or "),
        other => text(other),
    }
}

fn entries(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

fn text(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).map(escape).unwrap_or_default()
}

/// Text as it stands in HTML, in attributes as well.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

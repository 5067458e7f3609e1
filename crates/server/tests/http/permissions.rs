//! The table of permissions, the router and the published description speak of the same routes.

use std::collections::BTreeSet;

use server::permission::TABLE;

fn described() -> BTreeSet<(String, String)> {
    let document = server::document();
    let paths = document["paths"].as_object().unwrap();
    let methods = paths.iter().flat_map(|(path, item)| {
        let path = path.strip_prefix("/api/v1").unwrap().to_owned();
        item.as_object().unwrap().keys().map(move |method| (method.to_uppercase(), path.clone()))
    });
    methods.collect()
}

#[test]
fn every_route_has_a_line_and_every_line_a_route() {
    let table: BTreeSet<_> = TABLE.iter().map(|r| (r.method.to_owned(), r.path.to_owned())).collect();
    let mut routes = described();
    routes.insert(("GET".into(), "/openapi.json".into()));
    assert_eq!(table.difference(&routes).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "lines without a route");
    assert_eq!(routes.difference(&table).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "routes without a line");
}

#[test]
fn the_description_in_the_repository_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/openapi.json");
    let committed: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert!(committed == server::document(), "web/openapi.json is old; run `make api`");
}

#[test]
fn every_reference_in_the_description_leads_somewhere() {
    let document = server::document();
    let text = document.to_string();
    assert_eq!(document["openapi"], "3.1.0");
    for target in text.split("\"$ref\":\"#/components/schemas/").skip(1) {
        let name = target.split('"').next().unwrap();
        assert!(document["components"]["schemas"].get(name).is_some(), "{name}");
    }
}

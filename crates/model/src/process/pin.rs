//! Which version of which process a deal goes by.

use jiff::Timestamp;

use super::{Process, judge::has_value};
use crate::deal::Deal;

/// The attribute of a deal that names the version it was moved to: `sales/3`.
pub const VERSION_FIELD: &str = "process_version";

/// The value of [`VERSION_FIELD`] for a version of the process with this id.
pub fn pin(process: &str, version: i64) -> String {
    format!("{process}/{version}")
}

/// The process and version that a deal was moved to.
pub fn pinned(deal: &Deal) -> Option<(&str, i64)> {
    let (process, version) = deal.attributes.get(VERSION_FIELD)?.rsplit_once('/')?;
    Some((process, version.parse().ok().filter(|version| *version > 0)?))
}

/// The version of a process that a deal goes by: the one it was moved to, else the one that was active when it began;
/// what began before any was, goes by the first. `active` are the versions that became active, in order of time; none
/// if there are none.
pub fn version_of(deal: &Deal, process: &str, active: &[(Timestamp, i64)]) -> Option<i64> {
    if let Some((_, version)) = pinned(deal).filter(|(of, _)| *of == process) {
        return Some(version);
    }
    let began = |(since, _): &&(Timestamp, i64)| deal.created.is_some_and(|created| *since <= created);
    active.iter().take_while(began).last().or_else(|| active.first()).map(|(_, version)| *version)
}

/// The process that a deal goes by: the one it was moved to, else the first whose `deals` it is among, else the first
/// that is for no deals in particular, else the first.
pub fn process_of<'a>(deal: &Deal, processes: impl Iterator<Item = &'a Process> + Clone) -> Option<&'a Process> {
    let moved = pinned(deal).and_then(|(id, _)| processes.clone().find(|p| p.id == id));
    let meant = || processes.clone().find(|p| p.deals.as_ref().is_some_and(|test| has_value(deal, test)));
    let open_to_all = || processes.clone().find(|p| p.deals.is_none());
    moved.or_else(meant).or_else(open_to_all).or_else(|| processes.clone().next())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::{
        ids::DealId,
        process::{FieldTest, template},
    };

    fn at(day: i64) -> Timestamp {
        Timestamp::from_second(day * 86_400).unwrap_or_default()
    }

    #[rstest]
    #[case(None, "", Some(1))]
    #[case(Some(3), "", Some(1))]
    #[case(Some(10), "", Some(1))]
    #[case(Some(19), "", Some(1))]
    #[case(Some(20), "", Some(2))]
    #[case(Some(99), "", Some(1))]
    #[case(Some(3), "sales/2", Some(2))]
    #[case(Some(3), "renewal/2", Some(1))]
    #[case(Some(3), "sales/x", Some(1))]
    #[case(Some(3), "sales/-1", Some(1))]
    fn versions(#[case] created: Option<i64>, #[case] moved: &str, #[case] version: Option<i64>) {
        let mut deal = Deal::new(DealId::of_key("1"), "1");
        deal.created = created.map(at);
        deal.attributes.insert(VERSION_FIELD.into(), moved.into());
        // version 1 was taken up again later
        let active = [(at(10), 1), (at(20), 2), (at(30), 1)];
        assert_eq!(version_of(&deal, "sales", &active), version);
        assert_eq!(version_of(&deal, "other", &[]), None);
    }

    #[rstest]
    #[case("", "", "sales")]
    #[case("Renewal", "", "renewal")]
    #[case("Partner", "", "sales")]
    #[case("Renewal", "sales/1", "sales")]
    #[case("", "gone/1", "sales")]
    fn processes(#[case] kind: &str, #[case] moved: &str, #[case] id: &str) {
        let renewal = Process {
            id: "renewal".into(),
            deals: Some(FieldTest { name: "type".into(), is: vec!["renewal".into()], ..FieldTest::default() }),
            ..template()
        };
        let all = [renewal, Process { id: "sales".into(), ..template() }];
        let mut deal = Deal::new(DealId::of_key("1"), "1");
        deal.attributes.insert("type".into(), kind.into());
        deal.attributes.insert(VERSION_FIELD.into(), moved.into());
        assert_eq!(process_of(&deal, all.iter()).map(|p| p.id.as_str()), Some(id));
    }
}

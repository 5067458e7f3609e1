//! The export of a CRM, and the same a month later.

use std::{fs, path::Path};

use crate::{errors, stagecraft};

const JANUARY: &str = "Deal ID,Deal Name,Stage,Status,Value,Currency,Owner,Created,Update time,Won time,Lost time
1,Acme,Demo,open,100,EUR,Ann,2024-01-02,2024-01-20,,
2,Bolt,Demo,lost,100,EUR,Ann,2024-01-03,2024-01-21,,2024-01-21
3,Corex,Offer,open,100,EUR,Bob,2024-01-04,2024-01-22,,
4,Dyne,Offer,open,100,EUR,Bob,2024-01-05,2024-01-31,,
";

/// Acme as it was, Bolt open again, Corex back a stage, dearer and of another rep; Dyne is gone and Exa is new.
const FEBRUARY: &str = "Deal ID,Deal Name,Stage,Status,Value,Currency,Owner,Created,Update time,Won time,Lost time
1,Acme,Demo,open,100,EUR,Ann,2024-01-02,2024-01-20,,
2,Bolt,Demo,open,100,EUR,Ann,2024-01-03,2024-02-10,,
3,Corex,Demo,open,150,EUR,Ann,2024-01-04,2024-02-12,,
5,Exa,Demo,open,100,EUR,Bob,2024-02-20,2024-02-28,,
";

fn import(text: &str, name: &str, folder: &Path) -> String {
    let (file, data) = (folder.join(name), folder.join("data"));
    fs::write(&file, text).unwrap();
    let output = stagecraft(["import".as_ref(), file.as_os_str(), "--data".as_ref(), data.as_os_str()]);
    assert!(output.status.success(), "{}", errors(&output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_later_export_tells_what_changed_between() {
    let folder = tempfile::tempdir().unwrap();
    let first = import(JANUARY, "january.csv", folder.path());
    assert!(first.contains("4 rows read: 4 imported, 0 rejected, 0 there already"), "{first}");
    let second = import(FEBRUARY, "february.csv", folder.path());
    assert!(second.contains("4 rows read: 3 imported, 0 rejected, 1 there already"), "{second}");
    assert!(second.contains("difference to an earlier export: 3;"), "{second}");
    assert!(second.contains("not in this one: 1 (4)"), "{second}");
    let again = import(FEBRUARY, "february.csv", folder.path());
    assert!(again.contains("0 imported, 0 rejected, 4 there already; 0 events added"), "{again}");
}

#[test]
fn an_export_imported_after_a_later_one_undoes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    import(FEBRUARY, "february.csv", folder.path());
    let older = import(JANUARY, "january.csv", folder.path());
    assert!(older.contains("the latest date in it is 2024-01-31, in the other 2024-02-28"), "{older}");
    assert!(older.contains("in this one 2 of them differ"), "{older}");
    assert!(!older.contains("inferred"), "{older}");
    let again = import(FEBRUARY, "february.csv", folder.path());
    assert!(again.contains("0 imported, 0 rejected, 4 there already; 0 events added"), "{again}");
}

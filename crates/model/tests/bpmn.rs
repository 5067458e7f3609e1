//! The BPMN of a process, byte for byte; `web/src/test/bpmn.test.ts` reads the same file with another reader.

use std::{env, error::Error, fs, path::Path};

use model::process::{bpmn, parse};

/// Set to anything, the expected file is written anew.
const RENEW: &str = "STAGECRAFT_RENEW";

#[test]
fn the_expected_file_is_what_is_exported() -> Result<(), Box<dyn Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let process = parse(&fs::read_to_string(here.join("data/process.toml"))?).map_err(|e| format!("{e:?}"))?;
    let (exported, expected) = (bpmn(&process), here.join("expected/process.bpmn"));
    if env::var_os(RENEW).is_some() {
        fs::write(&expected, &exported)?;
    }
    assert!(
        fs::read_to_string(&expected)? == exported,
        "{} is not what is exported now; where that is meant, renew it: {RENEW}=1 cargo test -p stagecraft-model \
         --test bpmn",
        expected.display()
    );
    Ok(())
}

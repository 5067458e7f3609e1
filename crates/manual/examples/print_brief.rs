//! Prints a brief from JSON: `print_brief < brief.json > brief.pdf`.

use std::{
    error::Error,
    io::{Read, Write},
};

use manual::brief::{Brief, print};
use model::Timestamp;

fn main() -> Result<(), Box<dyn Error>> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let brief: Brief = serde_json::from_str(&text)?;
    let printed = print(&brief, "2027-04-01T00:00:00Z".parse::<Timestamp>()?)?;
    std::io::stdout().write_all(&printed.pdf)?;
    Ok(())
}

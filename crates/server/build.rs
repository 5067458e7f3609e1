//! Builds the crate again when the web application that it embeds was built again.

fn main() {
    println!("cargo:rerun-if-changed=../../web/dist");
}

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| stagecraft_fuzz::file("export.zip", bytes));

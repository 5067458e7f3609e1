#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| stagecraft_fuzz::file("log.parquet", bytes));

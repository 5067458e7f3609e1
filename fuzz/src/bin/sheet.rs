#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some((name, bytes)) = stagecraft_fuzz::book::whole(bytes) {
        stagecraft_fuzz::file(name, &bytes);
    }
});

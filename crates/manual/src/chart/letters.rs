//! How much room text takes.

use unicode_width::UnicodeWidthChar;

/// Width of a text in px, near enough to place it: Source Sans 3 has half an em a letter on average, wide scripts one.
pub(crate) fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

fn em(c: char) -> f64 {
    match c {
        'i' | 'l' | 'j' | 't' | 'f' | '.' | ',' | ' ' | '\'' => 0.27,
        'W' | 'M' | 'm' | 'w' | '%' | '@' => 0.8,
        c => match c.width() {
            None | Some(0) => 0.0,
            Some(1) => 0.53,
            Some(_) => 1.0,
        },
    }
}

/// A text that takes at most `width` px, with an ellipsis where it was cut.
fn fitted(text: &str, width: f64, size: f64) -> String {
    if text_width(text, size) <= width {
        return text.to_owned();
    }
    let room = width - text_width("…", size);
    let mut taken = 0.0;
    let fits = |c: &char| {
        taken += em(*c) * size;
        taken <= room
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

/// A text on at most `most` lines of `width` px.
pub(crate) fn wrapped(text: &str, width: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), size) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines.iter().map(|line| fitted(line, width, size)).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Closing", 80.0, &["Closing"])]
    #[case("Handling objections", 70.0, &["Handling", "objections"])]
    #[case("one two three four five", 30.0, &["one", "two", "thre…"])]
    #[case("", 70.0, &[])]
    #[case("契約書の締結と確認の会議", 70.0, &["契約書の締…"])]
    fn names_on_lines(#[case] name: &str, #[case] width: f64, #[case] lines: &[&str]) {
        assert_eq!(wrapped(name, width, 12.0, 3), lines);
    }

    #[rstest]
    #[case("short")]
    #[case("a name that is much too long to be read in a box")]
    #[case("WWWWWWWWWWWWWWWWWWWWWWWWW")]
    #[case("שם ארוך מאוד של שלב בתהליך המכירה")]
    #[case("🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉")]
    fn never_wider(#[case] name: &str) {
        assert!(text_width(&fitted(name, 140.0, 15.0), 15.0) <= 140.0);
    }
}

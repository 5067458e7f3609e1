//! How much room text takes, and where its lines end.

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

/// A text on at most `most` lines of `width` px, with an ellipsis where it was cut.
pub(crate) fn wrapped(text: &str, width: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines = filled(pieces(text), width, width, size);
    lines.retain(|line| !line.is_empty());
    cut(&mut lines, most);
    lines.iter().map(|line| fitted(line, width, size)).collect()
}

/// The whole text on lines of `width` px, the first of them shorter by `indent`, so that it is empty where nothing fits
/// beside what stands there. A word that is wider than a line is broken.
pub(crate) fn flowed(text: &str, width: f64, indent: f64, size: f64) -> Vec<String> {
    let pieces = pieces(text).into_iter().flat_map(|piece| broken(piece, width, size)).collect();
    let mut lines = filled(pieces, width - indent, width, size);
    if lines.len() == 1 && lines[0].is_empty() {
        lines.clear();
    }
    lines
}

/// Leaves at most `most` lines, the last with an ellipsis where some went; true where some did.
pub(crate) fn cut(lines: &mut Vec<String>, most: usize) -> bool {
    if lines.len() <= most {
        return false;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        last.push('…');
    }
    true
}

/// Letters that stay together; `apart` from those before by a space.
struct Piece {
    text: String,
    apart: bool,
}

/// Words, and the letters of scripts that are written without spaces.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        let mut piece = Piece { text: String::new(), apart: true };
        for c in word.chars() {
            if piece.text.chars().next_back().is_some_and(|before| may_end(before, c)) {
                pieces.push(std::mem::replace(&mut piece, Piece { text: String::new(), apart: false }));
            }
            piece.text.push(c);
        }
        pieces.push(piece);
    }
    pieces
}

/// Whether a line may end between two letters of a word. Source: JIS X 4051 (JLREQ, W3C 2020, 3.1.7 and 3.1.8).
fn may_end(before: char, after: char) -> bool {
    const NEVER_BEGIN: &str = "、。，．・：；？！ー～〜…‥々ゝゞヽヾ゛゜’”）〕］｝〉》」』】〗〙｠,.:;?!)]}%％\
                               ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
    const NEVER_END: &str = "‘“（〔［｛〈《「『【〖〘｟([{";
    (unspaced(before) || unspaced(after))
        && after.width() != Some(0)
        && !NEVER_BEGIN.contains(after)
        && !NEVER_END.contains(before)
        && !(before == after && matches!(before, '―' | '—'))
}

/// Han and kana with their signs: written without spaces.
fn unspaced(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{30ff}' | '\u{3190}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}'
        | '\u{20000}'..='\u{3fffd}')
}

/// A piece in parts that are no wider than `width`, with hyphens where letters were parted.
fn broken(piece: Piece, width: f64, size: f64) -> Vec<Piece> {
    if text_width(&piece.text, size) <= width {
        return vec![piece];
    }
    let hyphen = em('-') * size;
    let mut parts = vec![Piece { text: String::new(), apart: piece.apart }];
    let mut taken = 0.0;
    for c in piece.text.chars() {
        let wide = em(c) * size;
        if taken + wide > width - hyphen && taken > 0.0 {
            if let Some(last) = parts.last_mut()
                && c.is_alphabetic()
                && last.text.ends_with(char::is_alphabetic)
            {
                last.text.push('-');
            }
            parts.push(Piece { text: String::new(), apart: false });
            taken = 0.0;
        }
        taken += wide;
        if let Some(last) = parts.last_mut() {
            last.text.push(c);
        }
    }
    parts
}

/// Pieces on lines: the first line is `first` px wide, the others `width`.
fn filled(pieces: Vec<Piece>, first: f64, width: f64, size: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces {
        let room = if lines.len() == 1 { first } else { width };
        let Some(line) = lines.last_mut() else { break };
        let space = if piece.apart && !line.is_empty() { " " } else { "" };
        if text_width(&format!("{line}{space}{}", piece.text), size) <= room {
            line.push_str(space);
            line.push_str(&piece.text);
        } else {
            lines.push(piece.text);
        }
    }
    lines
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
    #[case("契約書の締結と確認の会議", 70.0, &["契約書の締", "結と確認の", "会議"])]
    #[case("契約書の締結と確認の会議", 40.0, &["契約書", "の締結", "と確…"])]
    fn names_on_lines(#[case] name: &str, #[case] width: f64, #[case] lines: &[&str]) {
        assert_eq!(wrapped(name, width, 12.0, 3), lines);
    }

    #[rstest]
    #[case::nothing("", 0.0, &[])]
    #[case::spaces("  ", 0.0, &[])]
    #[case::beside_a_label("one two three four", 15.0, &["one two", "three four"])]
    #[case::below_a_label("somewhat", 30.0, &["", "somewhat"])]
    #[case::a_long_word("Datenschutzgrundverordnung", 0.0, &["Datensch-", "utzgrund-", "verordnu-", "ng"])]
    #[case::no_line_begins_with_a_stop("同じ仕事を。これ", 0.0, &["同じ仕事", "を。これ"])]
    #[case::a_stop_takes_its_letter_along("同じ仕事をだ。", 0.0, &["同じ仕事を", "だ。"])]
    #[case::no_line_ends_with_an_opening_bracket("同じ仕事「これ」", 0.0, &["同じ仕事", "「これ」"])]
    #[case::small_kana_follow("五六七八キャ", 0.0, &["五六七八", "キャ"])]
    #[case::latin_in_japanese("データはCRMから", 0.0, &["データは", "CRMから"])]
    fn whole_texts_on_lines(#[case] text: &str, #[case] indent: f64, #[case] lines: &[&str]) {
        assert_eq!(flowed(text, 60.0, indent, 12.0), lines);
    }

    #[rstest]
    #[case("short")]
    #[case("a name that is much too long to be read in a box")]
    #[case("WWWWWWWWWWWWWWWWWWWWWWWWW")]
    #[case("שם ארוך מאוד של שלב בתהליך המכירה")]
    #[case("🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉")]
    #[case("サインインと権限、そしてバックアップの頻度と保管期間")]
    fn never_wider(#[case] name: &str) {
        assert!(text_width(&fitted(name, 140.0, 15.0), 15.0) <= 140.0);
        let lines = flowed(name, 140.0, 40.0, 15.0);
        assert!(lines.iter().all(|line| text_width(line, 15.0) <= 140.0), "{lines:?}");
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        assert_eq!(letters(&lines.concat()), letters(name), "nothing is lost");
    }
}

//! The languages that sentences are made in.

/// A language that the program makes sentences in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
    /// Spanish.
    Es,
    /// Japanese.
    Ja,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::En, Self::De, Self::Es, Self::Ja];

    /// Its tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Es => "es",
            Self::Ja => "ja",
        }
    }

    /// The language of a tag, whatever its region: `de-AT` is German. None for one that no sentence is made in.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let main = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == main)
    }

    /// The first of a list of tags as browsers send it (RFC 9110, `Accept-Language`: `de-CH, en;q=0.8`) that sentences
    /// are made in; English where there is none.
    pub fn accepted(list: &str) -> Self {
        let weighed = list.split(',').filter_map(|entry| {
            let (tag, rest) = entry.split_once(';').unwrap_or((entry, ""));
            let weight = rest.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.trim().parse::<f64>().ok())?;
            Some((Self::of_tag(tag)?, weight)).filter(|(_, weight)| *weight > 0.0)
        });
        // The first of several that weigh the same.
        let best = weighed.reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.map(|(language, _)| language).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("de-CH, en;q=0.8", Language::De)]
    #[case("fr, es;q=0.5, en;q=0.4", Language::Es)]
    #[case("en;q=0.3, ja;q=0.9", Language::Ja)]
    #[case("en;q=0, de;q=0.1", Language::De)]
    #[case("fr", Language::En)]
    #[case("", Language::En)]
    #[case("*;q=x,,;", Language::En)]
    fn what_a_browser_asks_for(#[case] list: &str, #[case] language: Language) {
        assert_eq!(Language::accepted(list), language);
    }
}

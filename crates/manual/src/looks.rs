//! How sections look: letters, titles, colours.

/// Letter, title, colour, ink on it, colour for text on white, intro.
pub type Look = [&'static str; 6];

/// P.
pub const PROCESS: Look = [
    "P",
    "Process",
    "#0f5a60",
    "#ffffff",
    "#0f5a60",
    "How a deal moves from first contact to close: what each stage is for, what we do in it, and what must have \
     happened before a deal moves on.",
];
/// B.
pub const BUYERS: Look = [
    "B",
    "Buyers",
    "#451a4d",
    "#ffffff",
    "#451a4d",
    "Whom we sell to and how they buy: what moves them, what holds them back, what we can answer, and what we have to show.",
];
/// R.
pub const PRODUCTS: Look = [
    "R",
    "Product lines",
    "#a32a2e",
    "#ffffff",
    "#a32a2e",
    "What we sell, line by line: prices, how often deals for it are won, and how long they take.",
];
/// Y.
pub const PRICING: Look =
    ["Y", "Pricing", "#e9b824", "#2a2205", "#745600", "The price list as it stands in the products file."];
/// G.
pub const RESULTS: Look = [
    "G",
    "Results",
    "#3a7144",
    "#ffffff",
    "#2f6339",
    "How we really sell, as the record of deals shows it. Every rate comes with its count and an interval.",
];
/// W.
pub const WORK: Look = [
    "W",
    "How we work",
    "#2c5a8f",
    "#ffffff",
    "#2c5a8f",
    "What we have written down for one another: habits, answers, and things worth knowing.",
];

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    type Rgb = [f64; 3];

    /// Linear red, green and blue of `#rrggbb`. Source: IEC 61966-2-1.
    fn linear(colour: &str) -> Rgb {
        [1, 3, 5].map(|at| {
            let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap_or_default()) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn times(matrix: [Rgb; 3], [r, g, b]: Rgb) -> Rgb {
        matrix.map(|row| row[0] * r + row[1] * g + row[2] * b)
    }

    /// Contrast ratio. Source: WCAG 2.2, relative luminance.
    fn contrast(a: &str, b: &str) -> f64 {
        let light = |colour| times([[0.2126, 0.7152, 0.0722]; 3], linear(colour))[0] + 0.05;
        let (a, b) = (light(a), light(b));
        a.max(b) / a.min(b)
    }

    /// Lightness and hue as they are perceived. Source: B. Ottosson (2020), Oklab.
    fn perceived(colour: Rgb) -> Rgb {
        let cones = times(
            [[0.412_221, 0.536_333, 0.051_446], [0.211_903, 0.680_700, 0.107_397], [0.088_302, 0.281_719, 0.629_979]],
            colour,
        );
        times(
            [
                [0.210_454, 0.793_618, -0.004_072],
                [1.977_998, -2.428_592, 0.450_594],
                [0.025_904, 0.782_772, -0.808_676],
            ],
            cones.map(|c| c.max(0.0).cbrt()),
        )
    }

    #[test]
    fn letters_are_readable_on_and_beside_their_colour() {
        for [letter, _, colour, ink, tone, _] in [PROCESS, BUYERS, PRODUCTS, PRICING, RESULTS, WORK] {
            assert!(contrast(colour, ink) >= 4.5 && contrast(tone, "#ffffff") >= 4.5, "{letter}");
        }
    }

    /// Source of the matrices: Machado, Oliveira, Fernandes (2009), IEEE TVCG 15, 1291–1298, severity 1.
    #[rstest]
    #[case::all_colours([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])]
    #[case::no_red([[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]])]
    #[case::no_green([[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]])]
    #[case::no_blue([[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]])]
    fn buyers_have_a_colour_of_their_own(#[case] seen: [Rgb; 3]) {
        let look = |colour| perceived(times(seen, linear(colour)).map(|c| c.clamp(0.0, 1.0)));
        for [letter, _, colour, ..] in [PROCESS, PRODUCTS, PRICING, RESULTS, WORK] {
            let apart = look(BUYERS[2]).iter().zip(look(colour)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
            assert!(apart >= 0.1, "{letter}: {apart}");
        }
    }
}

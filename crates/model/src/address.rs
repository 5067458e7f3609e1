//! E-mail addresses and domains.

/// Longest address (RFC 5321, 4.5.3.1.3, without the brackets).
const LONGEST: usize = 254;

/// An address in lower case; `None` if it is none.
pub fn address(text: &str) -> Option<String> {
    let text = text.trim().trim_matches(['<', '>', '"', '\'']);
    let (local, domain) = text.rsplit_once('@')?;
    let sound = !local.is_empty()
        && text.len() <= LONGEST
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !domain.contains("..")
        && domain.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'))
        && local
            .chars()
            .all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '@' | ',' | ';' | '/' | '<' | '>'));
    sound.then(|| text.to_lowercase())
}

/// The addresses in a cell that may hold several, or other words beside.
pub fn addresses(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split([',', ';', ' ', '\t', '\n', '|', '<', '>', '(', ')']).filter(|part| part.contains('@'));
    parts.filter_map(|part| address(part.strip_prefix("mailto:").unwrap_or(part)))
}

/// The part behind the `@`; empty if there is none.
pub fn domain(address: &str) -> &str {
    address.rsplit_once('@').map_or("", |(_, domain)| domain)
}

/// The domain of the organisation that an address belongs to; none for a provider at which anybody gets one.
pub fn organisation(address: &str) -> Option<String> {
    site(domain(address))
}

/// The domain of a website or a bare domain: `https://www.acme.com/about` is `acme.com`.
pub fn site(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let text = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
    let text = text.split(['/', '?', '#', ':']).next().unwrap_or(text);
    let text = text.strip_prefix("www.").unwrap_or(text);
    let sound = text.contains('.') && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    (sound && !is_free(text)).then(|| text.to_owned())
}

/// A domain and those above it, down to two labels: `mail.acme.com`, `acme.com`.
pub fn and_above(domain: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(domain), |d| d.split_once('.').map(|(_, rest)| rest)).take_while(|d| d.contains('.'))
}

/// True for domains at which anybody gets an address, so that it says nothing of an organisation.
pub fn is_free(domain: &str) -> bool {
    const FIRST: &[&str] = &["yahoo", "hotmail", "outlook", "live", "gmx", "yandex", "msn", "ymail", "rocketmail"];
    const WHOLE: &[&str] = &[
        "126.com",
        "163.com",
        "aim.com",
        "aol.com",
        "arcor.de",
        "att.net",
        "bluewin.ch",
        "btinternet.com",
        "comcast.net",
        "cox.net",
        "daum.net",
        "email.cz",
        "fastmail.com",
        "fastmail.fm",
        "free.fr",
        "freenet.de",
        "gmail.com",
        "googlemail.com",
        "hanmail.net",
        "hey.com",
        "hushmail.com",
        "icloud.com",
        "inbox.lv",
        "laposte.net",
        "libero.it",
        "mac.com",
        "mail.com",
        "mail.de",
        "mail.ru",
        "mailbox.org",
        "me.com",
        "naver.com",
        "o2.pl",
        "orange.fr",
        "pm.me",
        "posteo.de",
        "proton.me",
        "protonmail.ch",
        "protonmail.com",
        "qq.com",
        "rediffmail.com",
        "sbcglobal.net",
        "seznam.cz",
        "sfr.fr",
        "sky.com",
        "t-online.de",
        "terra.com.br",
        "tuta.com",
        "tutanota.com",
        "tutanota.de",
        "uol.com.br",
        "verizon.net",
        "wanadoo.fr",
        "web.de",
        "wp.pl",
        "zoho.com",
        "zohomail.com",
    ];
    let first = domain.split('.').next().unwrap_or(domain);
    FIRST.contains(&first) || WHOLE.contains(&domain)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Ann.Lee@Acme.COM", Some("ann.lee@acme.com"))]
    #[case(" <ann@acme.com> ", Some("ann@acme.com"))]
    #[case("o'hara+crm@acme.co.uk", Some("o'hara+crm@acme.co.uk"))]
    #[case("jürgen@müller.de", Some("jürgen@müller.de"))]
    #[case("ann@localhost", None)]
    #[case("@acme.com", None)]
    #[case("ann@acme..com", None)]
    #[case("/o=Org/cn=Recipients/cn=ann@x.y", None)]
    #[case("undisclosed-recipients:;", None)]
    fn one_address(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(address(text).as_deref(), expected);
    }

    #[test]
    fn a_cell_may_hold_several() {
        let found: Vec<String> = addresses("Ann Lee <ann@acme.com>; mailto:Bob@acme.com, none").collect();
        assert_eq!(found, ["ann@acme.com", "bob@acme.com"]);
    }

    #[rstest]
    #[case("https://www.acme.com/about?x", Some("acme.com"))]
    #[case("Acme.com", Some("acme.com"))]
    #[case("http://shop.acme.com:8080", Some("shop.acme.com"))]
    #[case("gmail.com", None)]
    #[case("Acme Corp.", None)]
    #[case("acme", None)]
    fn a_site(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(site(text).as_deref(), expected);
    }

    #[rstest]
    #[case("gmail.com", true)]
    #[case("yahoo.co.uk", true)]
    #[case("outlook.de", true)]
    #[case("acme.com", false)]
    fn free(#[case] domain: &str, #[case] expected: bool) {
        assert_eq!(is_free(domain), expected);
    }

    #[test]
    fn domains_above() {
        assert_eq!(
            and_above("eu.mail.acme.com").collect::<Vec<_>>(),
            ["eu.mail.acme.com", "mail.acme.com", "acme.com"]
        );
    }
}

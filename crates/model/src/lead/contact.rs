//! Whom a lead is about, and whether two are the same.

use crate::{
    Deal,
    address::{address, organisation, site},
    lead::attribute,
    people::DealPerson,
};

/// Whom a lead is about; empty where unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Contact<'a> {
    /// The person's name.
    pub name: &'a str,
    /// E-mail address.
    pub email: &'a str,
    /// Telephone number.
    pub phone: &'a str,
    /// Their organisation.
    pub company: &'a str,
    /// Its website.
    pub website: &'a str,
}

/// Something by which a contact is found again.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ContactKey {
    /// What is compared: `e:` an address, `p:` a telephone number, `n:` a name at a domain, `c:` initials at a company,
    /// `o:` a company of which no person is known.
    pub key: String,
    /// The person's name, as it was written; may be empty.
    pub who: String,
}

/// A contact that shares a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// The key.
    pub key: &'a str,
    /// The person's name.
    pub who: &'a str,
}

/// Whether two contacts are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Nothing says so.
    None,
    /// The same company, and similar names.
    SimilarName,
    /// The same telephone number, and another name.
    SamePhone,
    /// The same.
    Same,
}

/// Digits by which telephone numbers are compared: so many from the end, whatever stands before them.
const DIGITS: usize = 9;
/// A number with fewer says nothing.
const FEWEST: usize = 7;

/// The digits of a telephone number that are compared: the last nine, so that `+49 30 123456-0` is `030/1234560`; none
/// for what is no number. What follows letters (`ext. 12`) does not count.
pub fn phone_digits(text: &str) -> Option<String> {
    let number = text.trim().replace("(0)", "");
    let begins = number.find(|c: char| c.is_ascii_digit())?;
    let digits: String =
        number[begins..].chars().take_while(|c| !c.is_alphabetic()).filter(char::is_ascii_digit).collect();
    let plain = digits.trim_start_matches('0');
    (plain.len() >= FEWEST).then(|| plain[plain.len().saturating_sub(DIGITS)..].to_owned())
}

/// A letter without its accents, lower case.
fn folded(c: char) -> &'static str {
    match c {
        'ä' | 'æ' => "ae",
        'ö' | 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ą' => "a",
        'ç' | 'č' | 'ć' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ł' => "l",
        'ñ' | 'ń' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ø' => "o",
        'ř' => "r",
        'š' | 'ś' => "s",
        'ù' | 'ú' | 'û' | 'ů' => "u",
        'ý' | 'ÿ' => "y",
        'ž' | 'ź' | 'ż' => "z",
        _ => "",
    }
}

/// The words of a text without accents, lower case.
fn words(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match folded(c) {
            "" if c.is_alphanumeric() => plain.push(c),
            "" if c == '\'' || c == '’' || c == '.' => {}
            "" => plain.push(' '),
            letters => plain.push_str(letters),
        }
    }
    plain.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

const FORMS: [&str; 36] = [
    "ab",
    "ag",
    "aps",
    "as",
    "asa",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "cv",
    "eg",
    "gmbh",
    "group",
    "holding",
    "inc",
    "incorporated",
    "kft",
    "kg",
    "kgaa",
    "limited",
    "llc",
    "llp",
    "ltd",
    "mbh",
    "nv",
    "ohg",
    "oy",
    "plc",
    "sa",
    "sarl",
    "sas",
    "se",
    "sl",
    "spa",
    "srl",
];

/// A company's name without its legal form: `Müller & Söhne GmbH` is `mueller soehne`.
fn company(text: &str) -> String {
    let all = words(text);
    let kept: Vec<&str> = all
        .iter()
        .map(String::as_str)
        .filter(|word| !FORMS.contains(word) && *word != "and" && *word != "und")
        .collect();
    if kept.is_empty() { all.join(" ") } else { kept.join(" ") }
}

const TITLES: [&str; 10] = ["dr", "mr", "mrs", "ms", "prof", "herr", "frau", "dipl", "ing", "mag"];

/// The words of a person's name in order of the alphabet: `Lovelace, Dr. Ada` is `ada lovelace`.
fn person(text: &str) -> Vec<String> {
    let mut all: Vec<String> = words(text).into_iter().filter(|word| !TITLES.contains(&word.as_str())).collect();
    all.sort_unstable();
    all
}

/// The first letters of the first and the last word of a name, in order of the alphabet.
fn initials(name: &[String]) -> String {
    let first = |word: Option<&String>| word.and_then(|word| word.chars().next());
    let mut both: Vec<char> = [first(name.first()), first(name.last())].into_iter().flatten().collect();
    both.sort_unstable();
    both.into_iter().collect()
}

/// True for two spellings of a name that may be one: `A. Lovelace` and `Ada Lovelace`, `Meier` and `Maier`.
fn similar(a: &str, b: &str) -> bool {
    let (a, b) = (person(a), person(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let (whole_a, whole_b) = (a.join(" "), b.join(" "));
    let longer = whole_a.chars().count().max(whole_b.chars().count());
    if strsim::damerau_levenshtein(&whole_a, &whole_b) * 5 <= longer {
        return true;
    }
    // every word of the shorter name begins one of the other, and one of them is written out
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let begins = |word: &String| long.iter().any(|l| l.starts_with(word.as_str()) || word.starts_with(l.as_str()));
    short.len() > 1 && short.iter().all(begins) && short.iter().any(|word| word.len() > 2 && long.contains(word))
}

impl Contact<'_> {
    /// The domain of the organisation, else its name.
    fn places(&self) -> Vec<String> {
        let mail = address(self.email).and_then(|email| organisation(&email));
        let named = Some(company(self.company)).filter(|name| !name.is_empty());
        let mut places: Vec<String> = [mail, site(self.website), named].into_iter().flatten().collect();
        places.dedup();
        places
    }

    /// What it is found by again.
    pub fn keys(&self) -> Vec<ContactKey> {
        let mut keys = Vec::new();
        let name = person(self.name);
        let mut add = |key: String| keys.push(ContactKey { key, who: self.name.trim().to_owned() });
        if let Some(email) = address(self.email) {
            add(format!("e:{email}"));
        }
        if let Some(digits) = phone_digits(self.phone) {
            add(format!("p:{digits}"));
        }
        let places = self.places();
        for place in &places {
            if name.is_empty() {
                continue;
            }
            // a name at a domain is somebody; at a company of that name it is somebody like them
            if place.contains('.') && !place.contains(' ') {
                add(format!("n:{place}|{}", name.join(" ")));
            }
            add(format!("c:{place}|{}", initials(&name)));
        }
        if name.is_empty() && address(self.email).is_none() && phone_digits(self.phone).is_none() {
            places.iter().for_each(|place| add(format!("o:{place}")));
        }
        keys
    }

    /// Whether this contact is one that shares a key with it.
    pub fn like(&self, candidate: Candidate<'_>) -> Likeness {
        let same_name = person(self.name) == person(candidate.who);
        let unnamed = self.name.trim().is_empty() || candidate.who.trim().is_empty();
        match candidate.key.get(..2) {
            Some("e:" | "n:" | "o:") => Likeness::Same,
            Some("p:") if same_name || unnamed || similar(self.name, candidate.who) => Likeness::Same,
            Some("p:") => Likeness::SamePhone,
            Some("c:") if similar(self.name, candidate.who) => Likeness::SimilarName,
            _ => Likeness::None,
        }
    }
}

/// By what a deal's people are found again. The telephone number and the website of the deal are those of its first
/// person.
pub fn contact_keys(deal: &Deal, people: &[DealPerson]) -> Vec<ContactKey> {
    let of_deal = |name: &str| {
        let own = deal.attributes.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        own.map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    let company = deal.account.as_deref().unwrap_or_default();
    let [email, phone, website] = [attribute::EMAIL, attribute::PHONE, attribute::WEBSITE].map(of_deal);
    let first = Contact { email, phone, company, website, ..Contact::default() };
    let mut all: Vec<ContactKey> = Vec::new();
    for (at, known) in people.iter().enumerate() {
        let email = known.email.as_deref().unwrap_or_default();
        let contact = Contact { name: &known.name, email, company, website, phone: if at == 0 { phone } else { "" } };
        all.extend(contact.keys());
    }
    // its company alone finds nothing of a deal: a company may have many
    if !email.is_empty() || !phone.is_empty() || (people.is_empty() && deal.is_lead()) {
        all.extend(first.keys());
    }
    // of the same key, the one that knows the name
    all.sort_unstable_by(|a, b| (&a.key, a.who.is_empty(), &a.who).cmp(&(&b.key, b.who.is_empty(), &b.who)));
    all.dedup_by(|a, b| a.key == b.key);
    all
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn contact(text: &str) -> Contact<'_> {
        let mut parts = text.split('|').map(str::trim);
        let mut next = || parts.next().unwrap_or_default();
        Contact { name: next(), email: next(), phone: next(), company: next(), website: next() }
    }

    fn likeness(new: &str, known: &str) -> Likeness {
        let new = contact(new);
        let own: Vec<String> = new.keys().into_iter().map(|key| key.key).collect();
        let shared = contact(known).keys().into_iter().filter(|key| own.contains(&key.key));
        shared.map(|key| new.like(Candidate { key: &key.key, who: &key.who })).max().unwrap_or(Likeness::None)
    }

    #[rstest]
    #[case("Ada | ADA@x.example | | ", "A. L. | ada@X.example | | ", Likeness::Same)]
    #[case("Ada Lovelace | a@x.example", "Lovelace, Dr. Ada | ada.l@x.example", Likeness::Same)]
    #[case("Ada Lovelace | a@gmail.com", "Ada Lovelace | b@gmail.com", Likeness::None)]
    #[case("Ada Lovelace | | | Engines Ltd", "A. Lovelace | | | Engines", Likeness::SimilarName)]
    #[case(
        "Ada Lovelace | | | Engines Ltd",
        "Ada Lovelace | ada@engines.example | | Engines Inc.",
        Likeness::SimilarName
    )]
    #[case("Jörg Müller | | | Mühle", "Joerg Mueller | | | Muehle GmbH", Likeness::SimilarName)]
    #[case("Jon Smith | | | Acme", "Jane Stone | | | Acme", Likeness::None)]
    #[case("Jon Smith | | | Acme", "Jon Smith | | | Other", Likeness::None)]
    #[case(" | | | Acme GmbH", " | | | ACME", Likeness::Same)]
    #[case("Jon Smith | | | Acme", " | | | ACME", Likeness::None)]
    #[case("Jon Smith | | +49 30 1234567", "Jon Smith | | 030/123 45 67", Likeness::Same)]
    #[case("Jon Smith | | +49 (0)30 1234567", " | | 0049 30 1234567 ext. 12", Likeness::Same)]
    #[case("Jon Smith | | +49 30 1234567", "Eva Klein | | 030 1234567", Likeness::SamePhone)]
    #[case("Jon Smith | | 12345", "Eva Klein | | 12345", Likeness::None)]
    #[case("😀 | 😀 | 😀 | 😀", "😀 | 😀 | 😀 | 😀", Likeness::None)]
    fn whether_two_are_one(#[case] new: &str, #[case] known: &str, #[case] expected: Likeness) {
        assert_eq!(likeness(new, known), expected);
        assert_eq!(likeness(known, new), expected, "the other way round");
    }

    #[rstest]
    #[case("+1 (555) 010-4477", Some("550104477"))]
    #[case("555-0100", Some("5550100"))]
    #[case("tel: 0151 12345678", Some("112345678"))]
    #[case("n/a", None)]
    #[case("000000000", None)]
    fn digits(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(phone_digits(text).as_deref(), expected);
    }
}

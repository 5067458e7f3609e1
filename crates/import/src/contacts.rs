//! Lists of people to sell to, such as are bought: one row a person or a company, with no deal behind it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    error::{ImportError, ReadError},
    mail::address::address,
    packed,
    plan::Format,
    profile::{Profile, profile},
    read::{Fault, cell, is_even, long, ragged, unclosed},
    report::{Progress, Reject, Rows},
    source::Source,
    table::{Record, records},
    words,
};

/// Characters of a cell.
const LONGEST: usize = 4_000;
/// Further columns that are kept.
const MOST_FURTHER: usize = 40;

/// How a list is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ContactPlan {
    /// The name of the file.
    pub name: String,
    /// Of what format it is.
    pub format: Format,
    /// Of a workbook: its sheets.
    #[serde(default)]
    pub sheets: Vec<String>,
    /// Its columns in order.
    pub columns: Vec<ContactColumn>,
    /// The first rows, as text.
    pub sample: Vec<Vec<String>>,
    /// Size in bytes.
    pub bytes: u64,
}

/// How a column is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ContactColumn {
    /// The header as the file has it.
    pub name: String,
    /// What it means.
    pub meaning: ContactMeaning,
}

/// What a column of a list means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum ContactMeaning {
    /// The person's whole name.
    Name,
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// E-mail address.
    Email,
    /// Telephone number.
    Phone,
    /// What they are in their organisation.
    Title,
    /// Their organisation.
    Company,
    /// Its website.
    Website,
    /// A further attribute.
    Attribute {
        /// Under which name it is kept.
        name: String,
    },
    /// Not read.
    Ignored,
}

/// A row of a list. What is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactRow<'r> {
    /// Its line (of a sheet: its row), from 1, the header counted.
    pub line: u64,
    /// The person's name.
    pub name: String,
    /// E-mail address, in lower case.
    pub email: String,
    /// Telephone number.
    pub phone: &'r str,
    /// What they are in their organisation.
    pub title: &'r str,
    /// Their organisation.
    pub company: &'r str,
    /// Its website.
    pub website: &'r str,
    /// Further attributes.
    pub attributes: Vec<(&'r str, &'r str)>,
}

/// Looks at a list and guesses how it is read: a workbook's first sheet with rows.
///
/// # Errors
/// If it cannot be read, or holds no table.
pub fn look(source: &Source) -> Result<ContactPlan, ImportError> {
    if packed::parts(source)?.is_some() {
        return Err(source.archive("this is an archive"));
    }
    let formats = source.formats()?;
    let sheets: Vec<String> = formats.iter().filter_map(sheet).map(str::to_owned).collect();
    let mut refused = None;
    for format in formats {
        match planned(source, format, sheets.clone()) {
            Ok(plan) => return Ok(plan),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    Err(refused.unwrap_or_else(|| ImportError::Empty { file: source.name.clone() }))
}

fn sheet(format: &Format) -> Option<&str> {
    match format {
        Format::Sheet { sheet } => Some(sheet),
        _ => None,
    }
}

fn planned(source: &Source, format: Format, sheets: Vec<String>) -> Result<ContactPlan, ImportError> {
    if !matches!(format, Format::Delimited { .. } | Format::Sheet { .. } | Format::Parquet { .. }) {
        return Err(source.binary("no table of people"));
    }
    let profile = profile(source, &format)?;
    let columns = guess(&profile);
    Ok(ContactPlan { name: source.name.clone(), format, sheets, columns, sample: profile.sample, bytes: source.size() })
}

/// Takes a plan that a person corrected. Where it is of another sheet, delimiter or encoding than its columns, these are
/// guessed anew.
///
/// # Errors
/// As [`look`], and if the plan is impossible.
pub fn revise(source: &Source, plan: ContactPlan) -> Result<ContactPlan, ImportError> {
    let mut fresh = planned(source, plan.format, plan.sheets)?;
    let names = |columns: &[ContactColumn]| columns.iter().map(|c| c.name.clone()).collect::<Vec<_>>();
    if names(&fresh.columns) == names(&plan.columns) {
        fresh.columns = plan.columns;
    }
    check(source, &fresh)?;
    Ok(fresh)
}

fn check(source: &Source, plan: &ContactPlan) -> Result<(), ImportError> {
    let fault = |column: Option<&ContactColumn>, reason: &str| ImportError::Plan {
        file: source.name.clone(),
        column: column.map(|column| column.name.clone()),
        reason: reason.to_owned(),
    };
    let mut seen: Vec<&ContactMeaning> = Vec::new();
    for column in &plan.columns {
        let twice = column.meaning != ContactMeaning::Ignored && seen.contains(&&column.meaning);
        if twice {
            return Err(fault(Some(column), "another column has this meaning already; choose one of the two."));
        }
        if let ContactMeaning::Attribute { name } = &column.meaning
            && (name.trim().is_empty() || name.chars().count() > 100)
        {
            return Err(fault(Some(column), "an attribute has a name of 1 to 100 characters."));
        }
        seen.push(&column.meaning);
    }
    if seen.iter().filter(|m| matches!(m, ContactMeaning::Attribute { .. })).count() > MOST_FURTHER {
        return Err(fault(None, "at most 40 further columns are kept; leave some out."));
    }
    if !seen.iter().any(|m| says_who(m)) {
        let reason = "no column says whom to contact; name the one with the e-mail address, the telephone number, the person \
                      or the company.";
        return Err(fault(None, reason));
    }
    Ok(())
}

/// True for what tells whom a row is about.
fn says_who(meaning: &ContactMeaning) -> bool {
    use ContactMeaning::{Company, Email, LastName, Name, Phone};
    matches!(meaning, Name | LastName | Email | Phone | Company)
}

/// Names that columns of lists have, in words as [`words::plain`] makes them, the best first.
const NAMES: [(ContactMeaning, &[&str]); 8] = [
    (
        ContactMeaning::Email,
        &[
            "email",
            "e mail",
            "email address",
            "e mail address",
            "work email",
            "business email",
            "mail",
            "e mail adresse",
            "email adresse",
            "mail address",
            "correo",
            "courriel",
            "contact email",
            "primary email",
            "email 1",
        ],
    ),
    (
        ContactMeaning::Phone,
        &[
            "phone",
            "phone number",
            "telephone",
            "telefon",
            "telefonnummer",
            "direct phone",
            "direct dial",
            "mobile",
            "mobile phone",
            "work phone",
            "tel",
            "mobil",
            "handy",
            "téléphone",
            "teléfono",
            "company phone",
            "phone 1",
        ],
    ),
    (
        ContactMeaning::FirstName,
        &["first name", "firstname", "given name", "vorname", "prénom", "nombre", "nome", "first"],
    ),
    (
        ContactMeaning::LastName,
        &[
            "last name",
            "lastname",
            "surname",
            "family name",
            "nachname",
            "nom",
            "apellido",
            "apellidos",
            "cognome",
            "last",
        ],
    ),
    (
        ContactMeaning::Company,
        &[
            "company",
            "company name",
            "organization",
            "organisation",
            "account",
            "account name",
            "firma",
            "unternehmen",
            "firmenname",
            "employer",
            "business name",
            "entreprise",
            "société",
            "empresa",
            "azienda",
            "organization name",
        ],
    ),
    (
        ContactMeaning::Title,
        &["job title", "title", "position", "role", "function", "funktion", "jobtitel", "occupation", "poste", "cargo"],
    ),
    (
        ContactMeaning::Website,
        &["website", "web site", "company website", "url", "domain", "company domain", "webseite", "homepage", "web"],
    ),
    (
        ContactMeaning::Name,
        &[
            "name",
            "full name",
            "contact",
            "contact name",
            "person",
            "fullname",
            "ansprechpartner",
            "kontakt",
            "lead name",
            "nom complet",
        ],
    ),
];

/// Names under which further columns are kept, so that rules and filters need one name.
const FURTHER: [(&str, &[&str]); 6] = [
    ("country", &["country", "land", "pays", "país", "country name", "country code", "paese"]),
    ("city", &["city", "town", "ort", "stadt", "ville", "ciudad", "città"]),
    ("industry", &["industry", "sector", "branche", "secteur", "sector name"]),
    (
        "employees",
        &[
            "employees",
            "company size",
            "employee count",
            "number of employees",
            "mitarbeiter",
            "mitarbeiterzahl",
            "headcount",
            "size",
            "no of employees",
            "effectif",
        ],
    ),
    ("note", &["note", "notes", "comment", "comments", "bemerkung", "notiz", "remarks"]),
    ("linkedin", &["linkedin", "linkedin url", "person linkedin url", "linked in"]),
];

fn guess(profile: &Profile) -> Vec<ContactColumn> {
    let plain: Vec<String> = profile.columns.iter().map(|c| words::plain(&c.name)).collect();
    let mut found: Vec<Option<ContactMeaning>> = vec![None; plain.len()];
    for (meaning, names) in NAMES {
        let free = |name: &&str| (0..plain.len()).find(|at| found[*at].is_none() && plain[*at] == **name);
        if let Some(at) = names.iter().find_map(free) {
            found[at] = Some(meaning);
        }
    }
    // A column full of addresses is one, whatever it is called.
    if !found.contains(&Some(ContactMeaning::Email)) {
        let full = |at: &usize| found[*at].is_none() && profile.columns[*at].share_of(|v| address(v).is_some()) > 0.8;
        if let Some(at) = (0..plain.len()).find(full) {
            found[at] = Some(ContactMeaning::Email);
        }
    }
    let mut taken: Vec<String> = Vec::new();
    let columns = profile.columns.iter().zip(plain).zip(found);
    columns
        .map(|((column, plain), meaning)| {
            let further = || {
                let known = FURTHER
                    .iter()
                    .find(|(name, names)| names.contains(&plain.as_str()) && !taken.iter().any(|t| t == name));
                let name = known.map_or(column.name.trim(), |(name, _)| name).chars().take(100).collect::<String>();
                if column.filled == 0 || name.is_empty() || taken.contains(&name) || taken.len() == MOST_FURTHER {
                    return ContactMeaning::Ignored;
                }
                ContactMeaning::Attribute { name }
            };
            let meaning = meaning.unwrap_or_else(further);
            if let ContactMeaning::Attribute { name } = &meaning {
                taken.push(name.clone());
            }
            ContactColumn { name: column.name.clone(), meaning }
        })
        .collect()
}

/// What reading a list did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactsRead {
    /// What became of its rows; of those that `on_row` was given it says itself what became.
    pub rows: Rows,
    /// Bytes that are not of the file's encoding.
    pub foreign: u64,
}

/// Streams a list by its plan and hands on every row that says whom it is about.
///
/// `on_progress` hears how far it is and may end it by false; `on_reject` hears every row that cannot be read.
///
/// # Errors
/// If the file cannot be read, if the plan is impossible, if `on_row` fails, or if it was cancelled.
pub fn read<E>(
    plan: &ContactPlan,
    source: &Source,
    on_progress: &mut dyn FnMut(Progress) -> bool,
    on_reject: &mut dyn FnMut(Reject) -> Result<(), E>,
    on_row: &mut dyn FnMut(ContactRow<'_>) -> Result<(), E>,
) -> Result<ContactsRead, ReadError<E>> {
    check(source, plan)?;
    let total = source.size();
    let count = std::cell::Cell::new(0_u64);
    let mut rows = Rows::default();
    let mut header = true;
    let read = records::<ReadError<E>>(
        source,
        &plan.format,
        &mut |done| match on_progress(Progress { done: done.min(total), total, rows: count.get() }) {
            true => Ok(()),
            false => Err(ReadError::Cancelled),
        },
        &mut |record| {
            if std::mem::take(&mut header) {
                return Ok(true);
            }
            rows.read += 1;
            count.set(rows.read);
            let (line, row) = match record {
                Record::Unclosed(line) => (line, Err(unclosed())),
                Record::Long(line) => (line, Err(long())),
                Record::Cells(line, cells) if !is_even(cells, plan.columns.len()) => {
                    (line, Err(ragged(cells, plan.columns.len())))
                }
                Record::Cells(line, cells) => (line, row(plan, line, cells)),
            };
            match row {
                Ok(row) => on_row(row).map_err(ReadError::Sink)?,
                Err(Fault { column, value, reason }) => {
                    rows.rejected += 1;
                    let file = plan.name.clone();
                    on_reject(Reject { file, line, column, value, reason }).map_err(ReadError::Sink)?;
                }
            }
            Ok(true)
        },
    )?;
    Ok(ContactsRead { rows, foreign: read.foreign })
}

fn row<'r>(plan: &'r ContactPlan, line: u64, cells: &'r [Cow<'_, str>]) -> Result<ContactRow<'r>, Fault> {
    let mut row = ContactRow { line, ..ContactRow::default() };
    let (mut first, mut last) = ("", "");
    for (at, column) in plan.columns.iter().enumerate() {
        let text = cell(cells, at);
        if text.is_empty() || column.meaning == ContactMeaning::Ignored {
            continue;
        }
        if text.chars().nth(LONGEST).is_some() {
            return Err(Fault::new(&column.name, text, "the cell has more than 4000 characters; shorten it"));
        }
        match &column.meaning {
            ContactMeaning::Name => row.name = text.to_owned(),
            ContactMeaning::FirstName => first = text,
            ContactMeaning::LastName => last = text,
            ContactMeaning::Email => {
                row.email = address(text).ok_or_else(|| {
                    Fault::new(&column.name, text, "this is no e-mail address; correct the cell, or empty it")
                })?;
            }
            ContactMeaning::Phone => row.phone = text,
            ContactMeaning::Title => row.title = text,
            ContactMeaning::Company => row.company = text,
            ContactMeaning::Website => row.website = text,
            ContactMeaning::Attribute { name } => row.attributes.push((name.trim(), text)),
            ContactMeaning::Ignored => {}
        }
    }
    if row.name.is_empty() {
        row.name = format!("{first} {last}").trim().to_owned();
    }
    if row.name.is_empty() && row.email.is_empty() && row.phone.is_empty() && row.company.is_empty() {
        return Err(Fault::new("", "", "the row names nobody: no person, company, address or telephone number"));
    }
    if row.name.chars().count() > 200 || row.company.chars().count() > 200 {
        return Err(Fault::new("", "", "a name of more than 200 characters is none; check the columns of this row"));
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use rstest::rstest;

    use super::*;

    fn source(bytes: &[u8]) -> (tempfile::NamedTempFile, Source) {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        let source = Source::new("list.csv", file.path());
        (file, source)
    }

    /// Rows as `name|email|phone|company|attributes`, and rejects as `line column`.
    fn all(bytes: &[u8]) -> (Vec<String>, Vec<String>) {
        let (_file, source) = source(bytes);
        let plan = look(&source).unwrap();
        let (mut rows, mut rejects) = (Vec::new(), Vec::new());
        read::<()>(
            &plan,
            &source,
            &mut |_| true,
            &mut |reject| {
                rejects.push(format!("{} {}", reject.line, reject.column));
                Ok(())
            },
            &mut |row| {
                rows.push(format!("{}|{}|{}|{}|{:?}", row.name, row.email, row.phone, row.company, row.attributes));
                Ok(())
            },
        )
        .unwrap();
        (rows, rejects)
    }

    #[rstest]
    #[case::usual(
        "First Name,Last Name,Email,Company,Country\nAda,Lovelace,Ada@X.example,Engines,UK\n".as_bytes(),
        &["Ada Lovelace|ada@x.example||Engines|[(\"country\", \"UK\")]"], &[])]
    #[case::semicolons_in_windows_1252(
        b"Firma;Ansprechpartner;Telefon\nM\xfcller;J\xfcrgen Gro\xdf;030 123456\n", &["Jürgen Groß||030 123456|Müller|[]"], &[])]
    #[case::formulas_are_text(
        "Name;Email;Note\n=HYPERLINK(\"http://x\");a@b.example;@SUM(1)\n".as_bytes(),
        &["=HYPERLINK(\"http://x\")|a@b.example|||[(\"note\", \"@SUM(1)\")]"], &[])]
    #[case::emoji("Name,Phone\n😀 Smile,☎\n".as_bytes(), &["😀 Smile||☎||[]"], &[])]
    #[case::bad_rows(
        "Name,Email\nAda,ada at x\n,\nBob,bob@x.example\nCem,cem@x.example,more\n".as_bytes(),
        &["Bob|bob@x.example|||[]"], &["2 Email", "5 "])]
    #[case::whatever_it_is_called("Who,Where\nx,a@b.example\ny,c@d.example\n".as_bytes(),
        &["|a@b.example|||[(\"Who\", \"x\")]", "|c@d.example|||[(\"Who\", \"y\")]"], &[])]
    fn rows_of_lists(#[case] bytes: &[u8], #[case] rows: &[&str], #[case] rejects: &[&str]) {
        let (found, refused) = all(bytes);
        assert_eq!(found, rows);
        assert_eq!(refused, rejects);
    }

    #[test]
    fn a_field_of_ten_megabytes_is_refused_with_its_line() {
        let text = format!("Name,Email\nAda,a@b.example\n{},c@d.example\nBob,e@f.example\n", "x".repeat(10 << 20));
        let (rows, rejects) = all(text.as_bytes());
        assert_eq!((rows.len(), rejects), (2, vec!["3 ".to_owned()]));
        let (_, rejects) = all(format!("Name,Note\nAda,{}\n", "é".repeat(5000)).as_bytes());
        assert_eq!(rejects, ["2 Note"]);
    }

    #[test]
    fn a_plan_must_say_who() {
        let (_file, source) = source(b"Name,Email\nAda,a@b.example\n");
        let mut plan = look(&source).unwrap();
        plan.columns[0].meaning = ContactMeaning::Email;
        assert!(revise(&source, plan.clone()).unwrap_err().to_string().contains("already"));
        plan.columns.iter_mut().for_each(|column| column.meaning = ContactMeaning::Ignored);
        assert!(revise(&source, plan).unwrap_err().to_string().contains("whom to contact"));
    }

    #[rstest]
    #[case(b"%PDF-1.7", "a PDF document")]
    #[case(b"", "empty")]
    #[case(b"Name,Email\n", "no row follows")]
    fn what_is_no_list(#[case] bytes: &[u8], #[case] says: &str) {
        let (_file, source) = source(bytes);
        let told = look(&source).unwrap_err().to_string();
        assert!(told.contains(says), "{told}");
    }
}

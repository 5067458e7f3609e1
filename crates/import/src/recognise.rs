//! From files to a plan.

use crate::{
    closings::{self, Closings},
    error::ImportError,
    groups::{self, Names},
    guess::{self, ENOUGH, Guess},
    join, ocel, packed,
    plan::{ColumnPlan, FilePlan, FileRole, Format, Join, MailPlan, Meaning, Plan, Question},
    profile::{Profile, profile},
    questions,
    source::{Given, Source, not_given},
    time::Zone,
    wide, xes,
};

/// A file as it was looked at.
struct Looked {
    file: FilePlan,
    profile: Option<Profile>,
    /// Of an event log: the names of its activities.
    names: Names,
}

impl Looked {
    fn new(file: FilePlan) -> Self {
        Self { file, profile: None, names: Names::default() }
    }
}

/// Looks at the files and guesses how they are read.
///
/// # Errors
/// If a file cannot be read or holds no table, or none of them holds deals or events.
pub fn recognise(sources: &[Source]) -> Result<Plan, ImportError> {
    let mut looked = look(sources)?;
    compare(&mut looked);
    let said = Said {
        joins: Vec::new(),
        zone: "UTC".to_owned(),
        currency: String::new(),
        mail: MailPlan::default(),
        closings: Closings::default(),
    };
    finish(sources, looked, said)
}

/// Takes a plan that a person corrected: finds joins, near matches and questions anew.
///
/// # Errors
/// As [`recognise`], and if the plan is impossible.
pub fn revise(sources: &[Source], plan: Plan) -> Result<Plan, ImportError> {
    let mut looked = Vec::new();
    let mut given = Given::new(sources);
    for file in plan.files {
        let source = given.of(&file)?;
        looked.push(corrected(file, &source)?);
    }
    let Plan { joins, zone, currency, mail, closings, .. } = plan;
    let plan = finish(sources, looked, Said { joins, zone, currency, mail, closings })?;
    check(&plan, sources)?;
    Ok(plan)
}

/// A file as a person wants it read; its columns guessed anew if they are not those of the file, or do not suit its role.
fn corrected(mut file: FilePlan, source: &Source) -> Result<Looked, ImportError> {
    file.bytes = source.size();
    if file.is_left_out() {
        return Ok(Looked::new(file));
    }
    if let Format::Ocel { object_type, .. } = &file.format {
        let (format, columns, sample) = ocel::look(source, object_type)?;
        if !columns.iter().map(|c| &c.name).eq(file.columns.iter().map(|c| &c.name)) {
            file.columns = columns;
        }
        (file.format, file.sample) = (format, sample);
    }
    if file.format.is_mail() && file.role != FileRole::Ignored {
        file.role = FileRole::Touchpoints;
    }
    if file.format == Format::Xes {
        let names = xes::columns(source)?.names;
        return Ok(Looked { file, profile: None, names });
    }
    if file.format.is_log() || file.format.is_mail() {
        return Ok(Looked::new(file));
    }
    let profile = profile(source, &file.format)?;
    let delimiter = file.format.delimiter();
    let same = file.columns.iter().map(|c| &c.name).eq(profile.columns.iter().map(|c| &c.name));
    let needs_id = matches!(file.role, FileRole::Deals | FileRole::Events);
    let says = |is: fn(&Meaning) -> bool| file.columns.iter().any(|c| is(&c.meaning));
    let led = says(|m| matches!(m, Meaning::DealId))
        || file.role == FileRole::Events && says(|m| matches!(m, Meaning::Person | Meaning::Account));
    let person = |m: &Meaning| matches!(m, Meaning::Key | Meaning::Name | Meaning::Email | Meaning::Person);
    let stranger = file.role == FileRole::People && !says(person);
    if !same || (needs_id && !led) || stranger {
        file.columns = guess::columns(&profile, delimiter, file.role, file.called()).columns;
    }
    for (column, seen) in file.columns.iter_mut().zip(&profile.columns) {
        guess::complete(column, seen, delimiter);
    }
    file.sample = profile.sample.clone();
    Ok(Looked { file, profile: Some(profile), names: Names::default() })
}

fn look(sources: &[Source]) -> Result<Vec<Looked>, ImportError> {
    let mut looked = Vec::new();
    for (nth, source) in sources.iter().enumerate() {
        match packed::parts(source)? {
            Some(parts) => looked.extend(look_through(source, nth, parts)?),
            None => looked.extend(look_into(source, nth)?),
        }
    }
    Ok(looked)
}

/// What a file holds: one table, or one a sheet.
fn look_into(source: &Source, nth: usize) -> Result<Vec<Looked>, ImportError> {
    let formats = source.formats()?;
    let several = formats.len() > 1;
    let look = |format| {
        let name = match &format {
            Format::Sheet { sheet } if several => format!("{} ({sheet})", source.name),
            _ => source.name.clone(),
        };
        look_at(source, nth, name, format)
    };
    formats.into_iter().map(look).collect()
}

/// What the files of an archive hold; those without a table or without rows are left out, if others have some.
fn look_through(source: &Source, nth: usize, parts: Vec<packed::Part>) -> Result<Vec<Looked>, ImportError> {
    let mut looked = Vec::new();
    let mut refused = Vec::new();
    for part in parts {
        let within = source.within(part);
        match within.clone().unpacked().and_then(|source| look_into(&source, nth)) {
            Ok(files) => looked.extend(files),
            Err(error) if error.is_of_contents() => {
                looked.push(left_out(&within, nth));
                refused.push(error);
            }
            Err(error) => return Err(error),
        }
    }
    let none = refused.len() == looked.len();
    match refused.into_iter().next().filter(|_| none) {
        Some(error) => Err(error),
        None => Ok(looked),
    }
}

/// A file of an archive that holds no rows.
fn left_out(source: &Source, nth: usize) -> Looked {
    let format = Format::Delimited { encoding: "utf-8".to_owned(), delimiter: ',' };
    Looked::new(planned(source, nth, source.name.clone(), format, FileRole::Ignored))
}

/// Tells once an archive which of its files are left out.
fn tell_left_out(files: &[FilePlan]) -> Vec<Question> {
    let mut questions: Vec<(usize, usize, Vec<&str>)> = Vec::new();
    for (at, file) in files.iter().enumerate().filter(|(_, file)| file.is_left_out()) {
        let name = file.part.as_deref().unwrap_or_default();
        match questions.last_mut().filter(|(_, source, _)| *source == file.source) {
            Some((_, _, names)) => names.push(name),
            None => questions.push((at, file.source, vec![name])),
        }
    }
    let text = |names: &[&str]| format!("Without a table or without rows, and not read: {}.", told(names));
    questions.iter().map(|(file, _, names)| Question { file: *file, column: None, text: text(names) }).collect()
}

fn look_at(source: &Source, nth: usize, name: String, format: Format) -> Result<Looked, ImportError> {
    if format.is_mail() {
        return Ok(Looked::new(planned(source, nth, name, format, FileRole::Touchpoints)));
    }
    if format == Format::Xes {
        let log = xes::columns(source)?;
        let file = planned(source, nth, name, format, FileRole::Events);
        let file = FilePlan { columns: log.columns, sample: log.sample, ..file };
        return Ok(Looked { file, profile: None, names: log.names });
    }
    if matches!(format, Format::Ocel { .. }) {
        let (format, columns, sample) = ocel::look(source, "")?;
        let file = planned(source, nth, name, format, FileRole::Events);
        return Ok(Looked::new(FilePlan { columns, sample, ..file }));
    }
    let mut profile = profile(source, &format)?;
    let delimiter = format.delimiter();
    if profile.columns.len() < 2 && matches!(format, Format::Delimited { .. }) {
        return Err(no_column(source, &profile, delimiter));
    }
    let file = planned(source, nth, name, format, FileRole::Ignored);
    let Role { role, mut columns, activity } = guess_role(&profile, delimiter, file.called());
    settle_dates(source, &file.format, &mut profile, &mut columns)?;
    let file = FilePlan { role, columns, activity, sample: profile.sample.clone(), ..file };
    Ok(Looked { file, profile: Some(profile), names: Names::default() })
}

/// A file before its columns are known.
fn planned(source: &Source, nth: usize, name: String, format: Format, role: FileRole) -> FilePlan {
    FilePlan {
        source: nth,
        part: source.part.as_ref().map(|part| part.name.clone()),
        name,
        format,
        role,
        columns: Vec::new(),
        sample: Vec::new(),
        bytes: source.size(),
        activity: None,
        strip_numbers: false,
        rare_as_one: false,
        common: Vec::new(),
    }
}

fn no_column(source: &Source, profile: &Profile, delimiter: char) -> ImportError {
    let header = profile.columns.first().map(|c| c.name.chars().take(60).collect()).unwrap_or_default();
    ImportError::NoColumn {
        file: source.name.clone(),
        delimiter: if delimiter == '\t' { "tab".to_owned() } else { format!("{delimiter:?}") },
        header,
        missing: "a second column".to_owned(),
    }
}

/// What the rows of a file are taken for.
struct Role {
    role: FileRole,
    columns: Vec<ColumnPlan>,
    activity: Option<String>,
}

fn guess_role(profile: &Profile, delimiter: char, name: &str) -> Role {
    let guess = |role| guess::columns(profile, delimiter, role, name);
    let mut deals = guess(FileRole::Deals);
    let (events, people) = (guess(FileRole::Events), guess(FileRole::People));
    let has = |guess: &Guess, is: fn(&Meaning) -> bool| guess.columns.iter().any(|c| is(&c.meaning));
    if !id_is_unique(profile, &deals) {
        deals.score -= 3.0;
    }
    let of = |role, guess: Guess| Role { role, columns: guess.columns, activity: guess.activity };
    let sold = |m: &Meaning| {
        matches!(m, Meaning::Stage | Meaning::Outcome | Meaning::WonAt | Meaning::Value | Meaning::StageEntered { .. })
    };
    let is_lead = profile.columns.iter().any(|c| join::is_partial_key(&c.name));
    if is_lead {
        return of(FileRole::Lookup, guess(FileRole::Lookup));
    }
    let happened =
        events.score >= ENOUGH && has(&events, |m| matches!(m, Meaning::Activity)) || events.activity.is_some();
    if people.score >= ENOUGH && !has(&deals, sold) && (people.score > 5.0 || !happened) {
        return of(FileRole::People, people);
    }
    if events.score >= ENOUGH && events.score >= deals.score {
        of(FileRole::Events, events)
    } else if deals.score >= ENOUGH {
        of(FileRole::Deals, deals)
    } else {
        of(FileRole::Lookup, guess(FileRole::Lookup))
    }
}

fn id_is_unique(profile: &Profile, guess: &Guess) -> bool {
    let at = guess.columns.iter().position(|c| c.meaning == Meaning::DealId);
    at.is_some_and(|at| {
        let column = &profile.columns[at];
        column.distinct.len() as u64 * 10 >= column.filled * 8
    })
}

/// Looks at the whole file where its first part leaves the order of a column's dates open.
fn settle_dates(
    source: &Source,
    format: &Format,
    profile: &mut Profile,
    columns: &mut [ColumnPlan],
) -> Result<(), ImportError> {
    let open = |at: &usize| columns[*at].dates.is_some() && !profile.columns[*at].dates.order(format.delimiter()).1;
    let open: Vec<usize> = (0..columns.len()).filter(open).collect();
    if !profile.partial || open.is_empty() {
        return Ok(());
    }
    let mut dates: Vec<_> = open.iter().map(|at| profile.columns[*at].dates).collect();
    crate::table::records::<ImportError>(source, format, &mut |_| Ok(()), &mut |record| {
        if let crate::table::Record::Cells(line, cells) = record {
            for (dates, at) in dates.iter_mut().zip(&open) {
                if let Some(cell) = cells.get(*at).filter(|c| line > 1 && !c.trim().is_empty()) {
                    dates.add(cell.trim());
                }
            }
        }
        Ok(dates.iter().any(|d| !d.order(format.delimiter()).1))
    })?;
    for (dates, at) in dates.iter().zip(open) {
        columns[at].dates = Some(dates.order(format.delimiter()).0);
        profile.columns[at].dates = *dates;
    }
    profile.partial = false;
    Ok(())
}

/// What a person said of all files together.
struct Said {
    joins: Vec<Join>,
    zone: String,
    currency: String,
    mail: MailPlan,
    closings: Closings,
}

fn finish(sources: &[Source], mut looked: Vec<Looked>, said: Said) -> Result<Plan, ImportError> {
    let offers: Vec<Option<String>> =
        looked.iter_mut().map(|l| groups::offer(&mut l.file, l.profile.as_ref(), &l.names)).collect();
    let ends = closings::told(looked.iter().map(|l| (&l.file, l.profile.as_ref(), &l.names)));
    let (files, profiles): (Vec<FilePlan>, Vec<Option<Profile>>) =
        looked.into_iter().map(|l| (l.file, l.profile)).unzip();
    if !files.iter().any(|f| matches!(f.role, FileRole::Deals | FileRole::Events | FileRole::Touchpoints)) {
        return Err(no_deals(&files, &profiles));
    }
    let mut joins = kept(&said.joins, &files, &profiles);
    for join in join::find(&files, &profiles) {
        if !joins.iter().any(|j| j.from == join.from && j.to == join.to) {
            joins.push(join);
        }
    }
    let stems: Vec<String> = files.iter().map(|f| stem(f, sources)).collect();
    let Said { zone, currency, mail, closings, .. } = said;
    let closings = Closings { names: ends.names.clone(), ..closings };
    let mut plan = Plan { files, joins, questions: Vec::new(), zone, currency, mail, closings };
    join::name_lookups(&mut plan, &stems);
    let mut questions = tell_left_out(&plan.files);
    questions.extend(unused(&mut plan));
    questions.extend(plan.files.iter().enumerate().filter_map(|(at, file)| ocel::question(at, file)));
    questions.extend(questions::ask(&plan, &profiles, &offers));
    questions.extend(ends.question(&plan.closings));
    questions.extend(crate::mail::settle_team(&mut plan, &profiles, sources)?);
    plan.questions = questions;
    Ok(plan)
}

fn stem(file: &FilePlan, sources: &[Source]) -> String {
    if let Format::Sheet { sheet } = &file.format {
        return sheet.clone();
    }
    let name = file.part.as_deref().or_else(|| sources.get(file.source).map(|s| s.name.as_str()));
    let name = name.unwrap_or(&file.name);
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    base.split_once('.').map_or(base, |(stem, _)| stem).to_owned()
}

/// What the files are beside one another.
fn compare(looked: &mut [Looked]) {
    let profiles: Vec<Option<Profile>> = looked.iter_mut().map(|l| l.profile.take()).collect();
    let mut files: Vec<FilePlan> = looked.iter().map(|l| l.file.clone()).collect();
    demote(&mut files);
    wide::settle(&mut files, &profiles);
    for at in 0..files.len() {
        let part = files[at].columns.iter().any(|c| c.meaning == Meaning::Person);
        if files[at].role == FileRole::People && !part && join::is_staff(at, &files, &profiles) {
            look_up(&mut files[at]);
        }
    }
    for ((looked, file), profile) in looked.iter_mut().zip(files).zip(profiles) {
        (looked.file, looked.profile) = (file, profile);
    }
}

/// Makes a file one of details.
fn look_up(file: &mut FilePlan) {
    file.role = FileRole::Lookup;
    for column in &mut file.columns {
        column.meaning = Meaning::Attribute { name: column.name.clone() };
    }
}

/// A second table that looks like deals, but tells neither stage nor outcome, is a lookup file.
fn demote(files: &mut [FilePlan]) {
    let told = |file: &FilePlan| {
        let says = |m: &Meaning| {
            matches!(
                m,
                Meaning::Stage | Meaning::Outcome | Meaning::Closed | Meaning::WonAt | Meaning::StageEntered { .. }
            )
        };
        file.columns.iter().filter(|c| says(&c.meaning)).count()
    };
    let best = files.iter().filter(|f| f.role == FileRole::Deals).map(&told).max().unwrap_or(0);
    for file in files.iter_mut().filter(|f| f.role == FileRole::Deals) {
        if best > 0 && told(file) == 0 {
            look_up(file);
        }
    }
}

/// The first names, shortened, for a message.
pub(crate) fn told(names: &[impl AsRef<str>]) -> String {
    const TOLD: usize = 20;
    let short = |name: &str| name[..name.floor_char_boundary(40)].to_owned();
    let mut told: Vec<String> = names.iter().take(TOLD).map(|name| short(name.as_ref())).collect();
    if names.len() > TOLD {
        told.push(format!("and {} more", names.len() - TOLD));
    }
    told.join(", ")
}

fn no_deals(files: &[FilePlan], profiles: &[Option<Profile>]) -> ImportError {
    let names: Vec<&str> = files.iter().map(|f| f.name.as_str()).collect();
    let headers: Vec<String> = profiles
        .iter()
        .flatten()
        .map(|p| told(&p.columns.iter().map(|c| c.name.as_str()).collect::<Vec<_>>()))
        .collect();
    ImportError::NoDeals {
        files: if names.is_empty() { "no file given".to_owned() } else { names.join(", ") },
        missing: format!(
            "a column with the id of the deal together with a stage, an outcome or a date of closing (or, of events: an \
             activity and a time); line 1 has the columns {}",
            headers.join(" / ")
        ),
    }
}

/// Joins that a person gave, measured anew; what they accepted or refused stays.
fn kept(wanted: &[Join], files: &[FilePlan], profiles: &[Option<Profile>]) -> Vec<Join> {
    let place = |file: usize, column: &str| {
        let profile = profiles.get(file)?.as_ref()?;
        Some((file, profile, profile.columns.iter().position(|c| c.name == column)?))
    };
    let mut joins = Vec::new();
    for old in wanted {
        let roles = (files.get(old.from).map(|f| f.role), files.get(old.to).map(|f| f.role));
        let fit = matches!(
            roles,
            (Some(FileRole::Deals | FileRole::Events), Some(FileRole::Lookup))
                | (Some(FileRole::Events), Some(FileRole::Deals))
        );
        if !fit {
            continue;
        }
        if let (Some(from), Some(to)) = (place(old.from, &old.column), place(old.to, &old.key)) {
            let mut join = join::measure(from, to);
            if roles.1 == Some(FileRole::Deals) {
                join.near.clear();
            }
            for near in &mut join.near {
                if let Some(before) = old.near.iter().find(|n| n.value == near.value) {
                    near.accepted = before.accepted && before.key.is_some();
                    near.key = before.key.clone();
                }
            }
            joins.push(join);
        }
    }
    joins
}

/// Lookup files that nothing names are not read.
fn unused(plan: &mut Plan) -> Vec<Question> {
    let mut questions = Vec::new();
    for at in 0..plan.files.len() {
        if plan.files[at].role == FileRole::Lookup && !plan.joins.iter().any(|j| j.to == at) {
            plan.files[at].role = FileRole::Ignored;
            let text = format!(
                "Nothing in the deals points to the rows of {}, so it is left out. If it holds something else, say below what its rows are.",
                plan.files[at].name
            );
            questions.push(Question { file: at, column: None, text });
        }
        let people = plan.files[at].role == FileRole::People;
        if people && !plan.files.iter().any(|f| f.columns.iter().any(|c| names_people(f.role, &c.meaning))) {
            plan.files[at].role = FileRole::Ignored;
            let text = format!(
                "No deal and no activity names the people of {}; it is not read. Add the column with the ids of contacts to \
                 the export of deals.",
                plan.files[at].name
            );
            questions.push(Question { file: at, column: None, text });
        }
    }
    questions
}

/// True for columns that say which people are on a deal or took part in something.
fn names_people(role: FileRole, meaning: &Meaning) -> bool {
    match role {
        FileRole::Deals | FileRole::Events => *meaning == Meaning::Person,
        FileRole::People => matches!(meaning, Meaning::Person | Meaning::DealId | Meaning::Account),
        FileRole::Lookup | FileRole::Touchpoints | FileRole::Ignored => false,
    }
}

/// Refuses what cannot be carried out.
pub(crate) fn check(plan: &Plan, sources: &[Source]) -> Result<(), ImportError> {
    let of_file = |file: &FilePlan, column: Option<&str>, reason: &str| ImportError::Plan {
        file: file.name.clone(),
        column: column.map(str::to_owned),
        reason: reason.to_owned(),
    };
    let every = || plan.files.iter().map(|f| f.name.as_str()).collect::<Vec<_>>().join(", ");
    if Zone::named(&plan.zone).is_none() {
        let reason = format!("{:?} is no time zone; give an IANA name such as Europe/Berlin or UTC.", plan.zone);
        return Err(ImportError::Plan { file: every(), column: None, reason });
    }
    if !plan.files.iter().any(|f| matches!(f.role, FileRole::Deals | FileRole::Events | FileRole::Touchpoints)) {
        let reason = "no file is read as deals or as events; give one of them that role.".to_owned();
        return Err(ImportError::Plan { file: every(), column: None, reason });
    }
    if let Some(reason) = plan.closings.fault() {
        return Err(ImportError::Plan { file: every(), column: None, reason });
    }
    for file in &plan.files {
        if file.source >= sources.len() {
            return Err(not_given(file));
        }
        if file.format.is_mail() != (file.role == FileRole::Touchpoints) && file.role != FileRole::Ignored {
            return Err(of_file(file, None, "mailboxes and calendars are read as touchpoints, and nothing else is."));
        }
        if file.format.is_log()
            || matches!(file.role, FileRole::Ignored | FileRole::Lookup | FileRole::People | FileRole::Touchpoints)
        {
            continue;
        }
        check_columns(file, &of_file)?;
    }
    Ok(())
}

fn check_columns(
    file: &FilePlan,
    error: &dyn Fn(&FilePlan, Option<&str>, &str) -> ImportError,
) -> Result<(), ImportError> {
    let count = |meaning: &Meaning| file.columns.iter().filter(|c| c.meaning == *meaning).count();
    let linked = file.role == FileRole::Events && count(&Meaning::Person) + count(&Meaning::Account) > 0;
    if count(&Meaning::DealId) == 0 && !linked {
        return Err(error(file, None, "no column is the id of the deal; choose one."));
    }
    if file.role == FileRole::Events {
        if count(&Meaning::Timestamp) == 0 {
            return Err(error(file, None, "no column is the time of the event; choose one."));
        }
        let told = [Meaning::Activity, Meaning::Stage, Meaning::NewValue].iter().map(count).sum::<usize>();
        if told == 0 && file.activity.is_none() {
            return Err(error(file, None, "no column tells what happened; choose the activity or the stage."));
        }
    }
    let mut seen: Vec<&Meaning> = Vec::new();
    for column in &file.columns {
        let once = !matches!(
            column.meaning,
            Meaning::Attribute { .. }
                | Meaning::Ignored
                | Meaning::Outcome
                | Meaning::Person
                | Meaning::Direction
                | Meaning::Result
        );
        if once && seen.contains(&&column.meaning) {
            return Err(error(
                file,
                Some(&column.name),
                "another column has this meaning already; one of them must be an attribute.",
            ));
        }
        seen.push(&column.meaning);
        if guess::is_date(&column.meaning) && column.dates.is_none() {
            return Err(error(
                file,
                Some(&column.name),
                "it is to hold dates, but no order of day, month and year is chosen; choose one.",
            ));
        }
    }
    Ok(())
}

//! Leads for a workspace that shows what there is: a bought list, a web form, rules, what has been tried with some.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use import::{Source, contacts};
use model::{
    Event,
    event::kind,
    ids::{DealId, ImportId},
    lead::{AssignmentRule, AssignmentRules, Condition, RepShare, Sharing, attribute},
    money::Money,
};
use store::LeadFilter;
use uuid::Uuid;

use super::{
    form::{FORM, FieldKind, FormField, LeadForm, SavedForm},
    intake::Arrival,
    list::ListTerms,
    lists::Brought,
    rules::{RULES, THE_RULES},
};
use crate::{
    deal_view::blank,
    problem::{Answer, Problem},
    state::App,
};

/// Days before today on which the list was bought.
const BOUGHT: i64 = 40;
/// Why leads are dropped.
const WHY: [&str; 3] = ["No answer", "Not a fit", "Customer already"];

impl App {
    /// Fills a workspace with leads, once: the list in `file`, a form, rules for those who own most deals.
    ///
    /// # Errors
    /// If the file cannot be read, or the database not be written.
    pub async fn add_sample_leads(&self, file: PathBuf, by: &str) -> Answer<()> {
        if self.store.record(RULES, THE_RULES).await?.is_some() {
            return Ok(());
        }
        let rules = serde_json::to_value(rules(&self.busiest().await?)).map_err(Problem::internal)?;
        self.store.keep_record(RULES, THE_RULES, 0, Some(rules), Some(by), self.now()).await?;
        self.sample_list(file, by).await?;
        self.sample_form(by).await?;
        self.sample_outcomes().await
    }

    /// Who owns most deals, at most five.
    async fn busiest(&self) -> Answer<Vec<String>> {
        let mut by: BTreeMap<String, usize> = BTreeMap::new();
        self.store
            .each_deal(&mut |deal, _| {
                if let Some(owner) = deal.owner {
                    *by.entry(owner).or_default() += 1;
                }
            })
            .await?;
        let mut all: Vec<(usize, String)> = by.into_iter().map(|(name, n)| (n, name)).collect();
        all.sort_by(|a, b| b.cmp(a));
        Ok(all.into_iter().take(5).map(|(_, name)| name).collect())
    }

    async fn sample_list(&self, file: PathBuf, by: &str) -> Answer<()> {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let source = Source::new(name, file);
        let looked_at = source.clone();
        let plan = tokio::task::spawn_blocking(move || contacts::look(&looked_at));
        let plan = plan.await.map_err(Problem::internal)?.map_err(Problem::unreadable)?;
        let today = self.work().await?.day(self.now());
        let on = |days: i64| today.checked_add(jiff::Span::new().days(days)).ok();
        let terms = ListTerms {
            source: "Northwind Data (list)".into(),
            price: Some(Money { minor: 46_000, currency: "USD".into() }),
            bought: on(-BOUGHT),
            licence: "Order 2218: business contacts, one year, e-mail and telephone".into(),
            valid_until: on(365 - BOUGHT),
            campaign: "Second plant".into(),
        };
        let brought = Arc::new(Brought { folder: self.uploads.folder()?, source });
        let import = ImportId(Uuid::now_v7());
        self.keeper.is_own(import, false);
        let list = self.note_list(&brought, terms.clone(), import, by).await?;
        self.read_list(brought, plan, (list, terms), (import, by.to_owned()), None).await?;
        Ok(())
    }

    async fn sample_form(&self, by: &str) -> Answer<()> {
        let form = form().sound()?;
        let id = Uuid::new_v4();
        let content = serde_json::to_value(&form).map_err(Problem::internal)?;
        self.store.keep_record(FORM, id, 0, Some(content), Some(by), self.now()).await?;
        let form = SavedForm { id, version: 1, form };
        for (n, (name, company, note, campaign)) in VISITORS.into_iter().enumerate() {
            let mail = format!(
                "{}@{}.example",
                name.to_lowercase().replace(' ', "."),
                company.to_lowercase().replace(' ', "-")
            );
            let sent = [
                ("contact", name),
                ("email", mail.as_str()),
                ("account", company),
                ("size", "51–200"),
                ("note", note),
                ("consent", "yes"),
                ("page", "https://www.example.com/pricing"),
                ("utm_source", "newsletter"),
                ("utm_campaign", campaign),
            ];
            let sent = sent.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            let Ok(heard) = form.form.heard(&sent) else { continue };
            let now = self.now();
            let told = |deal| vec![heard.sent(&form, deal, now)];
            let key = format!("lead-sample-{n}");
            let arrival = Arrival { key: &key, owner: None, by: None, reopens: true };
            self.take_in(&heard.lead, arrival, told).await?;
        }
        Ok(())
    }

    /// Calls some, drops others, notes what was found about a few.
    async fn sample_outcomes(&self) -> Answer<()> {
        let filter = LeadFilter {
            state: Some("open".into()),
            source: Some("Northwind Data (list)".into()),
            ..LeadFilter::default()
        };
        let leads = self.store.leads(&filter, None, 90).await?;
        let now = self.now();
        let mut events = Vec::new();
        for (n, lead) in leads.iter().enumerate() {
            let deal = &lead.deal;
            let by = |kind: &str, activity: &str| Event {
                kind: kind.into(),
                activity: activity.into(),
                actor: deal.owner.clone(),
                ..blank(deal.id, now)
            };
            match n % 5 {
                0 => {
                    let reason = WHY[n / 5 % WHY.len()];
                    events.push(by("call", "Call"));
                    let dropped = by(kind::LEAD_DROPPED, &format!("Dropped: {reason}"));
                    events.push(Event { attributes: [(attribute::REASON.into(), reason.into())].into(), ..dropped });
                }
                // none is taken up: it would be a deal of today in figures that tell how the team sold
                1 => events.push(by("call", "Call")),
                2 => {
                    let note = by("note", "Note");
                    let told =
                        [("note", "They are about to open a second plant."), ("link", "https://www.example.com/news")];
                    let attributes = told.into_iter().map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
                    events.push(Event { attributes, ..note });
                }
                _ => {}
            }
        }
        let _: Vec<DealId> = self.store.append_all(events).await?;
        Ok(())
    }
}

fn rules(reps: &[String]) -> AssignmentRules {
    let share = |names: &[String]| -> Vec<RepShare> {
        names.iter().map(|name| RepShare { name: name.clone(), weight: 1, away_until: None }).collect()
    };
    let (first, rest) = reps.split_at(reps.len().min(2));
    let mut rules = Vec::new();
    if !first.is_empty() {
        rules.push(AssignmentRule {
            id: "large".into(),
            name: "Large companies".into(),
            when: vec![Condition { field: "employees".into(), is: vec!["201-1000".into(), "1000+".into()] }],
            sharing: Sharing::RoundRobin,
            reps: share(first),
        });
    }
    if !rest.is_empty() {
        rules.push(AssignmentRule {
            id: "united-states".into(),
            name: "United States".into(),
            when: vec![Condition { field: "country".into(), is: vec!["United States".into()] }],
            sharing: Sharing::LeastLoad,
            reps: share(rest),
        });
    }
    AssignmentRules { rules }
}

const VISITORS: [(&str, &str, &str, &str); 3] = [
    ("Mira Holm", "Holm Bakeries", "We would like to see how it works with two plants.", "spring"),
    ("Tore Quist", "Quist Logistics", "What does it cost for 40 people?", "spring"),
    ("Abena Frost", "Frost Clinics", "Can somebody call me next week?", "webinar"),
];

fn form() -> LeadForm {
    let field = |id: &str, label: &str, kind: FieldKind, required: bool| FormField {
        id: id.into(),
        label: label.into(),
        kind,
        required,
        choices: Vec::new(),
    };
    let sizes = ["1–10", "11–50", "51–200", "more"].map(str::to_owned).to_vec();
    LeadForm {
        name: "Contact us".into(),
        title: "Talk to us".into(),
        intro: "Tell us what you are looking for. Somebody who knows your industry answers.".into(),
        fields: vec![
            field("contact", "Name", FieldKind::Line, true),
            field("email", "E-mail at work", FieldKind::Email, true),
            field("account", "Company", FieldKind::Line, false),
            FormField { choices: sizes, ..field("size", "How many are you?", FieldKind::Choice, false) },
            field("note", "How can we help?", FieldKind::Text, false),
        ],
        source: "Website".into(),
        campaign: String::new(),
        thanks: "Thank you. We answer within a working day.".into(),
        consent: "You may use what I wrote to answer me.".into(),
        sites: Vec::new(),
        closed: false,
    }
}

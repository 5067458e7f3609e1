//! Who may do what: one table of all routes, read by the guard in front of the router.
//!
//! A route that is not in the table cannot be reached. A test compares the table with the OpenAPI document, which the
//! router is built from.

use axum::http::Method;
use model::{Deal, Outcome, after::ACCOUNT_MANAGER};
use serde::{Deserialize, Serialize};

/// What somebody who can sign in is in the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// May do everything, and manages the users.
    Owner,
    /// Leads the team: imports, the process, every deal.
    Manager,
    /// The one responsible for the manual.
    Editor,
    /// Sells: changes their own deals.
    Rep,
    /// Reads.
    Viewer,
}

impl Role {
    /// All of them, the mightiest first.
    pub const ALL: [Self; 5] = [Self::Owner, Self::Manager, Self::Editor, Self::Rep, Self::Viewer];

    /// The word stored and sent: `owner`, `manager`, …
    pub fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Manager => "manager",
            Self::Editor => "editor",
            Self::Rep => "rep",
            Self::Viewer => "viewer",
        }
    }

    /// The role of that word; whoever has an unknown one may only read.
    pub fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|r| r.word() == word).unwrap_or(Self::Viewer)
    }
}

/// Who may take a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody, signed in or not.
    Anyone,
    /// Programs of others, which send no header of ours, by the token in the address; who is signed in counts for nothing.
    Program,
    /// Whoever is signed in with one of these roles.
    Roles(&'static [Role]),
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// `GET`, `POST`, …
    pub method: &'static str,
    /// The path below `/api/v1`, as the router knows it.
    pub path: &'static str,
    /// What it does, in words; shown where somebody may not.
    pub action: &'static str,
    /// Who may.
    pub who: Who,
}

const READ: Who = Who::Roles(&Role::ALL);
const LEAD: Who = Who::Roles(&[Role::Owner, Role::Manager]);
const OWNER: Who = Who::Roles(&[Role::Owner]);
/// A rep only on deals of their own: see [`may_change`].
const SELL: Who = Who::Roles(&[Role::Owner, Role::Manager, Role::Rep]);
/// Whoever may say something: only viewers may not. Who decides about an item stands in `model::feedback::rules`.
const SPEAK: Who = Who::Roles(&[Role::Owner, Role::Manager, Role::Editor, Role::Rep]);
const WRITE: Who = Who::Roles(&[Role::Owner, Role::Manager, Role::Editor]);

const fn rule(method: &'static str, path: &'static str, action: &'static str, who: Who) -> Rule {
    Rule { method, path, action, who }
}

/// Every route and who may take it.
pub const TABLE: &[Rule] = &[
    rule("GET", "/openapi.json", "read the description of the API", Who::Anyone),
    rule("GET", "/session", "see who is signed in", Who::Anyone),
    rule("POST", "/session", "sign in", Who::Anyone),
    rule("DELETE", "/session", "sign out", Who::Anyone),
    rule("POST", "/session/link", "sign in by a link", Who::Anyone),
    rule("POST", "/setup", "create the first owner", Who::Anyone),
    rule("GET", "/users", "see the users", READ),
    rule("POST", "/users", "add a user", OWNER),
    rule("PATCH", "/users/{id}", "change a user", OWNER),
    rule("POST", "/users/{id}/link", "make a sign-in link", OWNER),
    rule("GET", "/audit", "see what was refused", OWNER),
    rule("GET", "/audit.csv", "download what was refused", OWNER),
    rule("POST", "/uploads", "upload files", LEAD),
    rule("GET", "/uploads/{id}", "see an upload", LEAD),
    rule("PUT", "/uploads/{id}/plan", "correct how files are read", LEAD),
    rule("POST", "/uploads/{id}/import", "import files", LEAD),
    rule("GET", "/imports", "see the imports", READ),
    rule("GET", "/imports/{id}", "see an import", READ),
    rule("GET", "/imports/{id}/progress", "follow an import", READ),
    rule("POST", "/imports/{id}/cancel", "cancel an import", LEAD),
    rule("GET", "/imports/{id}/rejects", "see rejected rows", READ),
    rule("GET", "/imports/{id}/rejects.csv", "download rejected rows", READ),
    rule("POST", "/imports/{id}/undo", "undo an import", LEAD),
    rule("GET", "/discover", "see how the team sells", READ),
    rule("GET", "/discover/drivers", "see what distinguishes won from lost deals", READ),
    rule("GET", "/discover/look-back", "look back at closed deals", READ),
    rule("GET", "/discover/map", "see the process map", READ),
    rule("GET", "/discover/map.svg", "download the process map", READ),
    rule("GET", "/discover/replay", "play deals on the map", READ),
    rule("GET", "/discover/variants", "see the ways that deals go", READ),
    rule("GET", "/discover/variants.csv", "download the ways that deals go", READ),
    rule("GET", "/discover/work-backward", "work backward from won deals", READ),
    rule("GET", "/discover/touchpoints", "see touchpoints", READ),
    rule("GET", "/discover/first-and-last", "see first and last acts", READ),
    rule("GET", "/discover/bottlenecks", "see where deals wait", READ),
    rule("GET", "/interviews", "see who is asked about which deals", LEAD),
    rule("POST", "/interviews", "ask reps about deals", LEAD),
    rule("GET", "/interviews/choice", "choose deals to ask about", READ),
    rule("POST", "/interviews/{id}/link", "make a link to an interview", LEAD),
    rule("DELETE", "/interviews/{id}", "withdraw an interview", LEAD),
    rule("DELETE", "/interviews/{id}/deals/{deal}", "take a deal out of an interview", LEAD),
    rule("POST", "/interviews/remembered", "add a remembered deal", SELL),
    rule("GET", "/interviews/questions", "see the questions of interviews", READ),
    rule("GET", "/interviews/summary", "see what the interviews say", READ),
    rule("GET", "/interviews/answers", "see the answers of interviews", READ),
    rule("GET", "/interviews/answers.csv", "download the answers of interviews", READ),
    rule("PUT", "/interviews/answers/{deal}/{question}", "correct an answer", LEAD),
    // by the token of a link in the header x-interview, which opens the deals of that interview alone
    rule("GET", "/interview", "answer an interview", Who::Anyone),
    rule("PUT", "/interview/deals/{deal}/answers/{question}", "answer an interview", Who::Anyone),
    rule("POST", "/interview/deals/{deal}/done", "answer an interview", Who::Anyone),
    rule("GET", "/fields", "see by what deals can be selected", READ),
    rule("GET", "/deals", "list deals", READ),
    rule("GET", "/deals.csv", "download deals", READ),
    rule("POST", "/deals", "create a deal", SELL),
    rule("GET", "/deals/{id}", "see a deal", READ),
    rule("PATCH", "/deals/{id}", "change a deal", SELL),
    rule("POST", "/deals/{id}/move", "move a deal", SELL),
    rule("POST", "/deals/{id}/tasks/{stage}/{task}", "tick a task", SELL),
    rule("POST", "/deals/{id}/touchpoints", "log a touchpoint", SELL),
    rule("POST", "/deals/{id}/answers", "answer a question", SELL),
    rule("GET", "/touchpoints", "see the common touchpoints", READ),
    rule("POST", "/deals/{id}/commitments/{stage}/{commitment}", "write down a commitment", SELL),
    rule("POST", "/deals/{id}/people", "add somebody to a deal", SELL),
    rule("POST", "/deals/bulk", "change many deals", SELL),
    rule("POST", "/deals/bulk/{id}/undo", "take back a change to many deals", SELL),
    rule("GET", "/deals/{id}/fields", "see the fields of a deal", READ),
    rule("GET", "/custom-fields", "see the fields of the team", READ),
    rule("POST", "/custom-fields", "define a field", LEAD),
    rule("PUT", "/custom-fields/{id}", "change a field", LEAD),
    rule("DELETE", "/custom-fields/{id}", "remove a field", LEAD),
    rule("GET", "/teams", "see the teams", READ),
    rule("POST", "/teams", "add a team", LEAD),
    rule("PUT", "/teams/{id}", "change a team", LEAD),
    rule("DELETE", "/teams/{id}", "remove a team", LEAD),
    // one's own ones, and as a manager those that are shared
    rule("GET", "/views", "see the views", READ),
    rule("POST", "/views", "keep a view", READ),
    rule("PUT", "/views/begin", "choose the views to begin with", READ),
    rule("PUT", "/views/{id}", "change a view", READ),
    rule("DELETE", "/views/{id}", "remove a view", READ),
    rule("GET", "/search", "search", READ),
    // as views are
    rule("GET", "/dashboards", "see the dashboards", READ),
    rule("POST", "/dashboards", "keep a dashboard", READ),
    rule("GET", "/dashboards/{id}", "see a dashboard", READ),
    rule("PUT", "/dashboards/{id}", "change a dashboard", READ),
    rule("DELETE", "/dashboards/{id}", "remove a dashboard", READ),
    rule("GET", "/dashboards/{id}/figures", "see a dashboard", READ),
    rule("GET", "/dashboards/{id}/figures.pdf", "print a dashboard", READ),
    rule("POST", "/dashboards/{id}/mail", "have a dashboard mailed", READ),
    rule("PUT", "/dashboards/{id}/mail/mine", "have a dashboard mailed every week", READ),
    rule("DELETE", "/dashboards/{id}/mail/mine", "have a dashboard mailed no more", READ),
    rule("GET", "/price-lists", "see the price lists", READ),
    rule("POST", "/price-lists", "add a price list", LEAD),
    rule("PUT", "/price-lists/{id}", "change a price list", LEAD),
    rule("DELETE", "/price-lists/{id}", "remove a price list", LEAD),
    rule("GET", "/accounts", "see the accounts", READ),
    rule("GET", "/accounts/one", "see an account", READ),
    rule("POST", "/accounts/merges", "merge or rename accounts", SELL),
    rule("DELETE", "/accounts/merges/{id}", "part accounts", SELL),
    rule("GET", "/board/column", "see the board", READ),
    rule("GET", "/settings/discounts", "see who may give which discount", READ),
    rule("PUT", "/settings/discounts", "say who may give which discount", LEAD),
    rule("GET", "/settings/currency", "see the currency of sums", READ),
    rule("PUT", "/settings/currency", "choose the currency of sums", LEAD),
    rule("GET", "/products", "see the catalogue", READ),
    rule("POST", "/products", "add a product", LEAD),
    rule("PUT", "/products/{id}", "change a product", LEAD),
    rule("DELETE", "/products/{id}", "remove a product", LEAD),
    rule("GET", "/deals/{id}/quotes", "see the quotes of a deal", READ),
    rule("POST", "/deals/{id}/quotes", "write a quote", SELL),
    rule("PUT", "/deals/{id}/quotes/{quote}", "write a quote anew", SELL),
    rule("POST", "/deals/{id}/quotes/{quote}/send", "send a quote", SELL),
    rule("POST", "/deals/{id}/quotes/{quote}/decision", "approve a discount", LEAD),
    rule("POST", "/deals/{id}/quotes/{quote}/answer", "answer about a quote", SELL),
    rule("POST", "/deals/{id}/quotes/{quote}/withdraw", "withdraw a quote", SELL),
    rule("GET", "/quote", "read a quote", Who::Anyone),
    rule("POST", "/quote/questions", "ask about a quote", Who::Anyone),
    rule("POST", "/quote/accept", "accept a quote", Who::Anyone),
    rule("POST", "/quote/decline", "decline a quote", Who::Anyone),
    rule("POST", "/deals/{id}/people/remove", "take somebody off a deal", SELL),
    rule("POST", "/deals/{id}/override", "decide on a move against the process", LEAD),
    rule("DELETE", "/deals/{id}/override", "take back a wish to move against the process", SELL),
    rule("GET", "/deals/{id}/after", "see what came after the sale", READ),
    rule("POST", "/deals/{id}/handover/items", "tick what is handed over", SELL),
    rule("POST", "/deals/{id}/handover", "offer a hand-over", SELL),
    rule("POST", "/deals/{id}/handover/decision", "accept a hand-over", SELL),
    rule("POST", "/deals/{id}/promises", "write down a promise", SELL),
    rule("POST", "/deals/{id}/promises/{promise}", "settle a promise", SELL),
    rule("POST", "/deals/{id}/delivery", "say that a deal was delivered", SELL),
    rule("POST", "/deals/{id}/delivery/answers", "write down what a customer says of a delivery", SELL),
    rule("POST", "/deals/{id}/reviews", "write down a review", SELL),
    rule("PUT", "/deals/{id}/reviews/next", "plan a review", SELL),
    rule("POST", "/deals/{id}/linked", "create a deal for the same customer", SELL),
    rule("POST", "/deals/{id}/referrals/asked", "write down that a referral was asked for", SELL),
    rule("POST", "/deals/{id}/referrals", "write down a referral", SELL),
    rule("PUT", "/deals/{id}/contract", "write down a contract's term", SELL),
    rule("POST", "/deals/{id}/churn", "write down that a customer left", SELL),
    rule("DELETE", "/deals/{id}/churn", "write down that a customer stayed", SELL),
    rule("POST", "/deals/{id}/files", "attach a file to a deal", SELL),
    rule("GET", "/deals/{id}/files/{file}", "open a file of a deal", READ),
    rule("DELETE", "/deals/{id}/files/{file}", "take a file off a deal", SELL),
    rule("GET", "/customers", "see the customers", READ),
    rule("GET", "/settings/customers", "see from when on a customer needs care", READ),
    rule("PUT", "/settings/customers", "say from when on a customer needs care", LEAD),
    // by the token of a link in the header x-delivery, which opens that delivery alone
    rule("GET", "/delivery", "read a delivery", Who::Anyone),
    rule("POST", "/delivery/answers", "confirm a delivery", Who::Anyone),
    rule("GET", "/deals/{id}/quotes/{quote}/quote.pdf", "print a quote", READ),
    rule("GET", "/quote.pdf", "print a quote", Who::Anyone),
    rule("GET", "/deals/{id}/meetings", "see the meetings of a deal", READ),
    rule("POST", "/deals/{id}/meetings", "plan a meeting", SELL),
    rule("PUT", "/deals/{id}/meetings/{meeting}", "move a meeting", SELL),
    rule("POST", "/deals/{id}/meetings/{meeting}/cancel", "cancel a meeting", SELL),
    rule("POST", "/deals/{id}/meetings/{meeting}/held", "write down how a meeting went", SELL),
    rule("GET", "/deals/{id}/meetings/{meeting}/meeting.ics", "put a meeting into a calendar", READ),
    rule("GET", "/meetings/unqualified", "see demonstrations to unqualified prospects", READ),
    rule("GET", "/calendar", "see whether you have a calendar to follow", READ),
    rule("POST", "/calendar", "make a calendar to follow", READ),
    rule("DELETE", "/calendar", "take your calendar's address back", READ),
    // by the token in the path, which opens the calendar of one person alone
    rule("GET", "/calendar/{token}/calendar.ics", "follow a calendar", Who::Anyone),
    rule("GET", "/deals/{id}/findings", "see what was found out", READ),
    rule("POST", "/deals/{id}/findings", "note what was found out", SELL),
    rule("POST", "/deals/{id}/findings/{finding}/strike", "strike out what was found", SELL),
    rule("POST", "/deals/{id}/findings/{finding}/restore", "restore what was struck out", SELL),
    rule("POST", "/deals/{id}/calls", "write down a call", SELL),
    rule("GET", "/deals/{id}/qualification", "see whether a deal is qualified", READ),
    rule("GET", "/deals/{id}/objections", "see the objections of a deal", READ),
    rule("GET", "/deals/{id}/brief", "read a brief", READ),
    rule("PUT", "/deals/{id}/brief", "choose what stands in a brief", SELL),
    rule("GET", "/deals/{id}/brief.pdf", "print a brief", READ),
    rule("GET", "/commission", "see what is paid", READ),
    rule("GET", "/commission/statements", "see statements of commission", READ),
    rule("GET", "/commission/statements.csv", "download statements of commission", READ),
    rule("GET", "/commission/statements.pdf", "print statements of commission", READ),
    rule("GET", "/commission/plans", "see the plans of commission", LEAD),
    rule("POST", "/commission/plans", "add a plan of commission", LEAD),
    rule("PUT", "/commission/plans/{id}", "change a plan of commission", LEAD),
    rule("DELETE", "/commission/plans/{id}", "remove a plan of commission", LEAD),
    rule("POST", "/commission/preview", "try a plan of commission", LEAD),
    rule("GET", "/commission/assignments", "see who goes by which plan", LEAD),
    rule("POST", "/commission/assignments", "give people a plan", LEAD),
    rule("PUT", "/commission/assignments/{id}", "change who goes by a plan", LEAD),
    rule("DELETE", "/commission/assignments/{id}", "take a plan from somebody", LEAD),
    rule("GET", "/commission/rates", "see the exchange rates", LEAD),
    rule("POST", "/commission/rates", "add an exchange rate", LEAD),
    rule("PUT", "/commission/rates/{id}", "change an exchange rate", LEAD),
    rule("DELETE", "/commission/rates/{id}", "remove an exchange rate", LEAD),
    rule("GET", "/deals/{id}/commission", "see who shares a deal", READ),
    rule("PUT", "/deals/{id}/commission/split", "split the commission of a deal", LEAD),
    rule("POST", "/deals/{id}/commission/corrections", "correct the commission of a deal", LEAD),
    rule("GET", "/mail/settings", "see how mail is set up", READ),
    rule("PUT", "/mail/account", "set up the workspace's mailbox", OWNER),
    rule("DELETE", "/mail/account", "remove the workspace's mailbox", OWNER),
    rule("POST", "/mail/account/test", "test the workspace's mailbox", OWNER),
    rule("PUT", "/mail/own-account", "set up a mailbox", SELL),
    rule("DELETE", "/mail/own-account", "remove a mailbox", SELL),
    rule("POST", "/mail/own-account/test", "test a mailbox", SELL),
    rule("PUT", "/mail/policy", "say how the workspace writes", OWNER),
    rule("POST", "/mail/fetch", "look for new mail", SELL),
    rule("GET", "/mail/do-not-contact", "see who is not to be contacted", READ),
    rule("POST", "/mail/do-not-contact", "have nobody contact an address", SELL),
    rule("DELETE", "/mail/do-not-contact/{contact}", "let an address be contacted again", LEAD),
    rule("GET", "/mail/outbox", "see what is sent", READ),
    rule("POST", "/mail/outbox/{id}/cancel", "take a mail back", SELL),
    rule("POST", "/mail/outbox/{id}/settle", "say what became of a mail", SELL),
    rule("GET", "/mail/templates", "see letters", READ),
    rule("POST", "/mail/templates", "add a letter", SELL),
    rule("PUT", "/mail/templates/{id}", "change a letter", SELL),
    rule("DELETE", "/mail/templates/{id}", "remove a letter", SELL),
    rule("GET", "/mail/unmatched", "see mail of no deal", SELL),
    rule("POST", "/mail/unmatched/{id}/attach", "attach a mail to a deal", SELL),
    rule("POST", "/mail/unmatched/{id}/lead", "take a mail in as a lead", SELL),
    rule("DELETE", "/mail/unmatched/{id}", "put a mail aside", SELL),
    rule("PUT", "/mail/unmatched/{id}", "bring a mail back", SELL),
    rule("GET", "/deals/{id}/mails", "see the mails of a deal", READ),
    rule("POST", "/deals/{id}/mails", "write a mail", SELL),
    rule("POST", "/deals/{id}/mails/preview", "see a mail before it is sent", READ),
    rule("POST", "/deals/{id}/consent", "write down who may be written to", SELL),
    rule("GET", "/sequences", "see the sequences", READ),
    rule("POST", "/sequences", "add a sequence", LEAD),
    rule("PUT", "/sequences/{id}", "change a sequence", LEAD),
    rule("DELETE", "/sequences/{id}", "remove a sequence", LEAD),
    rule("GET", "/sequences/{id}/figures", "see how a sequence does", READ),
    rule("GET", "/deals/{id}/sequences", "see the sequences of a deal", READ),
    rule("POST", "/deals/{id}/sequences", "take somebody into a sequence", SELL),
    rule("POST", "/deals/{id}/sequences/{enrolment}/step", "do a step of a sequence", SELL),
    rule("POST", "/deals/{id}/sequences/{enrolment}/end", "end a sequence", SELL),
    rule("GET", "/notices", "see one's notices", READ),
    rule("POST", "/notices/read", "read one's notices", READ),
    rule("GET", "/notices/choices", "see how one is told", READ),
    rule("PUT", "/notices/choices", "choose how one is told", READ),
    rule("GET", "/webhooks", "see the webhooks", OWNER),
    rule("POST", "/webhooks", "add a webhook", OWNER),
    rule("PUT", "/webhooks/{id}", "change a webhook", OWNER),
    rule("DELETE", "/webhooks/{id}", "remove a webhook", OWNER),
    rule("POST", "/webhooks/{id}/test", "test a webhook", OWNER),
    rule("GET", "/webhooks/{id}/deliveries", "see what a webhook was told", OWNER),
    rule("PUT", "/webhooks-private", "allow webhooks in private networks", OWNER),
    // by the token of a link in the header x-unsubscribe or in the address, which is for one reader's address alone
    rule("GET", "/unsubscribe", "end mails", Who::Anyone),
    rule("POST", "/unsubscribe", "end mails", Who::Anyone),
    rule("GET", "/unsubscribe/click", "end mails", Who::Anyone),
    rule("POST", "/unsubscribe/click", "end mails", Who::Program),
    // the page of a form, which anybody may send, is outside of the API: see `routes::form_page`
    rule("GET", "/leads", "list leads", READ),
    rule("GET", "/leads.csv", "download leads", READ),
    rule("POST", "/leads", "add a lead", SELL),
    rule("POST", "/leads/acts", "take leads up, drop or assign them", SELL),
    rule("GET", "/lead-filters", "see by what leads can be selected", READ),
    rule("GET", "/lead-sources", "see what became of leads", READ),
    rule("GET", "/lead-duplicates", "see which leads may be one", READ),
    rule("PUT", "/lead-duplicates/{id}", "say whether two leads are one", SELL),
    rule("GET", "/lead-forms", "see the web forms", READ),
    rule("POST", "/lead-forms", "make a web form", LEAD),
    rule("PUT", "/lead-forms/{id}", "change a web form", LEAD),
    rule("DELETE", "/lead-forms/{id}", "take a web form away", LEAD),
    rule("GET", "/lead-forms/{id}/snippets", "see how a web form is put on a page", READ),
    rule("GET", "/lead-rules", "see by which rules leads are assigned", READ),
    rule("PUT", "/lead-rules", "say by which rules leads are assigned", LEAD),
    rule("POST", "/lead-rules/run", "assign leads by the rules", LEAD),
    rule("GET", "/lead-lists", "see the bought lists", READ),
    rule("POST", "/lead-lists/uploads", "bring a list of leads", LEAD),
    rule("PUT", "/lead-lists/uploads/{id}", "correct how a list is read", LEAD),
    rule("POST", "/lead-lists/uploads/{id}/import", "import a list of leads", LEAD),
    rule("PUT", "/lead-lists/{id}", "change what is known of a list", LEAD),
    rule("GET", "/my-day", "see what is to be done", READ),
    rule("GET", "/settings/work", "see when the team works", READ),
    rule("PUT", "/settings/work", "say when the team works", LEAD),
    rule("GET", "/board", "see the board", READ),
    rule("POST", "/process/propose", "propose a process", READ),
    rule("GET", "/process/proposal/draft", "see the choices in the proposal", READ),
    rule("PUT", "/process/proposal/draft", "choose in the proposal", LEAD),
    rule("GET", "/processes", "list the processes", READ),
    rule("POST", "/processes", "begin a process", LEAD),
    rule("GET", "/process", "see the process", READ),
    rule("PUT", "/process", "save the process", LEAD),
    rule("POST", "/process/check", "check a process", READ),
    rule("GET", "/process.toml", "download the process", READ),
    rule("GET", "/process.bpmn", "download the process", READ),
    rule("GET", "/process/schema", "read the schema of a process file", READ),
    rule("GET", "/process/rules", "read the rules for processes", READ),
    rule("GET", "/process/draft", "see the draft of the process", READ),
    rule("PUT", "/process/draft", "write the draft of the process", WRITE),
    rule("DELETE", "/process/draft", "throw the draft of the process away", WRITE),
    rule("GET", "/process/versions", "see the versions of the process", READ),
    rule("POST", "/process/versions", "propose a version of the process", WRITE),
    rule("GET", "/process/versions/{version}", "see a version of the process", READ),
    rule("POST", "/process/versions/{version}/activate", "activate a version of the process", LEAD),
    rule("POST", "/process/versions/{version}/decline", "decline a version of the process", LEAD),
    rule("POST", "/process/versions/{version}/deals", "move deals to a version of the process", LEAD),
    rule("GET", "/process/versions/{version}/deals", "see the open deals of a version", READ),
    rule("GET", "/process/compare", "compare versions of the process", READ),
    rule("POST", "/process/preview", "see what a version means for open deals", READ),
    rule("POST", "/process/criterion", "test a criterion on history", READ),
    rule("POST", "/process/use", "see how the playbook is used", READ),
    rule("GET", "/library/files", "see the files of the library", READ),
    rule("GET", "/library/files/{name}", "open a file of the library", READ),
    rule("PUT", "/library/files/{name}", "bring a file to the library", WRITE),
    rule("DELETE", "/library/files/{name}", "remove a file of the library", WRITE),
    rule("GET", "/process/suggestions", "see suggested criteria", READ),
    rule("GET", "/process/templates", "see the templates", READ),
    rule("GET", "/process/templates/{id}", "see a template", READ),
    rule("GET", "/measure/review", "see the weekly review", READ),
    rule("GET", "/metrics", "see the metrics", READ),
    rule("POST", "/metrics", "add a metric", LEAD),
    rule("PUT", "/metrics/{id}", "change a metric", LEAD),
    rule("DELETE", "/metrics/{id}", "take a metric away", LEAD),
    rule("GET", "/metrics/{id}/figures", "see a metric", READ),
    rule("GET", "/metrics/{id}/figures.csv", "download a metric", READ),
    rule("GET", "/metrics/{id}/figures.json", "download a metric", READ),
    rule("GET", "/metrics/{id}/figures.parquet", "download a metric", READ),
    rule("GET", "/metrics/{id}/deals", "see the deals behind a metric", READ),
    rule("GET", "/metrics/{id}/deals.csv", "download the deals behind a metric", READ),
    rule("GET", "/metrics/{id}/deals.json", "download the deals behind a metric", READ),
    rule("GET", "/metrics/{id}/deals.parquet", "download the deals behind a metric", READ),
    rule("GET", "/export/deals.csv", "take all deals along", LEAD),
    rule("GET", "/export/deals.json", "take all deals along", LEAD),
    rule("GET", "/export/deals.parquet", "take all deals along", LEAD),
    rule("GET", "/export/events.csv", "take all events along", LEAD),
    rule("GET", "/export/events.json", "take all events along", LEAD),
    rule("GET", "/export/events.parquet", "take all events along", LEAD),
    rule("POST", "/metrics/preview", "try a metric", READ),
    rule("GET", "/targets", "see the targets", READ),
    rule("POST", "/targets", "set a target", LEAD),
    rule("PUT", "/targets/{id}", "change a target", LEAD),
    rule("DELETE", "/targets/{id}", "take a target away", LEAD),
    rule("POST", "/targets/preview", "try a target", READ),
    rule("GET", "/measure/standing-out", "see who takes longer in a stage", READ),
    rule("GET", "/feedback", "see feedback on the process", READ),
    rule("GET", "/feedback.csv", "download feedback on the process", READ),
    rule("GET", "/feedback.parquet", "download feedback on the process", READ),
    rule("GET", "/feedback/{id}", "see feedback on the process", READ),
    rule("POST", "/feedback", "say something of the process", SPEAK),
    rule("POST", "/feedback/{id}/acts", "answer feedback on the process", SPEAK),
    rule("GET", "/measure/feedback", "see how it stands with feedback", READ),
    rule("GET", "/pulse", "see whether you are asked something", READ),
    rule("POST", "/pulse/answers", "answer the survey", SELL),
    rule("PUT", "/pulse/skip", "skip the survey", SELL),
    rule("GET", "/pulse/settings", "see what the survey asks", READ),
    rule("PUT", "/pulse/settings", "say what the survey asks", LEAD),
    rule("POST", "/pulse/rounds", "begin a round of the survey", LEAD),
    rule("GET", "/measure/pulse", "see what the survey says", READ),
    rule("GET", "/measure/forecast", "see the forecast", READ),
    rule("GET", "/measure/forecast.csv", "download the forecast", READ),
    rule("GET", "/measure/forecast.parquet", "download the forecast", READ),
    // of persons, whoever does not lead sees themselves alone
    rule("GET", "/measure/attainment", "see what was won of quotas", READ),
    rule("GET", "/measure/attainment.csv", "download what was won of quotas", READ),
    rule("GET", "/measure/attainment.parquet", "download what was won of quotas", READ),
    rule("GET", "/measure/ramp", "see how new people grow into it", READ),
    rule("GET", "/measure/ramp.csv", "download how new people grow into it", READ),
    rule("GET", "/measure/ramp.parquet", "download how new people grow into it", READ),
    rule("GET", "/quotas", "see the quotas", READ),
    rule("POST", "/quotas", "add a quota", LEAD),
    rule("PUT", "/quotas/{id}", "change a quota", LEAD),
    rule("DELETE", "/quotas/{id}", "remove a quota", LEAD),
    rule("GET", "/first-days", "see when people began", LEAD),
    rule("PUT", "/first-days", "say when somebody began", LEAD),
    rule("GET", "/measure/flow", "measure flow", READ),
    rule("GET", "/measure/flow.csv", "download flow", READ),
    rule("GET", "/measure/flow.parquet", "download flow", READ),
    rule("GET", "/measure/time-in-stage", "measure time in stage", READ),
    rule("GET", "/measure/time-in-stage.csv", "download time in stage", READ),
    rule("GET", "/measure/time-in-stage.parquet", "download time in stage", READ),
    rule("GET", "/measure/conversion", "measure conversion", READ),
    rule("GET", "/measure/conversion.csv", "download conversion", READ),
    rule("GET", "/measure/conversion.parquet", "download conversion", READ),
    rule("GET", "/measure/win-rate", "measure the win rate", READ),
    rule("GET", "/measure/win-rate.csv", "download the win rate", READ),
    rule("GET", "/measure/win-rate.parquet", "download the win rate", READ),
    rule("GET", "/manual", "read the manual", READ),
    rule("GET", "/manual.pdf", "print the manual", READ),
    rule("GET", "/manual/pages/{id}", "read a page of the manual", READ),
    rule("POST", "/manual/pages", "write a page of the manual", WRITE),
    rule("PUT", "/manual/pages/{id}", "change a page of the manual", WRITE),
    rule("DELETE", "/manual/pages/{id}", "delete a page of the manual", WRITE),
    rule("PUT", "/manual/editor", "name the manual's editor", LEAD),
    rule("GET", "/live", "follow what happens", READ),
];

/// The line for a route, by its method and its path below `/api/v1`.
pub fn find(method: &Method, path: &str) -> Option<&'static Rule> {
    let method = if *method == Method::HEAD { "GET" } else { method.as_str() };
    TABLE.iter().find(|r| r.method == method && r.path == path)
}

/// Whether somebody with this role and name may change this deal: a rep only their own, which is the one whose
/// owner bears their name, or which is won and was handed over to them.
pub fn may_change(role: Role, name: &str, deal: &Deal) -> bool {
    let manager = deal.attributes.get(ACCOUNT_MANAGER).filter(|_| deal.outcome == Outcome::Won);
    may_change_of(role, name, [deal.owner.as_deref(), manager.map(String::as_str)])
}

/// [`may_change`] for a deal that one of these looks after.
pub fn may_change_of<'a>(role: Role, name: &str, theirs: impl IntoIterator<Item = Option<&'a str>>) -> bool {
    match role {
        Role::Owner | Role::Manager => true,
        Role::Rep => theirs.into_iter().flatten().any(|own| same_name(own, name)),
        Role::Editor | Role::Viewer => false,
    }
}

/// Whether two names are one person's.
pub fn same_name(a: &str, b: &str) -> bool {
    a.trim().eq_ignore_ascii_case(b.trim())
}

/// Whether somebody with this role may see what everybody is paid.
pub fn sees_all_pay(role: Role) -> bool {
    matches!(role, Role::Owner | Role::Manager)
}

/// Whether somebody with this role and name may see what a person is paid: owners and managers everybody's, others their
/// own.
pub fn may_see_pay(role: Role, name: &str, person: &str) -> bool {
    sees_all_pay(role) || same_name(name, person)
}

#[cfg(test)]
mod tests {
    use model::ids::DealId;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(Role::Owner, "Boss", Some("Anna"), true)]
    #[case(Role::Manager, "Lead", None, true)]
    #[case(Role::Editor, "Anna", Some("Anna"), false)]
    #[case(Role::Rep, "Anna", Some("Anna"), true)]
    #[case(Role::Rep, "anna ", Some("Anna"), true)]
    #[case(Role::Rep, "Ben", Some("Anna"), false)]
    #[case(Role::Rep, "Ben", None, false)]
    #[case(Role::Viewer, "Anna", Some("Anna"), false)]
    fn changing_deals(#[case] role: Role, #[case] name: &str, #[case] owner: Option<&str>, #[case] may: bool) {
        let mut deal = Deal::new(DealId::of_key("1"), "1");
        deal.owner = owner.map(str::to_owned);
        assert_eq!(may_change(role, name, &deal), may);
    }

    #[rstest]
    #[case(Outcome::Won, "Cora", true)]
    #[case(Outcome::Open, "Cora", false)]
    #[case(Outcome::Won, "Ben", false)]
    fn who_looks_after_the_customer(#[case] outcome: Outcome, #[case] name: &str, #[case] may: bool) {
        let mut deal = Deal::new(DealId::of_key("1"), "1");
        deal.outcome = outcome;
        deal.owner = Some("Anna".into());
        deal.attributes.insert(ACCOUNT_MANAGER.into(), "Cora".into());
        assert_eq!(may_change(Role::Rep, name, &deal), may);
    }

    #[rstest]
    #[case(Role::Owner, "Boss", "Anna", true)]
    #[case(Role::Manager, "Lead", "Anna", true)]
    #[case(Role::Rep, "Anna", "anna ", true)]
    #[case(Role::Rep, "Ben", "Anna", false)]
    #[case(Role::Rep, "Ann", "Anna", false)]
    #[case(Role::Editor, "Edda", "Anna", false)]
    #[case(Role::Viewer, "Vera", "Anna", false)]
    #[case(Role::Viewer, "Anna", "Anna", true)]
    fn seeing_pay(#[case] role: Role, #[case] name: &str, #[case] person: &str, #[case] may: bool) {
        assert_eq!(may_see_pay(role, name, person), may);
    }

    #[test]
    fn no_route_twice() {
        for rule in TABLE {
            let same = TABLE.iter().filter(|r| (r.method, r.path) == (rule.method, rule.path));
            assert_eq!(same.count(), 1, "{} {}", rule.method, rule.path);
        }
    }
}

//! Who may do what: one table of all routes, read by the guard in front of the router.
//!
//! A route that is not in the table cannot be reached. A test compares the table with the OpenAPI document, which the
//! router is built from.

use axum::http::Method;
use model::Deal;
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
    rule("GET", "/measure/flow", "measure flow", READ),
    rule("GET", "/measure/flow.csv", "download flow", READ),
    rule("GET", "/measure/time-in-stage", "measure time in stage", READ),
    rule("GET", "/measure/time-in-stage.csv", "download time in stage", READ),
    rule("GET", "/measure/conversion", "measure conversion", READ),
    rule("GET", "/measure/conversion.csv", "download conversion", READ),
    rule("GET", "/measure/win-rate", "measure the win rate", READ),
    rule("GET", "/measure/win-rate.csv", "download the win rate", READ),
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
/// owner bears their name.
pub fn may_change(role: Role, name: &str, deal: &Deal) -> bool {
    match role {
        Role::Owner | Role::Manager => true,
        Role::Rep => deal.owner.as_deref().is_some_and(|owner| owner.trim().eq_ignore_ascii_case(name.trim())),
        Role::Editor | Role::Viewer => false,
    }
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

    #[test]
    fn no_route_twice() {
        for rule in TABLE {
            let same = TABLE.iter().filter(|r| (r.method, r.path) == (rule.method, rule.path));
            assert_eq!(same.count(), 1, "{} {}", rule.method, rule.path);
        }
    }
}

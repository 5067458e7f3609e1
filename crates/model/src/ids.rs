//! Identifiers. A bare `Uuid` never appears in a signature.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(transparent)]
        #[schema(value_type = String, format = "uuid")]
        pub struct $name(pub Uuid);

        impl $name {
            /// The id that `key` always gets: the same input makes the same id, so an import can be repeated.
            pub fn of_key(key: &str) -> Self {
                Self(Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("{}:{key}", stringify!($name)).as_bytes()))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> { s.parse().map(Self) }
        }
    )+};
}

id!(
    /// A deal.
    DealId,
    /// An event.
    EventId,
    /// One run of an import.
    ImportId,
    /// Somebody who can sign in.
    UserId,
    /// A process (all its versions).
    ProcessId,
    /// A page of the manual.
    PageId,
    /// An interview: the questions about some deals, put to one rep.
    InterviewId,
);

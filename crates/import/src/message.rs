//! Single messages: what they say, and what a report of non-delivery says.

pub use crate::mail::{
    Answer, Automatic, Bounce, Broken, Look, Message, Person, Raw, Reply, address, bounce, is_robot, message,
};

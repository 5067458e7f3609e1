//! Touchpoints: who did what through which channel, and how soon the other side answered.

mod acts;
mod channel;

pub(crate) use self::acts::Acts;
pub use self::channel::Channel;

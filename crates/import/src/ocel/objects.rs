//! The objects of a log, held in memory while its events are read.

use rustc_hash::FxHashMap;

use super::{Item, Object, Want, walk};
use crate::{error::ImportError, limits, profile::hash, source::Source};

/// An object.
#[derive(Debug, Default)]
pub struct Known {
    pub id: String,
    /// Its type's place in [`Objects::types`].
    pub of: u16,
    /// Name's place in [`Objects::names`], time, value.
    pub values: Vec<(u16, String, String)>,
    /// Hashes of the ids of related objects.
    pub related: Vec<u64>,
}

/// All objects.
#[derive(Debug, Default)]
pub struct Objects {
    pub types: Vec<String>,
    pub names: Vec<String>,
    pub all: Vec<Known>,
    by_id: FxHashMap<u64, u32>,
    of_name: FxHashMap<String, u16>,
    bytes: usize,
    /// Characters that are not of the file's encoding.
    pub foreign: u64,
    /// Objects without an id or type, and those whose id was there already.
    pub faulty: u64,
}

impl Objects {
    /// Reads the objects of a log.
    ///
    /// # Errors
    /// As [`walk`], and if they are too many to be held.
    pub fn read(source: &Source) -> Result<Self, ImportError> {
        let mut objects = Self::default();
        let foreign = walk::<ImportError>(source, Want::Objects, &mut |item, line, _| {
            if let Item::Object(object) = item {
                objects.take(object).map_err(|reason| super::broken(source, line, reason))?;
            }
            Ok(true)
        })?;
        objects.foreign = foreign;
        Ok(objects)
    }

    /// The place of the object with this id.
    pub fn at(&self, id: &str) -> Option<u32> {
        self.at_hash(hash(id))
    }

    pub fn at_hash(&self, id: u64) -> Option<u32> {
        self.by_id.get(&id).copied()
    }

    pub fn get(&self, at: u32) -> &Known {
        &self.all[at as usize]
    }

    pub fn type_of(&self, at: u32) -> &str {
        &self.types[usize::from(self.get(at).of)]
    }

    fn take(&mut self, object: Object) -> Result<(), String> {
        let key = hash(&object.id.0);
        if object.id.0.is_empty() || object.of.0.is_empty() || self.by_id.contains_key(&key) {
            self.faulty += 1;
            return Ok(());
        }
        let of = match self.types.iter().position(|t| *t == object.of.0) {
            Some(at) => at,
            None if self.types.len() < 1_000 => {
                self.types.push(object.of.0);
                self.types.len() - 1
            }
            None => return Err("it has more than 1000 types of objects".to_owned()),
        };
        let mut known = Known { id: object.id.0, of: of as u16, ..Known::default() };
        for value in object.attributes.into_iter().filter(|v| !v.value.0.is_empty() && !v.name.0.is_empty()) {
            known.values.push((self.name(value.name.0)?, value.time.0, value.value.0));
        }
        known.related = object.relationships.iter().map(|r| hash(&r.object.0)).collect();
        let values: usize = known.values.iter().map(|(_, time, value)| time.len() + value.len() + 56).sum();
        self.bytes += known.id.len() + values + known.related.len() * 8 + 120;
        if self.bytes > limits::OBJECTS {
            return Err(format!("its objects need more than {} MiB of memory", limits::OBJECTS >> 20));
        }
        self.by_id.insert(key, self.all.len() as u32);
        self.all.push(known);
        Ok(())
    }

    fn name(&mut self, name: String) -> Result<u16, String> {
        if let Some(at) = self.of_name.get(&name) {
            return Ok(*at);
        }
        if self.names.len() == limits::NAMES {
            return Err(format!("it has more than {} different names of attributes", limits::NAMES));
        }
        self.names.push(name.clone());
        self.of_name.insert(name, self.names.len() as u16 - 1);
        Ok(self.names.len() as u16 - 1)
    }
}

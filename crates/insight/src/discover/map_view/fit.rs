//! A map for paper: as much of it as can be read.

use super::{MapRequest, MapView, Wanted, map_view};
use crate::{log::EventLog, select::Selection};

/// Activities beside the closings that are tried, from many to few.
const TRIED: [f64; 9] = [26.0, 22.0, 18.0, 15.0, 12.0, 10.0, 8.0, 6.0, 4.0];

/// The map of the selected deals with as many activities and lines as have room on `width` × `height` px. If not even
/// four activities with the lines that hold them together have room, it is these.
pub fn map_that_fits(log: &EventLog, selection: &Selection, view: Wanted, (width, height): (f64, f64)) -> MapView {
    let request = MapRequest { view, ..MapRequest::default() };
    let first = map_view(log, selection, &request);
    let (of, each) = (first.activities.of as f64, first.activities.least);
    let fewer = TRIED.iter().filter(|n| **n < of).map(|n| MapRequest { activities: Some(n * each), ..request });
    let barest = MapRequest { activities: Some(4.0 * each), paths: Some(0.0), ..request };
    let mut map = first;
    for request in fewer.chain([barest]) {
        if map.width <= width && map.height <= height {
            break;
        }
        map = map_view(log, selection, &request);
    }
    map
}

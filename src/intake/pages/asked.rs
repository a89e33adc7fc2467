//! What is asked of the work list, as it stands in the address: the round, the filters, the order, where a page begins.
use uuid::Uuid;

use crate::{
    clock,
    intake::{
        application::State,
        places,
        store::queue::{self, After, Filter, Order, Row},
    },
    programmes::Round,
    web::{Failure, Words},
};

/// The words of an address or of a form's hidden field `query`.
pub fn read(query: &str) -> Words {
    Words::of(serde_html_form::from_str(query).unwrap_or_default())
}

/// The asked round, or the newest that is under way.
pub fn chosen<'r>(rounds: &'r [Round], asked: &str) -> Result<Option<&'r Round>, Failure> {
    if asked.is_empty() {
        let alive = rounds.iter().find(|round| places::gives_places(round));
        return Ok(alive.or(rounds.first()));
    }
    let id: Uuid = asked.parse().map_err(|_| Failure::NotFound)?;
    Ok(Some(rounds.iter().find(|round| round.id == id).ok_or(Failure::NotFound)?))
}

pub fn filter(asked: &Words) -> Filter {
    let order = if asked.get("order") == "arrival" { Order::Arrival } else { Order::Name };
    Filter {
        state: State::read(asked.get("state")).filter(|state| *state != State::Draft),
        area: asked.get("area").to_owned(),
        unit: asked.get("unit").trim().to_owned(),
        title: asked.get("title").trim().to_owned(),
        education: asked.get("education").to_owned(),
        name: queue::name_range(asked.get("name")),
        order,
        after: read_after(asked.get("after"), order),
    }
}

/// How many filters narrow the list; an order of one's own is one too.
pub fn narrowed(asked: &Words) -> usize {
    let filters = ["state", "area", "unit", "title", "education", "name"];
    let given = filters.iter().filter(|name| !asked.get(name).trim().is_empty()).count();
    given + usize::from(!matches!(asked.get("order"), "" | "name"))
}

/// Where the next page begins, as it stands in the address.
pub fn after(row: &Row, order: Order) -> String {
    match order {
        Order::Name => format!("{}.{}", data_encoding::HEXLOWER.encode(&row.sort_key), row.id.simple()),
        Order::Arrival => format!("{}.{}", row.submitted_at.timestamp_millis(), row.id.simple()),
    }
}

fn read_after(words: &str, order: Order) -> Option<After> {
    let (key, id) = words.split_once('.')?;
    let id = id.parse().ok()?;
    match order {
        Order::Name => Some(After::Name(data_encoding::HEXLOWER.decode(key.as_bytes()).ok()?, id)),
        Order::Arrival => Some(After::Arrival(clock::Moment::from_timestamp_millis(key.parse().ok()?)?, id)),
    }
}

/// The list again with the same filters, from another row.
pub fn address(asked: &Words, after: Option<&str>) -> String {
    let kept = asked.pairs().filter(|(name, words)| !matches!(*name, "after" | "done" | "lang") && !words.is_empty());
    let pairs: Vec<(&str, &str)> = kept.chain(after.map(|after| ("after", after))).collect();
    format!("/applications?{}", serde_html_form::to_string(pairs).unwrap_or_default())
}

/// The list's own query as it is, to come back to the same page of it: filters and where the page begins.
pub fn query(asked: &Words) -> String {
    let pairs: Vec<(&str, &str)> =
        asked.pairs().filter(|(name, words)| !matches!(*name, "done" | "lang") && !words.is_empty()).collect();
    serde_html_form::to_string(pairs).unwrap_or_default()
}

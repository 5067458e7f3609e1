//! Price lists: other prices of products, for whom and for how long. A quote is written at one of them.

use std::collections::BTreeSet;

use axum::{extract::State, http::StatusCode};
use jiff::civil::Date;
use model::{money::Money, quote::PriceTier};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::users::text;
use crate::{
    catalogue::{Product, ProductLine},
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// The kind of record that a price list is.
const PRICE_LIST: &str = "price-list";
const MOST_PRICES: usize = 2_000;

/// All routes about price lists.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, add)).routes(routes!(change, remove))
}

/// Prices of products.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PriceList {
    /// Its name, unique.
    pub name: String,
    /// ISO 4217, of all its prices.
    pub currency: String,
    /// For which segment of prospects; empty for any.
    #[serde(default)]
    pub segment: String,
    /// For which territory; empty for any.
    #[serde(default)]
    pub territory: String,
    /// First day; none: since ever.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub from: Option<Date>,
    /// Last day; none: for ever.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub until: Option<Date>,
    /// The prices.
    #[serde(default)]
    pub prices: Vec<ListPrice>,
}

/// The price of a product in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListPrice {
    /// The product's name in the catalogue.
    pub product: String,
    /// Price of one in minor units.
    pub unit_minor: i64,
    /// Prices of one from a quantity on, ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<PriceTier>,
}

/// A price list, kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PriceListLine {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// Whether it holds today.
    pub valid: bool,
    /// The list.
    #[serde(flatten)]
    pub list: PriceList,
}

impl PriceList {
    fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// A product at the price of this list; none where it has no price for it and the catalogue's is in another currency.
    fn priced(&self, product: &Product) -> Option<Product> {
        let same = |price: &&ListPrice| price.product.trim().eq_ignore_ascii_case(product.name.trim());
        match self.prices.iter().find(same) {
            Some(price) => {
                let unit = Money { minor: price.unit_minor, currency: self.currency.clone() };
                Some(Product { unit, tiers: price.tiers.clone(), ..product.clone() })
            }
            None => (product.unit.currency == self.currency).then(|| product.clone()),
        }
    }
}

impl App {
    async fn price_lists(&self) -> Answer<Vec<PriceListLine>> {
        let today = self.work().await?.day(self.now());
        let read = |record: store::Record| {
            let list: PriceList = serde_json::from_value(record.content).map_err(Problem::internal)?;
            Ok(PriceListLine { id: record.id, version: record.version, valid: list.holds(today), list })
        };
        let mut all = self.store.records(PRICE_LIST).await?.into_iter().map(read).collect::<Answer<Vec<_>>>()?;
        all.sort_by(|a, b| a.list.name.cmp(&b.list.name));
        Ok(all)
    }

    /// The catalogue at the prices of a list; as it is where none is named.
    ///
    /// # Errors
    /// 422 where the list is not there or does not hold today; if the database cannot be read.
    pub async fn catalogue_at(&self, list: Option<Uuid>) -> Answer<Vec<ProductLine>> {
        let catalogue = self.catalogue().await?;
        let Some(id) = list else { return Ok(catalogue) };
        let line = self.price_lists().await?.into_iter().find(|line| line.id == id);
        let line = line.ok_or_else(|| Problem::field("price_list", "There is no such price list any more."))?;
        if !line.valid {
            let message = format!("The price list “{}” does not hold today.", line.list.name);
            return Err(Problem::field("price_list", message));
        }
        let at = |own: ProductLine| Some(ProductLine { product: line.list.priced(&own.product)?, ..own });
        Ok(catalogue.into_iter().filter_map(at).collect())
    }
}

/// The price lists.
#[utoipa::path(get, path = "/price-lists", tag = "Run", responses((status = 200, body = Vec<PriceListLine>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<PriceListLine>>> {
    Ok(Json(app.price_lists().await?))
}

/// Adds a price list.
#[utoipa::path(post, path = "/price-lists", tag = "Run", request_body = PriceList,
    responses((status = 201, body = PriceListLine)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Json(list): Json<PriceList>,
) -> Answer<(StatusCode, Json<PriceListLine>)> {
    Ok((StatusCode::CREATED, Json(keep(&app, &who, Uuid::now_v7(), 0, list).await?)))
}

/// Changes a price list. Quotes that were written stay as they are.
#[utoipa::path(put, path = "/price-lists/{id}", tag = "Run", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    request_body = PriceList, responses((status = 200, body = PriceListLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(list): Json<PriceList>,
) -> Answer<Json<PriceListLine>> {
    Ok(Json(keep(&app, &who, id, seen.needed()?, list).await?))
}

/// Removes a price list.
#[utoipa::path(delete, path = "/price-lists/{id}", tag = "Run", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.store.keep_record(PRICE_LIST, id, seen.needed()?, None, Some(&who.name), app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn keep(app: &App, who: &Actor, id: Uuid, seen: i64, list: PriceList) -> Answer<PriceListLine> {
    let list = sound(list)?;
    if app.price_lists().await?.iter().any(|line| line.id != id && line.list.name == list.name) {
        return Err(Problem::field("name", format!("There is a price list “{}” already.", list.name)));
    }
    let content = serde_json::to_value(&list).map_err(Problem::internal)?;
    let kept = app.store.keep_record(PRICE_LIST, id, seen, Some(content), Some(&who.name), app.now()).await?;
    let valid = list.holds(app.work().await?.day(app.now()));
    Ok(PriceListLine { id, version: kept.version, valid, list })
}

/// Looks a price list over.
fn sound(mut list: PriceList) -> Answer<PriceList> {
    list.name = text("name", &list.name)?;
    list.currency = list.currency.trim().to_uppercase();
    if list.currency.len() != 3 || !list.currency.bytes().all(|b| b.is_ascii_uppercase()) {
        return Err(Problem::field("currency", "Name a currency by its three letters, such as EUR."));
    }
    for (field, word) in [("segment", &mut list.segment), ("territory", &mut list.territory)] {
        *word = word.trim().to_owned();
        if word.chars().count() > 200 {
            return Err(Problem::field(field, "At most 200 characters, please."));
        }
    }
    if list.from.zip(list.until).is_some_and(|(from, until)| until < from) {
        return Err(Problem::field("until", "It ends before it begins."));
    }
    if list.prices.len() > MOST_PRICES {
        return Err(Problem::field("prices", format!("At most {MOST_PRICES} prices, please.")));
    }
    let mut names = BTreeSet::new();
    for (at, price) in list.prices.iter_mut().enumerate() {
        let field = |name: &str| format!("prices.{at}.{name}");
        price.product = text(&field("product"), &price.product)?;
        if !names.insert(price.product.to_lowercase()) {
            return Err(Problem::field(&field("product"), format!("“{}” stands there twice.", price.product)));
        }
        if price.unit_minor < 0 || price.tiers.iter().any(|tier| tier.unit_minor < 0) {
            return Err(Problem::field(&field("unit_minor"), "A price is not below 0."));
        }
        if !price.tiers.is_sorted_by(|a, b| a.from < b.from) {
            return Err(Problem::field(&field("tiers"), "Let the quantities ascend."));
        }
    }
    Ok(list)
}

//! What the team sells, and at which price.

use model::{
    Decimal,
    deal::field,
    money::{Money, parse_minor},
    quote::PriceTier,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    problem::{Answer, Problem},
    state::App,
};

/// The kind of record that a product is.
pub const PRODUCT: &str = "product";

/// What is known of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Its name, unique.
    pub name: String,
    /// Price of one, before any discount and tax.
    pub unit: Money,
    /// Prices of one from a quantity on, ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<PriceTier>,
    /// Tax in percent: `19`.
    #[serde(default)]
    pub tax_percent: Decimal,
}

/// A product of the catalogue.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProductLine {
    /// Its id; none for one that a file alone names.
    pub id: Option<Uuid>,
    /// Its version, for `If-Match`; 0 for one that a file alone names.
    pub version: i64,
    /// What is known of it.
    #[serde(flatten)]
    pub product: Product,
}

impl App {
    /// The catalogue by name: what people wrote, else what a products file has, with its first column that is a price.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn catalogue(&self) -> Answer<Vec<ProductLine>> {
        let mut all = Vec::new();
        for record in self.store.records(PRODUCT).await? {
            if let Ok(product) = serde_json::from_value(record.content) {
                all.push(ProductLine { id: Some(record.id), version: record.version, product });
            }
        }
        let currency = self.on_log(|log| log.all().find_map(|deal| log.currency(deal)).map(str::to_owned)).await?;
        let currency = currency.unwrap_or_default();
        for row in self.store.lookups(field::PRODUCT).await? {
            let known = all.iter().any(|line| line.product.name.trim().eq_ignore_ascii_case(row.key.trim()));
            let price =
                row.fields.iter().filter(|(name, _)| is_price(name)).find_map(|(_, value)| parse_minor(value.trim()));
            if let Some(minor) = price.filter(|_| !known) {
                let unit = Money { minor, currency: currency.clone() };
                let product = Product { name: row.key, unit, tiers: Vec::new(), tax_percent: Decimal::ZERO };
                all.push(ProductLine { id: None, version: 0, product });
            }
        }
        all.sort_by(|a, b| a.product.name.cmp(&b.product.name));
        Ok(all)
    }
}

fn is_price(column: &str) -> bool {
    let column = column.to_lowercase();
    ["price", "preis", "precio", "価格"].iter().any(|word| column.contains(word))
}

/// Looks a product over.
///
/// # Errors
/// 422 naming the field.
pub fn sound(mut product: Product) -> Answer<Product> {
    product.name = crate::routes::users::text("name", &product.name)?;
    product.unit.currency = product.unit.currency.trim().to_uppercase();
    let letters = product.unit.currency.chars().all(|c| c.is_ascii_uppercase());
    if product.unit.currency.len() != 3 || !letters {
        return Err(Problem::field("unit.currency", "Name a currency by its three letters, such as EUR."));
    }
    if product.unit.minor < 0 || product.tiers.iter().any(|tier| tier.unit_minor < 0) {
        return Err(Problem::field("unit.minor", "A price is not below 0."));
    }
    if !product.tiers.is_sorted_by(|a, b| a.from < b.from) {
        return Err(Problem::field("tiers", "Let the quantities ascend."));
    }
    if product.tax_percent < Decimal::ZERO {
        return Err(Problem::field("tax_percent", "A tax is not below 0 %."));
    }
    Ok(product)
}

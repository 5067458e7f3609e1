//! The catalogue.

use axum::{extract::State, http::StatusCode};
use uuid::Uuid;

use crate::{
    catalogue::{PRODUCT, Product, ProductLine, sound},
    guard::{Actor, IfMatch},
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// What the team sells, by name.
#[utoipa::path(get, path = "/products", tag = "Run", responses((status = 200, body = Vec<ProductLine>)))]
pub async fn list(State(app): State<App>) -> Answer<Json<Vec<ProductLine>>> {
    Ok(Json(app.catalogue().await?))
}

/// Adds a product.
#[utoipa::path(post, path = "/products", tag = "Run", request_body = Product, responses((status = 201, body = ProductLine)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    Json(product): Json<Product>,
) -> Answer<(StatusCode, Json<ProductLine>)> {
    Ok((StatusCode::CREATED, Json(keep(&app, &who, Uuid::now_v7(), 0, product).await?)))
}

/// Changes a product. Quotes that were written stay as they are.
#[utoipa::path(put, path = "/products/{id}", tag = "Run", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    request_body = Product, responses((status = 200, body = ProductLine)))]
pub async fn change(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(product): Json<Product>,
) -> Answer<Json<ProductLine>> {
    Ok(Json(keep(&app, &who, id, seen.needed()?, product).await?))
}

/// Takes a product out of the catalogue.
#[utoipa::path(delete, path = "/products/{id}", tag = "Run", params(("id" = Uuid, Path), ("if-match" = String, Header)),
    responses((status = 204)))]
pub async fn remove(State(app): State<App>, who: Actor, seen: IfMatch, Path(id): Path<Uuid>) -> Answer<StatusCode> {
    app.store.keep_record(PRODUCT, id, seen.needed()?, None, Some(&who.name), app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn keep(app: &App, who: &Actor, id: Uuid, seen: i64, product: Product) -> Answer<ProductLine> {
    let product = sound(product)?;
    let same = |line: &&ProductLine| line.id.is_some_and(|own| own != id) && line.product.name == product.name;
    if app.catalogue().await?.iter().any(|line| same(&line)) {
        return Err(Problem::field("name", format!("There is a product called “{}” already.", product.name)));
    }
    let content = serde_json::to_value(&product).map_err(Problem::internal)?;
    let kept = app.store.keep_record(PRODUCT, id, seen, Some(content), Some(&who.name), app.now()).await?;
    Ok(ProductLine { id: Some(id), version: kept.version, product })
}

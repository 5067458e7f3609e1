//! The sales manual: content, web page, PDF.
//!
//! [`assemble`] makes a [`Manual`] from the process, what was found in the data, the price list and the pages that people
//! wrote. [`Manual::contents`] and [`Manual::page`] show it on the web, [`print`] makes a PDF of it; both draw the same
//! blocks and the same pictures. [`brief`] and [`quote`] print what is made for one prospect, [`dashboard`]
//! metrics side by side.

mod assemble;
mod block;
pub mod brief;
pub mod chart;
mod contents;
pub mod dashboard;
mod fonts;
mod height;
mod html;
mod looks;
mod markdown;
pub mod metric;
mod print;
pub mod quote;
mod sections;
mod sheet;
pub mod statement;
mod words;
mod world;

pub use self::{
    assemble::{PriceRow, Sources, WrittenPage, assemble},
    block::{
        Block, Cell, Column, CriterionLine, Fact, Inline, Item, Manual, Page, Section, ShortList, Table, TaskLine,
        Written,
    },
    contents::{Contents, ContentsPage, ContentsSection, PageKind, PageView, WrittenBy},
    print::{ManualError, Printed, print},
};

//! A picture with its title, the numbers behind it, and the ways to keep both.

use js_sys::{Array, JsString};
use yew::prelude::*;

use crate::address::link::address_of;
use crate::address::place::Place;
use crate::export::csv::csv_row;
use crate::host::Host;
use crate::host::clock::today;
use crate::host::download::file_name;
use crate::host::download::save;
use crate::statistics::chart::table::Table;
use crate::statistics::picture::standalone;
use crate::words::Words;

/// Rows of numbers that are shown. The file has all.
const MOST_ROWS: usize = 300;

/// What all pictures of a page have in common.
#[derive(Clone, PartialEq)]
pub(crate) struct Paper {
    pub(crate) words: Words,
    /// The archive's name, and the page's address, for those who keep a picture.
    pub(crate) archive: String,
    pub(crate) place: Place,
    pub(crate) host: Host,
    /// Pixels that a picture may take.
    pub(crate) width: u32,
}

/// A picture.
pub(crate) struct Figure {
    /// Tells it from others on the page.
    pub(crate) id: &'static str,
    pub(crate) title: String,
    /// What stands above it, unless the page says that already.
    pub(crate) caption: Html,
    /// How high it is, in pixels.
    pub(crate) height: u32,
    /// What is drawn.
    pub(crate) drawing: Html,
    pub(crate) table: Table,
}

/// A picture with all that belongs to it.
pub(crate) fn figure(paper: &Paper, figure: Figure) -> Html {
    let Paper { words, width, .. } = paper;
    let Figure { id, title, caption, height, drawing, table } = figure;
    let numbers = numbers(&title, &table);
    let save_picture = {
        let (paper, title) = (paper.clone(), title.clone());
        Callback::from(move |_: MouseEvent| {
            save_picture(&paper, id, &title);
        })
    };
    let save_numbers = {
        let (paper, title) = (paper.clone(), title.clone());
        Callback::from(move |_: MouseEvent| {
            let rows = [&table.columns].into_iter().chain(&table.rows).map(|row| csv_row(row));
            let text = format!("\u{feff}{}", rows.collect::<String>());
            save_text(&paper, &title, "csv", "text/csv;charset=utf-8", &text);
        })
    };
    html! {
        <figure class="figure" {id}>
            { caption }
            <svg class="chart" role="group" aria-label={title} width={width.to_string()} height={height.to_string()}
                viewBox={format!("0 0 {width} {height}")}>
                { drawing }
            </svg>
            <details class="numbers">
                <summary>{ words.statistics_numbers() }</summary>
                <button type="button" class="quiet-button" onclick={save_picture}>{ words.statistics_save_picture() }</button>
                <button type="button" class="quiet-button" onclick={save_numbers}>{ words.statistics_save_numbers() }</button>
                { numbers }
            </details>
        </figure>
    }
}

/// A title, and a note below it.
pub(crate) fn caption(title: &'static str, note: String) -> Html {
    html! {
        <figcaption>
            <h2>{ title }</h2>
            if !note.is_empty() {
                <small>{ note }</small>
            }
        </figcaption>
    }
}

fn numbers(title: &str, table: &Table) -> Html {
    let head = |name: &String| html! { <th scope="col">{ name.clone() }</th> };
    let cell = |(place, text): (usize, &String)| match place {
        0 => html! { <th scope="row">{ text.clone() }</th> },
        _ => html! { <td>{ text.clone() }</td> },
    };
    let row = |row: &Vec<String>| html! { <tr>{ for row.iter().enumerate().map(cell) }</tr> };
    html! {
        <div class="numbers-table" tabindex="0" role="region" aria-label={title.to_owned()}>
            <table>
                <thead><tr>{ for table.columns.iter().map(head) }</tr></thead>
                <tbody>{ for table.rows.iter().take(MOST_ROWS).map(row) }</tbody>
            </table>
        </div>
    }
}

fn save_picture(paper: &Paper, id: &str, title: &str) -> Option<()> {
    let (root, drawing) = (paper.host.root()?, paper.host.query(&format!("#{id} > svg"))?);
    let archive = if paper.archive.is_empty() { paper.words.reading_room() } else { &paper.archive };
    let source = paper.words.statistics_source(archive, &today());
    let address = address_of(&paper.host, &paper.place);
    save_text(paper, title, "svg", "image/svg+xml", &standalone(&root, &drawing, title, [&source, &address])?)
}

fn save_text(paper: &Paper, title: &str, ending: &str, media_type: &str, text: &str) -> Option<()> {
    let name = file_name(&[&paper.archive, title], &today(), ending);
    save(&name, media_type, &Array::of1(&JsString::from(text)))
}

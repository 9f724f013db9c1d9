//! How long it takes to write a page of its own for each article of an archive, and how large they are:
//!
//! ```text
//! cargo run --release -p markup --features ssr --example pages -- 28000
//! ```

use std::time::Instant;

use markup::{
    AttrValue, Html, Neighbour, Original, PageFooter, Tab, brand, date, header, neighbours, original,
    page_footer, render, value,
};
use texts::{LANGUAGES, Texts};

const TEXT: &str = "<p>The reading room is open from nine to five, and closed on Mondays.</p>";
const PARAGRAPHS: usize = 20;

fn main() {
    let pages: u32 = std::env::args().nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(28_000);
    let [.., english] = &LANGUAGES;
    let texts = english.built_in();
    let body = AttrValue::from(TEXT.repeat(PARAGRAPHS));
    let start = Instant::now();
    let bytes: usize = (0..pages).map(|number| render(page(&texts, number, &body)).len()).sum();
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{pages} pages, {bytes} bytes, of which {} are bodies, in {seconds:.3} s",
        body.len() * pages as usize
    );
}

fn page(texts: &Texts, number: u32, body: &AttrValue) -> Html {
    let meta = [
        value("category", "News & notes", None),
        value("author", "Ann <Ann>", None),
        original(Original {
            href: format!("https://example.org/{number}?a=1&b=2").into(),
            text: "example.org".into(),
            title: None,
            tab: Tab::Same,
        }),
        date("2023-11-09", None, texts.day("2023-11-09")),
    ];
    let neighbour = |name, number: u32| {
        Some(Neighbour {
            href: format!("{number}.html").into(),
            name,
            lang: None,
            title: "Opening hours".into(),
        })
    };
    let footer = PageFooter {
        description: "An archive".into(),
        privacy: texts.footer_privacy(),
        ..PageFooter::default()
    };
    [
        header(brand("./", Some("Archive".into())), Html::default(), Html::default()),
        meta.into_iter().collect(),
        Html::from_html_unchecked(body.clone()),
        neighbours(
            texts.article_neighbours(),
            neighbour(texts.article_previous(), number),
            neighbour(texts.article_next(), number + 1),
        ),
        page_footer(footer),
    ]
    .into_iter()
    .collect()
}

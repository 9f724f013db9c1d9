//! Articles of a list as a file: the dialog.

use std::rc::Rc;

use yew::prelude::*;

use crate::archive::library::use_library;
use crate::export::use_export::{Export, Exporter, use_export};
use crate::model::export_format::Format;
use crate::search::found::{Extent, Found};
use crate::ui::modal::{self, use_modal};
use crate::words::{Words, use_words};

/// What was found, and the dialog's element, which can be opened again.
#[derive(PartialEq)]
pub(crate) struct ExportDialogProps {
    pub(crate) found: Rc<Found>,
    pub(crate) dialog: NodeRef,
}

/// The dialog. It opens when it is drawn first.
#[hook]
pub(crate) fn use_export_dialog(props: &ExportDialogProps) -> Html {
    let words = use_words();
    let library = use_library();
    let dialog = &props.dialog;
    let (export, exporter) = use_export(&library, &props.found);
    use_modal(dialog);
    let close = modal::close(dialog);
    let articles = props.found.results.hits.len();
    html! {
        <dialog ref={dialog} class="export" aria-labelledby="export-title"
            onclose={exporter.cancel.reform(|_| ())}>
            <h2 id="export-title">{ words.export_title(&words.articles(articles as u32)) }</h2>
            if props.found.extent != Extent::Whole {
                <p>{ words.export_so_far() }</p>
            }
            { content(&words, &export, &exporter, articles) }
            <div class="export-actions">
                { going_on(&words, &export, &exporter) }
                <button type="button" class="button" onclick={close}>{ leaving(&words, &export) }</button>
            </div>
        </dialog>
    }
}

/// What is to be seen of an export.
fn content(words: &Words, export: &Export, exporter: &Exporter, articles: usize) -> Html {
    match export {
        Export::Ready => formats(words, exporter),
        Export::Gathering(done) => progress(words, *done, articles),
        Export::Failed(done, error) => html! {
            <>
                { progress(words, *done, articles) }
                <p role="alert">{ words.load_error(error) }</p>
            </>
        },
        Export::Saved(file) => html! { <p role="status">{ words.export_saved(file) }</p> },
        Export::Refused => html! { <p role="alert">{ words.export_refused() }</p> },
    }
}

/// The formats to choose from.
fn formats(words: &Words, exporter: &Exporter) -> Html {
    let button = |format: Format| {
        html! {
            <button type="button" onclick={exporter.begin.reform(move |_| format)}>
                <strong>{ format.name() }</strong>
                <span>{ words.export_purpose(format) }</span>
            </button>
        }
    };
    html! {
        <>
            <p>{ words.export_fields() }</p>
            <div class="export-formats">{ for Format::ALL.into_iter().map(button) }</div>
        </>
    }
}

fn progress(words: &Words, done: usize, articles: usize) -> Html {
    let told = words.export_progress(done as u32, articles as u32);
    html! {
        <div class="export-progress">
            <progress value={done.to_string()} max={articles.to_string()} aria-label={words.export()} />
            <span>{ told }</span>
        </div>
    }
}

fn going_on(words: &Words, export: &Export, exporter: &Exporter) -> Html {
    if !matches!(export, Export::Failed(..)) {
        return Html::default();
    }
    html! {
        <button type="button" class="button" onclick={exporter.go_on.reform(|_| ())}>{ words.export_go_on() }</button>
    }
}

/// What leaving means, on the button that does it.
fn leaving(words: &Words, export: &Export) -> &'static str {
    match export {
        Export::Saved(_) | Export::Refused => words.close(),
        _ => words.cancel(),
    }
}

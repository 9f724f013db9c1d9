//! How to cite an article.

use bundle::reading::CatalogRow;
use markup::{Icon, icon};
use yew::prelude::*;

use crate::article::citation::{Access, bibtex, markdown, plain};
use crate::ui::copy_button::CopyButton;
use crate::ui::modal::{close, use_modal};
use crate::words::use_words;

/// The article, and from where it is cited.
#[derive(Properties, PartialEq)]
pub(crate) struct CiteProps {
    pub(crate) article: CatalogRow,
    pub(crate) access: Access,
    pub(crate) close: Callback<()>,
}

/// A dialog with the citation in each form.
#[component]
pub(crate) fn Cite(props: &CiteProps) -> Html {
    let words = use_words();
    let dialog = use_node_ref();
    use_modal(&dialog);
    let Some(card) = props.article.card() else { return Html::default() };
    let form = |name: &'static str, text: String| {
        html! {
            <section class="citation">
                <h3>{ name }</h3>
                <CopyButton text={text.clone()} label={words.copy()} class="quiet-button" />
                <pre tabindex="0">{ text }</pre>
            </section>
        }
    };
    html! {
        <dialog ref={dialog.clone()} class="cite" aria-labelledby="cite-heading" onclose={props.close.reform(|_| ())}>
            <div class="cite-head">
                <h2 id="cite-heading">{ words.cite() }</h2>
                <button type="button" class="tool" aria-label={words.close()} title={words.close()}
                    onclick={close(&dialog)}>
                    { icon(Icon::Close) }
                </button>
            </div>
            { form(words.cite_plain_text(), plain(card, &props.access)) }
            { form("Markdown", markdown(card, &props.access)) }
            { form("BibTeX", bibtex(card, &props.access)) }
        </dialog>
    }
}

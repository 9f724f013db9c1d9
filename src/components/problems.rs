//! What in a query could not be understood, and where.

use bundle::query::Problem;
use yew::prelude::*;

use crate::texts::use_texts;

/// A query and its problems.
#[derive(Properties, PartialEq)]
pub(crate) struct ProblemsProps {
    pub(crate) typed: AttrValue,
    pub(crate) problems: Vec<Problem>,
}

/// The problems of a query, if it has any.
#[component]
pub(crate) fn Problems(props: &ProblemsProps) -> Html {
    let texts = use_texts();
    let problem = |problem: &Problem| {
        let part = props.typed.get(problem.range.clone()).unwrap_or_default();
        html! { <li>{ (texts.problem)(part, problem.kind) }</li> }
    };
    if props.problems.is_empty() {
        return Html::default();
    }
    html! { <ul class="problems" role="status">{ for props.problems.iter().map(problem) }</ul> }
}

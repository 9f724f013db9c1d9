//! The parts of a query that could not be understood.

use bundle::query::Problem;
use yew::prelude::*;

use crate::words::Words;

/// The problems of a query, if it has any.
pub(crate) fn problems(words: &Words, typed: &str, problems: &[Problem]) -> Html {
    if problems.is_empty() {
        return Html::default();
    }
    let problem = |problem: &Problem| {
        let part = typed.get(problem.range.clone()).unwrap_or_default();
        html! { <li>{ words.problem(part, problem.kind) }</li> }
    };
    html! { <div class="problems" role="status"><ul>{ for problems.iter().map(problem) }</ul></div> }
}

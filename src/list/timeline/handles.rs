//! The two ends of what is chosen, for the keyboard. A key moves a draft, which is chosen when the
//! key is let go, so that a key that is held down does not search at each bar.

use std::ops::RangeInclusive;

use yew::prelude::*;

use crate::list::timeline::bars::Bar;
use crate::list::timeline::draft::{Draft, bar_name};
use crate::words::Words;

/// Bars that Page Up and Page Down go over.
const FAR: usize = 12;

/// The handles of a chart.
pub(crate) struct Handles<'a> {
    pub(crate) bars: &'a [Bar],
    /// What is chosen.
    pub(crate) shown: Option<RangeInclusive<usize>>,
    pub(crate) at: Option<Draft>,
    pub(crate) draft: UseStateSetter<Option<Draft>>,
    pub(crate) choose: Callback<RangeInclusive<usize>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

impl Handles<'_> {
    /// Both of them.
    pub(crate) fn drawn(&self, words: &Words) -> Html {
        html! { <>{ self.handle(words, End::First) }{ self.handle(words, End::Last) }</> }
    }

    fn handle(&self, words: &Words, end: End) -> Html {
        let last = self.bars.len().saturating_sub(1);
        let (from, to) = self.shown.clone().unwrap_or(0..=last).into_inner();
        let (name, class, at, other, edge) = match end {
            End::First => (words.timeline_from(), "first", from, to, from),
            End::Last => (words.timeline_to(), "last", to, from, to + 1),
        };
        let draft = self.draft.clone();
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            if let Some(moving) = end.moved(&event.key(), at, other, last) {
                event.prevent_default();
                draft.set(Some(Draft { fixed: other, moving }));
            }
        });
        let (draft, choose) = (self.at, self.choose.clone());
        let onkeyup = Callback::from(move |_: KeyboardEvent| {
            draft.into_iter().for_each(|draft| choose.emit(draft.bars()));
        });
        let left = format!("left:{}%", 100.0 * edge as f64 / (last + 1) as f64);
        html! {
            <div class={classes!("timeline-handle", class, self.shown.is_some().then_some("set"))} role="slider"
                tabindex="0" aria-label={name} aria-valuemin="0" aria-valuemax={last.to_string()}
                aria-valuenow={at.to_string()} aria-valuetext={self.bars.get(at).map(|bar| bar_name(words, bar))}
                ~style={left} {onkeydown} {onkeyup}></div>
        }
    }
}

impl End {
    /// Where a key moves this end to: not past the other one.
    fn moved(self, key: &str, at: usize, other: usize, last: usize) -> Option<usize> {
        let to = match key {
            "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => at + 1,
            "PageDown" => at.saturating_sub(FAR),
            "PageUp" => at + FAR,
            "Home" => 0,
            "End" => last,
            _ => return None,
        };
        Some(match self {
            End::First => to.min(other),
            End::Last => to.clamp(other, last),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_an_end_as_far_as_there_are_bars() {
        let check = |end: End, key: &str, [at, other]: [usize; 2], to: Option<usize>| {
            assert_eq!(end.moved(key, at, other, 30), to, "{end:?} {key} from {at}");
        };
        check(End::First, "ArrowLeft", [5, 9], Some(4));
        check(End::First, "ArrowLeft", [0, 9], Some(0));
        check(End::First, "ArrowRight", [9, 9], Some(9));
        check(End::First, "PageUp", [5, 9], Some(9));
        check(End::First, "Home", [5, 9], Some(0));
        check(End::Last, "ArrowRight", [30, 9], Some(30));
        check(End::Last, "PageDown", [12, 9], Some(9));
        check(End::Last, "End", [12, 9], Some(30));
        check(End::Last, "x", [12, 9], None);
    }
}

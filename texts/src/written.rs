//! Writes messages: a small interpreter of what the compiler made of them.
//!
//! A message is its text, with `{0}` in the place of the first variable. Where there is a choice, each
//! text is a line of its own, after its conditions and a tab: `0=one` means that the first variable is of
//! that plural category, or has that value. The first line of which all conditions hold is the one.

use crate::loaded::Texts;
use crate::plural::category;

/// The value of a variable.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Argument<'a> {
    Number(u32),
    Text(&'a str),
}

impl Texts {
    /// A message that says nothing of its variables, but depends on them.
    pub(crate) fn choose(&self, place: usize, arguments: &[Argument<'_>]) -> &'static str {
        let message = self.text(place);
        if !message.contains('\t') {
            return message;
        }
        let lines = message.split('\n').filter_map(|line| line.split_once('\t'));
        let mut fitting = lines.filter(|(conditions, _)| self.all_hold(conditions, arguments));
        fitting.next().map(|(_, text)| text).unwrap_or_default()
    }

    /// A message with its variables.
    pub(crate) fn write(&self, place: usize, arguments: &[Argument<'_>]) -> String {
        let mut written = String::new();
        let mut pieces = self.choose(place, arguments).split('{');
        written.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            let (name, rest) = piece.split_once('}').unwrap_or_default();
            match argument(name, arguments) {
                Some(Argument::Number(number)) => written.push_str(&self.number(number)),
                Some(Argument::Text(text)) => written.push_str(text),
                None => {}
            }
            written.push_str(rest);
        }
        written
    }

    fn all_hold(&self, conditions: &str, arguments: &[Argument<'_>]) -> bool {
        conditions.split(' ').filter_map(|condition| condition.split_once('=')).all(|(name, key)| {
            match argument(name, arguments) {
                Some(Argument::Number(number)) => {
                    key.parse() == Ok(number) || key == category(self.plurals(), number)
                }
                Some(Argument::Text(text)) => key == text,
                None => false,
            }
        })
    }
}

fn argument<'a>(name: &str, arguments: &[Argument<'a>]) -> Option<Argument<'a>> {
    arguments.get(name.parse::<usize>().ok()?).copied()
}

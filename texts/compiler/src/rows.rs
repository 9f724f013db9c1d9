//! A message as a table: what its text is, under which conditions. The first row that fits is right, and
//! the last one always fits. So whole sentences stand there, however deep selects were in each other.

use crate::pattern::{Pattern, Piece, Select, is_number};

/// A text, and when it is the right one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) conditions: Vec<Condition>,
    /// Text and variables alone.
    pub(crate) text: Vec<Piece>,
}

/// That a variable has a value, or is of a plural category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Condition {
    pub(crate) variable: String,
    pub(crate) key: String,
}

/// The table of a message.
pub(crate) fn rows(pattern: &Pattern) -> Vec<Row> {
    pattern.iter().fold(vec![Row::default()], |before, piece| {
        let after = match piece {
            Piece::Select(select) => selected(select),
            piece => vec![Row { conditions: Vec::new(), text: vec![piece.clone()] }],
        };
        before.iter().flat_map(|row| after.iter().filter_map(|next| joined(row, next))).collect()
    })
}

fn selected(select: &Select) -> Vec<Row> {
    let variants = select.in_order().flat_map(|variant| {
        let condition = (!variant.is_default)
            .then(|| Condition { variable: select.variable.clone(), key: variant.key.clone() });
        let head = Row { conditions: condition.into_iter().collect(), text: Vec::new() };
        let rows = rows(&variant.pattern);
        rows.into_iter().filter_map(|row| joined(&head, &row)).collect::<Vec<_>>()
    });
    variants.collect()
}

/// Both rows combined, unless their conditions exclude each other.
fn joined(row: &Row, next: &Row) -> Option<Row> {
    let mut joined = row.clone();
    joined.text.extend(next.text.iter().cloned());
    for condition in &next.conditions {
        if row.conditions.iter().any(|known| excludes(known, condition)) {
            return None;
        }
        if !row.conditions.contains(condition) {
            joined.conditions.push(condition.clone());
        }
    }
    Some(joined)
}

fn excludes(a: &Condition, b: &Condition) -> bool {
    a.variable == b.variable && a.key != b.key && is_number(&a.key) == is_number(&b.key)
}

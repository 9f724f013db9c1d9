//! Lines through points.

use std::fmt;

/// A length in tenths of pixels, as a path has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tenths(pub(crate) u32);

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

/// The path through points.
pub(crate) fn line(points: &[(Tenths, Tenths)]) -> String {
    let mut path = String::new();
    for (x, y) in points {
        let command = if path.is_empty() { 'M' } else { 'L' };
        path.push_str(&format!("{command}{x} {y}"));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_through_its_points() {
        let points = [(0, 105), (33, 7)].map(|(x, y)| (Tenths(x), Tenths(y)));
        assert_eq!(line(&points), "M0.0 10.5L3.3 0.7");
        assert_eq!(line(&[]), "");
    }
}

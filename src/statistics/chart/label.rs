//! Room for names. How wide a text will be is a guess: only the browser knows its letters.

/// About how many pixels a text takes, in letters of so many.
pub(crate) fn width(text: &str, size: u32) -> u32 {
    text.chars().map(share).sum::<u32>() * size / 100
}

/// The text, or as much of it as there is room for.
pub(crate) fn fitted(text: &str, size: u32, room: u32) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut left = (room * 100 / size.max(1)).saturating_sub(share('…'));
    let fits = |c: &char| match left.checked_sub(share(*c)) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    };
    let start: String = text.chars().take_while(fits).collect();
    format!("{}…", start.trim_end())
}

/// The width of a letter in hundredths of its size.
fn share(c: char) -> u32 {
    match c {
        '\u{2e80}'.. | '…' => 100,
        'A'..='Z' | 'm' | 'w' => 72,
        'i' | 'j' | 'l' | ' ' | '.' | ',' => 32,
        _ => 58,
    }
}

/// Moves labels, given their heights, so far apart that none covers another, and none goes beyond
/// `end`. Their order stays, and the first comes first among equals.
pub(crate) fn apart(heights: &[u32], distance: u32, end: u32) -> Vec<u32> {
    let mut order: Vec<usize> = (0..heights.len()).collect();
    order.sort_by_key(|&place| heights[place]);
    let mut moved = heights.to_vec();
    let mut free = 0;
    for &place in &order {
        moved[place] = moved[place].max(free);
        free = moved[place] + distance;
    }
    let mut end = end;
    for &place in order.iter().rev() {
        moved[place] = moved[place].min(end);
        end = moved[place].saturating_sub(distance);
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_where_room_ends() {
        let check = |text: &str, room, expected: &str| assert_eq!(fitted(text, 10, room), expected);
        check("渡口阅览室", 50, "渡口阅览室");
        check("渡口阅览室", 49, "渡口阅…");
        check("The Printer’s Devil", 60, "The Print…");
        check("茶", 0, "…");
        check("", 0, "");
    }

    #[test]
    fn labels_do_not_cover_each_other() {
        let check = |heights: &[u32], expected: &[u32]| assert_eq!(apart(heights, 10, 100), expected);
        check(&[], &[]);
        check(&[5, 50], &[5, 50]);
        check(&[50, 50, 52], &[50, 60, 70]);
        check(&[100, 99], &[100, 90]);
        check(&[98, 20, 97, 20], &[100, 20, 90, 30]);
    }
}

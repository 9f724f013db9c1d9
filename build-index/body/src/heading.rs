//! The heading of a body that says the title once more.

use crate::rules::Rules;
use crate::tree::Node;

/// The first heading, if it is the title.
pub(super) fn repeated<'a>(root: Node<'a>, title: &str, rules: &Rules) -> Option<Node<'a>> {
    let heading = first(root, rules)?;
    let mut text = String::new();
    collect(heading, &mut text);
    let is_title = !title.trim().is_empty() && text.split_whitespace().eq(title.split_whitespace());
    is_title.then_some(heading)
}

fn first<'a>(node: Node<'a>, rules: &Rules) -> Option<Node<'a>> {
    match node.element() {
        Some(element) if rules.match_shell(element) => None,
        Some(element) if ["h1", "h2", "h3"].contains(&element.name()) => Some(node),
        _ => node.children().find_map(|child| first(child, rules)),
    }
}

fn collect(node: Node<'_>, text: &mut String) {
    text.push_str(node.text().unwrap_or_default());
    node.children().for_each(|child| collect(child, text));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Tree;

    fn check(html: &str, title: &str, expected: bool) {
        let tree = Tree::parse(html);
        assert_eq!(repeated(tree.root(), title, &Rules::default()).is_some(), expected, "{html}");
    }

    #[test]
    fn the_title_once_more() {
        check("<h1>茶 馆</h1>", "茶 馆", true);
        check("<header><h3>\n <a href=x>茶\n 馆</a> </h3></header>", " 茶 馆", true);
        check("<h2>A &amp; B</h2>", "A & B", true);
        check("<h1>别的</h1><h2>茶馆</h2>", "茶馆", false);
        check("<h4>茶馆</h4>", "茶馆", false);
        check("<h1></h1>", "", false);
        check("<div id=comments><h2>茶馆</h2></div>", "茶馆", false);
    }
}

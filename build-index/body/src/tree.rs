//! HTML as a browser would understand it: a tree that is only read.
//!
//! A tree of our own below html5ever, because those that there are do not fit hostile posts:
//! markup5ever_rcdom is published for html5ever's tests only; scraper's sink does not support
//! `<template>`, unwraps, brings a second engine for CSS selectors along, and took 0.99 s where this
//! takes 0.90 s (69 MB of bodies, best of five).

use std::cell::{Ref, RefCell};

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::tree_builder::create_element;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::Tokenizer;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilder, TreeSink};
use html5ever::{Attribute, QualName, local_name, ns};

use crate::shallow::Shallow;

/// A parsed fragment of HTML.
pub(super) struct Tree {
    slots: Vec<Slot>,
}

/// A place in a tree.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    tree: &'a Tree,
    place: usize,
}

/// An element with its attributes.
pub(super) struct Element {
    name: QualName,
    attributes: Vec<Attribute>,
}

struct Slot {
    parent: Option<usize>,
    children: Vec<usize>,
    content: Content,
}

enum Content {
    /// The document, or what a `<template>` holds.
    Root,
    Element(Element),
    Text(StrTendril),
    /// Comments and the like, which nobody sees.
    Unseen,
}

/// Where the document is.
const DOCUMENT: usize = 0;

impl Tree {
    /// Parses a fragment, which need not be well formed.
    pub(super) fn parse(html: &str) -> Tree {
        let sink = Sink::default();
        let body = create_element(&sink, QualName::new(None, ns!(html), local_name!("body")), Vec::new());
        let builder = TreeBuilder::new_for_fragment(sink, body, None, Default::default());
        let tokenizer = Tokenizer::new(Shallow::new(builder), Default::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(html));
        // It stops where a script would have to run first; no script runs here.
        while !input.is_empty() {
            let _ = tokenizer.feed(&input);
        }
        tokenizer.end();
        Tree { slots: tokenizer.sink.sink.sink.slots.into_inner() }
    }

    /// The element that all others are in.
    pub(super) fn root(&self) -> Node<'_> {
        Node { tree: self, place: self.slots[DOCUMENT].children.first().copied().unwrap_or(DOCUMENT) }
    }

    /// All elements, wherever they are.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.slots.iter().filter_map(|slot| match &slot.content {
            Content::Element(element) => Some(element),
            _ => None,
        })
    }
}

impl<'a> Node<'a> {
    /// The nodes right below.
    pub(super) fn children(self) -> impl Iterator<Item = Node<'a>> {
        let slot = &self.tree.slots[self.place];
        slot.children.iter().map(move |&place| Node { tree: self.tree, place })
    }

    /// The element here, if one is.
    pub(super) fn element(self) -> Option<&'a Element> {
        match &self.tree.slots[self.place].content {
            Content::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The text here, if some is.
    pub(super) fn text(self) -> Option<&'a str> {
        match &self.tree.slots[self.place].content {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether both are the same place of the same tree.
    pub(super) fn is(self, other: Node<'_>) -> bool {
        std::ptr::eq(self.tree, other.tree) && self.place == other.place
    }
}

impl Element {
    /// The name in lower case, as `img`.
    pub(super) fn name(&self) -> &str {
        &self.name.local
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// All attributes.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|attribute| (&*attribute.name.local, &*attribute.value))
    }
}

/// A tree while it is parsed.
struct Sink {
    slots: RefCell<Vec<Slot>>,
}

impl Default for Sink {
    fn default() -> Sink {
        let document = Slot { parent: None, children: Vec::new(), content: Content::Root };
        Sink { slots: RefCell::new(vec![document]) }
    }
}

impl Sink {
    fn add(&self, content: Content) -> usize {
        let mut slots = self.slots.borrow_mut();
        slots.push(Slot { parent: None, children: Vec::new(), content });
        slots.len() - 1
    }

    /// Puts a node, or text, among the children of `parent`, before the one that is now at `at`.
    fn insert(&self, parent: usize, at: usize, child: NodeOrText<usize>) {
        let child = match child {
            NodeOrText::AppendNode(child) => child,
            NodeOrText::AppendText(text) if self.lengthen(parent, at, &text) => return,
            NodeOrText::AppendText(text) => self.add(Content::Text(text)),
        };
        let slots = &mut *self.slots.borrow_mut();
        slots[child].parent = Some(parent);
        slots[parent].children.insert(at, child);
    }

    /// Adds to the text that ends where something is to be put, if there is some.
    fn lengthen(&self, parent: usize, at: usize, more: &StrTendril) -> bool {
        let slots = &mut *self.slots.borrow_mut();
        let before = at.checked_sub(1).and_then(|before| slots[parent].children.get(before).copied());
        match before.map(|before| &mut slots[before].content) {
            Some(Content::Text(text)) => {
                text.push_tendril(more);
                true
            }
            _ => false,
        }
    }

    /// The parent of a node, and its place among the children there.
    fn place_of(&self, node: usize) -> Option<(usize, usize)> {
        let slots = self.slots.borrow();
        let parent = slots[node].parent?;
        // What moves is among the last.
        let place = slots[parent].children.iter().rposition(|&child| child == node)?;
        Some((parent, place))
    }
}

impl TreeSink for Sink {
    type Handle = usize;
    type Output = ();
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) {}

    fn parse_error(&self, _: std::borrow::Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Ref<'a, QualName> {
        Ref::map(self.slots.borrow(), |slots| match &slots[*target].content {
            Content::Element(element) => &element.name,
            _ => unreachable!("only elements are asked for their names"),
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> usize {
        self.add(Content::Element(Element { name, attributes }))
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(Content::Unseen)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Content::Unseen)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        let at = self.slots.borrow()[*parent].children.len();
        self.insert(*parent, at, child);
    }

    fn append_before_sibling(&self, sibling: &usize, new: NodeOrText<usize>) {
        if let NodeOrText::AppendNode(node) = new {
            self.remove_from_parent(&node);
        }
        if let Some((parent, place)) = self.place_of(*sibling) {
            self.insert(parent, place, new);
        }
    }

    fn append_based_on_parent_node(&self, element: &usize, previous: &usize, child: NodeOrText<usize>) {
        if self.place_of(*element).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What a template holds is shown by scripts only: it gets a place that nothing leads to.
    fn get_template_contents(&self, _: &usize) -> usize {
        self.add(Content::Root)
    }

    fn same_node(&self, x: &usize, y: &usize) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &usize, attributes: Vec<Attribute>) {
        if let Content::Element(element) = &mut self.slots.borrow_mut()[*target].content {
            for attribute in attributes {
                if !element.attributes.iter().any(|known| known.name == attribute.name) {
                    element.attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        if let Some((parent, place)) = self.place_of(*target) {
            let slots = &mut *self.slots.borrow_mut();
            slots[parent].children.remove(place);
            slots[*target].parent = None;
        }
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let slots = &mut *self.slots.borrow_mut();
        let children = std::mem::take(&mut slots[*node].children);
        for &child in &children {
            slots[child].parent = Some(*new_parent);
        }
        slots[*new_parent].children.extend(children);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tree as nested brackets.
    fn sketch(node: Node<'_>) -> String {
        if let Some(text) = node.text() {
            return text.to_owned();
        }
        let name = node.element().map_or("", Element::name);
        format!("{name}({})", node.children().map(sketch).collect::<String>())
    }

    fn check(html: &str, expected: &str) {
        assert_eq!(sketch(Tree::parse(html).root()), format!("html({expected})"), "{html}");
    }

    #[test]
    fn elements_end_where_a_browser_ends_them() {
        check("<p>a<div>b</div>c", "p(a)div(b)c");
        check("<ul><li>a<li>b</ul>", "ul(li(a)li(b))");
        check("<b>a<p>b</b>c", "b(a)p(b(b)c)");
        check("<table>a<tr><td>b</table>c", "atable(tbody(tr(td(b))))c");
    }

    #[test]
    fn what_is_not_seen_is_not_there() {
        check("a<!-- b -->c", "a()c");
        check("<template>a</template>b", "template()b");
        check("<script>a</script>b", "script(a)b");
    }

    #[test]
    fn depth_ends_and_text_stays() {
        let deep = 100_000;
        let html = format!("{}text{}<p>after</p>", "<div>".repeat(deep), "</div>".repeat(deep));
        let sketch = sketch(Tree::parse(&html).root());
        assert!(sketch.starts_with("html(div(div(") && sketch.matches("div").count() <= 200);
        assert!(sketch.contains("text") && sketch.ends_with("p(after))"), "{}", sketch.len());
    }

    #[test]
    fn tags_left_open_are_not_depth() {
        let html = format!("{}<p><b>last</b>", "<p><font>text".repeat(1000));
        assert!(sketch(Tree::parse(&html).root()).contains("b(last)"));
        let html = format!("{}<b>last</b>", "<li>a<p>b".repeat(1000));
        assert!(sketch(Tree::parse(&html).root()).contains("b(last)"));
    }

    proptest::proptest! {
        #[test]
        fn never_panics(html in "(<(/)?(p|b|a|i|div|table|tr|td|li|ul|svg|math|template|select|form)>|[a-c&;<>/ ]){0,40}") {
            sketch(Tree::parse(&html).root());
        }
    }
}

//! A picture on the page, as a file of its own.

use wasm_bindgen::JsCast as _;
use web_sys::{CssStyleDeclaration, Document, Element, Node, Window, XmlSerializer};

use crate::statistics::chart::label::fitted;

const SVG: &str = "http://www.w3.org/2000/svg";
/// What style sheets decide of a drawing. Parts have all of it from what holds them.
const STYLES: [&str; 10] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linejoin",
    "stroke-linecap",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
];
/// Pixels around the drawing, and above and below it for the title and the source.
const MARGIN: i32 = 16;
const TITLE: i32 = 44;
const SOURCE: i32 = 50;

/// The drawing with its colours and letters as they are on the page, on the ground of `root`, which
/// holds the viewer, its title and two lines that say where it is from, so that it needs no style sheet.
pub(crate) fn standalone(
    root: &Element,
    drawing: &Element,
    title: &str,
    source: [&str; 2],
) -> Option<String> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let copy: Element = drawing.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    write_styles(&window, drawing, &copy)?;
    let (width, height) = (drawing.client_width(), drawing.client_height());
    let (full_width, full_height) = (width + 2 * MARGIN, height + TITLE + SOURCE);
    set(&copy, "viewBox", &format!("-{MARGIN} -{TITLE} {full_width} {full_height}"))?;
    set(&copy, "width", &full_width.to_string())?;
    set(&copy, "height", &full_height.to_string())?;

    let drawn = window.get_computed_style(drawing).ok()??;
    STYLES.into_iter().try_for_each(|name| set(&copy, name, &value(&drawn, name)?))?;
    copy.remove_attribute("class").ok()?;

    let page = window.get_computed_style(root).ok()??;
    let ground = element(&document, "rect", "")?;
    let whole = [("x", -MARGIN), ("y", -TITLE), ("width", full_width), ("height", full_height)];
    whole.into_iter().try_for_each(|(name, value)| set(&ground, name, &value.to_string()))?;
    set(&ground, "fill", &value(&page, "background-color")?)?;
    copy.insert_before(&ground, copy.first_child().as_ref()).ok()?;
    copy.insert_before(&element(&document, "title", title)?.into(), Some(&ground)).ok()?;
    let ink = value(&drawn, "color")?;
    append_line(&document, &copy, &ink, (-16, "16px", title))?;
    append_line(&document, &copy, &ink, (height + 22, "11px", source[0]))?;
    let address = fitted(source[1], 11, width.unsigned_abs());
    append_line(&document, &copy, &ink, (height + 38, "11px", &address))?;
    XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()
}

/// Gives each part of a copy, as attributes, what the style sheets give to the original.
fn write_styles(window: &Window, original: &Element, copy: &Element) -> Option<()> {
    let originals = original.query_selector_all("*").ok()?;
    let copies = copy.query_selector_all("*").ok()?;
    let part = |node: Option<Node>| node?.dyn_into::<Element>().ok();
    for place in 0..originals.length() {
        let (original, copy) = (part(originals.get(place))?, part(copies.get(place))?);
        let style = window.get_computed_style(&original).ok()??;
        let around = window.get_computed_style(&original.parent_element()?).ok()??;
        for name in STYLES {
            let own = value(&style, name)?;
            if own != value(&around, name)? {
                set(&copy, name, &own)?;
            }
        }
        // They would lead nowhere.
        ["class", "href", "tabindex"].into_iter().try_for_each(|name| copy.remove_attribute(name).ok())?;
    }
    Some(())
}

fn append_line(
    document: &Document,
    to: &Element,
    ink: &str,
    (y, size, text): (i32, &str, &str),
) -> Option<()> {
    let line = element(document, "text", text)?;
    set(&line, "y", &y.to_string())?;
    set(&line, "font-size", size)?;
    set(&line, "fill", ink)?;
    to.append_child(&line).ok().map(|_| ())
}

fn element(document: &Document, name: &str, text: &str) -> Option<Element> {
    let element = document.create_element_ns(Some(SVG), name).ok()?;
    element.set_text_content(Some(text));
    Some(element)
}

fn set(element: &Element, name: &str, value: &str) -> Option<()> {
    element.set_attribute(name, value).ok()
}

fn value(style: &CssStyleDeclaration, name: &str) -> Option<String> {
    style.get_property_value(name).ok()
}

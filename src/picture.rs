//! A picture on the page, as a file of its own.

use wasm_bindgen::JsCast as _;
use web_sys::{CssStyleDeclaration, Document, Element, Node, Window, XmlSerializer};

const SVG: &str = "http://www.w3.org/2000/svg";
/// What style sheets decide of a drawing.
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
const SOURCE: i32 = 36;

/// The drawing with its colours and letters as they are on the page, its title and its source, so that
/// it needs no style sheet.
pub(crate) fn standalone(drawing: &Element, title: &str, source: &str) -> Option<String> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let copy: Element = drawing.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    write_styles(&window, drawing, &copy)?;
    let (width, height) = (drawing.client_width(), drawing.client_height());
    let (full_width, full_height) = (width + 2 * MARGIN, height + TITLE + SOURCE);
    set(&copy, "viewBox", &format!("-{MARGIN} -{TITLE} {full_width} {full_height}"))?;
    set(&copy, "width", &full_width.to_string())?;
    set(&copy, "height", &full_height.to_string())?;

    let page = window.get_computed_style(&document.document_element()?).ok()??;
    let drawn = window.get_computed_style(drawing).ok()??;
    let ground = element(&document, "rect", "")?;
    let whole = [("x", -MARGIN), ("y", -TITLE), ("width", full_width), ("height", full_height)];
    whole.into_iter().try_for_each(|(name, value)| set(&ground, name, &value.to_string()))?;
    set(&ground, "fill", &value(&page, "background-color")?)?;
    copy.insert_before(&ground, copy.first_child().as_ref()).ok()?;
    copy.insert_before(&element(&document, "title", title)?.into(), Some(&ground)).ok()?;
    append_text(&document, &copy, &drawn, (-16, "16px", title))?;
    append_text(&document, &copy, &drawn, (height + 22, "11px", source))?;
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
        for name in STYLES {
            set(&copy, name, &value(&style, name)?)?;
        }
        // They would lead nowhere.
        ["class", "href", "tabindex"].into_iter().try_for_each(|name| copy.remove_attribute(name).ok())?;
    }
    Some(())
}

fn append_text(
    document: &Document,
    to: &Element,
    style: &CssStyleDeclaration,
    (y, size, text): (i32, &str, &str),
) -> Option<()> {
    let line = element(document, "text", text)?;
    set(&line, "y", &y.to_string())?;
    set(&line, "font-size", size)?;
    set(&line, "font-family", &value(style, "font-family")?)?;
    set(&line, "fill", &value(style, "color")?)?;
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

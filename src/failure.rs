//! What a reader sees if the viewer itself breaks: never a page that has silently stopped.

use std::panic::PanicHookInfo;

use web_sys::Document;

/// Shows panics on the page, above whatever is left of it.
pub(crate) fn show_panics() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        // Even this may fail, and then the console is all there is.
        let _ = web_sys::window().and_then(|window| show(&window.document()?, panic));
    }));
}

/// In both languages, because the settings may be what broke.
fn show(document: &Document, panic: &PanicHookInfo<'_>) -> Option<()> {
    let element = |name: &str, text: &str| {
        let element = document.create_element(name).ok()?;
        element.set_text_content(Some(text));
        Some(element)
    };
    let notice = element("div", "")?;
    notice.set_class_name("crash");
    notice.set_attribute("role", "alert").ok()?;
    let text = "页面出错了，请重新载入。 This page has stopped working; please load it again.";
    notice.append_child(&element("p", text)?.into()).ok()?;
    notice.append_child(&element("code", &panic.to_string())?.into()).ok()?;
    document.body()?.prepend_with_node_1(&notice).ok()
}

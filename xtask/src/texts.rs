//! Puts the texts of the interface into the page that Trunk has built: the file of each language beside
//! it, and into it what is said before any of them has come.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use serde_json::json;
use texts::{LANGUAGES, Language};

const PAGE: &str = "index.html";
const EMBED: &str = "embed.js";
/// The folder of the files, below the page.
pub(crate) const FOLDER: &str = "texts";
/// The script that picks one of the files: of this attribute.
const LIST: &str = "script[data-texts]";
/// What says a message in all languages, because nobody knows yet which one is wanted.
const SAID: &str = "[data-text]";
/// The line that stands in `embed.js` where its texts will.
const EMBED_TEXTS: &str = "const TEXTS = {};";

/// Writes the files of all languages into a folder, and fills its `index.html` and `embed.js`.
pub(crate) fn write_into(site: &Path) -> Result<()> {
    let folder = site.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    for language in &LANGUAGES {
        write(&folder.join(language.file), language.data())?;
    }
    change(&site.join(PAGE), filled_page)?;
    change(&site.join(EMBED), filled_embed)
}

fn change(path: &Path, filled: impl Fn(&str) -> Result<String>) -> Result<()> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    write(path, &filled(&text).with_context(|| path.display().to_string())?)
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}

/// A page with the list of files, and with what it says.
fn filled_page(page: &str) -> Result<String> {
    let has_list = RefCell::new(false);
    let list = element!(LIST, |script| {
        *has_list.borrow_mut() = true;
        Ok(script.set_attribute("data-texts", &list_of_files())?)
    });
    let said = element!(SAID, |element| Ok(say(element)?));
    let settings =
        RewriteStrSettings::new().append_element_content_handler(list).append_element_content_handler(said);
    let filled = rewrite_str(page, settings).map_err(|error| anyhow!("cannot be filled: {error}"))?;
    if !has_list.into_inner() {
        bail!("there is no {LIST}: the script in the head of {PAGE} that loads texts needs data-texts=\"\"");
    }
    Ok(filled)
}

/// `zh-Hans=texts/zh-Hans-….json zh=… en=…`: each tag with its file.
fn list_of_files() -> String {
    let pairs = tags().map(|(tag, language)| format!("{tag}={FOLDER}/{}", language.file));
    pairs.collect::<Vec<_>>().join(" ")
}

/// Each tag that a language answers to. The last one is for those who ask for none of them.
pub(crate) fn tags() -> impl Iterator<Item = (&'static str, &'static Language)> {
    LANGUAGES.iter().flat_map(|language| {
        let others = language.built_in().language_tags().split_whitespace();
        std::iter::once(language.tag)
            .chain(others.filter(|tag| *tag != language.tag))
            .map(move |tag| (tag, language))
    })
}

/// Puts the message that an element names into it: in every language, each marked as such.
fn say(element: &mut Element<'_, '_>) -> Result<()> {
    let name = element.get_attribute("data-text").unwrap_or_default();
    let messages = LANGUAGES.iter().map(|language| {
        let message = language.built_in().message(&name);
        message.map(|message| (language.tag, message)).with_context(|| {
            format!(
                "data-text=\"{name}\" names no message: the messages are in texts/languages/en.ftl, and one \
                 with variables cannot stand here"
            )
        })
    });
    let messages = messages.collect::<Result<Vec<_>>>()?;
    element.remove_attribute("data-text");
    element.set_inner_content("", ContentType::Text);
    for (place, (tag, message)) in messages.into_iter().enumerate() {
        let gap = if place == 0 { "" } else { " " };
        element.append(&format!("{gap}<span lang=\"{tag}\">"), ContentType::Html);
        element.append(message, ContentType::Text);
        element.append("</span>", ContentType::Html);
    }
    Ok(())
}

/// The script of embedded archives with what it says before it knows their texts.
fn filled_embed(script: &str) -> Result<String> {
    if script.matches(EMBED_TEXTS).count() != 1 {
        bail!("it needs the line `{EMBED_TEXTS}` once, to be filled");
    }
    // So that no `</script>` stands in it, should somebody put the script into a page.
    let texts = texts_of_embed()?.replace('<', "\\u003c");
    Ok(script.replace(EMBED_TEXTS, &format!("const TEXTS = {texts};")))
}

/// What is said of each tag, in the order of the tags.
fn texts_of_embed() -> Result<String> {
    let said = |(tag, language): (&str, &Language)| -> Result<String> {
        let texts = language.built_in();
        let said = json!({
            "loading": texts.start_opening(), "failed": texts.embed_failed(), "retry": texts.retry(),
            "stopped": texts.open_stopped(),
        });
        Ok(format!("{}:{said}", serde_json::to_string(tag)?))
    };
    let all = tags().map(said).collect::<Result<Vec<_>>>()?;
    Ok(format!("{{{}}}", all.join(",")))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;
    use texts::Texts;

    use super::*;

    const EMPTY: &str = "<html><head><script data-texts=\"\">a && b</script></head><body>\
        <p role=\"status\" data-text=\"start-opening\">…</p><p data-text=\"start-late\"></p></body></html>";

    #[test]
    fn the_page_lists_the_file_of_every_tag() {
        let page = filled_page(EMPTY).unwrap();
        let (_, rest) = page.split_once("<script data-texts=\"").unwrap();
        let (list, rest) = rest.split_once("\">").unwrap();
        assert!(rest.starts_with("a && b</script>"), "{page}");
        let pairs: Vec<_> = list.split(' ').map(|pair| pair.split_once('=').unwrap()).collect();
        for (tag, file) in &pairs {
            let language = texts::find(tag).unwrap();
            assert_eq!(*file, format!("texts/{}", language.file), "{tag}");
        }
        for tag in ["zh-Hans", "zh", "zh-Hant", "zh-TW", "en"] {
            assert!(pairs.iter().any(|(known, _)| *known == tag), "{tag} is not in {list}");
        }
        assert_eq!(pairs.last().unwrap().1, format!("texts/{}", texts::negotiate([]).file));
    }

    #[test]
    fn the_page_says_it_in_every_language() {
        let page = filled_page(EMPTY).unwrap();
        let said = LANGUAGES.iter().map(|language| {
            format!("<span lang=\"{}\">{}</span>", language.tag, language.built_in().start_opening())
        });
        let opening = format!("<p role=\"status\">{}</p>", said.collect::<Vec<_>>().join(" "));
        assert!(page.contains(&opening), "{page}");
        assert!(!page.contains("data-text="), "{page}");
    }

    #[test]
    fn a_page_that_cannot_be_filled_says_why() {
        let told = |page: &str| format!("{:#}", filled_page(page).unwrap_err());
        let without = told("<script>a</script>");
        assert!(without.contains("script[data-texts]") && without.contains("index.html"), "{without}");
        // One that does not exist, and one with a variable.
        for name in ["no-such-message", "articles"] {
            let unknown = told(&EMPTY.replace("start-late", name));
            assert!(unknown.contains(name) && unknown.contains("en.ftl"), "{unknown}");
        }
    }

    #[test]
    fn embedded_archives_have_their_few_texts() {
        let script = filled_embed("const A = 1;\nconst TEXTS = {};\nconst B = 2;\n").unwrap();
        let line = script.lines().nth(1).unwrap();
        let json = line.strip_prefix("const TEXTS = ").unwrap().strip_suffix(';').unwrap();
        let texts: Value = serde_json::from_str(json).unwrap();
        assert_eq!(texts["zh-Hant"]["loading"], "正在打開閱覽室……");
        assert_eq!(texts["zh-TW"], texts["zh-Hant"]);
        assert_eq!(texts["en"]["retry"], "Try again");
        assert!(!json.contains('<') && script.ends_with("\nconst B = 2;\n"), "{script}");
        for script in ["const TEXTS = [];", "const TEXTS = {};const TEXTS = {};"] {
            assert!(filled_embed(script).unwrap_err().to_string().contains("const TEXTS = {};"));
        }
    }

    #[test]
    fn files_go_beside_the_page() {
        let site = tempfile::tempdir().unwrap();
        fs::write(site.path().join(PAGE), EMPTY).unwrap();
        let error = format!("{:#}", write_into(site.path()).unwrap_err());
        assert!(error.contains(EMBED), "{error}");
        fs::write(site.path().join(EMBED), EMBED_TEXTS).unwrap();
        write_into(site.path()).unwrap();
        for language in &LANGUAGES {
            let file = fs::read_to_string(site.path().join(FOLDER).join(language.file)).unwrap();
            assert_eq!(Texts::parse(&file).unwrap(), language.built_in());
        }
        assert!(fs::read_to_string(site.path().join(PAGE)).unwrap().contains("en=texts/en-"));
    }
}

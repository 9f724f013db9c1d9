//! A fourth language is one more file.

// A test is meant to stop at the first surprise; Clippy sees helpers outside of #[test] as code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use markup::{FirstList, NotFound, render};
use texts::{LANGUAGES, Texts, find};
use texts_compiler::{Compiled, Fault, Source, compile};

/// A file of the folder of languages, as a text.
fn file(name: &str) -> String {
    let path = format!("{}/languages/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The English file with the plural forms that Polish has, and a few messages in Polish. For what a
/// translator would do that is enough.
fn polish() -> String {
    let english = file("en.ftl");
    let mut lines: Vec<String> = Vec::new();
    for line in english.lines() {
        if lines.last().is_some_and(|last| last.contains("[one]")) {
            let (indent, text) = line.split_once("*[other]").unwrap();
            lines.extend(["few", "many"].map(|category| format!("{indent} [{category}]{text}")));
        }
        lines.push(line.to_owned());
    }
    let mut polish = lines.join("\n") + "\n";
    for (message, text) in [
        ("language-name", "polski"),
        ("language-mark", "PL"),
        ("language-tags", "pl"),
        ("thousands-separator", "{ \"\\u00A0\" }"),
        (
            "articles",
            "\n    { $count ->\n        [one] { $count } artykuł\n        [few] { $count } artykuły\n        \
             [many] { $count } artykułów\n       *[other] { $count } artykułu\n    }",
        ),
        ("date-month", "{ $month ->\n        [1] styczeń\n       *[11] listopad\n    } { $year }"),
        ("date-day-of-month", "{ $day } { $month ->\n        [1] stycznia\n       *[11] listopada\n    }"),
        ("date-day", "{ date-day-of-month } { $year }"),
    ] {
        polish = with_message(&polish, message, text);
    }
    polish
}

/// A file in which a message says something else.
fn with_message(file: &str, message: &str, text: &str) -> String {
    let start = file.find(&format!("\n{message} =")).unwrap() + 1;
    let rest = &file[start..];
    let end = rest.match_indices('\n').map(|(place, _)| place + 1);
    let end = end.into_iter().find(|&place| !rest[place..].starts_with(' ')).unwrap();
    format!("{}{message} = {text}\n{}", &file[..start], &rest[end..])
}

fn compile_with(name: &str, text: &str) -> Result<Compiled, Vec<Fault>> {
    let mut files: Vec<_> = LANGUAGES.iter().map(|language| format!("{}.ftl", language.tag)).collect();
    files.retain(|known| known != name);
    let mut files: Vec<_> = files.into_iter().map(|name| (file(&name), name)).collect();
    files.push((text.to_owned(), name.to_owned()));
    let sources: Vec<_> = files.iter().map(|(text, name)| Source { name, text }).collect();
    compile(&sources)
}

#[test]
fn a_language_is_added_by_a_file() {
    let compiled = compile_with("pl.ftl", &polish()).unwrap_or_else(|faults| panic!("{faults:?}"));
    let tags: Vec<_> = compiled.languages.iter().map(|language| language.tag.as_str()).collect();
    assert_eq!(tags.len(), LANGUAGES.len() + usize::from(find("pl").is_none()));
    let language = compiled.languages.iter().find(|language| language.tag == "pl").unwrap();
    assert_eq!((language.name.as_str(), language.mark.as_str()), ("polski", "PL"));
    let texts = Texts::parse(&language.data).unwrap();
    assert_eq!(
        [1, 2, 5, 12, 22, 25, 101, 122].map(|count| texts.articles(count)),
        [
            "1 artykuł",
            "2 artykuły",
            "5 artykułów",
            "12 artykułów",
            "22 artykuły",
            "25 artykułów",
            "101 artykułów",
            "122 artykuły"
        ]
    );
    assert_eq!(texts.articles(15_002), "15\u{a0}002 artykuły");
    assert_eq!(texts.day("2023-11-09"), "9 listopada 2023");
    assert_eq!(texts.month("2023-11"), "listopad 2023");
}

/// What the pages of a site say follows the file alone: see `site/` of build-index, which draws them.
#[test]
fn a_site_speaks_it() {
    let compiled = compile_with("pl.ftl", &polish()).unwrap_or_else(|faults| panic!("{faults:?}"));
    let texts = Texts::parse(&compiled.languages[0].data).unwrap();
    let list = |articles| FirstList {
        title: "Czytelnia".into(),
        articles,
        has_timeline: false,
        rows: Vec::new(),
        plain: None,
    };
    for (articles, written) in [(1, "1 artykuł"), (3, "3 artykuły"), (15_005, "15\u{a0}005 artykułów")] {
        let page = render(markup::first_list(&texts, list(articles)));
        assert!(page.contains(&format!("<strong>{written}</strong>")), "{page}");
    }
    let page = render(markup::not_found(&texts, NotFound { archive: "Czytelnia".into(), home: None }));
    assert!(page.starts_with("<html lang=\"pl\">"), "{page}");
}

#[test]
fn the_files_of_today_are_what_is_built_in() {
    let compiled = compile_with("en.ftl", &file("en.ftl")).unwrap();
    for (language, built_in) in compiled.languages.iter().zip(&LANGUAGES) {
        assert_eq!((language.file.as_str(), language.data.as_str()), (built_in.file, built_in.data()));
    }
}

/// A fault of a file in which a message says something else: the file, the message, a part of the
/// problem, and of the remedy.
#[track_caller]
fn check(name: &str, text: &str, [message, problem, remedy]: [&str; 3]) {
    let faults = compile_with(name, text).expect_err("there is no fault");
    let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
    let is_told = |fault: &Fault| {
        fault.file == name
            && fault.message == message
            && fault.problem.contains(problem)
            && fault.remedy.contains(remedy)
    };
    assert!(faults.iter().any(is_told), "{told:#?}");
}

#[test]
fn a_message_that_is_missing_or_extra_is_refused() {
    let chinese = file("zh-Hans.ftl");
    check("zh-Hans.ftl", &chinese.replace("\nretry = 重试\n", "\n"), ["retry", "missing", "Translate"]);
    let extra = format!("{chinese}\nretry-later = 以后再试\n");
    check("zh-Hans.ftl", &extra, ["retry-later", "no such message", "Remove it"]);
    let twice = format!("{chinese}\nretry = 再试\n");
    check("zh-Hans.ftl", &twice, ["retry", "twice", "Remove one"]);
    let attribute = chinese.replacen("    .meaning = ", "    .means = ", 1);
    check("zh-Hans.ftl", &attribute, ["search-example-words.meaning", "missing", "Translate"]);
}

#[test]
fn a_variable_that_is_missing_or_unknown_is_refused() {
    let with = |message: &str, text: &str| with_message(&file("zh-Hans.ftl"), message, text);
    check("zh-Hans.ftl", &with("articles", "很多篇"), ["articles", "$count is missing", "{ $count }"]);
    check(
        "zh-Hans.ftl",
        &with("articles", "{ $number } 篇"),
        ["articles", "no variable $number", "Use $count"],
    );
    check("zh-Hans.ftl", &with("facet", "{ $facet }"), ["facet", "not for readers", "Select by it"]);
    let select = "{ $text ->\n        [a] 甲\n       *[b] 乙\n    }";
    check("zh-Hans.ftl", &with("quoted", select), ["quoted", "$text is a text", "Write it"]);
    let undeclared = with_message(&file("en.ftl"), "retry", "Try again, { $name }");
    check("en.ftl", &undeclared, ["retry", "no variable $name", "declare it in the comment"]);
    let unclear = file("en.ftl").replacen("#   $count (Number) - ", "#   $count: ", 1);
    check("en.ftl", &unclear, ["articles", "declares no variable", "(Number)"]);
}

#[test]
fn a_plural_category_that_is_missing_or_unknown_is_refused() {
    let with = |text: &str| {
        with_message(&file("zh-Hans.ftl"), "articles", &format!("\n    {{ $count ->\n{text}\n    }}"))
    };
    let text = "        [one] { $count } 篇\n       *[other] { $count } 篇";
    check("zh-Hans.ftl", &with(text), ["articles", "[one] is no plural category", "zh-Hans has other"]);
    let text = "        [other] { $count } 篇\n       *[7] { $count } 篇";
    check("zh-Hans.ftl", &with(text), ["articles", "default is not", "*[other]"]);
    let polish = polish().replacen("        [many] { $count } artykułów\n", "", 1);
    check("pl.ftl", &polish, ["articles", "[many] is missing", "pl has one, few, many, other"]);
    let english = file("en.ftl").replacen(
        "       *[other] { $count } articles",
        "       *[one] { $count } articles",
        1,
    );
    check("en.ftl", &english, ["articles", "[other] is missing", "Add it"]);
}

#[test]
fn a_value_that_is_missing_or_unknown_is_refused() {
    let chinese = file("zh-Hans.ftl");
    let unknown = chinese.replacen("[dark]", "[black]", 1);
    check("zh-Hans.ftl", &unknown, ["theme-button", "never [black]", "auto, light, dark"]);
    check("zh-Hans.ftl", &unknown, ["theme-button", "[dark] of $theme is missing", "Add it"]);
}

#[test]
fn syntax_that_is_not_understood_is_refused() {
    let with = |text: &str| with_message(&file("zh-Hant.ftl"), "retry", text);
    check("zh-Hant.ftl", &with("{ NUMBER(3) }"), ["retry", "function NUMBER", "Write the variable"]);
    check("zh-Hant.ftl", &with("{ -brand }"), ["retry", "-brand is a term", "Refer to a message"]);
    check("zh-Hant.ftl", &with("再\n    試"), ["retry", "several lines", "one line"]);
    check("zh-Hant.ftl", &with("{ \"{\" }"), ["retry", "brace", "Leave it out"]);
    check("zh-Hant.ftl", &with("{ nothing }"), ["retry", "no message nothing", "write it out"]);
    check("zh-Hant.ftl", &with("{ retry }"), ["retry", "part of itself", "out"]);
    check("zh-Hant.ftl", &with("{ $a"), ["", "not in Fluent's syntax", "Mend line"]);
    let term = file("zh-Hant.ftl") + "\n-brand = 閱覽室\n";
    check("zh-Hant.ftl", &term, ["-brand", "terms are not understood", "Make it a message"]);
    check("chinese!.ftl", "", ["", "not the name of a language", "pt-BR.ftl"]);
}

#[test]
fn a_copy_that_still_claims_to_be_another_is_refused() {
    let copy = with_message(&polish(), "language-tags", "en");
    check("pl.ftl", &copy, ["language-tags", "en is a tag of en.ftl too", "one of the two"]);
    let copy = with_message(&polish(), "language-name", "English");
    check("pl.ftl", &copy, ["language-name", "en.ftl has the same", "calls itself"]);
}

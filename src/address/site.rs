//! The site that the viewer's page belongs to, and so what addresses look like.
//!
//! Where articles have pages of their own, the address of an article is that of its page, also while the viewer
//! shows it; what belongs to the list that it was opened from stands in the fragment. All other places are
//! fragments at the root of the site, for a query must not reach the web host:
//!
//! ```text
//! /reading/#/?q=茶                                a list
//! /reading/article/2023-11-10/tide-tables/        an article
//! /reading/article/2023-11-10/tide-tables/#?q=茶  the article, opened from that list
//! /reading/article/2023-11-10/#tide-tables        the article, where those of a day share a page
//! ```

use std::cell::RefCell;
use std::rc::Rc;

use bundle::format::KEY_LENGTH;
use bundle::reading::{Address, PAGES, PageKind};

use crate::address::place::{Place, Route};
use crate::address::view::View;

/// A site, and whether its articles have pages. By default there is only the page that the viewer is in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Site {
    /// The path of its root, with a slash at the end.
    root: String,
    pages: PageKind,
}

thread_local! {
    static HERE: RefCell<Rc<Site>> = RefCell::default();
}

/// The site here.
pub(crate) fn here() -> Rc<Site> {
    HERE.with_borrow(Rc::clone)
}

/// Says what site this is. It is said once, before anything is drawn: a site does not move while its page is
/// open.
pub(crate) fn settle(site: Site) {
    HERE.replace(Rc::new(site));
}

impl Place {
    /// The address that leads here, on this site.
    pub(crate) fn href(&self) -> String {
        here().href(self)
    }
}

impl Site {
    /// A site with pages, and its root as a path with a slash at the end.
    pub(crate) fn with_pages(root: String, pages: PageKind) -> Site {
        Site { root, pages }
    }

    /// Whether articles have pages.
    pub(crate) fn has_pages(&self) -> bool {
        self.pages != PageKind::None
    }

    /// The address that leads to a place: a path with a fragment, or a fragment alone where there are no pages.
    pub(crate) fn href(&self, place: &Place) -> String {
        match &place.route {
            _ if !self.has_pages() => place.fragment(),
            Route::Article(address) => {
                format!("{}{}{}", self.root, address.page(self.pages), self.of_list(&place.view))
            }
            _ => format!("{}{}", self.root, place.fragment()),
        }
    }

    /// What stands behind the address of an article that was opened from a list.
    fn of_list(&self, view: &View) -> String {
        let mark = if self.pages == PageKind::Day { "?" } else { "#?" };
        match view.parameters() {
            parameters if parameters.is_empty() => parameters,
            parameters => format!("{mark}{parameters}"),
        }
    }

    /// The place at a path with a fragment. `None` where that is an anchor in a text, or no place of the viewer.
    pub(crate) fn place(&self, path: &str, fragment: &str) -> Option<Place> {
        if !self.has_pages() || fragment.starts_with("#/") {
            return Place::parse(fragment);
        }
        match path.strip_prefix(self.root.as_str())? {
            "" | "index.html" => Place::parse(fragment),
            page if self.pages == PageKind::Day => place_of_day(page, fragment),
            page => place_of_page(page, fragment),
        }
    }
}

fn place_of_page(page: &str, fragment: &str) -> Option<Place> {
    let address = Address::of_page(page)?;
    let parameters = match fragment {
        "" | "#" => "",
        fragment => fragment.strip_prefix("#?")?,
    };
    Some(Place::article(address, View::parse(parameters)))
}

fn place_of_day(page: &str, fragment: &str) -> Option<Place> {
    let (name, parameters) = fragment.split_once('?').unwrap_or((fragment, ""));
    // Anchors in texts begin like that: see `build-index/body`.
    let is_anchor = name.starts_with("#text-");
    let is_article =
        |address: &Address| !is_anchor && address.key.rsplit('-').next().map(str::len) == Some(KEY_LENGTH);
    match Address::of_page(&format!("{page}{name}")) {
        Some(address) => {
            Some(address).filter(is_article).map(|address| Place::article(address, View::parse(parameters)))
        }
        None => {
            let day = page.strip_prefix(PAGES)?.trim_start_matches('/').split('/').next()?;
            let list = Place::list(View::default().with_typed(&format!("date:{day}")));
            Some(list).filter(|_| matches!(name, "" | "#"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(parameters: &str) -> Place {
        let address = Address { day: "2023-11-10".into(), key: "茶-k3j2m".into() };
        Place::article(address, View::parse(parameters))
    }

    fn list(parameters: &str) -> Place {
        Place::list(View::parse(parameters))
    }

    fn site(pages: PageKind) -> Site {
        Site::with_pages("/reading/".into(), pages)
    }

    #[track_caller]
    fn check(site: &Site, place: &Place, href: &str) {
        assert_eq!(site.href(place), href);
        let (path, fragment) = href.find('#').map_or((href, ""), |start| href.split_at(start));
        assert_eq!(site.place(path, fragment).as_ref(), Some(place), "{href}");
    }

    #[test]
    fn an_article_is_at_its_page() {
        let site = site(PageKind::Article);
        check(&site, &list(""), "/reading/#/");
        check(&site, &list("q=tea"), "/reading/#/?q=tea");
        check(&site, &Place::device(), "/reading/#/device");
        check(&site, &article(""), "/reading/article/2023-11-10/%E8%8C%B6-k3j2m/");
        check(&site, &article("q=tea"), "/reading/article/2023-11-10/%E8%8C%B6-k3j2m/#?q=tea");
    }

    #[test]
    fn articles_of_a_day_share_a_page() {
        let site = site(PageKind::Day);
        check(&site, &list("q=tea"), "/reading/#/?q=tea");
        check(&site, &article(""), "/reading/article/2023-11-10/#%E8%8C%B6-k3j2m");
        check(&site, &article("q=tea"), "/reading/article/2023-11-10/#%E8%8C%B6-k3j2m?q=tea");
        let day = site.place("/reading/article/2023-11-10/", "");
        assert_eq!(day, Some(list("q=date:2023-11-10")));
        assert_eq!(site.place("/reading/article/2023-11-10/", "#note-1"), None);
        assert_eq!(site.place("/reading/article/2023-11-10/", "#text-intro"), None);
    }

    #[test]
    fn without_pages_there_are_fragments_alone() {
        check(&Site::default(), &list(""), "#/");
        check(&Site::default(), &article("q=tea"), "#/article/2023-11-10/%E8%8C%B6-k3j2m?q=tea");
    }

    #[test]
    fn addresses_of_before_and_those_of_others() {
        let site = site(PageKind::Article);
        let place = |path, fragment| site.place(path, fragment);
        assert_eq!(place("/reading/", "#/article/2023-11-10/茶-k3j2m"), Some(article("")));
        assert_eq!(place("/reading/index.html", ""), Some(list("")));
        assert_eq!(place("/reading/article/2023-11-10/a-k3j2m/", "#/?q=tea"), Some(list("q=tea")));
        assert_eq!(place("/reading/article/2023-11-10/%E8%8C%B6-k3j2m/index.html", ""), Some(article("")));
        assert_eq!(place("/reading/article/2023-11-10/a-k3j2m/", "#note-1"), None);
        assert_eq!(place("/reading/lists/2023-11/", ""), None);
        assert_eq!(place("/elsewhere/", ""), None);
    }
}

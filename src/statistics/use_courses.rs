//! How many articles per month each of several words has.

use std::cell::RefCell;
use std::rc::Rc;

use bundle::search::search;
use yew::prelude::*;

use crate::address::view::View;
use crate::archive::library::Library;
use crate::archive::load_state::{LoadState, use_gradual_load};

/// Articles per month of what each view finds, in the order asked for, as far as they are known.
pub(crate) type Courses = Vec<Rc<Vec<(String, u32)>>>;

/// What was found before: adding a word searches for no other again.
type Known = Rc<RefCell<Vec<(Library, View, Rc<Vec<(String, u32)>>)>>>;

/// Finds the articles per month of views, one after the other, and shows them as they come.
#[hook]
pub(crate) fn use_courses(library: &Library, views: Vec<View>) -> LoadState<Courses> {
    let known: Known = use_mut_ref(Vec::new);
    let key = Some((library.clone(), views));
    use_gradual_load(key, |(library, views), show| async move {
        let mut courses = Courses::new();
        for view in &views {
            let course = known_course(&known, &library, view);
            let course = match course {
                Some(course) => course,
                None => {
                    let found = search(&library.loader, &library.manifest, &view.request()).await?;
                    let course = Rc::new(found.months);
                    known.borrow_mut().push((library.clone(), view.clone(), Rc::clone(&course)));
                    course
                }
            };
            courses.push(course);
            show.emit(courses.clone());
        }
        Ok(())
    })
}

fn known_course(known: &Known, library: &Library, view: &View) -> Option<Rc<Vec<(String, u32)>>> {
    let known = known.borrow();
    let same = known.iter().find(|(of, found, _)| of == library && found == view);
    same.map(|(_, _, course)| Rc::clone(course))
}

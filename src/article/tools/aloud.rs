//! Reads a text aloud, sentence by sentence, where the browser has a voice.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance};
use yew::prelude::*;

/// What the voice is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Nothing yet, or nothing any more.
    Silent,
    Reading,
    /// It goes on with the sentence where it stopped.
    Paused,
}

/// A text to be read aloud.
pub(crate) struct Aloud {
    /// What the voice is doing.
    pub(crate) voice: Voice,
    /// Reads, pauses or goes on.
    pub(crate) toggle: Callback<()>,
    /// Ends the reading.
    pub(crate) stop: Callback<()>,
}

/// Reads sentences aloud, in their language. `None` where the browser cannot. The reading ends
/// when the reader leaves the article.
#[hook]
pub(crate) fn use_aloud(
    lang: Option<&'static str>,
    text: impl Fn() -> Vec<String> + 'static,
) -> Option<Aloud> {
    let voice = use_state_eq(|| Voice::Silent);
    let reading = use_mut_ref(Reading::default);
    use_effect_with((), |()| {
        // Some browsers go on with what a page before this one began.
        hush();
        hush
    });
    synthesis()?;
    let toggle = {
        let (voice, reading) = (voice.clone(), Rc::clone(&reading));
        Callback::from(move |()| match *voice {
            Voice::Reading => {
                reading.borrow_mut().pause();
                voice.set(Voice::Paused);
            }
            Voice::Paused => go_on(&reading, &voice.setter()),
            Voice::Silent => {
                *reading.borrow_mut() = Reading { sentences: text(), lang, place: 0, spoken: None };
                go_on(&reading, &voice.setter());
            }
        })
    };
    let stop = {
        let voice = voice.setter();
        Callback::from(move |()| {
            *reading.borrow_mut() = Reading::default();
            hush();
            voice.set(Voice::Silent);
        })
    };
    Some(Aloud { voice: *voice, toggle, stop })
}

/// How far a text has been read.
#[derive(Default)]
struct Reading {
    sentences: Vec<String>,
    lang: Option<&'static str>,
    place: usize,
    /// The sentence that is being read. What it calls at its end goes with it, so that one that was
    /// given up calls nothing.
    spoken: Option<(SpeechSynthesisUtterance, Closure<dyn FnMut()>)>,
}

impl Reading {
    fn pause(&mut self) {
        self.give_up();
        hush();
    }

    fn give_up(&mut self) {
        if let Some((utterance, _)) = self.spoken.take() {
            utterance.set_onend(None);
            utterance.set_onerror(None);
        }
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.give_up();
    }
}

/// Reads the sentence that it is at, and then those after it. (On some phones
/// a voice that was paused does not go on, so it always begins a sentence.)
fn go_on(reading: &Rc<RefCell<Reading>>, voice: &UseStateSetter<Voice>) {
    let begun = begin(reading, voice);
    voice.set(if begun.is_some() { Voice::Reading } else { Voice::Silent });
}

fn begin(reading: &Rc<RefCell<Reading>>, voice: &UseStateSetter<Voice>) -> Option<()> {
    let mut now = reading.borrow_mut();
    let utterance = SpeechSynthesisUtterance::new_with_text(now.sentences.get(now.place)?).ok()?;
    now.lang.into_iter().for_each(|lang| utterance.set_lang(lang));
    let on_end = {
        let (reading, voice) = (Rc::downgrade(reading), voice.clone());
        Closure::new(move || {
            if let Some(reading) = reading.upgrade() {
                reading.borrow_mut().place += 1;
                go_on(&reading, &voice);
            }
        })
    };
    utterance.set_onend(Some(on_end.as_ref().unchecked_ref()));
    // A sentence that the voice cannot say is left out.
    utterance.set_onerror(Some(on_end.as_ref().unchecked_ref()));
    synthesis()?.speak(&utterance);
    now.spoken = Some((utterance, on_end));
    Some(())
}

fn hush() {
    synthesis().iter().for_each(SpeechSynthesis::cancel);
}

fn synthesis() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    let synthesis = js_sys::Reflect::get(&window, &"speechSynthesis".into()).ok()?;
    synthesis.is_object().then(|| synthesis.unchecked_into())
}

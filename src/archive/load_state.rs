//! Loads what belongs to a key, again for every new key.

use std::future::Future;
use std::rc::Rc;

use futures_util::FutureExt as _;
use futures_util::future::{AbortHandle, LocalBoxFuture, abortable, join};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::model::effect::use_effect_on;
use crate::model::load_error::LoadError;

/// How far something has been loaded.
#[derive(PartialEq)]
pub(crate) enum LoadState<T> {
    /// It is on its way. Until then, what was there before may stay.
    Waiting {
        /// The answer to the question before, if there was one.
        previous: Option<Rc<T>>,
    },
    /// Here it is.
    Ready(Rc<T>),
    /// It did not load.
    Failed(LoadError),
}

impl<T> Clone for LoadState<T> {
    fn clone(&self) -> Self {
        match self {
            LoadState::Waiting { previous } => LoadState::Waiting { previous: previous.clone() },
            LoadState::Ready(value) => LoadState::Ready(Rc::clone(value)),
            LoadState::Failed(error) => LoadState::Failed(error.clone()),
        }
    }
}

impl<T> LoadState<T> {
    /// What can be shown: the answer, or the one before.
    pub(crate) fn shown(&self) -> Option<&Rc<T>> {
        match self {
            LoadState::Ready(value) => Some(value),
            LoadState::Waiting { previous } => previous.as_ref(),
            LoadState::Failed(_) => None,
        }
    }

    /// The answer itself.
    pub(crate) fn ready(&self) -> Option<&Rc<T>> {
        if let LoadState::Ready(value) = self { Some(value) } else { None }
    }

    /// Whether there is neither an answer nor a failure yet.
    pub(crate) fn is_waiting(&self) -> bool {
        matches!(self, LoadState::Waiting { .. })
    }
}

/// The last answer and the last failure, each with the key that it belongs to.
struct Answers<K, T> {
    answer: Option<(K, Rc<T>)>,
    failure: Option<(K, LoadError)>,
}

struct Arrival<K, T> {
    key: K,
    result: Result<T, LoadError>,
}

impl<K, T> Default for Answers<K, T> {
    fn default() -> Self {
        Answers { answer: None, failure: None }
    }
}

impl<K: Clone, T> Reducible for Answers<K, T> {
    type Action = Arrival<K, T>;

    fn reduce(self: Rc<Self>, Arrival { key, result }: Arrival<K, T>) -> Rc<Self> {
        Rc::new(match result {
            Ok(value) => Answers { answer: Some((key, Rc::new(value))), failure: None },
            Err(error) => Answers { answer: self.answer.clone(), failure: Some((key, error)) },
        })
    }
}

impl<K: PartialEq, T> Answers<K, T> {
    fn progress(&self, key: Option<&K>) -> LoadState<T> {
        match (&self.answer, &self.failure) {
            // The failure first: a gradual answer may have shown something before it failed.
            (_, Some((of, error))) if Some(of) == key => LoadState::Failed(error.clone()),
            (Some((of, value)), _) if Some(of) == key => LoadState::Ready(Rc::clone(value)),
            (answer, _) => {
                LoadState::Waiting { previous: answer.as_ref().map(|(_, value)| Rc::clone(value)) }
            }
        }
    }
}

/// Loads what belongs to `key`; nothing as long as there is none. A newer key supersedes an older
/// one, whose answer is not waited for.
#[hook]
pub(crate) fn use_load<K, T, Load, Answer>(key: Option<K>, load: Load) -> LoadState<T>
where
    K: Clone + PartialEq + 'static,
    T: 'static,
    Load: FnOnce(K) -> Answer + 'static,
    Answer: Future<Output = Result<T, LoadError>> + 'static,
{
    use_gradual_load(key, |key, show| async move {
        show.emit(load(key).await?);
        Ok(())
    })
}

/// The same for an answer that comes little by little: `load` shows what it has as often as it likes,
/// and may go on working after that.
#[hook]
pub(crate) fn use_gradual_load<K, T, Load, Answer>(key: Option<K>, load: Load) -> LoadState<T>
where
    K: Clone + PartialEq + 'static,
    T: 'static,
    Load: FnOnce(K, Callback<T>) -> Answer + 'static,
    Answer: Future<Output = Result<(), LoadError>> + 'static,
{
    let answers = use_reducer(Answers::<K, T>::default);
    let task = use_mut_ref(|| None);
    let dispatcher = answers.dispatcher();
    use_effect_on(key.clone(), move |key| {
        let Some(key) = key.clone() else { return };
        let show = {
            let (key, dispatcher) = (key.clone(), dispatcher.clone());
            Callback::from(move |value| dispatcher.dispatch(Arrival { key: key.clone(), result: Ok(value) }))
        };
        let answer = load(key.clone(), show);
        let work = async move {
            if let Err(error) = answer.await {
                dispatcher.dispatch(Arrival { key, result: Err(error) });
            }
        };
        let superseded = task.borrow_mut().take();
        *task.borrow_mut() = Some(Task::spawn(work.boxed_local(), superseded));
    });
    answers.progress(key.as_ref())
}

/// Work under way, given up when dropped.
pub(crate) struct Task(AbortHandle);

impl Task {
    /// Begins the new work before it gives up the old, so that a file that both need is not fetched
    /// again: otherwise, on a slow network, typing would never get anywhere.
    pub(crate) fn spawn(work: LocalBoxFuture<'static, ()>, superseded: Option<Task>) -> Task {
        let (work, handle) = abortable(join(work, async move { drop(superseded) }));
        spawn_local(async move {
            // Whether it ended or was aborted, nobody waits for it.
            let _ = work.await;
        });
        Task(handle)
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(arrivals: Vec<(u32, Result<char, LoadError>)>) -> Rc<Answers<u32, char>> {
        arrivals
            .into_iter()
            .fold(Rc::default(), |answers, (key, result)| Reducible::reduce(answers, Arrival { key, result }))
    }

    #[test]
    fn an_answer_stays_until_the_next() {
        let answers = after(vec![(1, Ok('a'))]);
        assert!(matches!(answers.progress(Some(&1)), LoadState::Ready(value) if *value == 'a'));
        assert!(
            matches!(answers.progress(Some(&2)), LoadState::Waiting { previous: Some(value) } if *value == 'a')
        );
        assert!(matches!(answers.progress(None), LoadState::Waiting { previous: Some(_) }));
    }

    #[test]
    fn a_failure_belongs_to_its_key() {
        let failure = || LoadError::Missing { file: "x".into() };
        let answers = after(vec![(1, Ok('a')), (2, Err(failure()))]);
        assert!(matches!(answers.progress(Some(&2)), LoadState::Failed(error) if error == failure()));
        assert!(matches!(answers.progress(Some(&1)), LoadState::Ready(_)));
        assert!(matches!(answers.progress(Some(&3)), LoadState::Waiting { previous: Some(_) }));
        let begun = after(vec![(1, Ok('a')), (1, Err(failure()))]);
        assert!(matches!(begun.progress(Some(&1)), LoadState::Failed(_)));
        let mended = after(vec![(2, Err(failure())), (2, Ok('b'))]);
        assert!(matches!(mended.progress(Some(&2)), LoadState::Ready(_)));
    }
}

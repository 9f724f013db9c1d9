//! A timer for tests. Its time stands still while there is anything to do, and then goes on to the
//! next moment that somebody waits for.

use std::cell::{Cell, RefCell};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::host::timer::Timer;

/// A timer whose time passes at once. Clones share their time.
#[derive(Clone, Default)]
pub(crate) struct VirtualTimer(Rc<Time>);

#[derive(Default)]
struct Time {
    now: Cell<f64>,
    waiting: RefCell<Vec<(f64, Waker)>>,
}

impl VirtualTimer {
    /// Runs a future to its end, however long it waits.
    pub(crate) fn run<T>(&self, future: impl Future<Output = T>) -> T {
        let mut future = pin!(future);
        let mut context = Context::from_waker(Waker::noop());
        loop {
            match future.as_mut().poll(&mut context) {
                Poll::Ready(value) => return value,
                Poll::Pending => self.go_on(),
            }
        }
    }

    /// Work that takes so many milliseconds and lets nothing else be done meanwhile.
    pub(crate) fn work(&self, milliseconds: f64) {
        self.0.now.update(|now| now + milliseconds);
    }

    fn go_on(&self) {
        let mut waiting = self.0.waiting.borrow_mut();
        let next = waiting.iter().map(|(until, _)| *until).min_by(f64::total_cmp);
        let next = next.unwrap_or_else(|| panic!("the future waits for nothing"));
        self.0.now.update(|now| now.max(next));
        waiting.retain(|(until, waker)| {
            let is_over = *until <= next;
            if is_over {
                waker.wake_by_ref();
            }
            !is_over
        });
    }
}

impl Timer for VirtualTimer {
    type Sleep = VirtualSleep;

    fn now(&self) -> f64 {
        self.0.now.get()
    }

    fn sleep(&self, milliseconds: u32) -> VirtualSleep {
        VirtualSleep { time: Rc::clone(&self.0), until: self.now() + f64::from(milliseconds) }
    }
}

/// Ends when the virtual time has come.
pub(crate) struct VirtualSleep {
    time: Rc<Time>,
    until: f64,
}

impl Future for VirtualSleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.time.now.get() >= self.until {
            return Poll::Ready(());
        }
        self.time.waiting.borrow_mut().push((self.until, context.waker().clone()));
        Poll::Pending
    }
}

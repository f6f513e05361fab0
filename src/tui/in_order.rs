//! Work that is done in the order in which it was asked for, and finished before the program ends.

use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;

type Job = Box<dyn FnOnce() + Send>;

/// A thread that does one thing after the other.
#[derive(Debug)]
pub struct InOrder {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Default for InOrder {
    fn default() -> InOrder {
        let (jobs, todo) = channel::<Job>();
        let thread = std::thread::spawn(move || {
            // A panic of one is told by the one that asked for it; the next goes on.
            todo.iter().for_each(|job| drop(std::panic::catch_unwind(std::panic::AssertUnwindSafe(job))));
        });
        InOrder { jobs: Some(jobs), thread: Some(thread) }
    }
}

impl InOrder {
    /// Asks for something to be done after everything asked for before.
    pub fn then(&self, job: impl FnOnce() + Send + 'static) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(Box::new(job));
        }
    }
}

impl Drop for InOrder {
    /// What was asked for is still done: nothing that somebody entered is lost by leaving.
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    #[test]
    fn everything_is_done_in_order_and_before_the_end() {
        let done = Arc::new(Mutex::new(Vec::new()));
        let in_order = InOrder::default();
        for number in 0..200 {
            let done = done.clone();
            in_order.then(move || {
                if number == 100 {
                    std::panic::resume_unwind(Box::new("one of them fails"));
                }
                done.lock().unwrap().push(number);
            });
        }
        drop(in_order);
        assert_eq!(*done.lock().unwrap(), (0..200).filter(|n| *n != 100).collect::<Vec<_>>());
    }
}

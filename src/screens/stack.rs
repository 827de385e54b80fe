//! Things one over the other, of which the top one is seen: never none.

use std::iter;

/// A stack that always holds something.
#[derive(Clone, Debug)]
pub struct Stack<T> {
    /// From the bottom up.
    under: Vec<T>,
    top: T,
}

impl<T> Stack<T> {
    /// A stack of one.
    pub fn new(only: T) -> Self {
        Self { under: Vec::new(), top: only }
    }

    /// What lies on top.
    pub fn top(&self) -> &T {
        &self.top
    }

    /// The same, to be changed.
    pub fn top_mut(&mut self) -> &mut T {
        &mut self.top
    }

    /// What lies next below the top, if anything does.
    pub fn below(&self) -> Option<&T> {
        self.under.last()
    }

    /// Everything, from the top down.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        iter::once(&self.top).chain(self.under.iter().rev())
    }

    /// The same, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        iter::once(&mut self.top).chain(self.under.iter_mut().rev())
    }

    /// Lays something on top.
    pub fn push(&mut self, next: T) {
        self.under.push(std::mem::replace(&mut self.top, next));
    }

    /// Takes the top away. `None` where nothing lies below: then it stays.
    pub fn pop(&mut self) -> Option<T> {
        let below = self.under.pop()?;
        Some(std::mem::replace(&mut self.top, below))
    }

    /// Puts one thing in the place of all. Returns what was there, from the top down.
    pub fn replace(&mut self, only: T) -> impl Iterator<Item = T> + use<T> {
        let top = std::mem::replace(&mut self.top, only);
        iter::once(top).chain(std::mem::take(&mut self.under).into_iter().rev())
    }
}

#[cfg(test)]
mod tests {
    //! What lies where after pushing and popping.

    use super::Stack;

    #[test]
    fn what_was_pushed_last_is_on_top_and_popped_first() {
        let mut stack = Stack::new(1);
        stack.push(2);
        stack.push(3);
        assert_eq!((stack.top(), stack.below()), (&3, Some(&2)));
        assert_eq!(stack.iter().copied().collect::<Vec<_>>(), [3, 2, 1]);
        assert_eq!((stack.pop(), stack.pop()), (Some(3), Some(2)));
    }

    #[test]
    fn the_last_thing_stays() {
        let mut stack = Stack::new(1);
        assert_eq!((stack.pop(), stack.top(), stack.below()), (None, &1, None));
    }

    #[test]
    fn one_thing_takes_the_place_of_all() {
        let mut stack = Stack::new(1);
        stack.push(2);
        assert_eq!(stack.replace(7).collect::<Vec<_>>(), [2, 1]);
        assert_eq!((stack.top(), stack.below()), (&7, None));
    }
}

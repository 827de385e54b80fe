//! What whole-program tests share, tested here by itself.

mod support {
    pub(crate) mod need;
}

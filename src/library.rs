//! Finds sessions and moves: the built-in ones, then the person's own; searches and suggests.

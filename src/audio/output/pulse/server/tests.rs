//! Tests of where a server is looked for.

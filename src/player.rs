//! Position and transport on a timeline: commands in, effects out, as data.

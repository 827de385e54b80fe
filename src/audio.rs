//! Sounds made audible: recipes, synthesis, mixing, and the outputs they are heard through.

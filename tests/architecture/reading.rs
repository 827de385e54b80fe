//! All source files, read for what the rules have a say in.

use super::rules::SourceFile;
use super::sightings::{Sighting, What, sightings};

/// Source files with what is seen in them, and what cannot be read.
pub(crate) struct Reading<'a> {
    pub(crate) files: Vec<(&'a SourceFile, Vec<Sighting>)>,
    pub(crate) complaints: Vec<String>,
}

/// Reads source files. What stands in the file of a test module is marked as seen in a test.
pub(crate) fn read(files: &[SourceFile]) -> Reading<'_> {
    let mut complaints = Vec::new();
    let mut read = Vec::new();
    for file in files {
        match sightings(&file.text, &file.module()) {
            Ok(seen) => read.push((file, seen)),
            Err(error) => complaints.push(format!("{}: {error}", file.path)),
        }
    }
    let test_modules = test_modules(&read);
    for (file, seen) in &mut read {
        let module = file.module();
        if test_modules.iter().any(|test| module.starts_with(test)) {
            for sighting in seen.iter_mut() {
                sighting.in_test = true;
            }
        }
    }
    Reading { files: read, complaints }
}

fn test_modules(read: &[(&SourceFile, Vec<Sighting>)]) -> Vec<Vec<String>> {
    let all = read.iter().flat_map(|(_, seen)| seen);
    all.filter_map(|sighting| match &sighting.what {
        What::TestModule(module) => Some(module.clone()),
        _ => None,
    })
    .collect()
}

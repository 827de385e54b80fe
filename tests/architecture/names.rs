//! The rule that a type's name stands in one file, and a public one in one room.

use std::collections::{BTreeMap, BTreeSet};

use super::reading::Reading;
use super::sightings::What;

/// How often type names are used twice.
pub(crate) struct Names {
    /// How many names there are.
    pub(crate) count: usize,
    /// Names that stand in more than one file, each with its files.
    pub(crate) in_more_files: Vec<String>,
    /// Names that other rooms may use and that more than one room declares, each with its files.
    pub(crate) in_more_rooms: Vec<String>,
}

/// Where a name is declared.
#[derive(Default)]
struct Places<'a> {
    files: BTreeSet<&'a str>,
    /// The rooms that let others use it.
    rooms: BTreeSet<String>,
}

/// Counts the names of types outside tests. Those in `excepted` count as standing in one file.
pub(crate) fn names(reading: &Reading<'_>, excepted: &[&str]) -> Names {
    let mut found: BTreeMap<&str, Places<'_>> = BTreeMap::new();
    for (file, seen) in &reading.files {
        for sighting in seen.iter().filter(|sighting| !sighting.in_test) {
            let What::Type(seen) = &sighting.what else { continue };
            let places = found.entry(&seen.name).or_default();
            places.files.insert(&file.path);
            places.rooms.extend(file.module().first().filter(|_| seen.is_public).cloned());
        }
    }
    let told = |is_so: fn(&Places<'_>) -> bool| {
        let twice = found.iter().filter(|(name, places)| is_so(places) && !excepted.contains(name));
        let said = twice.map(|(name, places)| {
            let files: Vec<_> = places.files.iter().copied().collect();
            format!("`{name}`: {}", files.join(", "))
        });
        said.collect()
    };
    Names {
        count: found.len(),
        in_more_files: told(|places| places.files.len() > 1),
        in_more_rooms: told(|places| places.rooms.len() > 1),
    }
}

mod tests {
    //! What counts as a name, and as the same one twice.

    use super::{Names, names};
    use crate::architecture::reading::read;
    use crate::architecture::snippets::file;

    fn of(texts: &[(&str, &str)]) -> Names {
        let files: Vec<_> = texts.iter().map(|(path, text)| file(path, text)).collect();
        names(&read(&files), &["Excepted"])
    }

    #[test]
    fn structs_enums_traits_and_aliases_are_names() {
        let text =
            "struct A; pub enum B {} pub(crate) trait C {} type D = u8; fn f() { struct E; }";
        assert_eq!(of(&[("src/tui.rs", text)]).count, 5);
    }

    #[test]
    fn an_associated_type_is_no_name() {
        let text = "trait A { type Item; } impl Iterator for B { type Item = u8; fn f() {} }";
        assert_eq!(of(&[("src/tui.rs", text)]).count, 1);
    }

    #[test]
    fn a_name_of_tests_is_no_name() {
        let text = "#[cfg(test)] mod tests { struct A; }";
        assert_eq!(of(&[("src/tui.rs", text)]).count, 0);
    }

    #[test]
    fn a_name_in_two_files_is_found_with_them() {
        let found = of(&[("src/tui/a.rs", "struct A;"), ("src/tui/b.rs", "enum A {}")]);
        assert_eq!(found.in_more_files, ["`A`: src/tui/a.rs, src/tui/b.rs"]);
        assert!(found.in_more_rooms.is_empty());
    }

    #[test]
    fn a_public_name_in_two_rooms_is_found() {
        let found =
            of(&[("src/tui.rs", "pub struct A;"), ("src/audio.rs", "pub(crate) enum A {}")]);
        assert_eq!(found.in_more_rooms, ["`A`: src/audio.rs, src/tui.rs"]);
    }

    #[test]
    fn a_name_closed_to_other_rooms_is_no_public_one() {
        let found =
            of(&[("src/tui.rs", "pub struct A;"), ("src/audio/b.rs", "pub(super) struct A;")]);
        assert_eq!((found.in_more_files.len(), found.in_more_rooms.len()), (1, 0));
    }

    #[test]
    fn an_excepted_name_is_passed_over() {
        let found =
            of(&[("src/tui.rs", "pub struct Excepted;"), ("src/cli.rs", "pub struct Excepted;")]);
        assert_eq!((found.count, found.in_more_files.len(), found.in_more_rooms.len()), (1, 0, 0));
    }
}

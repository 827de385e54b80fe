//! The rule that no circle forms among the files of a room.
//!
//! A file and the folder beside it are one part: `engine.rs` may use what is in `engine/`, and what
//! is in there may use what `engine.rs` declares. Between the parts of one folder paths lead one way
//! only, whether they go straight or through a name that a file passes on from another.

use std::collections::{BTreeMap, BTreeSet};

use super::reading::Reading;
use super::rules::SourceFile;
use super::sightings::{SeenPath, What};

/// The most names that one path is followed through.
const MOST_NAMES: usize = 16;

type Module = Vec<String>;

/// Every circle between parts of a folder, with one use for each step on the way.
pub(crate) fn circles(reading: &Reading<'_>) -> Vec<String> {
    let house = House::of(&reading.files);
    let mut folders: BTreeMap<Module, Folder> = BTreeMap::new();
    for (file, seen) in &reading.files {
        let own = file.module();
        for sighting in seen.iter().filter(|sighting| !sighting.in_test) {
            let What::Path(path) = &sighting.what else { continue };
            let Some(target) = house.resolve(&path.module, &path.parts, MOST_NAMES) else {
                continue;
            };
            let shared = own.iter().zip(&target).take_while(|(one, other)| one == other).count();
            let (Some(from), Some(to)) = (own.get(shared), target.get(shared)) else { continue };
            if shared > 0 {
                let uses = folders.entry(own[..shared].to_vec()).or_default();
                let place = format!("{}:{}", file.path, sighting.line);
                uses.0.entry((from.clone(), to.clone())).or_insert(place);
            }
        }
    }
    folders.iter().flat_map(|(module, folder)| folder.circles(module)).collect()
}

/// Which files there are, and which names each has from elsewhere.
#[derive(Default)]
struct House<'a> {
    files: BTreeSet<Module>,
    imports: BTreeMap<Module, BTreeMap<&'a str, &'a SeenPath>>,
}

impl<'a> House<'a> {
    fn of(files: &'a [(&SourceFile, Vec<super::sightings::Sighting>)]) -> Self {
        let mut house = Self::default();
        for (file, seen) in files {
            house.files.insert(file.module());
            for sighting in seen.iter().filter(|sighting| !sighting.in_test) {
                let What::Path(path) = &sighting.what else { continue };
                let Some(name) = &path.imported_as else { continue };
                house.imports.entry(path.module.clone()).or_default().insert(name, path);
            }
        }
        house
    }

    /// The file that holds what a path written in `module` names; `None` where it leaves the crate.
    fn resolve(&self, module: &[String], parts: &[String], names_left: usize) -> Option<Module> {
        let (first, rest) = parts.split_first()?;
        let here = module.to_vec();
        match first.as_str() {
            "crate" | "unclench" => self.follow(Vec::new(), rest, names_left),
            "self" => self.follow(here, rest, names_left),
            "super" => self.follow(parent(here), rest, names_left),
            _ if self.knows(module, first, parts) => self.follow(here, parts, names_left),
            _ => None,
        }
    }

    /// Whether a module has a file or a name of its own called so. An import of the crate `toml` as
    /// `toml` is none.
    fn knows(&self, module: &[String], name: &String, parts: &[String]) -> bool {
        let is_file = self.files.contains(&[module, std::slice::from_ref(name)].concat());
        let import = self.imports.get(module).and_then(|names| names.get(name.as_str()));
        is_file || import.is_some_and(|import| import.parts != parts)
    }

    fn follow(&self, mut at: Module, parts: &[String], names_left: usize) -> Option<Module> {
        let Some((first, rest)) = parts.split_first() else { return self.file(at) };
        if first == "super" {
            return self.follow(parent(at), rest, names_left);
        }
        let deeper = [&at[..], std::slice::from_ref(first)].concat();
        if self.files.contains(&deeper) {
            return self.follow(deeper, rest, names_left);
        }
        match self.imports.get(&at).and_then(|names| names.get(first.as_str())) {
            Some(import) if names_left > 0 => {
                let parts = [&import.parts[..], rest].concat();
                self.resolve(&import.module, &parts, names_left - 1)
            }
            Some(_) => None,
            None => {
                at.extend((!rest.is_empty()).then(|| first.clone()));
                self.file(at)
            }
        }
    }

    /// The file that a module is written in: its own, or that of the module around it.
    fn file(&self, mut module: Module) -> Option<Module> {
        while !self.files.contains(&module) {
            module.pop()?;
        }
        Some(module)
    }
}

fn parent(mut module: Module) -> Module {
    module.pop();
    module
}

/// Which parts of a folder use which, and where that is first written.
#[derive(Default)]
struct Folder(BTreeMap<(String, String), String>);

impl Folder {
    fn circles(&self, module: &[String]) -> Vec<String> {
        let parts: BTreeSet<&String> = self.0.keys().flat_map(|(from, to)| [from, to]).collect();
        let mut told = BTreeSet::new();
        let mut circles = Vec::new();
        for part in parts {
            let beyond = self.reached_from(part);
            if told.contains(part) || !beyond.contains(part) {
                continue;
            }
            let circle: BTreeSet<&String> = (beyond.iter().copied())
                .filter(|other| self.reached_from(other).contains(part))
                .collect();
            circles.push(self.told(module, &circle));
            told.extend(circle);
        }
        circles
    }

    fn reached_from<'a>(&'a self, part: &String) -> BTreeSet<&'a String> {
        let mut reached = BTreeSet::new();
        let mut waiting: Vec<&String> = vec![part];
        while let Some(from) = waiting.pop() {
            for (_, to) in self.0.keys().filter(|(start, _)| start == from) {
                if reached.insert(to) {
                    waiting.push(to);
                }
            }
        }
        reached
    }

    fn told(&self, module: &[String], circle: &BTreeSet<&String>) -> String {
        let names: Vec<_> = circle.iter().map(|name| format!("`{name}`")).collect();
        let uses =
            self.0.iter().filter(|((from, to), _)| circle.contains(from) && circle.contains(to));
        let uses: Vec<_> =
            uses.map(|((from, to), place)| format!("{from} uses {to} at {place}")).collect();
        format!("src/{}: a circle of {}: {}", module.join("/"), names.join(", "), uses.join("; "))
    }
}

mod tests {
    //! What is a circle, and what is not.

    use super::circles;
    use crate::architecture::reading::read;
    use crate::architecture::snippets::file;

    fn found(texts: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<_> = texts.iter().map(|(path, text)| file(path, text)).collect();
        circles(&read(&files))
    }

    #[test]
    fn two_files_that_use_each_other_are_a_circle() {
        let texts = [
            ("src/tui.rs", "mod a; mod b;"),
            ("src/tui/a.rs", "use super::b::B;"),
            ("src/tui/b.rs", "\nuse crate::tui::a::A;"),
        ];
        let wanted =
            "src/tui: a circle of `a`, `b`: a uses b at src/tui/a.rs:1; b uses a at src/tui/b.rs:2";
        assert_eq!(found(&texts), [wanted]);
    }

    #[test]
    fn a_way_through_three_files_is_one_circle() {
        let texts = [
            ("src/tui.rs", "mod a; mod b; mod c;"),
            ("src/tui/a.rs", "use super::b::B;"),
            ("src/tui/b.rs", "fn f() { super::c::f() }"),
            ("src/tui/c.rs", "use super::a::A;"),
        ];
        assert_eq!(found(&texts).len(), 1);
    }

    #[test]
    fn files_that_lead_one_way_are_no_circle() {
        let texts = [
            ("src/tui.rs", "mod a; mod b; mod c;"),
            ("src/tui/a.rs", "use super::b::B; use super::c::C;"),
            ("src/tui/b.rs", "use super::c::C;"),
            ("src/tui/c.rs", ""),
        ];
        assert!(found(&texts).is_empty());
    }

    #[test]
    fn a_file_and_its_folder_are_one_part() {
        let texts = [
            ("src/tui.rs", "mod a; struct Shared; fn f() { a::f() }"),
            ("src/tui/a.rs", "use super::Shared;"),
        ];
        assert!(found(&texts).is_empty());
    }

    #[test]
    fn a_name_that_is_passed_on_leads_to_where_it_is_declared() {
        let texts = [
            ("src/tui.rs", "mod a; mod b; pub use a::A; pub use b::{B as Bee};"),
            ("src/tui/a.rs", "use super::Bee;"),
            ("src/tui/b.rs", "use crate::tui::A;"),
        ];
        assert_eq!(found(&texts).len(), 1);
    }

    #[test]
    fn folders_count_with_all_they_hold() {
        let texts = [
            ("src/tui.rs", "mod a; mod b;"),
            ("src/tui/a.rs", "mod deep;"),
            ("src/tui/a/deep.rs", "use crate::tui::b::B;"),
            ("src/tui/b.rs", "mod deep; use super::a::A;"),
            ("src/tui/b/deep.rs", ""),
        ];
        assert_eq!(found(&texts).len(), 1);
    }

    #[test]
    fn tests_form_no_circle() {
        let texts = [
            ("src/tui.rs", "mod a; mod b;"),
            ("src/tui/a.rs", "use super::b::B;"),
            ("src/tui/b.rs", "#[cfg(test)] mod tests { use crate::tui::a::A; }"),
        ];
        assert!(found(&texts).is_empty());
    }

    #[test]
    fn a_crate_called_like_a_file_is_no_use_of_it() {
        let texts = [
            ("src/tui.rs", "mod a; mod toml;"),
            ("src/tui/a.rs", "use toml::Table; fn f() { toml::from_str() }"),
            ("src/tui/toml.rs", "use super::a::A;"),
        ];
        assert!(found(&texts).is_empty());
    }
}

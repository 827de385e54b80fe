//! How deep a file is looked into.

use toml::de::DeTable;

use super::is_deep;

#[test]
fn tables_and_lists_nest_twenty_four_deep_and_no_deeper() {
    let lists = |depth: usize| format!("a = {}{}", "[".repeat(depth), "]".repeat(depth));
    let tables = |depth: usize| format!("a = {}1{}", "{a = ".repeat(depth), "}".repeat(depth));
    for (depth, deep) in [(1, false), (24, false), (25, true)] {
        for text in [lists(depth), tables(depth)] {
            let table = DeTable::parse(&text).expect("it is TOML");
            assert_eq!(is_deep(table.get_ref()), deep, "{text}");
        }
    }
}

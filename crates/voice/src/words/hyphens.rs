//! Words that are joined by hyphens: one of two carries the stress, half of more.

use super::Token;
use crate::sounds::{STRESS, lighter};

/// Sounds that count twice when two words are weighed.
const HEAVY: &str = "AIOQWYʤʧ";

/// Makes the lighter words of each group light.
pub(super) fn settle(said: &mut [String], tokens: &[Token]) {
    let mut from = 0;
    while from < tokens.len() {
        let mut to = from;
        while to + 1 < tokens.len() && !tokens[to].space && joins(&tokens[to], &tokens[to + 1]) {
            to += 1;
        }
        settle_group(&mut said[from..=to]);
        from = to + 1;
    }
}

fn joins(one: &Token, other: &Token) -> bool {
    let part = |token: &Token| token.is_word() || token.text == "-";
    part(one) && part(other)
}

fn settle_group(said: &mut [String]) {
    let heard = said.iter().enumerate().filter(|(_, sounds)| !sounds.is_empty());
    let mut weighed: Vec<(bool, usize, usize)> = heard
        .map(|(at, sounds)| {
            let weight = |sound: char| if HEAVY.contains(sound) { 2 } else { 1 };
            (sounds.contains(STRESS), sounds.chars().map(weight).sum(), at)
        })
        .collect();
    let stressed = weighed.iter().filter(|it| it.0).count();
    if weighed.len() < 2 || stressed <= weighed.len().div_ceil(2) {
        return;
    }
    weighed.sort_unstable();
    for (stressed, _, at) in &weighed[..weighed.len() / 2] {
        if *stressed {
            said[*at] = lighter(&said[*at]);
        }
    }
}

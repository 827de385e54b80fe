//! Engines that may not be needed are asked only once they are: one that hangs would be waited for.

use super::{EngineSearch, SpeechEngines};
use crate::choices::{Choice as _, EngineChoice, EngineKind};
use crate::voice::process::StopSignal;

impl SpeechEngines {
    /// Looks for the engines that come before all others by a wish, and asks those. The others wait
    /// for [`look_further`](Self::look_further).
    pub fn find_first(search: &EngineSearch, wish: EngineChoice, stop: &StopSignal) -> Self {
        let (first, others) = search.kinds.iter().partition(|kind| comes_first(**kind, wish));
        let of = |kinds| EngineSearch { kinds, ..search.clone() };
        Self { unasked: Some(of(others)), ..Self::find_until(&of(first), stop) }
    }

    /// Looks for the engines that were not looked for yet. Gives whether there were such.
    pub fn look_further(&mut self, stop: &StopSignal) -> bool {
        let Some(search) = self.unasked.take() else { return false };
        let others = Self::find_until(&search, stop);
        self.found.extend(others.found);
        self.problems.extend(others.problems);
        // By themselves engines count in this order, whichever was asked first.
        self.found.sort_by_key(|engine| EngineKind::ALL.iter().position(|it| *it == engine.kind));
        true
    }
}

/// Whether an engine is asked at once: the one that is wished for, or where none is, those that
/// count no less than the voice that is built in.
fn comes_first(kind: EngineKind, wish: EngineChoice) -> bool {
    let place = |kind| EngineKind::ALL.iter().position(|it| *it == kind);
    match wish {
        EngineChoice::First(wished) => kind == wished,
        _ => place(kind) <= place(EngineKind::BuiltIn),
    }
}

//! What `doctor` says where something is set so low that it is not heard.

use crate::choices::{Choice as _, SoundKind};
use crate::config::{Remembered, Settings};

/// What is not heard since its volume is 0, and how to hear it again; `None` where all is heard.
pub(super) fn silent(settings: &Settings, remembered: &Remembered) -> Option<String> {
    let volume = remembered.volume.unwrap_or(settings.volume);
    if volume == 0 {
        let from = origin(remembered.volume.is_some());
        return Some(format!("0, {from}: nothing is heard\n`k` makes it louder in a session"));
    }
    let mix = settings.first_mix().recalling(&remembered.mix);
    let lines = SoundKind::ALL.iter().filter(|kind| mix.of(**kind) == 0).map(|kind| {
        let was_left = remembered.mix.contains_key(kind);
        let from = match kind {
            SoundKind::Breath if !was_left && !settings.breath_tone => "since `breath-tone` is off",
            _ => origin(was_left),
        };
        format!("`{}` is at 0, {from}: it is not heard", kind.word())
    });
    let mut lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return None;
    }
    lines.push("`v` in a session shows the volumes".to_owned());
    Some(lines.join("\n"))
}

fn origin(was_left: bool) -> &'static str {
    if was_left { "as it was left" } else { "as your settings say" }
}

#[cfg(test)]
mod tests {
    use super::silent;
    use crate::choices::{Mix, SoundKind};
    use crate::config::{Remembered, Settings};

    #[test]
    fn a_volume_at_zero_is_named_whether_it_was_set_or_left_so() {
        let set = Settings { volume: 0, ..Settings::default() };
        let left = Remembered { volume: Some(0), ..Remembered::default() };
        let told =
            |settings: &Settings, left: &Remembered| silent(settings, left).expect("it is named");
        assert!(told(&set, &Remembered::default()).starts_with("0, as your settings say: nothing"));
        assert!(told(&Settings::default(), &left).starts_with("0, as it was left: nothing"));
        let louder = Remembered { volume: Some(40), ..Remembered::default() };
        assert_eq!(silent(&set, &louder), None);
    }

    #[test]
    fn each_kind_at_zero_is_named() {
        let mix = Mix { voice: 0, ..Mix::default() };
        let settings = Settings { mix, breath_tone: false, ..Settings::default() };
        let remembered = Remembered { mix: [(SoundKind::Bed, 0)].into(), ..Remembered::default() };
        let told = silent(&settings, &remembered).expect("they are named");
        let lines = [
            "`voice` is at 0, as your settings say: it is not heard",
            "`breath` is at 0, since `breath-tone` is off: it is not heard",
            "`bed` is at 0, as it was left: it is not heard",
            "`v` in a session shows the volumes",
        ];
        assert_eq!(told, lines.join("\n"));
        assert_eq!(silent(&Settings::default(), &Remembered::default()), None);
    }
}

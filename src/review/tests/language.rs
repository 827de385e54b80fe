//! The rules that know German words too.

use super::{messages, reviewed};

/// A German session of one massage step with these lines.
fn german(lines: &str) -> String {
    format!(
        "format = 1\ntitle = \"T\"\nsummary = \"S\"\nlanguage = \"de\"\nsettings = [\"home\"]\n\
         position = \"any\"\ngoals = [\"stress\"]\ntools = [\"hands\"]\ncautions = [\"C\"]\nsources = [\"S\"]\n\
         [[steps]]\nkind = \"rest\"\ntitle = \"Ruhe\"\ntext = \"Sitz bequem.\"\nlength = \"20s\"\n\
         [[steps]]\nkind = \"massage\"\ntitle = \"Wade\"\ntext = \"Knete die {{side}} Wade, nie in der Kniekehle.\"\n\
         region = \"calf\"\nside = \"both\"\ntechnique = \"swedish\"\npressure = 3\n\
         stroke = {{ kind = \"petrissage\", direction = \"along\" }}\nlength = \"60s\"\n\
         lines = [{lines}]\n\
         [[steps]]\nkind = \"rest\"\ntitle = \"Ruhe\"\ntext = \"Und ruh aus.\"\nlength = \"15s\"\n"
    )
}

fn codes(lines: &str) -> Vec<&'static str> {
    let problems = reviewed("wade", &german(lines));
    let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
    let known = ["late-warning", "study-talk"];
    assert!(codes.iter().all(|code| known.contains(code)), "{}", messages(&problems));
    codes
}

#[test]
fn a_german_warning_in_the_middle_of_a_step_is_told() {
    for late in ["Hör auf, wenn es wehtut.", "Nie auf den Knochen.", "Nicht fester drücken."] {
        assert_eq!(codes(&format!("{{ at = \"50%\", text = \"{late}\" }}")), ["late-warning"]);
    }
}

#[test]
fn a_german_line_that_warns_of_nothing_or_of_what_comes_next_is_left_alone() {
    for fine in ["Atme weiter.", "Gleich der Fuß. Nie auf den Knochen."] {
        assert_eq!(codes(&format!("{{ at = \"50%\", text = \"{fine}\" }}")), [""; 0], "{fine}");
    }
}

#[test]
fn german_studies_in_the_middle_of_a_session_are_told() {
    for told in ["Eine Studie fand wenig.", "Vier Prozent merkten nichts.", "40 % merkten nichts."]
    {
        assert_eq!(codes(&format!("{{ at = \"50%\", text = \"{told}\" }}")), ["study-talk"]);
    }
}

/// The codes for a German step that says one thing and shows another.
fn shown_as(text: &str, touch: &str) -> Vec<&'static str> {
    let told = "Knete die {side} Wade, nie in der Kniekehle.";
    let file = german("").replace(told, &format!("Jetzt die {{side}} Wade. {text}"));
    let file =
        file.replace("direction = \"along\" }", &format!("direction = \"along\" }}\n{touch}"));
    reviewed("wade", &file).iter().map(|problem| problem.code).collect()
}

#[test]
fn german_words_that_name_another_part_of_the_hand_than_is_shown_are_told() {
    for (text, touch) in [
        ("Streich mit dem Daumen hinauf.", "touch = { with = \"palm\", hands = \"same\" }"),
        ("Nimm eine lockere Faust.", "touch = { with = \"fingertips\" }"),
        ("Streich mit beiden Händen.", "touch = { with = \"whole-hand\", hands = \"same\" }"),
    ] {
        assert_eq!(shown_as(text, touch), ["other-touch"], "{text}");
    }
}

#[test]
fn german_words_that_fit_the_picture_or_measure_with_the_hand_are_left_alone() {
    for (text, touch) in [
        ("Streich mit beiden Daumen hinauf.", "touch = { with = \"thumb\", hands = \"both\" }"),
        ("Beginn eine Handbreit über dem Knöchel.", "touch = { with = \"soft-fist\" }"),
        ("Umfass sie mit den Händen.", "touch = { with = \"grip\" }"),
    ] {
        assert_eq!(shown_as(text, touch), [""; 0], "{text}");
    }
}

/// What is told of the words of a session in which `language` stands or not.
#[cfg(feature = "built-in-voice")]
fn told_of_words(language: &str, words: &str) -> Vec<String> {
    let text = format!(
        "format = 1\ntitle = \"T\"\nsummary = \"S\"\n{language}settings = [\"home\"]\nposition = \"any\"\n\
         goals = [\"stress\"]\nsources = [\"S\"]\n[[steps]]\nkind = \"rest\"\ntitle = \"T\"\n\
         text = \"{words}\"\nlength = \"60s\"\n"
    );
    let problems = reviewed("words", &text);
    problems.iter().filter(|it| it.code == "unknown-word").map(ToString::to_string).collect()
}

#[cfg(feature = "built-in-voice")]
#[test]
fn words_of_another_language_are_one_problem_and_none_once_it_is_said() {
    for (language, words) in [
        ("de", "Setz dich bequem hin. Lass die Schultern sinken."),
        ("th", "หายใจเข้าช้าๆ แล้วหายใจออก วางมือบนตัก ผ่อนคลาย"),
        ("zh", "慢慢吸气。然后呼气。把手放在腿上。放松肩膀。"),
        ("ja", "ゆっくり息を吸います。息を吐きます。手を膝に置きます。肩を下ろします。"),
        ("ru", "Сядьте удобно. Медленно вдохните и выдохните."),
    ] {
        let told = told_of_words("", words);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains(&format!("`language = \"{language}\"`")), "{told:?}");
        let said = told_of_words(&format!("language = \"{language}\"\n"), words);
        assert!(said.is_empty(), "{said:?}");
    }
    let disguised = told_of_words("", "Rest like a f\u{430}ther, and br\u{435}athe.");
    assert!(disguised.is_empty(), "its letters are told: {disguised:?}");
    let told = told_of_words("", "Rest like a florbix, zwirbly and grelbing, in the sun.");
    assert_eq!(told.len(), 3, "{told:?}");
}

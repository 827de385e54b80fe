//! What comes of another size of the screen.

use super::TestProgram;
use crate::conductor::terminal::cells;

#[tokio::test(start_paused = true)]
async fn a_screen_of_another_size_is_drawn_anew_at_once_also_in_a_pause() {
    for script in ["mark 60x20 10 q", "enter enter 8000 space 10 mark 60x20 10 q"] {
        let mut program = TestProgram::new();
        program.play(script).await;
        assert!(program.log.after_mark("drawn") >= 1, "{script}");
        let area = *program.screen.canvas.terminal.backend().buffer().area();
        assert_eq!((area.width, area.height), (60, 20), "{script}");
    }
}

#[test]
fn a_terminal_that_knows_no_size_or_says_more_than_any_screen_has_is_drawn_on_in_part() {
    let drawn = [(0, 0), (100, 30), (65_535, 40), (65_535, 65_535)].map(|(columns, rows)| {
        let area = cells(columns, rows);
        (area.width, area.height)
    });
    assert_eq!(drawn, [(80, 24), (100, 30), (2_000, 40), (2_000, 1_000)]);
}

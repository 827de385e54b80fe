//! What comes of another size of the screen.

use super::TestProgram;

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

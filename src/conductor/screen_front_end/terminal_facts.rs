//! What is drawn first, and anew once the terminal has told of itself.

use std::io;

use super::ScreenFrontEnd;
use crate::canvas::TerminalProgram;
use crate::conductor::terminal::Canvas;
use crate::conductor::terminal_answer::TerminalFact;
use crate::conductor::themes::PictureOrigin;
use crate::pictures::PictureWay;
use crate::playback::{AudioSink, Clock};
use crate::player::Effect;

impl<Time: Clock, Surface: Canvas, Sink: AudioSink> ScreenFrontEnd<Time, Surface, Sink> {
    /// Draws the first frame that has figures, with what followed of a session that was begun at once.
    ///
    /// # Errors
    /// Whatever the terminal says.
    pub(in crate::conductor) fn open(&mut self, begun: Option<Vec<Effect>>) -> io::Result<()> {
        if let PictureOrigin::Chosen(way) = self.pictures {
            self.show_pictures(way);
        }
        if let Some(effects) = begun {
            self.playback.carry_out(effects);
        } else if !self.app.asks_before_session() {
            // What else there is to play is looked for once somebody goes there.
            self.look_around();
        }
        self.draw()
    }

    /// Takes on the theme for the terminal's ground, which it has told, or draws in pixels from now on.
    pub(super) fn learn(&mut self, fact: TerminalFact) -> io::Result<()> {
        match fact {
            TerminalFact::Ground(ground) => {
                // What is around tmux answers after it.
                let is_around = matches!(
                    self.pictures,
                    PictureOrigin::AskedAround | PictureOrigin::Chosen(PictureWay::Placeholders)
                );
                if !is_around {
                    self.answers.close();
                }
                let (chosen, depth) = self.theme;
                self.view.set_theme(chosen.on(depth, ground));
            }
            TerminalFact::Name(name) => {
                // What it does not say of itself the environment may know better.
                if self.cells.is_none() && name.program != TerminalProgram::Other {
                    self.view.pixels = name.pixel_shape();
                }
                if self.pictures == PictureOrigin::AskedAround && name.draws_placeholders() {
                    self.pictures = PictureOrigin::Chosen(PictureWay::Placeholders);
                }
                if let Some(way) = PictureWay::of(name)
                    && self.pictures == PictureOrigin::Asked
                    && self.view.cell.is_none()
                {
                    self.show_pictures(way);
                }
            }
            TerminalFact::ShowsPictures(true) => {
                match self.pictures {
                    // What is around tmux shows pictures, but draws no letters as such.
                    PictureOrigin::AskedAround => return Ok(()),
                    PictureOrigin::Chosen(way) => self.show_pictures(way),
                    _ => self.show_pictures(PictureWay::Kitty),
                }
            }
            TerminalFact::ShowsPictures(false) => return Ok(()),
        }
        self.draw()
    }

    /// Draws in pixels from now on, where the terminal says how many its cells have.
    fn show_pictures(&mut self, way: PictureWay) {
        (self.view.cell, self.view.way) = (self.canvas.cell_pixels(), way);
    }
}

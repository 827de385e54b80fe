//! What a key or click means.

/// What a key or click means, before any screen has looked at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first line.
    First,
    /// To the last line.
    Last,
    /// Go on with what is selected.
    Open,
    /// Go back.
    Back,
    /// Keeps a session among the favourites, or no longer.
    Favourite,
    /// Leave the program.
    Quit,
    /// Go on with a session that was interrupted.
    GoOn,
    /// Let a session go that was interrupted.
    LetGo,
    /// Show or hide the keys.
    Help,
    /// To the pages about what is on screen.
    Learn,
    /// To the list of everything there is a page about.
    Topics,
    /// To a related page, counted from 1.
    Related(u8),
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// To the body map.
    BodyMap,
    /// To the list beside the body map, or back to the map.
    List,
    /// To a plan made for the person.
    Plan,
    /// Another plan for the same, or another offer.
    Another,
    /// To what a person tells of their body.
    Profile,
    /// To what helped.
    Helped,
    /// To the library.
    Library,
    /// To the answers of the day.
    Today,
    /// It is so, or it is not: a question before a session, counted from 1.
    Answer(u8),
    /// A digit of a number that a person gives of themselves, 0–9.
    Digit(u8),
    /// Only what suits the next setting.
    Setting,
    /// Only what lasts no longer than the next time.
    AtMost,
    /// Type to search.
    Search,
    /// One letter of a search.
    Type(char),
    /// Take one letter of a search back.
    Erase,
    /// A minute shorter.
    Shorter,
    /// A minute longer.
    Longer,
    /// Pause, or go on.
    Toggle,
    /// On to the next step, page, group or picture.
    Next,
    /// Back to the step, page, group or picture before.
    Previous,
    /// This step from its start.
    Restart,
    /// Ten seconds back.
    Rewind,
    /// Ten seconds forward.
    Forward,
    /// Thirty seconds more of this step.
    Extend,
    /// Breathe as the page says.
    Try,
    /// To the ways to breathe.
    Breathe,
    /// To these pictures of the body, counted from 1.
    Pictures(u8),
    /// A key that means nothing here: the keys that do are shown again.
    ShowKeys,
    /// Dim and warm, or as by day.
    Night,
    /// Any other key in the dark.
    Light,
    /// End the session now.
    Finish,
    /// Stop at once, since something does not feel right.
    Stop,
    /// Louder.
    Louder,
    /// Quieter.
    Quieter,
    /// Sound off, or on again.
    Mute,
    /// To the volumes, or back from them.
    Volumes,
    /// What is chosen among the volumes as loud as this, 0–100.
    Level(u8),
    /// The same session once more.
    Again,
    /// A click on a cell of the screen: column and row.
    Click(u16, u16),
}

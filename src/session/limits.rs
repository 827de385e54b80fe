//! How large a session file and its parts may be. The reference in `sessions/README.md` names them all.

/// Largest file, in bytes: 256 KiB.
pub const FILE_BYTES: usize = 256 * 1024;
/// Most steps and groups written in one file.
pub const STEPS: usize = 1_000;
/// Most step instances after repeats and sides.
pub const PARTS: u64 = 10_000;
/// Deepest nesting of groups.
pub const GROUP_DEPTH: usize = 3;
/// Most repeats of a group.
pub const REPEATS: i64 = 100;
/// Longest session, in milliseconds: 12 hours.
pub const SESSION_MILLIS: u64 = 12 * 60 * 60 * 1_000;
/// Shortest step, in milliseconds.
pub const STEP_MIN_MILLIS: u64 = 1_000;
/// Longest step, in milliseconds: 4 hours.
pub const STEP_MAX_MILLIS: u64 = 4 * 60 * 60 * 1_000;
/// Longest pack, in milliseconds: 20 minutes, since skin burns and freezes unnoticed.
pub const PACK_MILLIS: u64 = 20 * 60 * 1_000;
/// Longest lead-in, in milliseconds.
pub const LEAD_IN_MILLIS: u64 = 5 * 60 * 1_000;
/// Shortest and longest time of one stroke, in milliseconds.
pub const TEMPO_MILLIS: (u64, u64) = (300, 60_000);
/// Shortest time to tense, in milliseconds.
pub const TENSE_MIN_MILLIS: u64 = 1_000;
/// Shortest time to let go, in milliseconds.
pub const RELEASE_MIN_MILLIS: u64 = 10_000;
/// Longest time to let go, in milliseconds.
pub const RELEASE_MAX_MILLIS: u64 = 5 * 60 * 1_000;
/// Most rounds of tensing.
pub const TENSE_TIMES: i64 = 5;
/// Longest title, in characters.
pub const TITLE: usize = 80;
/// Longest summary, spoken line, source, caution and hint, in characters.
pub const LINE: usize = 300;
/// Longest instruction, in characters.
pub const TEXT: usize = 400;
/// Longest name of an author or licence, in characters.
pub const NAME: usize = 100;
/// Most sources.
pub const SOURCES: usize = 50;
/// Most cautions.
pub const CAUTIONS: usize = 20;
/// The least and the most that is counted aloud to.
pub const COUNT_TO: (i64, i64) = (2, 30);
/// The shortest and the longest time of one repetition that is counted aloud, in milliseconds.
pub const COUNT_MILLIS: (u64, u64) = (1_500, 30_000);
/// The fewest and the most parts of a repetition.
pub const REPETITION_PHASES: (usize, usize) = (2, 6);
/// The shortest and the longest part of a repetition, in milliseconds.
pub const REPETITION_PHASE_MILLIS: (u64, u64) = (1_000, 30_000);
/// The least and the most last seconds that are counted aloud.
pub const COUNTDOWN: (i64, i64) = (2, 10);
/// The shortest and the longest pause between two sides, in milliseconds.
pub const SWITCH_MILLIS: (u64, u64) = (4_000, 5 * 60 * 1_000);
/// Most lines, chimes or bed changes in one step.
pub const LINES: usize = 100;
/// Most patterns of a file's own.
pub const PATTERNS: usize = 50;
/// Most phases of a pattern.
pub const PHASES: usize = 12;
/// Shortest and longest phase, in milliseconds.
pub const PHASE_MILLIS: (u64, u64) = (500, 60_000);
/// Longest hold after an inhale, in milliseconds.
pub const HOLD_MILLIS: u64 = 7_000;
/// Longest pause after an exhale, in milliseconds.
pub const EMPTY_MILLIS: u64 = 4_000;
/// Shortest breath, in milliseconds. Faster breathing lowers carbon dioxide and makes people dizzy.
pub const BREATH_MILLIS: u64 = 3_000;
/// Longest cycle of a pattern, in milliseconds.
pub const CYCLE_MILLIS: u64 = 120_000;
/// Longest label of a phase, in characters.
pub const LABEL: usize = 40;
/// Shortest and longest round of a figure's poses, in milliseconds. Nothing is done with a jerk.
pub const FIGURE_MILLIS: (u64, u64) = (1_000, 60_000);
/// Most poses of a figure beside its start.
pub const FIGURE_POSES: usize = 8;

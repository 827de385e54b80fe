//! Pictures of the map without colour, to be looked at: the place, the side and the tool are told
//! by shape alone.

use insta::assert_snapshot;
use ratatui::buffer::Buffer;

use super::super::PixelShape;
use super::{drawn, session};
use crate::body::Side;
use crate::canvas::ColorDepth;
use crate::theme::Theme;
use crate::timeline::tests::written;

fn picture(step: &str) -> String {
    let timeline = written(&session(step), Side::Left);
    let buffer =
        drawn(&timeline, 1_000, (44, 19), &Theme::night(ColorDepth::Mono), PixelShape::Quadrants);
    lines(&buffer)
}

fn lines(buffer: &Buffer) -> String {
    let line =
        |y| (2..46).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (2..21).map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_picture_of_each_kind_of_place() {
    let cases = [
        (
            "upper_trapezius_squeeze_left",
            "region = \"upper-trapezius\"\nside = \"left\"\ntechnique = \"swedish\"\npressure = 3\nstroke = { kind = \"petrissage\", direction = \"across\", tempo = \"4s\" }",
        ),
        (
            "low_back_ball_on_the_wall",
            "region = \"low-back\"\nside = \"left\"\ntechnique = \"myofascial\"\ntool = \"ball\"\npressure = 3\nstroke = { kind = \"rolling\", direction = \"along\", tempo = \"4s\" }",
        ),
        (
            "belly_circles",
            "region = \"abdomen\"\ntechnique = \"swedish\"\npressure = 2\nstroke = { kind = \"effleurage\", direction = \"clockwise\", tempo = \"8s\" }",
        ),
        (
            "calf_glide_right",
            "region = \"calf\"\nside = \"right\"\ntechnique = \"swedish\"\npressure = 3\nstroke = { kind = \"effleurage\", direction = \"toward-heart\", tempo = \"4s\" }",
        ),
        (
            "thumb_pad_left",
            "region = \"thumb-pad\"\nside = \"left\"\ntechnique = \"swedish\"\npressure = 3\nstroke = { kind = \"friction\", direction = \"circles\", tempo = \"2s\" }",
        ),
        (
            "sole_right",
            "region = \"foot\"\nside = \"right\"\ntechnique = \"swedish\"\npressure = 3\nstroke = { kind = \"effleurage\", direction = \"along\", tempo = \"5s\" }",
        ),
        (
            "jaw_circles",
            "region = \"jaw\"\ntechnique = \"swedish\"\npressure = 2\nstroke = { kind = \"friction\", direction = \"circles\", tempo = \"3s\" }",
        ),
    ];
    for (name, step) in cases {
        assert_snapshot!(name, picture(step));
    }
}

//! The words a session file may use: settings, goals, techniques, tools, strokes.

/// Declares an enum of plain words: its id in files, and the name people read.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $id:literal $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(
            Clone,
            Copy,
            Debug,
            PartialEq,
            Eq,
            Hash,
            PartialOrd,
            Ord,
            serde::Serialize,
            serde::Deserialize,
            schemars::JsonSchema,
        )]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $id)] $variant,)+
        }

        impl $name {
            /// Every word, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The id used in files and on the command line.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }

            /// The name people read.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// The word with this id.
            pub fn by_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.id() == id)
            }
        }
    };
}

pub(crate) use words;

words! {
    /// Where a session suits.
    Setting {
        /// A short break at a desk.
        Desk "desk" "at a desk",
        /// At home, with room to lie down.
        Home "home" "at home",
        /// In bed, before sleep.
        Bed "bed" "in bed",
    }
}

words! {
    /// What a session is meant to help with.
    Goal {
        /// Ease of pain for a while.
        EasePain "ease-pain" "ease of pain",
        /// Less stress.
        Stress "stress" "less stress",
        /// Moving more freely.
        Flexibility "flexibility" "flexibility",
        /// Less soreness after effort.
        Recovery "recovery" "recovery",
        /// Winding down towards sleep.
        Sleep "sleep" "sleep",
        /// A lighter mood.
        Mood "mood" "mood",
        /// A clearer head.
        Focus "focus" "focus",
    }
}

words! {
    /// How the person sits, stands or lies.
    Position {
        /// Sitting.
        Seated "seated" "seated",
        /// Standing.
        Standing "standing" "standing",
        /// Lying on the back.
        LyingOnBack "lying-on-back" "lying on your back",
        /// Lying on one side.
        LyingOnSide "lying-on-side" "lying on your side",
        /// Sitting or lying on the floor.
        OnTheFloor "on-the-floor" "on the floor",
        /// Any comfortable position.
        Any "any" "any comfortable position",
    }
}

words! {
    /// Whose body the words are about.
    #[derive(Default)]
    Receiver {
        /// That of the person who plays the session.
        #[default]
        Oneself "oneself" "yourself",
        /// That of another, on whom the person's hands work.
        Partner "partner" "a partner",
    }
}

words! {
    /// What touches the body, or has to be at hand.
    Tool {
        /// Nothing but hands.
        Hands "hands" "hands",
        /// A tennis or massage ball.
        Ball "ball" "ball",
        /// A foam roller.
        Roller "roller" "roller",
        /// A chair.
        Chair "chair" "chair",
        /// A wall to lean on.
        Wall "wall" "wall",
        /// A cushion or pillow.
        Pillow "pillow" "pillow",
        /// A small towel.
        Towel "towel" "towel",
        /// A wheat bag or warm pack.
        WarmPack "warm-pack" "warm pack",
        /// A cold pack in a damp cloth.
        ColdPack "cold-pack" "cold pack",
        /// Cream or oil.
        Cream "cream" "cream or oil",
    }
}

words! {
    /// The five techniques to explore, each in a version that suits one's own hands.
    Technique {
        /// Gliding and kneading.
        Swedish "swedish" "glide and knead",
        /// Slow, firm pressure.
        DeepTissue "deep-tissue" "slow firm pressure",
        /// Pressing a tender spot until it eases.
        TriggerPoint "trigger-point" "tender-spot press",
        /// Rolling and brisk strokes, then movement.
        Sports "sports" "brisk strokes and rolling",
        /// Slow rolling and holding.
        Myofascial "myofascial" "slow rolling",
    }
}

words! {
    /// The classic strokes.
    StrokeKind {
        /// Long glides.
        Effleurage "effleurage" "glide",
        /// Kneading, squeezing and letting go.
        Petrissage "petrissage" "knead",
        /// Small circles.
        Friction "friction" "small circles",
        /// Light tapping.
        Tapotement "tapotement" "light tapping",
        /// Gentle shaking.
        Vibration "vibration" "gentle shaking",
        /// A still press.
        Compression "compression" "still press",
        /// Lifting and rolling the skin.
        SkinRolling "skin-rolling" "skin rolling",
        /// Holding a place while the joint moves.
        PinAndStretch "pin-and-stretch" "hold and move",
        /// Rolling over a ball or roller.
        Rolling "rolling" "slow roll",
    }
}

words! {
    /// The temperature of a pack.
    Temperature {
        /// Warm, with a dry towel between.
        Heat "heat" "warm",
        /// Cold, with a damp cloth between.
        Cold "cold" "cold",
    }
}

words! {
    /// What a step asks of the body that its kind and place do not tell.
    Involvement {
        /// The head tilts, turns or nods.
        Neck "neck" "a tilted or turned neck",
        /// Hands, lids or cloths come near the eyes.
        Eyes "eyes" "something near the eyes",
        /// The head hangs lower than the heart.
        HeadDown "head-down" "a head that hangs",
        /// Lying on the back.
        LyingFlat "lying-flat" "lying flat on the back",
        /// Eyes closed, or a long silence.
        ClosedEyes "closed-eyes" "closed eyes or a long silence",
        /// Pictures in the mind.
        Imagery "imagery" "pictures in the mind",
        /// The mouth opens wide.
        WideMouth "wide-mouth" "a mouth opened wide",
        /// Something warm on the skin.
        Warmth "warmth" "something warm on the skin",
    }
}

impl Setting {
    /// Whether what suits these settings is for bed, before sleep. What suits the desk as well is for
    /// anywhere.
    pub fn are_for_bed(settings: &[Self]) -> bool {
        settings.contains(&Self::Bed) && !settings.contains(&Self::Desk)
    }
}

impl Position {
    /// Whether a session in this position, for these settings, is likely done down on the floor.
    pub fn may_be_on_the_floor(self, settings: &[Setting]) -> bool {
        match self {
            Self::OnTheFloor => true,
            Self::LyingOnBack | Self::LyingOnSide => !Setting::are_for_bed(settings),
            Self::Seated | Self::Standing | Self::Any => false,
        }
    }
}

impl Tool {
    /// Those that not everybody has, so that a person is asked for them.
    pub const ASKED: [Self; 4] = [Self::Ball, Self::Roller, Self::WarmPack, Self::ColdPack];
}

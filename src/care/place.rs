//! Parts of the body as people name them, and the regions they take in.

use crate::body::{Region, Side};
use crate::session::words;
use crate::words::Message;

words! {
    /// A part of the body, larger than a region.
    BodyPart {
        /// Scalp, forehead and temples.
        Head "head" "head",
        /// The jaw.
        Jaw "jaw" "jaw",
        /// The back of the neck and the base of the skull.
        Neck "neck" "neck",
        /// The shoulders and what lies on top of them.
        Shoulders "shoulders" "shoulder",
        /// The chest.
        Chest "chest" "chest",
        /// The upper and the low back.
        Back "back" "back",
        /// The belly.
        Belly "belly" "belly",
        /// From the shoulder to the fingers.
        Arms "arms" "arm",
        /// The hand.
        Hands "hands" "hand",
        /// Buttock and hip.
        Hips "hips" "hip",
        /// From the thigh to the toes.
        Legs "legs" "leg",
        /// The foot.
        Feet "feet" "foot",
    }
}

impl BodyPart {
    /// The regions it takes in.
    pub fn regions(self) -> &'static [Region] {
        use Region as R;
        match self {
            Self::Head => &[R::Scalp, R::Forehead, R::Temples],
            Self::Jaw => &[R::Jaw],
            Self::Neck => &[R::SkullBase, R::NeckBack],
            Self::Shoulders => &[R::UpperTrapezius, R::Shoulder],
            Self::Chest => &[R::Chest],
            Self::Back => &[R::UpperBack, R::LowBack],
            Self::Belly => &[R::Abdomen],
            Self::Arms => &[R::Shoulder, R::Forearm, R::Hand, R::ThumbPad],
            Self::Hands => &[R::Hand, R::ThumbPad],
            Self::Hips => &[R::Glutes],
            Self::Legs => &[R::Quadriceps, R::OuterThigh, R::Hamstrings, R::Calf, R::Shin, R::Foot],
            Self::Feet => &[R::Foot],
        }
    }

    /// Whether it lies on a left and a right side.
    pub fn has_sides(self) -> bool {
        self.regions().iter().any(|region| region.has_sides())
    }
}

/// A part of the body, or a region of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BodyPlace {
    /// A larger part.
    Part(BodyPart),
    /// A region.
    Region(Region),
}

impl BodyPlace {
    /// Every part, then every region that is not already a part by itself.
    pub fn all() -> impl Iterator<Item = Self> {
        let whole = |region: &Region| {
            BodyPart::ALL.iter().any(|part| part.regions() == std::slice::from_ref(region))
        };
        let regions = Region::ALL.into_iter().filter(move |region| !whole(region));
        BodyPart::ALL.iter().copied().map(Self::Part).chain(regions.map(Self::Region))
    }

    /// The id in files. A word that names both, such as `chest`, means the same either way.
    pub fn id(self) -> &'static str {
        match self {
            Self::Part(part) => part.id(),
            Self::Region(region) => region.id(),
        }
    }

    /// The place with this id.
    pub fn by_id(id: &str) -> Option<Self> {
        let region = || Region::ALL.into_iter().find(|region| region.id() == id);
        BodyPart::by_id(id).map(Self::Part).or_else(|| region().map(Self::Region))
    }

    /// The name people read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Part(part) => part.name(),
            Self::Region(region) => region.name(),
        }
    }

    /// The regions it takes in.
    pub fn regions(self) -> Vec<Region> {
        match self {
            Self::Part(part) => part.regions().to_vec(),
            Self::Region(region) => vec![region],
        }
    }

    /// Whether it lies on a left and a right side.
    pub fn has_sides(self) -> bool {
        self.regions().into_iter().any(Region::has_sides)
    }
}

/// A place of one person: “left calf”.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site {
    /// Where.
    pub place: BodyPlace,
    /// On which side; `None` on both, or in the middle.
    pub side: Option<Side>,
}

impl Site {
    /// Every place there is, each on every side it has.
    pub fn all() -> impl Iterator<Item = Self> {
        BodyPlace::all().flat_map(|place| {
            let sides: &[Option<Side>] = if place.has_sides() {
                &[None, Some(Side::Left), Some(Side::Right)]
            } else {
                &[None]
            };
            sides.iter().map(move |side| Self { place, side: *side })
        })
    }

    /// The id in files and on the command line: `left-calf`.
    pub fn id(self) -> String {
        let id = self.place.id();
        self.side.map_or_else(|| id.to_owned(), |side| format!("{}-{id}", side.word()))
    }

    /// The place with this id. One of a part that people have two of may be written as one:
    /// `left-leg`. `None` also where it names a side of what has none.
    pub fn by_id(id: &str) -> Option<Self> {
        let sides = [Side::Left, Side::Right].into_iter();
        let mut on_sides = sides.filter_map(|side| {
            Some((Some(side), id.strip_prefix(side.word())?.strip_prefix('-')?))
        });
        let (side, id) = on_sides.next().unwrap_or((None, id));
        let single = || BodyPart::ALL.iter().find(|part| part.name() == id);
        let place = BodyPlace::by_id(id).or_else(|| single().map(|part| BodyPlace::Part(*part)))?;
        (side.is_none() || place.has_sides()).then_some(Self { place, side })
    }

    /// The name people read: “left calf”.
    pub fn name(self) -> String {
        let name = self.place.name();
        self.side.map_or_else(|| name.to_owned(), |side| format!("{} {name}", side.word()))
    }

    /// The same in words of every language.
    pub fn message(self) -> Message {
        let kind = match self.place {
            BodyPlace::Part(_) => "part",
            BodyPlace::Region(_) => "place",
        };
        let side = self.side.map_or("none", Side::word);
        Message::new(format!("{kind}-{}", self.place.id())).with("side", side)
    }

    /// The place of a person where a region was worked on a side, with what people call by the same
    /// name: who lets the shoulder be means the top of it too.
    pub fn around(region: Region, side: Option<Side>) -> Self {
        let of_one_name = [BodyPart::Neck, BodyPart::Shoulders, BodyPart::Hands];
        let part = of_one_name.into_iter().find(|part| part.regions().contains(&region));
        Self { place: part.map_or(BodyPlace::Region(region), BodyPlace::Part), side }
    }

    /// Whether it takes in a region worked on a side, or on both at once or in the middle where that
    /// is `None`.
    pub fn takes_in(self, region: Region, side: Option<Side>) -> bool {
        self.is_on(side) && self.place.regions().contains(&region)
    }

    /// The same for the whole limb it lies on.
    pub fn limb_takes_in(self, region: Region, side: Option<Side>) -> bool {
        let limb = |at: Region| {
            let limbs = [BodyPart::Arms, BodyPart::Legs];
            let limb = limbs.iter().find(|limb| limb.regions().contains(&at));
            limb.map_or(at == region, |limb| limb.regions().contains(&region))
        };
        self.is_on(side) && self.place.regions().into_iter().any(limb)
    }

    fn is_on(self, side: Option<Side>) -> bool {
        self.side.is_none_or(|own| side.is_none_or(|side| side == own))
    }
}

# Places of the body. $side is left, right, or none.
# `.short` is what stands on the screen of a session, where the side comes first in mind.

place-scalp = { $side ->
        [left] left scalp
        [right] right scalp
       *[none] scalp
    }
place-forehead = { $side ->
        [left] left forehead
        [right] right forehead
       *[none] forehead
    }
place-temples = { $side ->
        [left] left temples
        [right] right temples
       *[none] temples
    }
place-jaw = { $side ->
        [left] left jaw
        [right] right jaw
       *[none] jaw
    }
place-skull-base = { $side ->
        [left] left base of the skull
        [right] right base of the skull
       *[none] base of the skull
    }
    .short = { $side ->
        [left] base of the skull, left
        [right] base of the skull, right
       *[none] base of the skull
    }
place-neck-back = { $side ->
        [left] left back of the neck
        [right] right back of the neck
       *[none] back of the neck
    }
    .short = { $side ->
        [left] back of the neck, left
        [right] back of the neck, right
       *[none] back of the neck
    }
place-upper-trapezius = { $side ->
        [left] left top of the shoulder
        [right] right top of the shoulder
       *[none] top of the shoulder
    }
    .short = { $side ->
        [left] left shoulder, top
        [right] right shoulder, top
       *[none] top of the shoulder
    }
place-shoulder = { $side ->
        [left] left shoulder
        [right] right shoulder
       *[none] shoulder
    }
place-chest = { $side ->
        [left] left chest
        [right] right chest
       *[none] chest
    }
place-upper-back = { $side ->
        [left] left upper back
        [right] right upper back
       *[none] upper back
    }
place-low-back = { $side ->
        [left] left low back
        [right] right low back
       *[none] low back
    }
place-abdomen = { $side ->
        [left] left belly
        [right] right belly
       *[none] belly
    }
place-forearm = { $side ->
        [left] left forearm
        [right] right forearm
       *[none] forearm
    }
place-hand = { $side ->
        [left] left hand
        [right] right hand
       *[none] hand
    }
place-thumb-pad = { $side ->
        [left] left thumb pad
        [right] right thumb pad
       *[none] thumb pad
    }
place-glutes = { $side ->
        [left] left buttock and hip
        [right] right buttock and hip
       *[none] buttock and hip
    }
place-quadriceps = { $side ->
        [left] left front of the thigh
        [right] right front of the thigh
       *[none] front of the thigh
    }
    .short = { $side ->
        [left] left thigh, front
        [right] right thigh, front
       *[none] front of the thigh
    }
place-outer-thigh = { $side ->
        [left] left outer thigh
        [right] right outer thigh
       *[none] outer thigh
    }
place-hamstrings = { $side ->
        [left] left back of the thigh
        [right] right back of the thigh
       *[none] back of the thigh
    }
    .short = { $side ->
        [left] left thigh, back
        [right] right thigh, back
       *[none] back of the thigh
    }
place-calf = { $side ->
        [left] left calf
        [right] right calf
       *[none] calf
    }
place-shin = { $side ->
        [left] left shin
        [right] right shin
       *[none] shin
    }
place-foot = { $side ->
        [left] left foot
        [right] right foot
       *[none] foot
    }

# Joints, where a pack may lie.
joint-knee = knee
joint-ankle = ankle
joint-elbow = elbow
joint-wrist = wrist

# A side by itself.
place-side = { $side ->
        [left] left side
       *[right] right side
    }

# Groups of muscles that are tensed. $side is left, right, or none.
muscles-hand-and-forearm = { $side ->
        [left] left hand and forearm
        [right] right hand and forearm
       *[none] hand and forearm
    }
muscles-upper-arm = { $side ->
        [left] left upper arm
        [right] right upper arm
       *[none] upper arm
    }
muscles-arm = { $side ->
        [left] left arm
        [right] right arm
       *[none] arm
    }
muscles-arms = { $side ->
        [left] left both arms
        [right] right both arms
       *[none] both arms
    }
muscles-forehead = { $side ->
        [left] left forehead
        [right] right forehead
       *[none] forehead
    }
muscles-eyes-and-nose = { $side ->
        [left] left eyes and nose
        [right] right eyes and nose
       *[none] eyes and nose
    }
muscles-lower-face-and-jaw = { $side ->
        [left] left lower face and jaw
        [right] right lower face and jaw
       *[none] lower face and jaw
    }
muscles-face = { $side ->
        [left] left face
        [right] right face
       *[none] face
    }
muscles-neck = { $side ->
        [left] left neck
        [right] right neck
       *[none] neck
    }
muscles-face-and-neck = { $side ->
        [left] left face and neck
        [right] right face and neck
       *[none] face and neck
    }
muscles-chest-shoulders-upper-back = { $side ->
        [left] left chest, shoulders and upper back
        [right] right chest, shoulders and upper back
       *[none] chest, shoulders and upper back
    }
muscles-abdomen = { $side ->
        [left] left belly
        [right] right belly
       *[none] belly
    }
muscles-trunk = { $side ->
        [left] left trunk
        [right] right trunk
       *[none] trunk
    }
muscles-thigh = { $side ->
        [left] left thigh
        [right] right thigh
       *[none] thigh
    }
muscles-calf = { $side ->
        [left] left calf
        [right] right calf
       *[none] calf
    }
muscles-foot = { $side ->
        [left] left foot
        [right] right foot
       *[none] foot
    }
muscles-leg = { $side ->
        [left] left leg
        [right] right leg
       *[none] leg
    }
muscles-legs = { $side ->
        [left] left both legs
        [right] right both legs
       *[none] both legs
    }

# Larger parts of the body that a person names. $side is left, right or none.
part-head = { $side ->
        [left] left head
        [right] right head
       *[none] head
    }
part-jaw = { $side ->
        [left] left jaw
        [right] right jaw
       *[none] jaw
    }
part-neck = { $side ->
        [left] left neck
        [right] right neck
       *[none] neck
    }
part-shoulders = { $side ->
        [left] left shoulder
        [right] right shoulder
       *[none] shoulder
    }
part-chest = { $side ->
        [left] left chest
        [right] right chest
       *[none] chest
    }
part-back = { $side ->
        [left] left back
        [right] right back
       *[none] back
    }
part-belly = { $side ->
        [left] left belly
        [right] right belly
       *[none] belly
    }
part-arms = { $side ->
        [left] left arm
        [right] right arm
       *[none] arm
    }
part-hands = { $side ->
        [left] left hand
        [right] right hand
       *[none] hand
    }
part-hips = { $side ->
        [left] left hip
        [right] right hip
       *[none] hip
    }
part-legs = { $side ->
        [left] left leg
        [right] right leg
       *[none] leg
    }
part-feet = { $side ->
        [left] left foot
        [right] right foot
       *[none] foot
    }

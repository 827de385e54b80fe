# The other side, as a change of sides names it: after “Now” and “In ten seconds,”. $position is how
# the person sits or lies.

other-side = { $position ->
        [lying-on-back] the other side of your body, still on your back
       *[any] the other side
    }
other-scalp = the other side of the scalp
other-forehead = the other side of the forehead
other-temples = the other temple
other-jaw = the other side of the jaw
other-skull-base = the other side, at the base of the skull
other-neck-back = the other side of the neck
other-upper-trapezius = the other shoulder
other-shoulder = the other shoulder
other-chest = the other side of the chest
other-upper-back = the other side of the upper back
other-low-back = the other side of the low back
other-abdomen = the other side of the belly
other-forearm = the other forearm
other-hand = the other hand
other-thumb-pad = the other thumb
other-glutes = the other hip
other-quadriceps = the other thigh
other-outer-thigh = the other thigh
other-hamstrings = the back of the other thigh
other-calf = the other calf
other-shin = the other shin
other-foot = the other foot

# The same by groups of muscles.
other-muscles-hand-and-forearm = the other hand and forearm
other-muscles-upper-arm = the other upper arm
other-muscles-arm = the other arm
other-muscles-arms = the other arm
other-muscles-forehead = the other side of the forehead
other-muscles-eyes-and-nose = the other eye
other-muscles-lower-face-and-jaw = the other side of the jaw
other-muscles-face = the other side of the face
other-muscles-neck = the other side of the neck
other-muscles-face-and-neck = the other side of face and neck
other-muscles-chest-shoulders-upper-back = the other shoulder
other-muscles-abdomen = the other side of the belly
other-muscles-trunk = the other side of the trunk
other-muscles-thigh = the other thigh
other-muscles-calf = the other calf
other-muscles-foot = the other foot
other-muscles-leg = the other leg
other-muscles-legs = the other leg

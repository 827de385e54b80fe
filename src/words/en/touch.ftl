# How a massage is done, in a line of its own.
touch = { $stroke } with { $tool }, { $direction }. Pressure { $pressure } of 10.

# What it is done with, after “with”. $side is the side of the hand that works, or none.
with-hands = { $side ->
        [left] your left hand
        [right] your right hand
       *[none] your hands
    }
with-ball = a ball
with-roller = a roller
with-chair = a chair
with-wall = a wall
with-pillow = a pillow
with-towel = a towel
with-warm-pack = a warm pack
with-cold-pack = a cold pack
with-cream = cream or oil

# Strokes.
stroke-effleurage = glide
stroke-petrissage = knead
stroke-friction = small circles
stroke-tapotement = light tapping
stroke-vibration = gentle shaking
stroke-compression = still press
stroke-skin-rolling = skin rolling
stroke-pin-and-stretch = hold and move
stroke-rolling = slow roll

# Directions.
direction-toward-heart = toward the heart
direction-outward = outward
direction-inward = inward
direction-up = upward
direction-down = downward
direction-along = along the muscle
direction-across = across the muscle
direction-circles = in circles
direction-clockwise = up your right, down your left
direction-still = staying in place

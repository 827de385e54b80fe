# What the program says by itself while a session plays: spoken, shown and captioned, in the
# language of the session.

# Before the first step: its title, and what is said. $position is how a session is done.
lead-in-title = Settle in
lead-in = { $position ->
        [seated] Get comfortable, seated.
        [standing] Get comfortable, standing.
        [lying-on-back] Get comfortable, lying on your back.
        [lying-on-side] Get comfortable, lying on your side.
        [on-the-floor] Get comfortable, on the floor.
       *[any] Get comfortable, any way you like.
    }

# Between two sides. $side is the one that comes.
switch-title = Change sides
switch = { $side ->
        [left] Change to your left side.
        [right] Change to your right side.
       *[none] Change to the other side.
    }

# Ten seconds before sides are changed.
ten-seconds = Ten more seconds, then the other side.

# Tension, tension once more, and release.
tense = Tense, gently.
again = Once more, tense.
release = And let go.

# The heading of a step, where its title does not say where it works.
heading = { $place }: { $title }

# While muscles are tense, and while they are let go.
tense-now = Tense, gently
release-now = Let go

# The note at the head of captions.
captions-by = { $title }, by { $author }
captions-note = Captions by Unclench; how long each is shown is an estimate.

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

# Between two sides. $part is what is worked there, such as “the other hand”. A person who lies on
# their side has to turn over for it.
switch-title = Change sides
switch = { $position ->
        [lying-on-side] Turn over now, for { $part }.
       *[any] Now { $part }.
    }

# Ten seconds before sides are changed, and where there is no room then, about as long before.
ten-seconds = { $position ->
        [lying-on-side] In ten seconds, turn over, for { $part }.
       *[any] In ten seconds, { $part }.
    }
soon = { $position ->
        [lying-on-side] Soon you turn over, for { $part }.
       *[any] Soon, { $part }.
    }

# An author's words with one of these in them say by themselves that sides are about to change.
words-of-a-change = other side switch change swap

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
# In the file of a recording: who speaks.
synthetic-voice = The voice is synthetic: { $voice }.
captions-note = { $timed ->
        [voice] Captions by Unclench; spoken words are shown until the voice ends, and how long others are shown is an estimate.
       *[estimate] Captions by Unclench; how long each is shown is an estimate.
    }

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
lead-in-for-two = { $position ->
        [seated] One of you sits, the other gives. Get comfortable, both.
        [standing] One of you stands, the other gives. Get comfortable, both.
       *[any] One of you lies down, the other gives. Get comfortable, both.
    }

# Between two sides. $part is what is worked there, such as “the other hand”. A person who lies on
# their side has to turn over for it.
switch-title = Change sides
switch = { $position ->
        [lying-on-side] Turn over now, for { $part }.
       *[any] Now { $part }.
    }

# Before hands go to a place for the first time in a session: a title, and what to stop at there. One
# sentence each, for it is heard before anything is done.
stop-sign-title = A word first
stop-sign-neck = Stop at a pulse under your fingers, or if you get dizzy.
stop-sign-head-movement = If you get dizzy, or see oddly, come back and stop.
stop-sign-calf = If one leg is swollen, warm or sore, leave the legs out.
stop-sign-jaw = If it hurts sharply, or your jaw catches, let it be.
stop-sign-chest = With chest pain or short breath, stop, and get help.
stop-sign-back = If pain or tingling runs down a leg or arm, stop.
stop-sign-belly = If your belly hurts, stop.
stop-sign-arms = If it tingles or goes numb, ease off, or stop.
stop-sign-hips = If pain shoots down a leg, stop there.
stop-sign-feet = If a foot feels little, or is sore, let it be.
stop-sign-face = Keep clear of the eyes, and stop if your head aches oddly.
stop-sign-heat = If it gets too warm, or you sleepy, take the pack away.
stop-sign-cold = If it burns, or turns numb or white, take the pack away.
stop-sign-firm = Press only as much as is pleasant.

# Ten seconds before sides are changed, and where there is no room then, about as long before.
ten-seconds = { $position ->
        [lying-on-side] In ten seconds, turn over, for { $part }.
       *[any] In ten seconds, { $part }.
    }
soon = { $position ->
        [lying-on-side] Soon you turn over, for { $part }.
       *[any] Soon, { $part }.
    }

# These words mean another thing, although they hold one of the next.
words-of-no-change = other way, other direction

# An author's words with one of these in them say by themselves that sides are about to change.
words-of-a-change = other side switch change swap

# With one of these, and the side, they say that something else comes now.
words-of-a-turn = now next time

# Tension, tension once more, and release.
tense = Tense, gently.
again = Once more, tense.
release = And let go.

# At the start of a session: about how long it takes, and what comes, where there is room for it.
# $topics is how many of the three are named.
overview = { $topics ->
        [0] About { $length }.
        [1] About { $length }: { $first }.
        [2] About { $length }: { $first }, then { $second }.
       *[other] About { $length }: { $first }, { $second }, then { $third }.
    }

# How long a step takes, said after its first words, and shorter where it has been said before.
lasts = For { $length }.
lasts-again = { $length }.

# How long nothing is said from now on, and shorter where it has been said before.
quiet = It stays quiet now, for { $length }.
quiet-again = Quiet, for { $length }.

# A step that waits for the person when its time is up: which key goes on, and shorter the next time.
waits = I'll wait. Press Enter, or any key, when you are ready.
waits-again = Then press a key.

# Half-way through a long step, or before its end.
half = Half way.
ten-more = Ten more seconds.
ten-more-again = Ten more.
more-breaths = { $count ->
        [1] One more breath.
        [2] Two more breaths.
        [3] Three more breaths.
       *[other] { $count } more breaths.
    }

# Repetitions, counted one by one.
counted = { $number ->
        [1] One.
        [2] Two.
        [3] Three.
        [4] Four.
        [5] Five.
        [6] Six.
        [7] Seven.
        [8] Eight.
        [9] Nine.
        [10] Ten.
        [11] Eleven.
        [12] Twelve.
        [13] Thirteen.
        [14] Fourteen.
        [15] Fifteen.
        [16] Sixteen.
        [17] Seventeen.
        [18] Eighteen.
        [19] Nineteen.
        [20] Twenty.
        [21] Twenty-one.
        [22] Twenty-two.
        [23] Twenty-three.
        [24] Twenty-four.
        [25] Twenty-five.
        [26] Twenty-six.
        [27] Twenty-seven.
        [28] Twenty-eight.
        [29] Twenty-nine.
        [30] Thirty.
       *[other] { $number }.
    }

# An author's words with one of these in them say by themselves how long something takes.
words-of-a-length = minute second breaths rounds half-way halfway

# An author's words with one of these in them say that nothing is said from then on.
words-of-a-silence = quiet silent silence

# An author's words with one of these in them say what to keep off, or when to stop.
words-of-a-warning = keep off, keep clear, stop if, stop when, avoid, leave out, not on the, never

# Lengths; $number is the same as $count, in words where it has some.
length-breaths = { $count ->
        [one] one breath
       *[other] { $number } breaths
    }
length-seconds = { $number } seconds
length-minutes = { $count ->
        [one] a minute
       *[other] { $number } minutes
    }
length-minutes-and-a-half = { $count ->
        [1] one and a half minutes
       *[other] { $number } and a half minutes
    }
number = { $count ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [11] eleven
        [12] twelve
        [13] thirteen
        [14] fourteen
        [15] fifteen
        [16] sixteen
        [17] seventeen
        [18] eighteen
        [19] nineteen
        [20] twenty
        [25] twenty-five
        [30] thirty
        [35] thirty-five
        [40] forty
        [45] forty-five
        [50] fifty
        [55] fifty-five
        [60] sixty
       *[other] { $count }
    }

# What comes in a session, as its overview names it.
topic-breath = the breath
topic-stretch = stretching
topic-tension = tensing and letting go
topic-attention = a walk through the body
topic-noticing = time to notice
topic-rest = rest
topic-scalp = scalp
topic-forehead = forehead
topic-temples = temples
topic-jaw = jaw
topic-neck-back = neck
topic-shoulder = shoulders
topic-chest = chest
topic-upper-back = upper back
topic-low-back = low back
topic-abdomen = belly
topic-forearm = forearms
topic-hand = hands
topic-glutes = hips
topic-quadriceps = thighs
topic-calf = lower legs
topic-foot = feet
topic-knee = the knee
topic-ankle = the ankle
topic-elbow = the elbow
topic-wrist = the wrist

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

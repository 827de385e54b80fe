# What becomes of steps that somebody had better leave out.

# What a person is told of a step that gave way.
care-within-limits = kept within what is safe for everybody
care-without-holds = breathed without holding
care-other-tool = done with hands, or with a gentler tool
care-lighter = only stroked lightly
care-breath-instead = left out, with a quiet breath instead

# Said first where little is left of a session.
care-little-is-left = More than half of this session gives way to quiet breathing for you. Another one may suit you better.

# Said where a person does not get down to the floor.
care-floor = No need to get down to the floor: a firm bed does as well, or a chair as far as it goes.

# Said where the hands work on another person.
care-partner = All of this is about the one your hands work on. Read it to them, and ask. They may say stop at any time.

# The steps themselves. $place is a part of the body.
care-without-holds-title = Slow breaths, no holding
care-without-holds-text = Breathe in and out with the tone. No holding: let the breath flow.
care-ball-title = With the ball
care-ball-text = Take the ball instead of the roller. Lean on it lightly, and roll slowly over the { $place }.
care-hands-title = With your hands
care-hands-text = Leave the tool aside. Glide slowly over the { $place } with your hands.
care-lighter-title = Light strokes
care-lighter-text = Stroke the { $place } only lightly, as if you smoothed a cloth.
care-breath-title = A quiet breath instead
care-breath-text = Leave the { $place } alone for now. Breathe slowly and softly instead.
care-breath-anywhere = This part is left out for you. Breathe slowly and softly instead.
    .second = This part is left out too. Breathe on, slowly and softly.
    .third = And this one. Let the breath come and go by itself.

# One change: the step, what became of it, and why.
care-change = { $title }: { $kind } ({ $because })
care-change-side = { $title }, { $side }: { $kind } ({ $because })

# Why a step gives way, to stand in a list. $side is left or right.
care-not-owned = no { $tool } at hand
care-hand = { $side ->
        [left] your left hand
       *[right] your right hand
    }
care-out-of-reach = out of your hands’ reach
care-everybody = what holds for everybody

# Said where the same gave way twice in a row.
care-breath-on-title = The quiet breath goes on
care-breath-on-text = Stay with the slow, soft breath. There is nothing else to do.
    .second = Still the same slow breath. Nothing is asked of you.
    .third = A few breaths more, as softly as before.
care-more-title = A little more
care-more-text = Go on as just now, softly and without hurry.
    .second = And once more in the same way, just as light.
    .third = The same again, as slowly as you like.

# Where a tool that was to be fetched or put away is not used.
care-tool-aside-title = A moment to rest
care-tool-aside-text = Rest for a moment, and let the breath come and go.
    .second = Stay as you are for a moment, and breathe.
    .third = A little pause. Let the shoulders be heavy, if you like.

# What a session is about in which something gave way. $parts is a list of the following.
care-summary = Made gentler for you: { $parts }.
care-summary-without = Without: { $gone }{ $named ->
        [some] {" "}and more
       *[all] {""}
    }.
care-summary-light = light strokes
care-summary-massage = massage
care-summary-stretch = easy movement
care-summary-tense = tensing and letting go
care-summary-pack = a pack
care-summary-scan = attention through the body
care-summary-breath = slow breaths
care-summary-rest = quiet rest

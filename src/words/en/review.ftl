# What would make a session better.

# How a session is laid out when something is found: its length, and the pace of its words.
fit = { $which ->
        [shortest] at its shortest
        [longest] at its longest
        [between] at { $length }
       *[written] as it is written
    }
layout = { $paced ->
        [day] { $fit }, by day
        [night] { $fit }, at night
       *[always] { $fit }
    }

no-opening = this session begins with work
no-opening-help = begin with a rest, a scan, a breath or a gentle glide, so that people arrive first
no-ending = this session ends in the middle of work
no-ending-help = end with a rest, a scan, a breath or a stretch, so that nobody is left in the middle
end-chime-wakes = a session for bed ends with a chime, which wakes whoever is asleep
end-chime-wakes-help = leave `end` out, or write `end = "none"`
little-silence = after these words the session, { $layout }, has { $silence } of silence left
little-silence-help = let a session for bed end with 10s of silence or more: nobody should wait for more words

told-caution = this is told before the session anyway: “{ $condition }”
told-caution-help = the table of care says who had better leave out what; keep what only this session knows
unnamed-risk = its words tell of “{ $what }”, and the step does not say so
unnamed-risk-help = add `involves = ["{ $word }"]`, so that those are spared for whom that is not

long-work = the { $place } is worked for { $length }{ $sides ->
        [each] {" "}on each side
       *[one] {""}
    } in all, and { $most } is the most for it in one session
long-work-help = take { $over } away from it: shorten its steps, work another place, or give the time to a stretch or a breath
long-pack = packs lie on the { $place } for { $length } in all, with the session at its longest
long-pack-help = 20m is the most, since skin is harmed unnoticed

no-sources = nothing says where this comes from
no-sources-help = add `sources`; where nothing else stands behind it, write "Dose and pressure by convention, not from a trial"
unlisted-tool = this needs `{ $tool }`, which does not stand in `tools`
unlisted-tool-help = add "{ $tool }" to `tools` in the head
unused-tool = no step uses `{ $tool }`
unused-tool-help = leave it out of `tools`

overrun = { $until ->
        [words] “{ $words }” takes { $needs } to say, and it is { $has } until the next words are due (the session { $layout })
        [step] “{ $words }” takes { $needs } to say, and it is { $has } until the next step begins (the session { $layout })
       *[end] “{ $words }” takes { $needs } to say, and it is { $has } until the end (the session { $layout })
    }
overrun-lead-in = let `lead-in` last { $needs } or more
overrun-next-later = use fewer words, or let the next come later
overrun-step-longer = use fewer words, or let the step last { $needs } or more, its `min` too
overrun-sooner = use fewer words, or let them begin sooner

long-instruction = its words take { $needs }, and the step has { $has } at its shortest
long-instruction-help = use fewer words, or let the step last { $least } or more, its `min` too: half of it is for doing
many-instructions = “{ $words }” asks for several things in one sentence
many-instructions-help = one instruction to a sentence: make sentences of them, or leave some out

not-warmed = the { $place } is worked firmly before it was warmed
not-warmed-help = let a glide, a knead, a movement or warmth come first there
not-soothed = the { $place } is left at its firmest
not-soothed-help = end there with a glide, a light knead, a stretch or a moment of attention

side-unsaid = the side changes here, and no spoken word says to which
side-unsaid-help = put `{"{side}"}` into the words spoken as the step begins
uneven-sides = the two sides do not get the same time ({ $place }: left { $left }, right { $right }; the session { $fit })
uneven-sides-help = write `side = "both"`, on the step or on a group around it

silent-rest = this rest of up to { $length } begins without a word
silent-rest-help = announce it in its `text`, such as “I'll be quiet for half a minute.”; unannounced silence feels like the end
silent-start = nothing is spoken as this step begins
silent-start-help = say in its `text` what to do; with eyes closed, nobody sees the title
shown-only = these words are shown and never spoken
shown-only-help = write `text` to speak them as well, or add a shorter `say`
says-less = the voice says less than half of what is shown
says-less-help = whatever has to be known is spoken as well; leave `say` out to speak the same words
disguised-letter = there is a letter in a word here that is not what it seems: { $letter }
unsaid-language = these words are hardly English, and the built-in voice would read them as English
unsaid-language-help = say which language they are in, such as `language = "{ $language }"` above the steps
guessed-word = the built-in voice does not know the word “{ $word }” and would have to guess it
guessed-word-help = if it sounds wrong, let the eye read `show`, and `say` the same in another spelling
long-sentence = the sentence “{ $words }” has { $count } words
long-sentence-help = { $most } at most are easily followed by ear: make two of it

late-warning = “{ $words }” warns while the step is already under way
late-warning-help = say it before hands begin: in the `text`, or in the rest before
study-talk = “{ $words }” speaks of studies in the middle of a session
study-talk-help = leave it out: `summary` and `sources` are there for what is known

unfit-tool = { $tool } on the { $place }: { $reason }
unfit-tool-help = leave `tool` out and use bare hands
unfit-head = head and face are worked by hand alone
unfit-skull-base = only lightly, under a resting head, and without pressing a tender spot
unfit-neck = the neck is worked by hand alone, since vessels lie close
unfit-belly = the belly is worked with a flat hand alone
unfit-thumb-pad = a thumb reaches it better
unfit-low-back = over a roller the low back arches too far
unfit-bone = a roller meets more bone than muscle there
other-touch = the words say “{ $word }”, and the picture shows `{ $shown }`
other-touch-help = write `touch = {"{"} with = "{ $with }" {"}"}`, or say what is shown
one-hand-shown = the words say “{ $word }” of both, and the picture shows one
one-hand-shown-help = write `hands = "both"` in `touch`, or say which hand it is
joint-range = the figure moves `{ $joint }` to { $degrees }°, farther than a joint should go
joint-range-help = { $least } to { $most } is a mild stretch
neck-turned-back = the figure bends the neck back and turns it at once
neck-turned-back-help = let the neck be upright where it turns: the arteries of the neck are narrow there
hard-pressure = { $what ->
        [bed] pressure { $pressure } is more than a session for bed asks for
        [swedish] pressure { $pressure } is more than glide and knead asks for
        [deep-tissue] pressure { $pressure } is more than slow firm pressure asks for
        [trigger-point] pressure { $pressure } is more than tender-spot press asks for
        [sports] pressure { $pressure } is more than brisk strokes and rolling asks for
       *[myofascial] pressure { $pressure } is more than slow rolling asks for
    }
press-time = a tender spot is pressed for { $length } here
press-time-help = its `{ $key }` lies between { $least } and { $most }; it stops when it eases
tap-too-fast = a tap of { $length } is too fast
tap-too-fast-help = a tap takes { $least } or more: set `tempo` so
pass-tempo = { $speed ->
        [fast] a rolling pass of { $length } is too fast
       *[slow] a rolling pass of { $length } is too slow
    }
pass-tempo-help = a rolling pass takes { $least } to { $most }: set `tempo` so

big-word = “{ $words }” says more than is known
instead-waste = liver and kidneys handle waste; leave it out
instead-medicine = massage promises no cure; say what is done, or “may ease … for a while”
instead-tissue = touch changes how tight it feels, not the tissue; say “soften” or “let go”
instead-proof = the evidence is thin; name the source, or leave it out
instead-failure = nothing here has to be perfect; say “fine” or “enough”

heard-twice = { $percent } % of what is heard is heard twice
heard-twice-help = give steps words for the other side with `second-side`, and lines of a few words; a fifth is the most

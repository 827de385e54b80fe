# Plans: sessions made for a person. What such a session says, and why each of its steps is there.

# Its head. $first, $second and $third are places; $count says how many there are.
plan-title = { $count ->
        [1] A plan for the { $first }
        [2] A plan for { $first } and { $second }
       *[other] A plan for { $first }, { $second } and more
    }
plan-summary = { $count ->
        [1] A plan for the { $first }.
        [2] A plan for the { $first } and the { $second }.
       *[other] A plan for the { $first }, the { $second }, the { $third } and what lies near.
    }
plan-body = body

# What to know before.
plan-caution-breath = Dizzy or tingling while you breathe slowly? Breathe as you like again.

# The first step.
plan-settle-title = { $setting ->
        [desk] Slide back a little
        [bed] Lamp low
       *[home] Arrive
    }
plan-settle = { $setting ->
        [desk] { $position ->
            [standing] Stand up from the desk. Let both arms hang.
           *[seated] Slide back from the desk. Both feet down. Let your hands lie.
        }
        [bed] { $position ->
            [lying-on-back] Lie on your back. Let the bed carry you.
           *[seated] Sit up against the pillow. Lamp low. Let your hands lie.
        }
       *[home] { $position ->
            [standing] Stand with your feet a little apart. Let both arms hang.
            [on-the-floor] Sit down on the floor. Let your hands lie.
            [lying-on-back] Lie on your back. Let the floor carry you.
           *[seated] Sit down. Both feet on the floor. Let your hands lie.
        }
    }
plan-within-reach = Have { $tool } within reach.

# Slow breaths, before and after.
plan-breathe-title = Slow breaths
plan-breathe = Follow the breath. Slower, not bigger. Gentle, as if no one could hear it.
plan-breathe-last-title = Breathe again
plan-breathe-last = Hands down. A few slow breaths. Slower, not bigger.

# Changes of position.
plan-change-title = { $position ->
        [seated] Sit down
        [standing] Stand up
        [on-the-floor] Down to the floor
        [under-the-covers] Slide down
       *[lying-on-back] Lie down
    }
plan-change = { $position ->
        [seated] Sit down now, feet on the floor. Take your time.
        [standing] Stand up now. Take your time.
        [on-the-floor] Come down to the floor now. Take your time.
        [under-the-covers] Slide down under the covers. Take your time.
       *[lying-on-back] Lie down on your back now. Take your time.
    }

# The same strokes in other words. $side is “both” where there are two sides.
plan-deeper = { $side ->
        [both] The same on the {"{side}"}, with a little more weight.
       *[none] The same once more, with a little more weight.
    }
plan-soothe-title = Once more, lighter
plan-soothe = { $side ->
        [both] The first strokes again on the {"{side}"}, lighter now.
       *[none] The first strokes again, lighter now.
    }

# Attention, and the end.
plan-scan-title = From head to feet
plan-scan = Let your attention wander, from head to feet. Nothing has to change.
plan-close-title = { $setting ->
        [desk] That was all
        [bed] Good night
       *[home] Let it rest
    }
plan-close = { $setting ->
        [desk] Let both hands lie. That was all.
        [bed] I'll say no more. Good night.
       *[home] Let everything lie for a moment. That was all.
    }

# Why a step is there.
plan-why-settle = a moment to arrive, before hands do anything
plan-why-breathe = { $goal ->
        [sleep] you asked for sleep; a slow breath suits the evening
        [stress] you asked for less stress; slow breaths calm many people for a while
       *[other] slow breaths set the pace for your hands
    }
plan-why-warm = you asked for the { $place }; light strokes come before firm ones
plan-why-warm-near = there is time left for the { $place }, close by; light strokes come first
plan-why-warm-more = there is time left for the { $place } as well; light strokes come first
plan-why-work = the { $place } is warm now, so it may be worked a little more firmly
plan-why-light = you asked for the { $place }; gentle hands are enough there
plan-why-light-near = there is time left for the { $place }, close by; gentle hands are enough
plan-why-light-more = there is time left for the { $place } as well; gentle hands are enough
plan-why-tool = you have { $tool }, and it reaches the { $place } well
plan-why-technique = the technique you wished for, now that the { $place } is warm
plan-why-soothe = light strokes again, so that the { $place } is left at ease
plan-why-stretch = the { $place } has been worked, and is now moved through its length
plan-why-position = { $position ->
        [standing] the { $place } is reached best standing
        [on-the-floor] the { $place } is reached best on the floor
        [lying-on-back] the { $place } is reached best lying down
       *[seated] the { $place } is reached best sitting
    }
plan-why-lie-down = to end where you may fall asleep
plan-why-scan = attention brings together what the hands did
plan-why-breathe-last = slow breaths let it settle
plan-why-close = { $setting ->
        [desk] a moment before you go on
        [bed] quiet, for sleep
       *[home] rest, so that nothing ends abruptly
    }
# Places that are not in a plan, and why. $because is a list.
plan-left-out = { $setting ->
        [desk] the { $place } cannot be reached well at a desk
        [bed] the { $place } cannot be reached well in bed
       *[home] nothing is known here for the { $place }
    }
plan-left-out-tool = for the { $place } you would need { $tool }
plan-left-out-care = left out for you: the { $place } ({ $because })
plan-left-out-energy = more than you feel like now: the { $place }
plan-left-out-time = for the { $place } there is no time left
# What is not in a plan for the person's sake. $because is one reason, $places a list.
plan-spared = made gentler for you: { $because } ({ $places })
plan-tool-unused = not used in this plan: { $tool } ({ $why })
plan-unused-place = none of its places is worked with it
plan-unused-others = other strokes fit better this time
plan-unused-energy = it would ask for more than you feel like now
plan-unused-setting = { $setting ->
        [desk] not at a desk
        [bed] not in bed
       *[home] not here
    }
plan-unused-tool = it would need { $tool } too
plan-unused-care = left out for you: { $because }

# The command `plan`.
plan-each-side = on each side
plan-kept = Kept as { $file }: unclench play { $name }
plan-variety = With `--variety { $variety }` it is the same again.
plan-cannot-fit = { $asked } do not fit; the nearest is { $nearest }
plan-cannot-fit-help = `--minutes { $minutes }` plans that
plan-no-place = none of these places can be worked there
plan-no-place-help = `unclench breathe` and `unclench play quiet-rest` are there all the same
plan-name-built-in = { $name } is a session that is built in, and yours would stand in its place
plan-name-built-in-help = choose another name, or replace it with `--force`; it comes back once yours is removed
plan-no-home = there is no home folder to keep it in

# The screen of a plan in the making.
plan-heading = A plan for you
plan-line-minutes = how long
plan-line-place = where
plan-line-other = and where
plan-line-goal = what for
plan-line-setting = you are
plan-line-tools = at hand
plan-minutes = { $minutes } min
plan-nearest = That does not fit. The nearest is { $nearest }.
plan-place-none = nowhere else
plan-place-jaw = jaw
plan-place-neck = neck
plan-place-shoulders = shoulders
plan-place-face = face
plan-place-head = head
plan-place-back = back
plan-place-arms = arms
plan-place-hands = hands
plan-place-belly = belly
plan-place-hips = hips
plan-place-thighs = thighs
plan-place-legs = legs
plan-place-calves = calves
plan-place-feet = feet
plan-place-chest = chest
plan-place-outer-thigh = outer thighs
plan-place-shin = shins
plan-goal-ease-pain = ease of pain
plan-goal-stress = less stress
plan-goal-flexibility = moving freely
plan-goal-recovery = after effort
plan-goal-sleep = sleep
plan-goal-mood = a lighter mood
plan-goal-focus = a clearer head
plan-setting-desk = at a desk
plan-setting-home = at home
plan-setting-bed = in bed
plan-tools-hands = your hands
plan-tools-ball = a ball
plan-tools-roller = a roller
plan-tools-ball-and-roller = a ball and a roller

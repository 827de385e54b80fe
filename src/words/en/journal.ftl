# The journal.

# Said once in a quiet line where it is not as it should be; the session goes on.
journal-not-kept = This is not kept in your journal. `unclench doctor` says why.
journal-newer = Your journal is from a newer Unclench, so this is not kept in it.
journal-set-aside = Your journal was damaged. It lies aside, and a new one is begun.

# On the first screen, where a session was interrupted. c and x are keys.
home-go-on = c  go on with { $title } at { $at }  ·  x  not now

# Before and after a session, and in the morning: how the person is, in numbers from 0 to 10.
check-in-before = How are you right now?
check-in-after = And how is it now?
check-in-skip = Say as much or as little as you like; enter goes on.
check-in-where = where
check-in-nowhere = not said
check-in-asks-where = Where does it hurt most? ← and → turn from place to place.
check-in-asks-tension = How tense are you? 0 not at all, 10 as tense as can be.
check-in-asks-pain = How much does it hurt? 0 not at all, 10 the worst you can imagine.
check-in-asks-stress = How stressed are you? 0 not at all, 10 as much as can be.
check-in-asks-mood = How do you feel? 0 very unpleasant, 10 very pleasant.
check-in-asks-activation = How stirred up are you? 0 calm or sleepy, 10 wide awake, alert or on edge.
check-in-asks-energy = How much strength have you? 0 none, 10 plenty.
check-in-asks-sleep = How did you sleep? 0 very badly, 10 very well.

# What is given in numbers, in a word.
measure-tension = tension
measure-pain = pain
measure-stress = stress
measure-mood = mood
measure-activation = arousal
measure-energy = energy
measure-sleep = sleep
measure-pulse = pulse
measure-systolic = upper blood pressure
measure-diastolic = lower blood pressure

# What sessions are told apart by.
helped-by-session = by session
helped-by-technique = by technique
helped-by-region = by place
helped-by-time-of-day = by time of day
helped-time-morning = morning
helped-time-afternoon = afternoon
helped-time-evening = evening
helped-time-night = night

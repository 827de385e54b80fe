# The journal.

# Said once in a quiet line where it is not as it should be; the session goes on.
two-notes = { $first } · { $second }
journal-not-kept = Nothing is kept in your journal just now. `unclench doctor` says why.
journal-newer = Your journal is from a newer Unclench, so nothing is kept in it.
journal-set-aside = Your journal was damaged. It lies aside, and a new one is begun.
journal-was-empty = The file of your journal was empty, and a new one is begun in it.

# On the first screen, where a session was interrupted. c and x are keys.
home-go-on = c  go on with { $title } at { $at }  ·  x  not now

# Before and after a session, and in the morning: how the person is, in numbers from 0 to 10.
check-in-before = How are you right now?
check-in-after = And how is it now?
check-in-skip = Say as much or as little as you like; enter goes on.
check-in-where = where
check-in-nowhere = not said
check-in-asks-where = Where does it hurt most? m shows the body; ← and → turn from place to place.
check-in-asks-on-map = Where does it hurt most?
check-in-asks-tension = How tense are you? 0 not at all, 10 as tense as can be.
check-in-asks-pain = How much does it hurt? 0 not at all, 10 the worst you can imagine.
check-in-asks-stress = How stressed are you? 0 not at all, 10 as much as can be.
check-in-asks-mood = How do you feel? 0 very unpleasant, 10 very pleasant.
check-in-asks-activation = How stirred up are you? 0 calm or sleepy, 10 wide awake, alert or on edge.
check-in-asks-energy = How much strength have you? 0 none, 10 plenty.
check-in-asks-sleep = How did you sleep? 0 very badly, 10 very well.
check-in-brief-tension = Tension: 0 none, 10 as much as can be.
check-in-brief-pain = Pain: 0 none, 10 the worst there is.
check-in-brief-stress = Stress: 0 none, 10 as much as can be.
check-in-brief-mood = Mood: 0 unpleasant, 10 pleasant.
check-in-brief-activation = Alertness: 0 sleepy, 10 on edge.
check-in-brief-energy = Strength: 0 none, 10 plenty.
check-in-brief-sleep = Sleep: 0 very bad, 10 very good.

# What is given in numbers, in a word.
measure-tension = tension
measure-pain = pain
measure-stress = stress
measure-mood = mood
measure-activation = alertness
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

# On the first screen, in the morning after a session at night.
home-sleep = How did you sleep? 0 badly … 10 well  ·  x  not now
home-slept = Slept: { $value } of 10. Another number changes it.

# What helped. $mean, $median, $low and $high are numbers with their sign, $points is one without.
helped-title = What helped
helped-days = days
helped-sessions = before and after
helped-changes = what it was
helped-nothing = Nothing is in your journal yet. Sessions come into it by themselves; say before and after one how you are, and this page shows what changed.
helped-untold = Nothing was told both before and after a session yet.
helped-count = { $sessions ->
        [one] 1 session
       *[other] { $sessions } sessions
    } on { $days ->
        [one] 1 day
       *[other] { $days } days
    }. A column is a week, Monday above.
helped-mean = { $sessions ->
        [one] In 1 session
       *[other] Across { $sessions } sessions
    } it was { $way ->
        [lower] { $points } points lower
        [higher] { $points } points higher
       *[same] the same
    } afterwards on average (the middle change { $median }). That is too few to say more, and does not show that the sessions caused it.
helped-mean-sure = Across { $sessions } sessions it was { $way ->
        [lower] { $points } points lower
        [higher] { $points } points higher
       *[same] the same
    } afterwards on average (the middle change { $median }; 95 % interval of the mean { $low } to { $high }). That does not show that the sessions caused it.
helped-short = { $mean } ({ $sessions ->
        [one] 1 session
       *[other] { $sessions } sessions
    })
helped-short-sure = { $mean } ({ $sessions } sessions; 95 % interval { $low } to { $high })
helped-goal = Sessions in each week. About { $goal } a week would suit you, as the band shows; more or fewer is fine.
helped-coin = By the coin: on { $sessions ->
        [one] 1 day
       *[other] { $sessions } days
    } of a session it changed by { $session } on average, on { $rests ->
        [one] 1 day
       *[other] { $rests } days
    } of quiet rest by { $rest }.
helped-coin-chance = Had both done the same, the fall of the coins alone would bring about so great a difference in some { $times } of 100 such trials.
helped-coin-few = From { $days } days of each on, it is told here how easily the fall of the coins alone brings that about.
helped-coin-note = A day counts as what the coin said, whatever was done on it. You know what it said, and what one expects does its part.
helped-floor = { $sessions ->
        [one] 1 session
       *[other] { $sessions } sessions
    } began at 0 or 1, where little can fall, and { $sessions ->
        [one] is
       *[other] are
    } not counted here.
helped-worse = It was worse after each of the last three. Another session, or none for a while, may suit you better; where it goes on, ask a doctor.
helped-caveat = You tend to start a session when things are worse than usual, so some improvement would happen anyway; rest and what one expects do their part too. One point is within what wobbles by itself.

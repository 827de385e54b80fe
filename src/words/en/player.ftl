# A session playing on the screen. $next is the title of the next step.
player-left = { $time } left
player-sound-off = ♪ off
player-voice-off = ♪ { $volume }, voice off
player-paused = Paused. Space goes on.
player-paused-short = Paused. Space goes on.
player-gap = Paused while the machine was away. Space goes on.
player-gap-short = Paused while away. Space goes on.
player-waiting = Take your time. Any key goes on when you are ready.
player-waiting-short = Take your time. Any key goes on.
player-enough = This place has had its time for now. → goes on.
player-enough-short = Enough here for now. → goes on.
player-then = then  { $next }
player-easier = Easier: { $easier }
player-soon = in a moment
player-breath = { $seconds }   breath { $number } of { $of }
player-turn = { $seconds }   { $number } of { $of }

# How hard, before dots and a number, and after them.
pressure = pressure
pressure-light = light as a cloth
pressure-soft = soft and easy
pressure-firm = firm, never painful
pressure-strong = strong, never painful

# Techniques, in a line with the stroke and its direction.
technique-swedish = Swedish
technique-deep-tissue = slow firm pressure
technique-trigger-point = tender-spot press
technique-sports = brisk strokes and rolling
technique-myofascial = slow rolling

# Beside the figure: whose side is whose, what the hatching means, and which picture it is.
map-left = your left
    .short = left
    .letter = L
map-right = your right
    .short = right
    .letter = R
map-keep-off = ▨ keep off
map-front = front
map-back = back
map-face = face
map-head = head
map-hands = hands
map-feet = feet

# Why something is not heard, in a word or two.
sound-left-out = { $file } left out
sound-one-left-out = one sound left out
sound-lost = ♪ lost, going on
sound-none = no sound
sound-some-unspoken = some lines unspoken
sound-unspoken = ♪ without words
sound-not-kept = volumes not kept

# A session that was stopped since something did not feel right.
stop-title = Hands off
stop-ask = The session waits. What did you feel? Press its number.
stop-sharp = Something sharp, tingling or numb, or dizzy
stop-sharp-advice = Enough for today: rest, and breathe quietly; if you are dizzy, sit or lie down. If it is still there tomorrow or gets worse, have it looked at.
stop-unpleasant = Only unpleasant, or simply too much
stop-unpleasant-advice = Let the place be for today, and breathe quietly until it has settled.
stop-interrupted = Nothing: something else came up
stop-interrupted-advice = Take your time.
stop-then-end = Enter ends the session here.
stop-then-without = If you like, → goes on with a quiet breath and without that place. Enter ends the session here.
stop-then-on = → goes on where you were, enter ends the session here.

# Ways of a session that are no massage, by the kind of their steps.
technique-breathe = breathing
technique-stretch = stretching
technique-tense = tense and release
technique-pack = warm and cold packs
technique-scan = body scan

# The body map.
map-title = Body map
map-invitation = Where would you like to begin?
map-panel-body = body
map-panel-face = face
map-panel-hands = hands
map-panel-feet = feet
map-on-left = on your left
map-on-right = on your right
map-sessions = { $count ->
        [0] no session works here yet
        [one] 1 session
       *[other] { $count } sessions
    }
map-more = + { $count } more

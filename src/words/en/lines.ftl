# A session played as plain lines. Lengths such as 6 min 30 s are put in as they are.

lines-opening = { $title }, { $length }.
lines-nearest = { $title }, { $length }: the nearest to { $asked } in whole breaths.
# Said once, before the session begins: what is not heard, and which key there is.
lines-muted = Sound is off, so nothing is heard.
lines-volume-at-zero = The volume is at 0, so nothing is heard.
lines-kinds-at-zero = Not heard, since it is at 0: { $kinds }.
lines-breath-tone = breath tone
lines-enter-pauses = Enter pauses, q and Enter leave. ! and Enter stop at once, and ask what you felt.
# Said once when it turns out. $why is in English, and may be empty.
lines-no-sound = There is no sound output, so nothing is heard. `unclench doctor` says why.
lines-sound-lost = The sound output is gone. It goes on without, and with it once it is back.
lines-sound-is-there = The sound output is there, and heard from here on.
lines-unspoken = No line is spoken: { $why }.
lines-some-unspoken = Some lines are not spoken: { $why }.

lines-easier = Easier: { $easier }
lines-paused = Paused.
lines-gap = Paused, since time stood still.
lines-enter-resumes = Enter goes on.
lines-resumed = Going on.
lines-waiting = Take your time.
lines-waiting-for-enter = Take your time. Press Enter when you are ready to go on.
lines-end = The end, after { $played }.
lines-ended-early = Ended early, after { $played }. That is fine.
lines-stopped = Stopped after { $played }. That is fine.

# After a session at night. $bed is the name of a background sound.
lines-plays-on = The sound of { $bed } plays on for { $left }.
lines-enter-ends = Enter ends it.
lines-fading = It fades away.
lines-silence = Silence. Sleep well.

# A session that was stopped by line with !.
lines-stopped-now = Hands off. The session waits.
lines-stop-ask = What did you feel? Enter its number, or q to end.
lines-stop-no-number = { $written } is none of the numbers.
lines-stop-without = Enter goes on with a quiet breath and without that place, q ends.
lines-stop-on = Enter goes on where you were, q ends.

# Before a session, by line: what to press, and what was chosen.
lines-before-any = Enter begins. Where one of these is so, enter its number first, such as 2, or 1 3. q leaves.
lines-before-none = Enter begins, q leaves.
lines-before-yes = Enter begins the session as it is for you now, t answers anew, q leaves.
lines-before-where = Where is it? Enter the numbers of the places, such as 2, or 1 3. Enter alone spares every place.
lines-before-nobody = Nobody was asked how they are today. Leave out what does not suit you.
lines-before-today = You said today: { $names }. `unclench profile today --again` asks anew.
lines-before-other = { $written } is not known here. Enter begins, q leaves.
lines-before-no-number = { $written } is none of the numbers. Enter begins, q leaves.
lines-before-number = Number { $number }: { $line }
lines-before-left = Left for today. That is fine.

# How a person is before and after a session, by line.
lines-check-in-no-number = { $written } is no whole number from 0 to 10, such as 7. Enter alone says nothing.
lines-check-in-where = Where does it hurt most? Enter its number; Enter alone leaves it open.

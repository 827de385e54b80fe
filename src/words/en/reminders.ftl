# What a reminder says on the desktop and in a calendar: an invitation, never a command.
reminder-session = A few minutes for yourself, if it suits you: { $session }.
reminder-free = A few minutes for yourself, if it suits you.
reminder-water = A glass of water, if you like.
reminder-bedtime = The evening may grow quiet now: { $session }.
reminder-start = Start
reminder-snooze = In 10 minutes
reminder-skip = Not now

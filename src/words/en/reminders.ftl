# What a reminder says on the desktop and in a calendar: an invitation, never a command.
reminder-session = A few minutes for yourself, if it suits you: { $session }.
reminder-free = A few minutes for yourself, if it suits you.
reminder-water = A glass of water, if you like.
reminder-bedtime = The evening may grow quiet now: { $session }.
reminder-start = Start
reminder-snooze = In 10 minutes
reminder-skip = Not now

# What `unclench remind` says.
remind-every = every { $minutes } min, { $from }–{ $to }
remind-next = next { $day } { $time }
remind-daily = daily
remind-weekdays = weekdays
remind-weekends = weekends
remind-monday = Mon
remind-tuesday = Tue
remind-wednesday = Wed
remind-thursday = Thu
remind-friday = Fri
remind-saturday = Sat
remind-sunday = Sun
remind-water = water
remind-no-session = no session
remind-none = There are no reminders. `unclench remind --help` shows how to add one.
remind-goal = About { $goal } sessions a week would suit you.
remind-goal-set = About { $goal } sessions a week, then. More or fewer is fine; nothing is counted against you.
remind-goal-none = No goal, then.
remind-no-goal = No goal is set.
remind-added = `unclench remind install` has this system show it by itself; `unclench remind try` shows what it is like.
remind-removed = “{ $name }” is removed.
remind-ends = Ctrl-C ends it.
remind-begun = begun
remind-put-away = put away
remind-rested = not shown: a break was just taken or is on, or nobody is here
remind-undisturbed = not shown: you asked not to be disturbed
remind-engaged = not shown: something keeps the screen awake, such as a film or a talk
remind-unreachable = not shown: there is no desktop here that shows notices
remind-cannot-begin = no terminal could be opened, and there is no session to hear
remind-come = { $reminders ->
        [one] 1 reminder
       *[other] { $reminders } reminders
    } will come by itself from now on.
remind-written = { $reminders ->
        [one] 1 reminder
       *[other] { $reminders } reminders
    } written to { $folder }.
remind-take-away = `unclench remind uninstall` takes the timers away again.
remind-no-timers = No timers were there.
remind-taken-away = { $timers ->
        [one] 1 timer
       *[other] { $timers } timers
    } taken away. Your reminders stay.

# What commands report.

check-summary = { $files }, { $found }.
check-summary-two = { $files }, { $errors }, { $warnings }.
check-files = { $count ->
        [one] 1 file
       *[other] { $count } files
    }
check-errors = { $count ->
        [one] 1 error
       *[other] { $count } errors
    }
check-warnings = { $count ->
        [one] 1 warning
       *[other] { $count } warnings
    }
check-all-well = all well
check-no-files = there are no session files in `{ $path }`
check-no-files-help = session files end in `.toml`

# What the journal tells, and the page that is saved of it.

journal-empty = There is nothing in your journal yet.
journal-done = { $length }, to the end
journal-left = ended at { $at } of { $length }
journal-interrupted = interrupted at { $at } of { $length }
journal-open = on, or cut off, at { $at } of { $length }
journal-played = { $played }, and stood still for { $paused }
journal-only-before = { $measure } { $value } before
journal-only-after = { $measure } { $value } after
journal-coin-session = session
journal-coin-rest = quiet rest
journal-about-id = id
journal-about-began = began
journal-about-ended = ended
journal-about-played = played
journal-about-coin = coin
journal-about-left-out = left out
journal-about-longer = longer
journal-about-before = before
journal-about-after = after
journal-about-morning = morning
journal-about-pain = it hurt
journal-about-note = note
journal-erased = Your journal is gone from this machine. Copies you saved yourself are yours.
journal-none = There was no journal to remove.
helped-untold-how = Nothing was told both before and after a session yet. `unclench journal note last --before tension=7 --after tension=4` tells it of the last one.
helped-each = each session: { $changes }
helped-weeks = Sessions in the last weeks, up to this one: { $counts }. About { $goal } a week would suit you; more or fewer is fine.
report-made = From the journal of Unclench, written { $when }.
report-count = { $sessions ->
        [one] 1 session
       *[other] { $sessions } sessions
    } on { $days ->
        [one] 1 day
       *[other] { $days } days
    }.
report-days = Days
report-days-key = A column is a week, Monday above; darker days had more sessions.
report-days-picture = Days with sessions
report-weeks-picture = Sessions in each week
report-pairs-key = Open dots: before. Full dots: after.
report-pairs-picture = Before and after each session
report-one-by-one = Session by session
report-no-device = Unclench is no medical device, and this is no diagnosis. The numbers are what one person said of themselves, from 0 to 10.
coin-session = The coin says a session today. Say before and after how you are, so that it can be compared with quiet rest. `unclench journal coin off` ends it.
coin-rest = The coin says quiet rest today: `unclench play quiet-rest`, instead of a session. Say before and after how you are. `unclench journal coin off` ends it.
coin-none = No coin decides. With `unclench journal coin on`, one decides each day between a session and quiet rest, so that the two can be compared fairly; what comes of it stands in `unclench journal stats`.
coin-off = No coin decides any more. What was told on its days stays in your journal.

# What was saved, added and taken in.
export-saved = Saved in { $name }, readable by you alone.
journal-added = Added: { $title }, { $length }.
journal-taken-in = Taken in: { $new ->
        [one] 1 new session
       *[other] { $new } new sessions
    }, of { $all ->
        [one] 1 session
       *[other] { $all } sessions
    } in the file.

# What is wrong with a session file, a move file or another file of a person.

problem-error = error
problem-warning = warning
problem-help = help
problem-in-line = line { $line }: { $message }
problem-more = { $count ->
        [one] and 1 more problem after this one
       *[other] and { $count } more problems after this one
    }
problem-list-and = { $words } and { $last }
problem-list-or = { $words } or { $last }
problem-did-you-mean = did you mean `{ $word }`?
problem-one-of = one of { $words }
problem-one-of-more = one of { $words } and { $count } more
problem-odd-letter = write `{ $word }`: what is there has { $letter } in it

# A letter that looks like another, or cannot be seen. $kind says which.
letter = { $code } ({ $kind ->
        [no-break-space] a no-break space
        [other-space] a space of another width
        [zero-width-space] a space of no width
        [zero-width-no-break-space] a no-break space of no width
        [zero-width-joiner] a joiner of no width
        [soft-hyphen] a hyphen that is not shown
        [backtick] a backtick
        [direction-mark] a mark of direction
       *[other] a character that is not shown
    })
letter-shown = `{ $letter }` ({ $code }, { $kind ->
        [non-breaking-hyphen] a non-breaking hyphen
        [dash] a dash
        [minus-sign] a minus sign
        [curly-quote] a curly quotation mark
        [low-quote] a low quotation mark
        [angle-quote] an angle quotation mark
        [corner-quote] a corner quotation mark
        [prime-quote] a quotation mark of primes
        [accent-quote] an accent
        [full-width-quote] a quotation mark of full width
        [fraction] a fraction in one letter
        [full-width] a letter of full width
        [ligature] letters joined into one
        [look-alike] a letter of another script
        [other-digit] a digit of another script
        [other-sign] a sign of another script
       *[other] another character
    })

# The parts of a file.
file-part = { $part ->
        [session] a session
        [course] a course
        [day] a day
        [progress] the file of the course you follow
        [move] a move
        [move-step] a move's step
        [group] a group
        [step] a step
        [chime] a chime
        [bed] a change of the background sound
        [pattern] a pattern
        [phase] a phase
        [figure] a figure
        [stroke] a stroke
        [line] a line
        [count] a count
        [silence] a silence
        [chimes] the table `chimes`
        [announcements] the table `announcements`
       *[table] this table
    }
step-of-kind = a { $kind } step

# What TOML itself does not read.
left-open = a list or table that begins in line { $line } is not closed before this
left-open-help = close it with `]` or `{"}"}`
nests-too-deep = this nests too deep
text-open = this text has no closing quote
text-over-lines = a text between single marks ends in its line, and this goes on below
text-over-lines-help = put it in one line, or between `"""` and `"""`
text-open-printed = this text ends with { $letter }, which closes nothing
text-of-lines-open = this text of several lines has no closing quotes
text-of-lines-open-help = write `{ $marks }` where it ends
control-letter = { $letter } cannot stand in text
bad-escape = a backslash in text begins a special character, and this is none
bad-escape-help = write `\\` for the backslash itself, or put the text in single quotes
heading-open = this heading is not closed
heading-open-help = close it with `]` or `]]`
bad-heading = this heading cannot be read
bad-heading-help = write a name between `[` and `]`, or between `[[` and `]]`, alone in its line
heading-more = something follows this heading in its line
heading-more-help = write `{ $text }` in a line of its own, below the heading
duplicate-key = { $key } stands here a second time
duplicate-key-help = keep one of the two
missing-heading-help = if something new begins here, write `{ $heading }` in a line above it; otherwise keep one of the two
duplicate-steps-help = write `[[steps]]` before each step, and `[steps]` before none
odd-letter = this has { $letter } in it
colon-for-equals = between a key and its value stands `=`, not `:`
colon-for-equals-help = write `=` in its place
no-key = there is no key before this `=`
no-key-help = write a key before it, or leave the line out
key-without-value = a key needs `=` and a value
key-without-value-help = write `=` and a value after { $key }
foreign-remark = a remark begins with `#`
single-heading = there are several of these, and this heading is of one alone
bad-key = this cannot be a key
bad-key-help = a key has letters, digits, hyphens and underscores
no-value = there is no value here
quote-ends-text = the text ends at this quote already, and more follows
several-texts = here are several texts, and there can be only one
comma-missing = a comma is missing here
equals-twice = there is one `=` too many here
after-value = nothing may follow a value in its line
after-value-help = put each key in a line of its own
quote-in-text-help = write `\"` for a quote inside text
bad-number = this number cannot be read
bad-number-help = a number has digits alone, without zeros before it
bad-value = this value cannot be read
needs-quotes = text needs quotes around it
not-text = this file is not plain text from here on
line-not-text = this line is not plain text
not-text-help = save it as UTF-8

# The shape of a file.
file-of-another-kind = this is a file of another kind
file-of-another-kind-help = sessions and moves are TOML files, of lines such as `title = "…"`
file-too-large = this file is larger than the { $most } KiB that fit
format-too-new = this file is written in format { $format }; this Unclench reads format 1
format-too-new-help = a newer Unclench will play it
no-such-format = there is no such format
no-such-format-help = write `format = 1`
unknown-key = { $key } is not a key of { $part }
key-of-kinds = it goes with steps of kind { $kinds }
other-key-of-kinds = `{ $key }` goes with steps of kind { $kinds }
# What other programs have, with an example of how it is written here.
habit-count = to count aloud, write `count = { "{" } to = 10, every = "4s" { "}" }`; to play the step several times, put it into a group with `repeat = 3`
habit-every = what returns is a line each time, `lines = [{ "{" } at = "30s", text = "Still soft?" { "}" }]`, or a group with `repeat = 3`
habit-group = put the step into a group: `kind = "group"` and `repeat = 3` under `[[steps]]`, and below it the step under `[[steps.steps]]`
habit-hold = a step is held for its `length`; a hold in each repetition is a phase of the count, `count = { "{" } to = 10, phases = [{ "{" } length = "2s", say = "Up." { "}" }, { "{" } length = "5s", say = "Hold." { "}" }, { "{" } length = "2s", say = "Down." { "}" }] { "}" }`
habit-held-breath = a breath is held by its pattern, `pattern = "4-7-8"`
habit-pause = a pause is a step of its own with `kind = "rest"` and a `length`, and with `between-rounds = true` where it stands between the rounds of a group; between two sides it is `switch = "20s"`
key-of-the-head = it belongs to the whole file: put it above the first line that begins with `[`
key-of-a-step = it belongs to a step: put it below `{ $heading }`
step-without-heading = a step begins here without its heading
heading-above-help = write `{ $heading }` in a line above it
missing-keys = { $part } needs { $keys } as well
wrong-type = { $key } should be { $wanted }, and this is { $held }
wrong-type-of-something = something here is not what its key holds
wanted = { $shape ->
        [text] text in quotes
        [whole] a whole number
        [yes-or-no] `true` or `false`
        [list] a list
       *[table] a table
    }
held = { $held ->
        [text] text
        [number] a number
        [yes-or-no] `true` or `false`
        [date] a date or time
        [list] a list
       *[table] a table
    }
either = { $one } or { $other }
beyond-counting = `{ $key }` is a number beyond counting
unknown-word = `{ $key }` cannot be { $word }
unknown-name = { $kind ->
        [move] there is no move called { $name }
        [chime] there is no chime called { $name }
        [bed] there is no background sound called { $name }
       *[pattern] there is no pattern called { $name }
    }
place-left-out = this place is left out on purpose, since pressing there can do harm
joint-instead = nothing presses on a joint; a pack may lie there: `joint = "{ $joint }"`

# What would be right.
write = write `{ $text }`
write-plainly = write { $text }
write-like = write it like `"{ $example }"`
write-seconds = write `"{ $number }s"` for seconds
write-without-quotes = write `{ $text }` without quotes
write-list-around = put it between `[` and `]`
write-heading-of-each = write `[[{ $key }]]` before each of them
write-or-less = write { $most } or less
leave-it-out = leave it out
leave-out-here = leave `{ $key }` out here

# Values.
is-empty = `{ $key }` is empty
is-empty-help = write something, or leave the key out
nothing-seen = nothing is seen of `{ $key }`: it holds { $letter } and no other character
control-character = `{ $key }` holds the invisible control character { $code }
too-many-characters = `{ $key }` has { $count } characters; { $most } fit
too-many-entries = `{ $key }` has { $count } entries; { $most } fit
needs-an-entry = `{ $key }` needs at least one entry
stands-twice = this stands twice in `{ $key }`
lies-between = `{ $key }` lies between { $least } and { $most }
bad-language = `language` is a short language tag
bad-language-help = such as `"en"`, `"de"` or `"pt-BR"`

# Lengths of time.
bad-length = `{ $key }`: { $why }
length-empty = a length cannot be empty
length-without-unit = a length needs its unit
length-is-none = this is not a length of time
length-out-of-order = hours come before minutes, minutes before seconds, each once
length-too-fine = a length is exact to a thousandth, no finer
length-beyond-counting = this length is beyond counting
length-needs-unit = write `"{ $number }s"` for seconds or `"{ $number }m"` for minutes
length-help = write it like `"90s"`, `"1m30s"`, `"5.5s"`, `"2m"` or `"1h"`
length-twice = `length` and `breaths` say the same thing twice
length-twice-help = keep the one that is meant
whole-breaths = `{ $key }` counts whole breaths
whole-breaths-help = write `"6 breaths"`
breaths-without-pattern = `{ $key }` counts breaths, and this step has no pattern
breaths-without-pattern-help = give the step a `pattern`, or a length in time
breaths-between = `{ $key }` lies between 1 and { $most } breaths
comes-to = `{ $key }` comes to { $length }
step-lasts = a step lasts from { $least } to { $most }
bound-crosses = { $key ->
        [min] `min` is longer than the step itself, which lasts { $length }
       *[max] `max` is shorter than the step itself, which lasts { $length }
    }
bad-share = a share lies between 0% and 100%, to a tenth
bad-point = `at` is no point in a step
bad-point-help = write `"10s"` from the start, `"-10s"` from the end, or `"50%"`
point-twice = `at` and `after` both say when this is due
repeat-twice = `repeat` and `repeat-for` both say how often the group is played
point-outside = this lies outside the step, which lasts { $length }
count-too-long = the count needs { $needed } with the words before it, and the step may be as short as { $length }
pack-on-two-places = `region` and `joint` both say where the pack lies
repetition-twice = `every` and `phases` both say how long a repetition takes
silence-ends-first = this silence ends before it begins
later-no-rounds = `later-rounds` needs rounds that come later
counted-twice = `count` and `countdown` both count aloud
switch-without-sides = `switch` is the pause between two sides, and here is only one
switch-without-sides-help = write it beside `side = "both"`, on the step or its group
between-no-rounds = `between-rounds` needs rounds to be between
between-no-rounds-help = put the step beside another into a group with `repeat = 2` or more
session-too-long = this session lasts { $length }; { $most } fit

# Steps, groups and moves.
no-steps = there is nothing to do: `steps` is empty
too-many-steps = { $count } steps are written; { $most } fit
too-many-parts = with repeats and sides this comes to { $count } parts; { $most } fit
no-kind = this step needs a `kind`
no-kind-group = write `kind = "group"` for steps that repeat together
groups-too-deep = groups nest { $most } deep at most
group-title-filled = the title of a group is shown as it is, and nothing is filled in
group-in-group-with-side = a group around this one has a side already
step-in-group-with-side = the group around this step has a side already
step-in-group-with-side-help = leave `side` out here, or out of the group
no-sides = there is no left and right here: { $place }
no-sides-help = leave `side` out
touch-unlike-tool = `with` cannot be `{ $with }` where `tool` is `{ $tool }`
touch-elsewhere = there is no `{ $spot }` here: { $place }
touch-elsewhere-help = leave `at` out
touch-carried = `on` says what carries a ball or roller, and this is done with `{ $with }`
touch-carried-help = leave `on` out
pack-too-long = a pack lies for 20 minutes at most, since skin is harmed unnoticed
line-without-words = this line has no words
line-without-words-help = add `text` to show and speak words, `show` only to show them, or `say` only to speak them
move-in-move = a move cannot take its values from another move
move-is-one-step = a move is one step, not a group
move-of-another-kind = the move `{ $name }` is { $is }, not { $not }
move-needs-mending = the move `{ $name }` needs mending before it can be used
move-needs-mending-help = `unclench check` on its file says what it needs

# Pressure.
pressure-above-cap = pressure { $pressure } is more than the { $place } should meet: { $most } at most, since { $reason }
pressure-too-much = pressure { $pressure } is too much anywhere: from 7 on, stop
cap-reason-eyes = the eyes and thin bone lie near
cap-reason-organs = soft organs lie beneath
cap-reason-thin = there is little between skin and bone
cap-reason-neck = vessels and nerves of the neck lie near
cap-reason-ribs = ribs and nerves lie close to the skin
cap-reason-kidneys = the kidneys lie near
cap-reason-joints = small joints or bone lie close to the skin
cap-reason-vessels = vessels and nerves lie close to the skin
cap-reason-no-more = pressing harder has not been seen to do more

# Words that are filled in.
stray-brace = a brace that opens or closes nothing
stray-brace-help = write `{"{{"}` or `{"}}"}` for the brace itself
unknown-placeholder = { $name } is nothing that can be filled in
placeholder-for-nothing = { $name } has nothing to stand for here
placeholder-needs-side = give the step or its group a `side`
placeholder-needs-group = put the step into a group that repeats
placeholder-needs-pattern = give the step a `pattern`

# Breathing patterns.
bad-pattern-name = { $name } cannot be a pattern's name
bad-pattern-name-help = a name begins with a letter and has small letters, digits and hyphens
unused-pattern = no step uses the pattern { $name }
pattern-not-numbers = a pattern in numbers is written like `4-6` or `4-7-8`
pattern-count = a pattern in numbers has two to four of them: in-out, in-hold-out, in-hold-out-rest
pattern-without-inhale = a pattern needs a breath in
pattern-without-exhale = a pattern needs a breath out
pattern-phases = a pattern has { $most } phases at most; this one has { $count }
pattern-phase-short = a phase lasts at least { $limit }
pattern-phase-long = a phase lasts { $limit } at most
pattern-hold-long = a breath is held for { $limit } at most
pattern-empty-long = a rest after the breath out lasts { $limit } at most
pattern-too-fast = a breath lasts at least { $limit }: breathing faster than that for minutes makes people dizzy
pattern-round-long = one round of a pattern lasts { $limit } at most

course-format = this is not a course of format { $format }
course-format-help = write `format = 1`
course-days = a course has two days at least and ninety at most; this one has { $count }
course-days-help = write a `[[days]]` for each day
course-session = there is no session called “{ $id }”
course-session-help = `unclench list` shows their names
course-done = days that are done are counted from 0 on
course-minutes = a day lasts 1 to 240 minutes
course-length = `{ $id }` can last from { $shortest } to { $longest } minutes
course-minutes-help = leave `minutes` out to play the session as it is written
course-text = this is empty, longer than { $most } letters, or has letters that cannot be shown
course-text-help = say it in a sentence or two
reminder-later-key = there is no { $key } in reminders here; it is kept as it is written
reminder-misfit = this does not fit a file of reminders
reminder-misfit-help = it has `goal`, a number, and `[[reminder]]` for each reminder, with `name` and with `every`, `at` or `bedtime`, each a text; `unclench remind add` writes them
reminder-goal-help = write how many sessions a week you would like, 1 to 21, like `goal = 3`
misfit-missing-help = add { $keys }
misfit-number-help = write a number
misfit-list-help = write a list, between `[` and `]`
misfit-pair-help = write two of them, like `[1, 2]`
misfit-table-help = write a table, between `{ "{" }` and `{ "}" }`
misfit-whole-number-help = write a whole number, 0 or more

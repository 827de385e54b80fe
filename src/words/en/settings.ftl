# What is wrong with the settings. What stands in back quotes is the file's, or to be written into it.
setting-unknown = there is no setting { $name }
setting-misfit = { $written } does not fit
setting-empty = `{ $key }` is empty
setting-switch-help = write `true` or `false`
setting-choice-help = choose among { $words }
setting-words-help = write words in quotation marks
setting-theme-help = write `"auto"`, or the name of a theme in quotation marks
setting-background-help = write `"session"`, `"none"` or the name of a background sound in quotation marks
setting-voice-help = write the name of a voice in quotation marks, as `unclench voices` lists them
setting-number-help = write a whole number from { $least } to { $most }{ $unit ->
        [minutes] { " " }minutes
       *[none] { "" }
    }
setting-cache-help = write 0, or a whole number from { $least } to { $most }
setting-table-help = write it as a table, beneath a line `[{ $key }]`
setting-quotes-help = write it in quotation marks: `{ $text }`
setting-no-quotes-help = write it without quotation marks: `{ $text }`
setting-heading = { $written } counts as the heading `{ $heading }`
setting-heading-more = what follows the heading `{ $heading }` here is not read
setting-needless-heading = there is no heading { $heading }; what stands below it counts without one
setting-needless-heading-help = remove this line
setting-unknown-heading = there is no heading { $heading }
setting-unknown-heading-keys = there is no heading { $heading }; what stands below it is not read: { $keys }
setting-unknown-heading-help = headings are `[mix]` and `[voice]`; all else stands above them
setting-elsewhere = { $key } does not belong here; it counts all the same
setting-elsewhere-help = write it below the heading `{ $heading }`
setting-elsewhere-top-help = write it above all headings
setting-not-text = this letter is not in UTF-8
setting-not-text-help = save the file as UTF-8
setting-twice = this is set twice; the first counts
setting-twice-help = leave one of the two out
setting-unread = this cannot be read
setting-unread-help = a line is like `volume = 70`, or with words like `output = "none"`

# A theme of the person's own.
theme-no-colours = there are no colours
theme-no-colours-help = begin with a line `[colours]` and give each role a colour below it
theme-unknown = there is no { $name } in a theme
theme-missing = the role `{ $role }` has no colour
theme-missing-help = write `{ $role } = "#RRGGBB"` below `[colours]`
theme-misfit = this is no colour
theme-colour-help = write six digits after `#`, like "#8B90DC"
theme-faint = `{ $role }` can hardly be read: its contrast to the ground is { $contrast }
theme-faint-help = choose a colour further from the ground, with a contrast of { $least } at least

# What is wrong with a recipe of a sound. $place is a key as it is written.
recipe-too-large = the recipe has { $bytes } bytes
recipe-too-large-help = keep it below { $limit } bytes
recipe-misfit = this is not what a recipe has here
recipe-misfit-help = `sounds/README.md` explains recipes
recipe-format = `format` is { $found }, and this version of Unclench reads { $known }
recipe-format-help = write `format = { $known }`, or get a newer Unclench
recipe-kind = this is the recipe of a { $found }, where a { $wanted } is wanted
recipe-source = `{ $place }` sounds in no way, or in several
recipe-source-help = write exactly one of `noise`, `events` and `drone`
recipe-range = `{ $place }` runs from { $from } to { $to }
recipe-range-help = write the smaller number first
recipe-count = `{ $place }` has { $count ->
        [one] 1 entry
       *[other] { $count } entries
    }
recipe-count-help = write from 1 to { $limit }
recipe-text = `{ $place }` is empty, too long, or more than one line
recipe-text-help = write one line of 1 to { $limit } characters
recipe-number = `{ $place }` is { $value }
recipe-number-help = write a number from { $lowest } to { $highest }{ $unit }
recipe-unit = { $unit ->
        [none] { "" }
        [times] { " " }times the pitch
        [per-second] { " " }in a second
        [octaves] { " " }octaves
        [pulses] { " " }pulses
        [cents] { " " }cents
       *[other] { " " }{ $unit }
    }

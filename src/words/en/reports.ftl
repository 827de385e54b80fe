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

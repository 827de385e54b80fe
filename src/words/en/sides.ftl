# What `{side}` and its like in a session's own words become. $side is left or right.

side = { $side ->
        [left] left
       *[right] right
    }
side-dative = { $side ->
        [left] left
       *[right] right
    }
side-adverb = { $side ->
        [left] left
       *[right] right
    }

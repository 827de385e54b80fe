# The health profile in its file: what cannot be read.
profile-unread-help = a line is like `pressure = 3`, or beneath `[conditions]` like `varicose-veins = ["left-calf"]`
profile-unknown-condition = { $name } is not known here, so nothing gives way for it
profile-misplaced = { $name } belongs { $side ->
        [above] above
       *[beneath] beneath
    } `[conditions]`; it counts all the same
profile-misplaced-help = { $side ->
        [above] put it in a line before `[conditions]`
       *[beneath] write `[conditions]` in a line above it
    }
profile-unknown = there is no { $name } in a profile here, so nothing gives way for it; it is kept as it is written
profile-places-help = write places in a list, such as `["left-calf"]`; until then it may be anywhere

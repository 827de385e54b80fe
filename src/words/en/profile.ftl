# The health profile in its file: what cannot be read.
profile-unread-help = a line is like `pressure = 3`, or beneath `[conditions]` like `varicose-veins = ["left-calf"]`
profile-unknown-condition = { $name } is not known here, so nothing gives way for it
profile-places-help = write places in a list, such as `["left-calf"]`; until then it may be anywhere

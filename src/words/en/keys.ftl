# What keys do, in a word or two, in the line at the bottom of a session.
key-pause = pause
key-next-step = next step
key-30-s-more = 30 s more
key-mute = mute
key-volumes = volumes
key-learn = learn
key-go-on = go on
key-stop = stop
key-today = today
key-answers = answers
key-yes = yes
key-end = end
key-set = set
key-choose = choose
key-close = close
key-open = open
key-favourite = favourite
key-begin = begin
key-shorter = shorter
key-longer = longer
key-home = home
key-another = another
key-again = again
key-here = here
key-side = side
key-map = map
key-pictures = pictures
key-how-much = how much
key-next = next
key-back = back
key-night = night
key-help = help
key-leave = leave

# Keys by name.
written-space = space
written-enter = enter

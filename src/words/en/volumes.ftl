# The volumes over a session: one line for each kind of sound, and one for the background.
volumes-heading = VOLUMES
volumes-all = all
volumes-voice = voice
volumes-chimes = chimes
volumes-breath = breath
volumes-bed = background
volumes-background = which

# Instead of a number: sound is off, and a kind that is not heard.
volumes-off = off
volumes-unheard = none

# Which background there is: the session's own, in as many words as fit; or none.
volumes-own = the session's own
    .short = the session's
    .least = its own
volumes-no-background = none
volumes-here = here: { $bed }

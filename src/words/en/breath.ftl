# Phases of the breath, where a session names none of its own.
breath-breathe-in = breathe in
breath-breathe-out = breathe out
breath-hold = hold
breath-rest = rest
breath-a-sip-more = a sip more
breath-breathe-out-slowly = breathe out slowly
breath-in-through-the-left = in through the left
breath-out-through-the-right = out through the right
breath-in-through-the-right = in through the right
breath-out-through-the-left = out through the left
breath-hum-out = hum out

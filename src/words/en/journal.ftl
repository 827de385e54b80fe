# The journal.

# Said once in a quiet line where it is not as it should be; the session goes on.
journal-not-kept = This is not kept in your journal. `unclench doctor` says why.
journal-newer = Your journal is from a newer Unclench, so this is not kept in it.
journal-set-aside = Your journal was damaged. It lies aside, and a new one is begun.

# On the first screen, where a session was interrupted. c and x are keys.
home-go-on = c  go on with { $title } at { $at }  ·  x  not now

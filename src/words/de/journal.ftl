# The journal.

# Said once in a quiet line where it is not as it should be; the session goes on.
journal-not-kept = Das wird nicht in deinem Tagebuch behalten. `unclench doctor` sagt, warum.
journal-newer = Dein Tagebuch ist von einem neueren Unclench, darum wird das nicht darin behalten.
journal-set-aside = Dein Tagebuch war beschädigt. Es liegt beiseite, und ein neues ist begonnen.

# On the first screen, where a session was interrupted. c and x are keys.
home-go-on = c  weiter mit { $title } bei { $at }  ·  x  jetzt nicht

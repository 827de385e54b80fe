# After a session.
summary-whole = { $time }, all the way through.
summary-part = { $time }. A part of it is something too.
summary-notice = Take a moment to notice how it feels now.
summary-night = Sleep well.
summary-evening = Have some water if you are thirsty, and a quiet evening.
summary-day = Have some water if you are thirsty. Move on in your own time.

# In the dark after a session at night. $unheard is empty, or says why it is not heard.
dark-silent = Sleep well.
dark-fading = { $bed }, fading away{ $unheard }
dark-left = { $minutes ->
        [one] { $bed }, 1 minute left{ $unheard }
       *[other] { $bed }, { $minutes } minutes left{ $unheard }
    }
    .short = { $bed }, { $minutes } min{ $unheard }
dark-muted = muted

# Nach einer Sitzung.
summary-whole = { $time }, bis zum Ende.
summary-part = { $time }. Auch ein Teil ist schon etwas.
summary-notice = Nimm dir einen Moment und spür, wie es sich jetzt anfühlt.
summary-night = Schlaf gut.
summary-evening = Trink etwas Wasser, wenn du Durst hast, und hab einen ruhigen Abend.
summary-day = Trink etwas Wasser, wenn du Durst hast. Mach weiter, wenn dir danach ist.

# Im Dunkeln nach einer Sitzung bei Nacht.
dark-silent = Schlaf gut.
dark-fading = { $bed }, klingt aus{ $unheard }
dark-left = { $minutes ->
        [one] { $bed }, noch 1 Minute{ $unheard }
       *[other] { $bed }, noch { $minutes } Minuten{ $unheard }
    }
    .short = { $bed }, { $minutes } min{ $unheard }
dark-muted = stumm

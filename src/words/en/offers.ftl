# Why a session is offered on the first screen: one to three of these, one after another.
offer-short = short
offer-at = { $setting ->
        [desk] at the desk
        [bed] in bed
       *[home] at home
    }
offer-for = { $time ->
        [morning] for the morning
        [evening] for the evening
       *[night] for a late hour
    }
offer-free-day = for a free day
offer-with = { $tool ->
        [ball] with your ball
        [roller] with your roller
        [warm-pack] with your warm pack
       *[cold-pack] with your cold pack
    }
offer-kind = { $kind ->
        [touch] by hand
        [breath] breath
        [stretch] stretch
        [tensing] tense and let go
        [pack] warmth
       *[rest] rest
    }
offer-helped = did you good lately
offer-unlike-last = for a change
offer-course-day = day { $number } of { $of }: { $course }
offer-coin-session = the coin says a session today
offer-coin-rest = the coin says rest today

# What the first screen greets with.
home-morning = Good morning.
home-afternoon = Good afternoon.
home-evening = Good evening.
home-night = It is late.
home-three = Three that fit now:

# Said on the first screen where something of today comes first.
home-enough = Something was sharp, numb or dizzy today: that is enough for now. Rest, or only breathe; until tomorrow, touch stays light and leaves that place out.
home-emergency = Call your emergency number first. Until help is there, only rest.
home-enough-everywhere = Something was sharp, numb or dizzy today: that is enough for now. Rest, or only breathe; until tomorrow, touch is left out.
home-department = Get help at an emergency department first. Until then, only rest.
home-same-day = Get help today, before anything else. Until then, only rest.
home-urgent = Have it looked at first, and rest until then.

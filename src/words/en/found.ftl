# Why a session was found, beside it in the list.
found-region = works the { $place }
found-goal = { $goal ->
        [ease-pain] for ease of pain
        [flexibility] for flexibility
        [recovery] for recovery
        [sleep] for sleep
        [mood] for a lighter mood
        [focus] for a clearer head
       *[stress] for less stress
    }
found-technique = { $technique ->
        [swedish] by glide and knead
        [deep-tissue] by slow firm pressure
        [trigger-point] by tender-spot press
        [sports] by brisk strokes
       *[myofascial] by slow rolling
    }
found-tool = { $tool ->
        [hands] by hand
        [ball] with a ball
        [roller] with a roller
        [chair] with a chair
        [wall] at a wall
        [pillow] with a cushion
        [towel] with a towel
        [warm-pack] with a warm pack
        [cold-pack] with a cold pack
       *[cream] with cream or oil
    }
found-pattern = breathes “{ $pattern }”
found-step = in one of its steps
found-near = Nothing has all of these words. Near it:
found-meant = Taken for “{ $words }”:
found-nothing = Nothing by these words. Backspace widens the search.
found-none-works = No session works here yet. Escape shows them all.

# The headings of the library.
library-shelf = { $shelf ->
        [now] Fits now
        [favourites] Favourites
        [lately] Played lately
        [best] Best by these words
        [more] More by these words
        [courses] Courses, a session a day
        [desk] At the desk
        [home] At home
        [bed] In bed
        [tours] Tours of the techniques
        [breath] Breath
        [own] Your own
       *[read] To read
    }
# What kind of thing is listed, where it is no session.
library-kind = { $kind ->
        [breath] breath
       *[page] page
    }
# The longest that is listed.
library-at-most = up to { $minutes } min
# The head of the library, and what its list is narrowed to.
library-title = Library
library-all = esc shows all
library-count = { $count ->
        [one] 1 session
       *[other] { $count } sessions
    }
library-found = { $count } found
library-days = { $days } days

# What a person tells of their body and their tools, all of it up to them.
health-title = Health profile
health-kept = all of it up to you, kept on this machine alone
health-kept-short = only on this machine
health-found = { $count ->
        [0] nothing of that name
       *[other] { $count } found
    }

# Headings.
health-tools = Tools you own
health-you = You
health-group-heart-and-circulation = Heart and circulation
health-group-bones-and-joints = Bones and joints
health-group-skin = Skin
health-group-nerves-and-senses = Nerves and senses
health-group-breathing-and-mind = Breathing and mind
health-group-pregnancy-and-birth = Pregnancy and birth
health-group-operations-and-injuries = Operations and injuries
health-group-medicines = Medicines
health-group-illnesses = Illnesses
health-group-today = Today

# What can be told. $side is left or right.
health-no-tool = none of these
health-pressure = pressure you like
health-hand = { $side ->
        [left] your left hand does
       *[right] your right hand does
    }
health-reach = your hands reach
health-first-side = side to begin with
health-floor = down to the floor and up
health-nothing-else = nothing else of these

# Answers.
health-at-most = at most { $most } of 10
health-as-it-comes = as it comes
health-hand-full = anything
health-hand-light = light strokes only
health-hand-none = nothing
health-reach-all = everywhere
health-reach-not-feet = not to the feet
health-reach-not-back = not behind the back
health-reach-neither = to neither feet nor back
health-left = left
health-right = right
health-both = both
health-here = here
health-yes = yes
health-no = no
health-not-told = not told

# What each of them asks, or what follows from it.
health-about-tools = Once you tick some, a session that wants another uses your hands instead.
health-about-pressure = Nothing presses harder than that, whatever a session says.
health-about-hand = What asks more of this hand gives way to something easier.
health-about-reach = What they do not get to is left out, with a quiet breath instead.
health-about-first-side = Your settings choose, unless you do here.
health-about-floor = Do you get down to the floor, and up again by yourself? If not, sessions there say what does as well.
health-about-nothing-else = Tick this once you have told all there is in this group. You need not.

# Where a condition is. p is a key.
health-where = Where is it? Enter turns from left to right to both. Where nothing is named, it may be anywhere.
health-where-unknown = It may be anywhere: p names where.
health-where-known = p names where it is.

# What stands behind a condition.
health-ask-doctor = Ask your doctor what else is right for you.
health-how-sure = How sure: { $sure }.
health-sure-read = its source was read
health-sure-secondary = from a page about its source
health-sure-common-knowledge = usual advice, not looked up
health-sure-judgement = our own careful choice

# Pages to read.
learn-how = How
learn-known = What is known
learn-not-for = Leave it out, or ask first
learn-see-also = See also
learn-sure-high = Quite sure
learn-sure-moderate = Somewhat sure
learn-sure-low = Not very sure
learn-sure-very-low = Not sure at all
learn-sure-convention = Custom, not trials

# The page of every rule about health.
learn-safety-title = Who should leave what out
learn-safety-what = Every rule that this program keeps about health, with its source. What a rule forbids gives way to something gentler before a session begins. The rules are on the careful side; no clinician has gone over them yet.
learn-safety-signs = Signs to stop at, and whom to call: `unclench learn stopping`.
learn-safety-until = Ask a doctor first.
learn-signs-told = If any of this is so today, see to it first; a session can wait. How you are is asked before each one, and `unclench learn stopping` tells every sign.

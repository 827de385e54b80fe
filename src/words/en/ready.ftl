# A session about to be played.
ready-range = { $shortest } to { $longest }
ready-under-a-minute = under 1 min
ready-tools = Have at hand: { $tools }.
ready-always = Never at the wheel, in or near water, or standing where you could fall. Stop at any time, and at once if something feels sharp, numb or dizzy.
ready-always-brief = Never at the wheel, near water or where you could fall. Stop at once if it feels sharp, numb or dizzy.
ready-voice-works = The voice gets ready
ready-voice = A voice will guide you.
ready-voice-though = But { $why }.
ready-silent = No voice.
ready-silent-why = No voice: { $why }.
ready-some-silent = { $some } of { $of } lines stay unspoken.
ready-some-silent-why = { $some } of { $of } lines stay unspoken: { $why }.

# How a session is done, as a sentence.
position-seated = Seated.
position-standing = Standing.
position-lying-on-back = Lying on your back.
position-lying-on-side = Lying on your side.
position-on-the-floor = On the floor.
position-any = Any comfortable position.

# What has to be at hand.
tool-ball = ball
tool-roller = roller
tool-chair = chair
tool-wall = wall
tool-pillow = pillow
tool-towel = towel
tool-warm-pack = warm pack
tool-cold-pack = cold pack
tool-cream = cream or oil

# Before a session: how the person is, what has changed, what to know.
questions-title = Before we begin
questions-title-partner = Before we begin, ask each other
questions-ask = Is one of these so today? Press its { $mark }. If not, just go on.
questions-ask-one = Is this so today? Press { $key } if it is. If not, just go on.
questions-ask-brief = So today? Press its { $mark }, or go on.
questions-where = Where is it? Press the number of each place. If it is none of these, or you are not sure, just go on: then every place is spared.
questions-changed = Changed for you
questions-know = Good to know
questions-tell-once = Once read, it stands here again in 30 days. Tell under Health (p) what concerns you, and only that stands here.
questions-advice = Then this comes first
questions-gentler = The session has been made gentler where it needs to be. Go on, or press esc and leave it for today.
questions-not-now = Better leave it for now: press esc. What is left of the session is quiet rest, if you want that.
questions-as-it-is = Nothing in this session stands against it. Go on if you like, or press esc and leave it for today.

# A page that is longer than the screen.
page-more = ↓ more
page-turns = ↓ turns by itself

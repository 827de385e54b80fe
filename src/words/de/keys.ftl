# Was Tasten tun, in ein oder zwei Worten, in der Zeile unter einer Sitzung.
key-pause = Pause
key-next-step = weiter
key-30-s-more = 30 s länger
key-mute = stumm
key-volumes = Lautstärke
key-learn = nachlesen
key-end = beenden
key-set = stellen
key-choose = wählen
key-close = schließen
key-open = öffnen
key-favourite = Favorit
key-begin = beginnen
key-shorter = kürzer
key-longer = länger
key-home = Anfang
key-another = ein anderer
key-again = noch einmal
key-here = hier
key-side = Seite
key-map = Karte
key-pictures = Bilder
key-how-much = wie viel
key-next = nächste
key-back = zurück
key-night = Nacht
key-help = Hilfe
key-leave = verlassen
key-go-on = weiter
key-stop = halt
key-today = heute
key-answers = Antworten
key-yes = ja

# Tasten mit Namen.
written-space = Leertaste
written-enter = Eingabe

# Phasen des Atems, wo eine Sitzung sie nicht selbst benennt.
breath-breathe-in = einatmen
breath-breathe-out = ausatmen
breath-hold = halten
breath-rest = ruhen
breath-a-sip-more = noch ein Schluck Luft
breath-breathe-out-slowly = langsam ausatmen
breath-in-through-the-left = links einatmen
breath-out-through-the-right = rechts ausatmen
breath-in-through-the-right = rechts einatmen
breath-out-through-the-left = links ausatmen
breath-hum-out = summend ausatmen

# Hintergrundklänge, wie sie in einem Satz heißen.
bed-ocean = Meer
bed-rain = Regen
bed-stream = Bach
bed-wind = Wind
bed-fire = Feuer
bed-night = Nacht
bed-brown-noise = braunes Rauschen
bed-pink-noise = rosa Rauschen
bed-bowl-drone = Klangschalen
bed-warm-pad = warme Klangfläche

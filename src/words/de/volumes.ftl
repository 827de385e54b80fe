# Die Lautstärken über einer Sitzung.
volumes-heading = LAUTSTÄRKEN
volumes-all = alles
volumes-voice = Stimme
volumes-chimes = Klänge
volumes-breath = Atemton
volumes-bed = Hintergrund
volumes-background = welcher

volumes-off = aus
volumes-unheard = aus

volumes-own = wie in der Sitzung
    .short = wie gedacht
    .least = eigener
volumes-no-background = keiner
volumes-here = hier: { $bed }

# Was aus `{side}` und seinen Formen in den Worten einer Sitzung wird. $side ist left oder right.

# die linke Schulter, das linke Bein, der linke Arm
side = { $side ->
        [left] linke
       *[right] rechte
    }
# mit der linken Hand, an der linken Schulter, den linken Arm
side-dative = { $side ->
        [left] linken
       *[right] rechten
    }
# nach links, links
side-adverb = { $side ->
        [left] links
       *[right] rechts
    }

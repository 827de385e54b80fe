# Background sounds, as they are called in a sentence.
bed-ocean = ocean
bed-rain = rain
bed-stream = stream
bed-wind = wind
bed-fire = fire
bed-night = night
bed-brown-noise = brown noise
bed-pink-noise = pink noise
bed-bowl-drone = bowl drone
bed-warm-pad = warm pad

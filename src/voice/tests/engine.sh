#!/bin/sh
# Stands in for a speech engine. What it does is written in the file `mode` beside it, and it notes
# there how often it was started, what it was told, and what it was given to say.
here=$(dirname "$0")

case "$1 $2" in
"--version "*) echo "eSpeak NG text-to-speech: 1.99  Data at: /nowhere" && exit ;;
"--voices "* | "-v ?") cat "$here/voices" && exit ;;
"--help "*) cat "$here/help" && exit ;;
"-NoProfile "*) [ -n "$UNCLENCH_WAV" ] || { cat "$here/voices" && exit; } ;;
esac

echo start >>"$here/starts"
cat >>"$here/heard"
printf '%s\n' "$@" >"$here/arguments"
env >"$here/environment"
echo "never on the screen"
echo "nor this" >&2

wav=$UNCLENCH_WAV
while [ $# -gt 0 ]; do
    case "$1" in
    -w | -o | --output_file) wav=$2 ;;
    esac
    shift
done

stay() {
    sleep 1000 &
    echo "$$ $!" >"$here/stays"
}

# Leaves two programs behind in sessions of their own, one of them without its parent.
escape() {
    note='echo $$ >>"$0"; exec sleep 1000'
    setsid sh -c "$note" "$here/stays" &
    (setsid sh -c "$note" "$here/stays" &)
    while [ "$(cat "$here/stays" 2>/dev/null | wc -l)" -lt 2 ]; do sleep 0.01; done
}

case $(cat "$here/mode") in
speaks) cp "$here/speech.wav" "$wav" ;;
slow) sleep 0.1 && cp "$here/speech.wav" "$wav" ;;
leaves) cp "$here/speech.wav" "$wav" && stay ;;
hangs) stay && wait ;;
escapes) cp "$here/speech.wav" "$wav" && escape ;;
escapes-and-hangs) escape && wait ;;
shouts) { echo "SHOUTED" >/dev/tty; } 2>/dev/null; cp "$here/speech.wav" "$wav" ;;
endless) cat /dev/zero >"$wav" ;;
crashes) kill -SEGV $$ ;;
fails) cp "$here/speech.wav" "$wav" && exit 7 ;;
garbage) head -c 50000 /dev/urandom >"$wav" ;;
broken) head -c 3000 "$here/speech.wav" >"$wav" ;;
empty) : >"$wav" ;;
nothing) ;;
esac

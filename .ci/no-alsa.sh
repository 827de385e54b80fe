#!/usr/bin/env bash
# A fresh Linux machine has no ALSA headers, so nothing a default build there needs may want them.
# Asks for the Linux tree by name, and so gives the same answer on every system.
set -euo pipefail
cd "$(dirname "$0")/.."

linux_tree() { cargo tree --locked --prefix none --target x86_64-unknown-linux-gnu --edges all "$@"; }

# Asked first of the build that does have it: a search that cannot find ALSA proves nothing.
if ! linux_tree --features alsa | grep -q '^alsa-sys '; then
    echo "This check no longer sees alsa-sys even with the alsa feature: mend it." >&2
    exit 1
fi
if linux_tree | grep -E '^(alsa|alsa-sys|cpal|jack|jack-sys) '; then
    echo "The crates above are in the default Linux build, and need ALSA or JACK to build." >&2
    exit 1
fi
echo "none in the tree"

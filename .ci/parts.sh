# The words that .ci/run is written in. Sourced, never run.

say() { printf '\n== %s\n' "$1"; }

on_linux() { [[ "$(uname -s)" == Linux ]]; }

# Installs those of the named Debian packages that are not there yet.
install() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    local as_root=()
    ((EUID == 0)) || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
}

# Builds a tool of this version where it is not there yet, without optimizing: it runs once or twice.
# Says so and fails where it is not to be had, as on a machine that reaches no package registry.
tool() {
    cargo install --list | grep -qx "$1 v$2:" && return 0
    timeout 600 cargo install --quiet --locked --debug "$1@$2" && return 0
    echo "not looked at: $1 $2 is not to be had here (cargo install --locked $1@$2)"
    return 1
}

# Runs a program as on its first day: no settings, no caches, no sound server to be found.
from_an_empty_home() {
    local home
    home="$(mktemp -d)"
    env -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_STATE_HOME -u XDG_RUNTIME_DIR HOME="$home" "$@"
    rm -rf "$home"
}

# Fails when a test was left out for want of a real part. Silent when none was.
none_skipped() {
    if on_linux && grep -F 'skipped: ' "$1"; then
        echo "The tests above did not run: each needs a part that should be installed here." >&2
        return 1
    fi
}

#!/usr/bin/env bash
# The Rust that Cargo.toml asks for is the lowest that works: what the dependencies ask for at least,
# named alike in README, and enough to compile everything. That no newer part of the standard library
# is used is also a lint of clippy, which reads the same line.
set -euo pipefail
cd "$(dirname "$0")/.."

promised="$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)"
asked="$(cargo metadata --locked --format-version 1 | python3 -c '
import json, sys
packages = [it for it in json.load(sys.stdin)["packages"] if it["source"] and it["rust_version"]]
def number(package):
    return tuple(int(part) for part in package["rust_version"].split("."))[:2]
print(".".join(str(part) for part in max(map(number, packages))))
')"
if [[ "$promised" != "$asked" ]]; then
    echo "Cargo.toml promises Rust $promised, and the dependencies ask for $asked." >&2
    exit 1
fi
grep -q "(https://www.rust-lang.org/tools/install) $promised or newer" README.md || {
    echo "README.md does not name Rust $promised as the lowest." >&2
    exit 1
}
if rustup run "$promised" cargo --version 2>/dev/null; then
    # In a folder of its own, since each Rust builds everything anew.
    CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-target}/lowest-rust" \
        rustup run "$promised" cargo check --quiet --locked --all-targets
else
    echo "not tried: Rust $promised is not installed here (rustup toolchain install $promised)"
fi

#!/usr/bin/env bash
# Looks at the code that only Windows or macOS compiles, from any system: clippy needs that system's
# Rust library, and no linker and no C compiler of it.
set -euo pipefail
cd "$(dirname "$0")/.."

for target in x86_64-pc-windows-gnu aarch64-apple-darwin; do
    if ! rustup target list --installed 2>/dev/null | grep -qx "$target" &&
        ! timeout 300 rustup target add "$target" >/dev/null 2>&1; then
        echo "not looked at: $target, since its Rust library is not to be had here (rustup target add $target)"
        continue
    fi
    echo "$target"
    name="${target//-/_}"
    env "CC_$name=$PWD/.ci/no-c.sh" "AR_$name=$PWD/.ci/no-c.sh" \
        cargo clippy --quiet --locked --target "$target" --all-targets -- -D warnings
done

# What one does here every day. `just` alone lists it.
_default:
    @just --list

# Open Unclench, as built for daily use
run *arguments:
    cargo run --release -- {{arguments}}

# Run all tests, or those whose name contains a word
test *words:
    cargo test {{words}}

# Check everything a change must pass, exactly as the project's workflow does
ci:
    bash .ci/run

# Format the source
fmt:
    cargo fmt

# Look for what clippy would have written differently
lint:
    cargo clippy --all-targets -- -D warnings

# Build the documentation of every room, private parts included, and open it
docs:
    cargo doc --no-deps --document-private-items --open

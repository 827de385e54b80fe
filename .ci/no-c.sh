#!/bin/sh
# Stands in for a C compiler and archiver of another system, where Rust code is only checked and
# nothing is linked: makes the files that it is asked for, empty.
for word in "$@"; do
    case "${before:-}:$word" in
    -o:*) : >"$word" ;;
    *:*.a | *:*.lib) : >"$word" ;;
    esac
    before=$word
done

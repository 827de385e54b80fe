#!/usr/bin/env python3
"""Writes THIRD-PARTY-NOTICES: whose work a program built from this source contains, and on which terms.

    .ci/notices.py          writes the file anew
    .ci/notices.py --check  fails where the file is out of date

What is named is what a default build links on Linux, macOS or Windows: no macro that only runs
while building, and nothing that only tests use. The texts are those that come with each package.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTICES = ROOT / "THIRD-PARTY-NOTICES"
SYSTEMS = ["x86_64-unknown-linux-gnu", "aarch64-apple-darwin", "x86_64-pc-windows-gnu"]
# Of several licences that a package offers, the first of these is the one it is taken under.
TAKEN_FIRST = ["MIT", "Apache-2.0", "BSD-2-Clause", "Zlib", "0BSD"]
WITH_TERMS = re.compile(r"(LICEN[CS]E|COPYING|COPYRIGHT|NOTICE|UNLICENSE)([.\-_].*)?", re.IGNORECASE)
# What is said for a package that names its licence and comes without its text.
STANDARD = {
    "MPL-2.0": """\
This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the
MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
The source code is at the address beside the name of the package, above.
""",
    "BSD-3-Clause": """\
Redistribution and use in source and binary forms, with or without modification, are permitted
provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions
   and the following disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions
   and the following disclaimer in the documentation and/or other materials provided with the
   distribution.
3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse
   or promote products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR
IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR
CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE,
DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE
USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
""",
}
RULE = "-" * 80 + "\n"


def linked_on(system):
    """The packages that a build for this system links, without our own."""
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", system]
    told = json.loads(subprocess.check_output(command, cwd=ROOT))
    packages = {package["id"]: package for package in told["packages"]}
    uses = {node["id"]: node["deps"] for node in told["resolve"]["nodes"]}

    def is_macro(package):
        return any("proc-macro" in target["kind"] for target in packages[package]["targets"])

    seen, waiting = set(), [told["resolve"]["root"]]
    while waiting:
        package = waiting.pop()
        if package in seen or is_macro(package):
            continue
        seen.add(package)
        for used in uses[package]:
            if any(kind["kind"] is None for kind in used["dep_kinds"]):
                waiting.append(used["pkg"])
    seen.remove(told["resolve"]["root"])
    return [packages[package] for package in seen]


def terms(package):
    """The licence that a package is taken under."""
    offered = package["license"] or "see the text"
    words = offered.replace("/", " OR ")
    if " AND " in words:
        return offered
    choices = words.split(" OR ")
    return next((licence for licence in TAKEN_FIRST if licence in choices), offered)


def texts(package):
    """The texts that come with a package: those of the licence it is taken under, or all."""
    folder = Path(package["manifest_path"]).parent
    files = [path for path in folder.rglob("*") if path.is_file() and WITH_TERMS.fullmatch(path.name)]
    # What only the tests of a package use is not linked.
    files = [path for path in files if not {"tests", "target", "benches"} & set(path.parts[len(folder.parts) :])]
    ours = {"MIT": "mit", "Apache-2.0": "apache", "Zlib": "zlib", "BSD-2-Clause": "bsd"}.get(terms(package))
    named = [path for path in files if ours and ours in path.name.lower() and path.parent == folder]
    others = [path for path in files if path.parent != folder or "NOTICE" in path.name.upper()]
    chosen = named + others if named else files
    return [tidy(path.read_text(encoding="utf-8", errors="replace")) for path in sorted(set(chosen))]


def tidy(text):
    lines = [line.rstrip() for line in text.replace("\f", "\n").splitlines()]
    return "\n".join(lines).strip("\n") + "\n"


def standard(package):
    """Words for a package that comes without a text of its own."""
    authors = ", ".join(re.sub(r"\s*<[^>]*>", "", author) for author in package["authors"])
    owner = f"Copyright (c) {authors or 'the authors of ' + package['name']}"
    licence = terms(package)
    if licence == "MIT":
        own = (ROOT / "LICENSE-MIT").read_text(encoding="utf-8")
        return tidy(re.sub(r"Copyright.*", owner, own, count=1))
    if licence in STANDARD:
        return f"{owner}\n\n{STANDARD[licence]}"
    sys.exit(f"{package['name']} comes without a text, and .ci/notices.py has none for {licence}")


def notices():
    linked = {(package["name"], package["version"]): package for system in SYSTEMS for package in linked_on(system)}
    packages = [linked[key] for key in sorted(linked)]
    users = {}
    for package in packages:
        name = f"{package['name']} {package['version']}"
        for text in texts(package) or [standard(package)]:
            users.setdefault(text, []).append(name)
    out = [
        "Unclench itself is under the MIT licence or the Apache licence, version 2.0.\n",
        "A program built from its source also contains the packages below, each on its own terms.\n",
        "This file is written by .ci/notices.py.\n\n",
    ]
    for package in packages:
        address = f", {package['repository']}" if package["repository"] else ""
        out.append(f"{package['name']} {package['version']}: {terms(package)}{address}\n")
    for text, names in sorted(users.items(), key=lambda entry: entry[1]):
        out += ["\n", RULE, f"{', '.join(names)}\n", RULE, "\n", text]
    return "".join(out)


def main():
    now = notices()
    if sys.argv[1:] != ["--check"]:
        NOTICES.write_text(now, encoding="utf-8", newline="\n")
    elif not NOTICES.exists() or NOTICES.read_text(encoding="utf-8") != now:
        sys.exit("THIRD-PARTY-NOTICES is out of date: `.ci/notices.py` writes it anew.")


main()

#!/usr/bin/env python3
"""Makes pictures of every screen and of every move, as a person sees them, and sheets of them to be looked at.

    cargo build --release
    python3 tests/pictures/contact_sheet.py --out /tmp/sheets target/release/unclench
    … --sizes 100x30 --colours true,none --grounds dark,night --only calf

The program runs on a pseudo-terminal of its own with a new home each time. The sheets and the single pictures
lie in the folder that --out names. Needs pyte and Pillow (pip install pyte pillow), and DejaVu Sans Mono.
"""
import argparse, concurrent.futures, fcntl, json, os, pathlib, pty, select, signal, struct, subprocess, tempfile, termios, time, tomllib

import pyte
from PIL import Image, ImageDraw, ImageFont

SIZES = ["40x12", "80x24", "100x30", "200x60"]
COLOURS = ["true", "256", "16", "none"]
# At night the ground of the terminal is dark, and it is eleven.
GROUNDS = {
    "dark": ((16, 18, 22), (220, 220, 220)), "light": ((255, 255, 255), (20, 20, 20)), "night": ((16, 18, 22), (220, 220, 220)),
}
BREATHE = ["breathe", "coherent", "--from", "8s"]
# A session that has ended, and one that is over in the dark.
QUIET = ["--speed", "20", "--mute", "--voice", "none"]
ENDED = ["play", "before-a-meeting", "--from", "2m05s", *QUIET]
IN_BED = ["play", "quiet-in-bed", "--from", "3m08s", *QUIET]
# A screen: its name, what the program is called with, and the keys that lead there.
SCREENS = [
    ("home", [], ""), ("night", [], "n"), ("library", [], "l"), ("search", [], "/neck"), ("map", [], "m"),
    ("planner", [], "p"), ("planned", [], "p\r"), ("helped", [], "w"), ("help", [], "?"), ("face", [], "m2"),
    ("hands", [], "m3"), ("feet", [], "m4"), ("place", [], "m\r"), ("learn", [], "i"), ("page", [], "i\r"), ("health", [], "y"),
    ("ready", [], "\r"), ("questions", ["play", "neck-and-shoulders"], ""), ("advice", ["play", "neck-and-shoulders"], "1\r"),
    ("breathe", BREATHE, ""), ("paused", BREATHE, " "), ("volumes", BREATHE, "v"), ("stop", BREATHE, "!"), ("stop-urgent", BREATHE, "!1"),
    ("breathe-still", [*BREATHE, "--reduced-motion"], ""), ("summary", ENDED, ""), ("dark", IN_BED, ""), ("dark-lit", IN_BED, "x"),
]
# Before some it is asked how one is, and some are there at night alone.
SURROUNDINGS = {
    "questions": {"UNCLENCH_ASK_BEFORE": "true"}, "advice": {"UNCLENCH_ASK_BEFORE": "true"},
    "dark": {"UNCLENCH_HOUR": "23"}, "dark-lit": {"UNCLENCH_HOUR": "23"},
}
WIDE, HIGH = 8, 16
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"
SIXTEEN = ["000000", "cd3131", "0dbc79", "e5e510", "2472c8", "bc3fbc", "11a8cd", "e5e5e5", "666666", "f14c4c", "23d18b",
           "f5f543", "3b8eea", "d670d6", "29b8db", "ffffff"]
WORDS = "black red green brown blue magenta cyan white".split()
NAMED = dict(zip(WORDS + ["bright" + word for word in WORDS], SIXTEEN)) | {"yellow": SIXTEEN[3], "brightyellow": SIXTEEN[11]}
QUADRANTS = dict(zip("▘▝▀▖▌▞▛▗▚▐▜▄▙▟█", range(1, 16)))
BRAILLE = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]


class Terminal(pyte.Screen):
    """A screen that keeps faint letters, which pyte passes over, as blinking ones."""

    def select_graphic_rendition(self, *codes, private=False):
        known, codes = [], list(codes) or [0]
        while codes:
            code = codes.pop(0)
            if code in (38, 48):
                length = 4 if codes[:1] == [2] else 2
                known += [code, *codes[:length]]
                codes = codes[length:]
            else:
                known += {2: [5], 22: [22, 25]}.get(code, [code])
        super().select_graphic_rendition(*known)


def rgb(name, default):
    if name == "default":
        return default
    name = NAMED.get(name, name)
    return tuple(int(name[at:at + 2], 16) for at in (0, 2, 4))


def parts_of(letter):
    """The parts of a cell that a letter of blocks or dots fills, in shares of the cell; None for other letters."""
    code = ord(letter)
    if letter in QUADRANTS:
        bits = QUADRANTS[letter]
        return [(at % 2 / 2, at // 2 / 2, 0.5, 0.5) for at in range(4) if bits >> at & 1]
    if 0x2581 <= code <= 0x2587:
        return [(0, 1 - (code - 0x2580) / 8, 1, (code - 0x2580) / 8)]
    if 0x2589 <= code <= 0x258F:
        return [(0, 0, (0x2590 - code) / 8, 1)]
    if 0x2800 <= code <= 0x28FF:
        dots = [at for bit, at in enumerate(BRAILLE) if code - 0x2800 >> bit & 1]
        return [(0.15 + x / 2, 0.06 + y / 4, 0.25, 0.125) for x, y in dots]
    return None


def painted(screen, ground):
    font = ImageFont.truetype(FONT, 13)
    paper, ink = GROUNDS[ground]
    image = Image.new("RGB", (screen.columns * WIDE, screen.lines * HIGH), paper)
    draw = ImageDraw.Draw(image)
    for row in range(screen.lines):
        for column in range(screen.columns):
            cell = screen.buffer[row][column]
            front, back = rgb(cell.fg, ink), rgb(cell.bg, paper)
            if cell.reverse:
                front, back = back, front
            if cell.blink:
                front = tuple((6 * f + 4 * b) // 10 for f, b in zip(front, back))
            x, y, letter = column * WIDE, row * HIGH, (cell.data or " ")[0]
            draw.rectangle([x, y, x + WIDE - 1, y + HIGH - 1], fill=back)
            parts = parts_of(letter)
            for left, top, wide, high in parts or []:
                right, low = x + round((left + wide) * WIDE), y + round((top + high) * HIGH)
                draw.rectangle([x + round(left * WIDE), y + round(top * HIGH), right - 1, low - 1], fill=front)
            if parts is None and letter != " ":
                draw.text((x, y), letter, font=font, fill=front)
    return image


def seen(command, keys, size, colours, ground, patience, surroundings={}):
    """What a terminal shows once the program has been still for a moment after the last key."""
    columns, rows = map(int, size.split("x"))
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color",
            "UNCLENCH_HOUR": "23" if ground == "night" else "10", "UNCLENCH_ASK_BEFORE": "false", **surroundings,
        }
        pid, line = pty.fork()
        if pid == 0:
            os.execvpe(command[0], [*command, "--colours", colours], environment)
        fcntl.ioctl(line, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        screen = Terminal(columns, rows)
        stream = pyte.ByteStream(screen)
        start, due = time.monotonic(), patience
        answered, is_whole = False, False
        # A frame that has begun is waited for: half of it would be a picture of nothing.
        while time.monotonic() - start < (due if is_whole else due + 5):
            if select.select([line], [], [], 0.05)[0]:
                try:
                    data = os.read(line, 65536)
                except OSError:
                    break
                if b"\x1b]11;?" in data and not answered:
                    answered = True
                    light = b"ffff/ffff/ffff" if ground == "light" else b"1010/1212/1616"
                    os.write(line, b"\x1b]11;rgb:" + light + b"\x1b\\")
                begun, ended = data.rfind(b"\x1b[?2026h"), data.rfind(b"\x1b[?2026l")
                is_whole = ended > begun if max(begun, ended) >= 0 else is_whole
                for beyond in (b"\x1b[?2026h", b"\x1b[?2026l", b"\x1b[>0q"):
                    data = data.replace(beyond, b"")
                while b"\x1b_" in data:
                    head, _, tail = data.partition(b"\x1b_")
                    data = head + tail.partition(b"\x1b\\")[2]
                stream.feed(data.replace(b"\x1b]11;?\x1b\\", b""))
            elif keys and is_whole and time.monotonic() - start > 0.8:
                os.write(line, keys[0].encode())
                keys, due = keys[1:], time.monotonic() - start + patience
        os.kill(pid, signal.SIGTERM)
        while select.select([line], [], [], 1)[0]:
            try:
                if not os.read(line, 65536):
                    break
            except OSError:
                break
        os.waitpid(pid, 0)
        os.close(line)
    return painted(screen, ground)


def moves(program, folder, into):
    """A session of one step for each move that ships: its name, where its file is, and the keys that lead there."""
    for path in sorted(folder.glob("*.toml")):
        move = tomllib.loads(path.read_text())
        place = into / f"{path.stem}.toml"
        for side in ("", 'side = "left"\n'):
            place.write_text(
                f'format = 1\ntitle = "{path.stem}"\nsummary = "One move."\nsettings = ["home"]\n'
                f'position = "{move.get("position", "any")}"\ngoals = ["stress"]\nlead-in = "0s"\n\n'
                f'[[steps]]\nmove = "{path.stem}"\n{side}'
            )
            shown = subprocess.run([program, "show", place, "--timeline", "--json"], capture_output=True)
            # Whether it can be played without a side, the program knows.
            if shown.returncode == 0:
                break
        parts = json.loads(shown.stdout)["segments"]
        step = next(at for at, part in enumerate(parts) if part["kind"] != "stop-sign")
        # What comes before is skipped. The figure comes first, ten seconds on the place seen near.
        yield path.stem, place, "l" * step
        if parts[step]["kind"] == "massage":
            yield f"{path.stem}-near", place, "l" * step + "."


def sheet(named, path):
    """All pictures on one, each with its name below."""
    font = ImageFont.truetype(FONT, 12)
    width, height = 400, 250
    across = max(1, min(6, len(named)))
    down = -(-len(named) // across)
    image = Image.new("RGB", (across * (width + 8), down * (height + 24)), (90, 90, 90))
    draw = ImageDraw.Draw(image)
    for at, (name, picture) in enumerate(named):
        x, y = at % across * (width + 8) + 4, at // across * (height + 24) + 4
        small = picture.copy()
        small.thumbnail((width, height), Image.LANCZOS)
        image.paste(small, (x, y))
        draw.text((x, y + height + 2), name, font=font, fill=(255, 255, 255))
    image.save(path)


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("program")
    asked.add_argument("--out", type=pathlib.Path, required=True)
    asked.add_argument("--sizes", default=",".join(SIZES))
    asked.add_argument("--colours", default=",".join(COLOURS))
    asked.add_argument("--grounds", default=",".join(GROUNDS))
    asked.add_argument("--only", default="", help="only what has this in its name")
    asked.add_argument("--at-once", type=int, default=2 * (os.cpu_count() or 1))
    asked.add_argument("--patience", type=float, default=2.0, help="seconds that a program has to draw")
    asked = asked.parse_args()
    program = os.path.abspath(asked.program)
    asked.out.mkdir(parents=True, exist_ok=True)
    written = asked.out / "sessions"
    written.mkdir(exist_ok=True)
    shipped = pathlib.Path(__file__).resolve().parents[2] / "sessions" / "moves"
    cases = [(name, [program, *words], keys) for name, words, keys in SCREENS]
    cases += [
        (f"move-{name}", [program, "play", str(place), "--mute", "--voice", "none"], keys)
        for name, place, keys in moves(program, shipped, written)
    ]
    cases = [case for case in cases if asked.only in case[0]]
    with concurrent.futures.ThreadPoolExecutor(asked.at_once) as many:
        for size in asked.sizes.split(","):
            for colours in asked.colours.split(","):
                for ground in asked.grounds.split(","):
                    def look(case):
                        return seen(case[1], case[2], size, colours, ground, asked.patience, SURROUNDINGS.get(case[0], {}))

                    pictures = list(zip([case[0] for case in cases], many.map(look, cases)))
                    named = f"{size}-{colours}-{ground}"
                    (asked.out / named).mkdir(exist_ok=True)
                    for name, picture in pictures:
                        picture.save(asked.out / named / f"{name}.png")
                    sheet(pictures, asked.out / f"{named}.png")
                    print(asked.out / f"{named}.png", flush=True)


if __name__ == "__main__":
    main()

"""Hold the dashboard against what people expect of a program in a terminal, byte by byte.

usage: manners.py MASA [--quick] [--data FOLDER]

A first screen in at most 8 kB and a move in at most 400 bytes; nothing sent and nothing worked out while nobody types;
no colour under NO_COLOR, no byte above 0x7f where the locale has none; Escape by itself within 120 ms; lines instead of a
screen where there is none, a screen on a terminal that nobody has described; and whatever ends the program, by a wish or
by a fault, gives the terminal back, while a line that is gone ends it within two seconds.
"""
import os
import re
import select
import shutil
import signal
import statistics
import subprocess
import time

import ground
from window import Window

SAMPLE = os.path.join(ground.HERE, "..", "..", "SampleData", "kent-and-medway")
FIRST, MOVE, IDLE, ESCAPE, GONE = 8192, 400, 30, 0.12, 2.0
COLOUR = re.compile(rb"\x1b\[([0-9;:]*)m")
# The screen of before, the mouse, pasting; the terminal's own description may join some.
BACK = [re.compile(rb"\x1b\[\?([0-9]+;)*" + mode) for mode in (b"1049l", b"1006(;1000)?l", b"2004l")]


class Place:
    """The program on a copy of the sample, in windows with an environment of their own."""

    def __init__(self, trial):
        self.trial, self.folder = trial, os.path.join(trial.place, "data")
        shutil.copytree(trial.options.data, self.folder)
        # Who is greeted sees more than the first screen.
        self.window().leave()

    def window(self, **details):
        return Window(self.trial.masa, self.folder, self.trial.place, 120, 40, words=("--fresh",), **details)

    def processor(self, window):
        """The processor time of a session so far, in seconds."""
        with open(f"/proc/{window.pid}/stat") as file:
            parts = file.read().rsplit(")", 1)[1].split()
        return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def colours(data):
    """How many sequences set a colour."""
    def sets(codes):
        numbers = [int(code or 0) for code in re.split(rb"[;:]", codes)]
        return any(30 <= n <= 38 or 40 <= n <= 48 or 90 <= n <= 107 for n in numbers)
    return sum(sets(match.group(1)) for match in COLOUR.finditer(data))


def bytes_and_time(place):
    trial, window = place.trial, place.window()
    first = window.read(b"Needs attention")
    trial.demand(0 < len(first) <= FIRST, f"the first screen takes {len(first)} bytes, more than {FIRST}")
    moves = []
    for _ in range(8):
        window.type(b"j")
        moves.append(len(window.read_now(1)))
        trial.broke()
    trial.demand(0 < statistics.median(moves) <= MOVE, f"a move takes {moves} bytes, more than {MOVE}")
    time.sleep(0.6)
    window.read_now(0)
    before, sent, end = place.processor(window), b"", time.monotonic() + (2 if trial.quick else 10)
    while time.monotonic() < end:
        sent += window.read_now(max(0, end - time.monotonic()))
    trial.demand(len(sent) <= IDLE, f"{len(sent)} bytes are sent while nobody types")
    trial.demand(place.processor(window) - before <= 0.03, "it works while nobody types")
    times = []
    for _ in range(5):
        window.type(b"?")
        window.read(b"what every key does", limit=2)
        began = time.monotonic()
        window.type(b"\x1b")
        if select.select([window.terminal], [], [], 2)[0]:
            times.append(time.monotonic() - began)
        window.read(limit=0.5)
    trial.aim(times and statistics.median(times) <= ESCAPE, f"Escape takes {times} s")
    trial.figure(f"first screen {len(first)} bytes, a move {statistics.median(moves):.0f}, idle {len(sent)}, Escape "
                 f"{statistics.median(times or [9]) * 1000:.0f} ms")
    trial.demand(window.leave(), "q does not end the program in peace")


def looks(place):
    trial = place.trial
    for name, environment, test in (
            ("NO_COLOR", {"NO_COLOR": "1"}, lambda data: colours(data) == 0),
            ("a terminal with colours", {}, lambda data: colours(data) > 0),
            ("a plain locale", {"LC_ALL": "C"}, lambda data: max(data) < 0x80),
            ("xterm draws lines as letters of Unicode", {"TERM": "xterm"},
             lambda data: "═".encode() in data and b"\x1b(0" not in data),
            ("a terminal that nobody has described", {"TERM": "no-such-terminal"}, lambda data: b"Needs attention" in data)):
        window = place.window(**environment)
        seen = window.read(b"Needs")
        window.type(b"6")
        seen += window.read(limit=2)
        trial.broke()
        trial.demand(seen and test(seen), f"{name}: it does not look so")
        trial.demand(window.leave(), f"{name}: q does not end the program in peace")


def lines(place):
    trial = place.trial
    command = [trial.masa, "--data", place.folder]
    environment = {**os.environ, "HOME": trial.place, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=environment)
    trial.broke()
    trial.demand(ran.returncode == 0 and b"Needs attention" in ran.stdout and b"\x1b" not in ran.stdout,
                 "into a pipe no plain lines are printed")
    window = place.window(TERM="dumb")
    seen, part = b"", window.read_now(5)
    while part:
        seen, part = seen + part, window.read_now(1)
    trial.demand(b"Needs attention" in seen and b"\x1b" not in seen, "a terminal that can do nothing is sent sequences")
    window.end()


def ends(place):
    trial = place.trial
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGSEGV, signal.SIGILL, signal.SIGTRAP, signal.SIGABRT):
        window = place.window()
        first = window.read(b"Needs attention")
        trial.demand(first, "nothing is drawn")
        os.kill(window.pid, number)
        trial.broke()
        seen, end = b"", time.monotonic() + 5
        while time.monotonic() < end and not all(back.search(seen) for back in BACK):
            part = window.read_now(0.5)
            if not part and seen:
                break
            seen += part
        missing = [back.pattern for back in BACK if not back.search(seen)]
        if number != signal.SIGINT:
            trial.demand(not missing, f"{number.name}: {missing} do not come, the terminal is not given back")
            whole = first + seen
            trial.demand(whole.rfind(b"25l") <= whole.rfind(b"25h"), f"{number.name}: the cursor stays hidden")
        window.end()
    for ignores in (False, True):
        window = place.window(ignores_hang_up=ignores)
        trial.demand(window.read(b"Needs attention"), "nothing is drawn")
        os.close(window.terminal)
        trial.broke()
        began = time.monotonic()
        while time.monotonic() < began + 10:
            pid, _ = os.waitpid(window.pid, os.WNOHANG)
            if pid:
                break
            time.sleep(0.05)
        else:
            os.kill(window.pid, signal.SIGKILL)
            os.waitpid(window.pid, 0)
        taken = time.monotonic() - began
        trial.demand(taken <= GONE, f"it lives {taken:.1f} s after its line is gone{', SIGHUP ignored' if ignores else ''}")


def main():
    trial = ground.Trial(__doc__, ("--data", {"default": SAMPLE, "help": "the folder to look at"}))
    place = Place(trial)
    for part in (bytes_and_time, looks, lines, ends):
        part(place)
    trial.end()


main()

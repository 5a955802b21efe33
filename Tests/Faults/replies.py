"""Answer the dashboard with every kind of string that terminals send by themselves, torn and without an end.

usage: replies.py MASA [--quick] [--data FOLDER]

A string of the terminal (OSC, DCS, APC, PM, SOS) is never taken for keys: nothing is changed, opened or left by its letters,
and the next key does what it always does. A string without an end gives the keys back after a moment.
"""
import os
import shutil
import time

import ground
from window import Window

SAMPLE = os.path.join(ground.HERE, "..", "..", "SampleData", "kent-and-medway")
ESC, ST, BEL = b"\x1b", b"\x1b\\", b"\x07"
# What each kind says, with letters that would tick, remove, undo, leave and agree if they were keys.
STRINGS = (b"]11;rgb:1414/1919/1f1f", b"]12;q y", b"]4;1;rgb:q/ Dy/y", b"]52;c;IHFEeQ==", b"]lq Dy", b"]0;q", b"P>|q Dy(1)",
           b"P1$rq Dyq", b"P!|q y", b"P1+rq=q Dy", b"_Gi=31;q Dy", b"^q Dy", b"Xq Dy", b"_" + b"q Dy" * 1000)
BY_HAND = b"6"


def state(folder):
    """The bytes of every file."""
    files = {}
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                files[path] = file.read()
    return files


def send(window, string, end, is_torn):
    """Sends a string whole, or each byte by itself as a slow line does."""
    whole = ESC + string + end
    if not is_torn:
        window.type(whole)
        return
    for byte in whole[:40]:
        window.type(bytes([byte]))
        time.sleep(0.004)
    window.type(whole[40:])


def main():
    trial = ground.Trial(__doc__, ("--data", {"default": SAMPLE, "help": "the folder to look at"}))
    folder = os.path.join(trial.place, "data")
    shutil.copytree(trial.options.data, folder)
    before = state(folder)
    sent = 0
    for is_torn in (True,) if trial.options.quick else (False, True):
        window = Window(trial.masa, folder, trial.place, 120, 40)
        trial.demand(window.read(b"Needs attention"), "nothing is drawn")
        for string in STRINGS:
            for end in (ST,) if trial.options.quick else (ST, BEL):
                name = f"{string[:12]!r} ended by {end!r}{' torn' if is_torn else ''}"
                send(window, string, end, is_torn)
                sent += 1
                trial.broke()
                window.read(limit=0.6)
                if not trial.demand(window.memory() is not None, f"{name}: the program is gone"):
                    return trial.end()
                window.type(BY_HAND)
                trial.demand(window.read(b"not narrowed"), f"{name}: 6 does not lead to the deadlines")
                window.type(b"1")
                trial.demand(window.read(b"Needs attention"), f"{name}: 1 does not lead back to the overview")
        for string in STRINGS[:1] + STRINGS[6:7] + STRINGS[10:13]:
            window.type(ESC + string)
            trial.broke()
            window.read(limit=0.6)
            trial.demand(window.memory() is not None, f"{string[:12]!r} without an end: the program is gone")
            time.sleep(1.2)
            window.type(BY_HAND)
            trial.demand(window.read(b"not narrowed"), f"{string[:12]!r} without an end: no key is taken afterwards")
            window.type(b"1")
            window.read(b"Needs attention")
        trial.demand(window.leave(), "q does not end the program in peace")
    for answer, is_known in ((b"", False), (b"[?2026;0$y", False), (b"[?2026;2$y", True), (b"[?2026;1$y", True)):
        for is_torn in (False, True):
            window = Window(trial.masa, folder, trial.place, 120, 40, words=("--fresh",))
            first = window.read(b"Needs attention")
            trial.demand(b"\x1b[?2026$p" in first, "nobody asks for frames that show at once")
            trial.demand(b"\x1b[?2026h" not in first, "frames show at once before the terminal has said that it can")
            if answer:
                send(window, answer, b"", is_torn)
            trial.broke()
            window.type(BY_HAND)
            frame = window.read(b"not narrowed")
            name = f"{answer!r}{' torn' if is_torn else ''}"
            trial.demand(frame, f"{name}: 6 does not lead to the deadlines")
            trial.demand(frame.count(b"\x1b[?2026h") == frame.count(b"\x1b[?2026l") == int(is_known),
                         f"{name}: the frame of another pane is not sent as one, or is though nobody said so")
            window.type(b"1")
            window.read(b"Needs attention")
            window.type(b"j")
            trial.demand(b"\x1b[?2026h" not in window.read(limit=1), f"{name}: a move of the cursor is sent as one")
            trial.demand(window.leave(), f"{name}: q does not end the program in peace")
    trial.demand(state(folder) == before, "a file was changed by a string of the terminal")
    trial.figure(f"{sent} strings of {len(STRINGS)} sorts swallowed, whole and byte by byte; keys work at once afterwards")
    trial.end()


main()

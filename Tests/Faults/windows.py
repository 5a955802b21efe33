"""Say that the window is larger than any screen, or nothing at all, at login and later, and measure the memory it takes.

usage: windows.py MASA [--quick] [--data FOLDER]

Whoever logs in over SSH says how large the window is. At every size a session takes at most 40 MB of resident memory,
is still there, draws, and is as usual again in a window of 120x40.
"""
import os
import shutil

import ground
from window import Window

SAMPLE = os.path.join(ground.HERE, "..", "..", "SampleData", "kent-and-medway")
SIZES = ((500, 160), (3000, 3000), (65535, 65535), (0, 0), (0, 65535), (65535, 0), (1, 1), (1, 65535), (65535, 1))
MOST = 40e6


def look(trial, folder, columns, rows, is_at_login):
    """Has a window of a size from the beginning or later, and goes through two panes; answers the memory."""
    when = f"{columns}x{rows} {'at login' if is_at_login else 'by a change'}"
    window = Window(trial.masa, folder, trial.place, *((columns, rows) if is_at_login else (120, 40)))
    trial.demand(window.read(), f"{when}: nothing is drawn")
    if not is_at_login:
        window.resize(columns, rows)
        trial.demand(window.read(), f"{when}: nothing is drawn anew")
    trial.broke()
    for key in (b"6", b"1"):
        window.type(key)
        window.read(limit=1)
    most = window.memory()
    if trial.demand(most is not None, f"{when}: the program is gone"):
        trial.demand(most <= MOST, f"{when}: {most / 1e6:.0f} MB of resident memory")
        window.resize(121, 40)
        trial.demand(window.read(b"Needs attention"), f"{when}: no usual screen in a usual window afterwards")
    trial.demand(window.leave(), f"{when}: q does not end the program in peace")
    return most or 0


def main():
    trial = ground.Trial(__doc__, ("--data", {"default": SAMPLE, "help": "the folder to look at"}))
    folder = os.path.join(trial.place, "data")
    shutil.copytree(trial.options.data, folder)
    usual = look(trial, folder, 120, 40, True)
    most = max(look(trial, folder, *size, is_at_login) for size in SIZES for is_at_login in (True, False))
    trial.figure(f"resident memory at most {most / 1e6:.1f} MB in a window of any size, {usual / 1e6:.1f} MB in one of "
                 f"120x40 (goal: at most {MOST / 1e6:.0f})")
    trial.end()


main()

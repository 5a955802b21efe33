"""Let the disk of the drafts and that of the data hang together, and look at the screen.

usage: hanging.py MASA [--quick]

Neither disk confirms anything any more: within 3 seconds the person reads that the edit is not saved yet, and every key
answers meanwhile. When the disks go on, the edit is saved and said to be.
"""
import os
import time

import ground
from window import Window

NOTICE = b"not saved yet after 3 seconds"


def main():
    trial = ground.Trial(__doc__)
    folder = ground.Folder(trial.masa, os.path.join(trial.place, "data"))
    gate = os.path.join(trial.place, "gate")
    os.environ.update(LD_PRELOAD=ground.compiled(trial, "hanging.c", "-shared", "-fPIC", "-ldl"), MASA_HANGING=gate)
    window = Window(trial.masa, folder.path, trial.place, 120, 40)
    os.environ.pop("LD_PRELOAD")
    trial.demand(window.read(b"Needs attention"), "nothing is drawn")
    for keys, text in ((b"3", b"The board"), (b"\r", b"Standing action 0")):
        window.type(keys)
        trial.demand(window.read(text), f"{text!r} is not there")
    with open(gate, "w"):
        pass
    window.type(b"e")
    window.read(limit=1)
    window.type(b"Z")
    waited = time.monotonic() + 10
    while not os.path.exists(gate + ".drafts") and time.monotonic() < waited:
        window.read_now(0.05)
    trial.demand(os.path.exists(gate + ".drafts"), "no draft waits for its disk")
    window.type(b"\x13")
    seconds = window.appears(NOTICE, 10)
    trial.demand(os.path.exists(gate + ".data"), "no edit waits for its disk")
    trial.broke(2)
    if trial.demand(seconds is not None, "nobody says that the disk does not answer"):
        trial.demand(seconds < 4, f"it is said after {seconds:.1f} s")
        trial.figure(f"told after {seconds:.1f} s (goal: 3)")
    answers = []
    for keys, text in ((b"6", b"It is being saved"), (b"\x1b", b"still being saved"), (b"6", b"Deadlines"),
                       (b"?", b"Show only rows"), (b"\x1b", b"Deadlines"), (b"4", b"Dataset")):
        window.type(keys)
        answers.append(window.appears(text, 5))
        trial.demand(answers[-1] is not None, f"{keys!r} is not answered while both disks hang")
    if None not in answers:
        trial.demand(max(answers) < 2, f"a key was answered after {max(answers):.1f} s")
        trial.figure(f"keys answered within {max(answers):.2f} s meanwhile")
    os.unlink(gate)
    trial.demand(window.appears(b"Saved", 10) is not None, "it is not said that the edit is saved at last")
    trial.demand(window.leave(), "q does not end the program in peace")
    trial.end()


main()

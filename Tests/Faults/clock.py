"""Put the clock wrong, before the program starts and while it is open, and look at what it says and saves.

usage: clock.py MASA [--quick]

Whatever the clock shows, from before the year 1 to after 9999, what is saved can be read again, history lists it, and a dashboard that is
open goes on: it shows the day of the clock, or the first or last day that can be written.
"""
import json
import os
import subprocess
import time

import ground
from window import Window

DAY = 86_400
# The first second of the year 1 and of the year 10000, counted from 1970.
FIRST, AFTER = -62_135_596_800, 253_402_300_800


def main():
    trial = ground.Trial(__doc__)
    folder = ground.Folder(trial.masa, os.path.join(trial.place, "data"))
    clock = os.path.join(trial.place, "moment")
    shim = ground.compiled(trial, "clock.c", "-shared", "-fPIC")
    environment = {**os.environ, "LD_PRELOAD": shim, "MASA_CLOCK": clock, "HOME": trial.place, "TZ": "UTC"}

    def show(moment):
        """Lets the clock show a moment; none for the real one."""
        with open(clock + ".new", "w") as file:
            file.write("0" if moment is None else str(moment - int(time.time())))
        os.replace(clock + ".new", clock)

    def masa(*words):
        return subprocess.run([trial.masa, "--data", folder.path, *words], env=environment, capture_output=True, text=True, timeout=60)

    moments = {"long before the year 1": FIRST - 500 * 365 * DAY, "the day before the year 1": FIRST - DAY, "the year 1": FIRST + DAY,
               "1601": FIRST + 584_388 * DAY, "1969": -DAY, "1970": 1, "9999": AFTER - DAY, "the day after 9999": AFTER + 1,
               "long after 9999": AFTER + 90_000 * 365 * DAY}
    for name, moment in moments.items():
        show(moment)
        trial.broke()
        done = masa("actions", "add", "board", "--title", f"Saved in {name}")
        trial.demand(done.returncode == 0, f"{name}: it is not saved: {done.stderr}")
        for words in (("status",), ("deadlines", "--format", "ics"), ("--plain", "overview")):
            done = masa(*words)
            trial.demand(done.returncode == 0, f"{name}: {' '.join(words)} ended with {done.returncode}: {done.stderr[-300:]}")
    show(None)
    checked = masa("check")
    trial.demand(checked.returncode == 0, f"what was saved cannot be read: {checked.stdout}")
    listed = json.loads(masa("history", "--format", "json").stdout)
    titles = [entry["title"] for entry in listed]
    for name in moments:
        trial.demand(any(f"Saved in {name}" in title for title in titles), f"history does not list what was saved in {name}")

    os.environ.update(LD_PRELOAD=shim, MASA_CLOCK=clock, TZ="UTC")
    window = Window(trial.masa, folder.path, trial.place, 120, 40)
    os.environ.pop("LD_PRELOAD")
    trial.demand(window.read(b"Overview"), "nothing is drawn")
    shown = [("the year 1", FIRST + DAY, b"2 Jan 1"), ("the day before the year 1", FIRST - DAY, b"1 Jan 1"), ("1999", 946_598_400, b"31 Dec 1999"),
             ("long before the year 1", FIRST - 900 * 365 * DAY, b"1 Jan 1"), ("after 9999", AFTER + 9 * DAY, b"31 Dec 9999")]
    for name, moment, text in shown:
        show(moment)
        trial.broke()
        window.type(b"6")
        window.read(limit=2)
        window.type(b"\x0c")
        trial.demand(window.read(text, limit=5), f"a clock that jumps to {name}: {text.decode()!r} is not shown")
        window.type(b"1")
        window.read(limit=2)
    show(None)
    trial.demand(window.leave(), "the dashboard did not end in peace")
    trial.end()


main()

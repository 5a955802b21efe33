"""Leave a screen open while others save, and while the server is stopped, killed, frozen, and started again.

usage: screen.py MASA [--quick]

A session of bob runs in a terminal. First ann saves, once after the other: printed is how long after it was acknowledged each edit
stands on bob's screen (goal 1 s). Then the server goes away: his screen has to say so, and each key has to answer meanwhile; when
the server is there again, what ann saves has to stand there within 2 s, and what bob saves has to be saved.
"""
import os
import random
import signal
import string
import time

import server
from window import Window

ground = server.ground
KEYS = ((b"6", b"Deadlines"), (b"?", b"Show only rows"), (b"\x1b", b"Deadlines"), (b"4", b"Dataset"), (b"3", b"Standing action 2"))


def new_title(old):
    """A title that differs from another one in every letter: what is drawn over that is drawn whole."""
    return "".join(random.choice([letter for letter in string.ascii_uppercase if letter != before]) for before in old)


class Watched:
    """The screen of bob, and ann who saves."""

    def __init__(self, trial, area, address=None, program=None):
        self.trial, self.area, self.title = trial, area, "A" * 12  # of the action whose title ann changes
        place = server.home(trial, "bob")["XDG_STATE_HOME"]
        address = address or area.server.address("bob", area.name)
        self.window = Window(program or trial.masa, address, place, 120, 40, XDG_STATE_HOME=place)
        trial.demand(self.window.read(b"Needs attention"), "nothing is drawn")
        self.window.type(b"3")
        trial.demand(self.window.read(b"The board"), "there are no groups")
        self.window.type(b"\r")
        trial.demand(self.window.read(b"Standing action 0"), "the group does not open")

    def seconds_until_seen(self, limit=15):
        """How long after ann's edit was acknowledged it stands on the screen."""
        self.title = new_title(self.title)
        ran = self.area.run("actions", "update", "board-a1", "--title", self.title, role="ann")
        if not self.trial.demand(ground.acknowledged(ran), f"ann cannot save: {ran.err.strip()[:200]}"):
            return None
        return self.window.appears(self.title.encode(), limit)

    def key_times(self, when):
        """How long each key takes to be answered."""
        answers = []
        for keys, text in KEYS:
            self.window.type(keys)
            answers.append(self.window.appears(text, 5))
            self.trial.demand(answers[-1] is not None, f"{keys!r} is not answered {when}")
        return [answer for answer in answers if answer is not None]


def ordinary(trial, watched):
    times = [watched.seconds_until_seen() for _ in range(8 if trial.quick else 40)]
    trial.demand(None not in times, f"{times.count(None)} of {len(times)} edits of another account were never seen")
    times = [each for each in times if each is not None]
    trial.broke(len(times))
    trial.figure(f"{len(times)} edits of another account seen p50 {ground.percentile(times, 0.5):.2f} max {max(times):.2f} s after they "
                 "were acknowledged (goal: 1)")
    trial.demand(max(times) < 2, "an edit of another account was seen too late")
    trial.aim(max(times) < 1, "an edit of another account was seen after more than a second")


def away(trial, watched, how):
    """The server goes away and comes back."""
    database, window = watched.area.server, watched.window
    window.read_now(0.1)
    frozen = [database.process.pid, *database.processes()] if how == "frozen" else []
    if how == "killed":
        database.kill()
    elif how == "stopped":
        database.stop()
    for pid in frozen:
        os.kill(pid, signal.SIGSTOP)
    trial.broke()
    told = window.appears(b"does not answer", 30 if frozen else 10)
    keys = watched.key_times(f"while the server is {how}")
    if frozen:
        trial.demand(told is not None, "a server that is frozen is not told to somebody who only looks")
        rename(watched, b"F")
        said = window.appears(b"not saved yet after 3 seconds", 8)
        trial.demand(said is not None, "nobody says that a frozen server does not save")
        trial.figure(f"the server frozen: told {said or 0:.1f} s after something was to be saved")
        for pid in frozen:
            os.kill(pid, signal.SIGCONT)
        trial.demand(saved(watched, b"The boardF", 10), "what was to be saved meanwhile is not saved")
    else:
        trial.demand(told is not None, f"nobody says that the server is {how}")
        time.sleep(1)
        database.start()
    back = time.monotonic()
    seen = watched.seconds_until_seen()
    trial.demand(seen is not None and seen < 2, f"after the server was {how}, another's edit is seen after {seen} s")
    trial.figure(f"the server {how}: {'not told' if told is None else f'told after {told:.1f} s'}, keys answered within "
                 f"{max(keys, default=0):.2f} s, another's edit seen {seen or 0:.1f} s after it was acknowledged and "
                 f"{time.monotonic() - back:.1f} s after the server was back")


def rename(watched, letters):
    """Bob writes letters behind the name of the group, and saves."""
    watched.window.type(b"e")
    watched.window.read(limit=1)
    watched.window.type(letters)
    watched.window.read(limit=1)
    watched.window.type(b"\x13")


def saved(watched, text, limit):
    """Whether a text stands in the document of the group within a time."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        if text in watched.area.bytes("board", "group.json"):
            return True
        watched.window.read_now(0.1)
    return False


def after_all(trial, watched):
    """What bob enters after all that is saved, though the server was killed once more since he last did something."""
    watched.area.server.kill()
    watched.area.server.start()
    trial.broke()
    watched.window.read(limit=2)
    rename(watched, b"Z")
    if not trial.demand(saved(watched, b"The boardFZ", 5), "what bob saves first after the server is back is not saved"):
        watched.window.type(b"\x13")
        trial.demand(saved(watched, b"The boardFZ", 5), "nor is it when he saves it once more")


def main():
    trial = ground.Trial(__doc__)
    server.needed(trial)
    database = server.Server(trial)
    try:
        area = server.Workspace(trial.masa, database, "north", ["ann", "bob"])
        watched = Watched(trial, area)
        trial.attempt(lambda: ordinary(trial, watched))
        for how in ("stopped", "killed", "frozen"):
            trial.attempt(lambda: away(trial, watched, how))
        trial.attempt(lambda: after_all(trial, watched))
        watched.window.read(limit=2)  # a q that comes before the form is closed would be a letter
        trial.demand(watched.window.leave(), "q does not end the program in peace")
        area.judged(trial, roles=["ann", "bob"])
    finally:
        database.stop()
    trial.end()


if __name__ == "__main__":
    main()

"""Accounts that save one edit after the other while something is broken, and whether each was told the truth."""
import collections
import os
import random
import signal
import subprocess
import threading
import time

import server

ground = server.ground
GROUPS = ("board", "finance", "quality", "training")
ROLES = tuple(f"account{number}" for number in range(8))


class Saver(threading.Thread):
    """Saves one edit after the other as one account, and notes what it was told of each."""
    def __init__(self, area, role, goes_on, span=None):
        super().__init__(daemon=True)
        self.area, self.role, self.goes_on, self.span = area, role, goes_on, span
        self.said, self.killed, self.longest, self.saved = {}, 0, 0.0, []

    def run(self):
        number = 0
        while self.goes_on():
            number += 1
            group = GROUPS[(number + ROLES.index(self.role)) % len(GROUPS)]
            title = f"{self.role} {'killed' if self.span else 'kept'} {number}."
            start = time.monotonic()
            child = subprocess.Popen(self.area.command("actions", "add", group, "--title", title, role=self.role),
                                     stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                     env={**os.environ, **server.home(self.area.server.trial, self.role)})
            if self.span:
                time.sleep(random.random() * self.span)
                child.kill()
            try:
                out, err = child.communicate(timeout=60)
            except subprocess.TimeoutExpired:
                child.kill()
                child.communicate()
                out, err = b"", b"it hung"
            is_killed = child.returncode == -signal.SIGKILL and err != b"it hung"
            self.longest = max(self.longest, time.monotonic() - start)
            if self.span:
                self.span *= 1.02 if is_killed else 0.98
            self.killed += is_killed
            err = err.decode("utf-8", "replace")
            self.said[title] = (group, told(child.returncode, out.decode(), err, is_killed), err)
            if self.said[title][1] == "saved":
                self.saved.append((start, time.monotonic()))
            if not self.span and child.returncode:
                time.sleep(0.2)  # as somebody who reads that it does not answer


def told(code, out, err, is_killed):
    """What somebody knows of an edit by what the program said."""
    if out and ground.acknowledged(out) and (code == 0 or is_killed):
        return "saved"
    if is_killed:
        return "killed"
    if "not known yet" in err:
        return "not known"
    return "not saved" if "othing was changed" in err or "was not saved" in err else "WRONG"


def judge(trial, area, savers):
    """What is there beside what was told."""
    present = {group: collections.Counter(area.titles(group)) for group in GROUPS}
    tally, silent = collections.Counter(), 0
    for saver in savers:
        for title, (group, state, err) in saver.said.items():
            count = present[group][title]
            tally[state] += 1
            trial.demand(count < 2, f"{title} stands there {count} times")
            trial.demand(state != "saved" or count == 1, f"{title} was acknowledged and is lost")
            trial.demand(state != "not saved" or count == 0, f"{title} is saved, and was said not to be: {err[:300]}")
            trial.demand(state != "WRONG", f"{title}: it is not said whether it is saved: {err[:300]}")
            silent += state in ("killed", "not known") and count == 1
    return tally, silent

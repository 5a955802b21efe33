"""Watch the system calls of saves: everything is confirmed on the disk, in order, before a save is acknowledged.

usage: order.py MASA [--quick]

Demanded of each save: write the journal < confirm it < write the new file < confirm it < put it in its place <
confirm the folder < print the id. A journal that is new has its folder confirmed as well before anything else.
"""
import os
import re

import ground

CALLS = "openat,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,rename,renameat,renameat2"


class Watched:
    """The calls of one save that matter, each as a short name with what it was about."""

    def __init__(self, log, group):
        self.steps = []
        folder = f"/groups/{group}"
        with open(log, errors="replace") as file:
            for line in file:
                match = re.match(r"\d+ +(\w+)\((.*)\) += (-?\d+)", line)
                if not match or int(match[3]) < 0:
                    continue
                call, rest = match[1], match[2]
                about = re.match(r"(\d+)<([^>]*)>", rest)
                if call.startswith("rename"):
                    if rest.count("actions.json") >= 2:
                        self.steps.append("put in place")
                elif call == "openat":
                    if "journal.jsonl" in rest and "O_CREAT" in rest and "O_EXCL" in rest:
                        self.steps.append("make the journal")
                elif about and "write" in call:
                    place = about[2]
                    if place.endswith("/journal.jsonl"):
                        self.steps.append("write the journal")
                    elif "actions.json" in place and ".tmp." in place:
                        self.steps.append("write the file")
                    elif about[1] == "1":
                        self.steps.append("acknowledge")
                    elif place.endswith("/actions.json"):
                        self.steps.append("WRITE IN PLACE")
                elif about and "sync" in call:
                    place = about[2]
                    if place.endswith("/journal.jsonl"):
                        self.steps.append("confirm the journal")
                    elif ".tmp." in place:
                        self.steps.append("confirm the file")
                    elif place.endswith(folder):
                        self.steps.append("confirm the folder")
        self.steps = [step for k, step in enumerate(self.steps) if k == 0 or step != self.steps[k - 1]]


ORDER = ["write the journal", "confirm the journal", "write the file", "confirm the file", "put in place",
         "confirm the folder", "acknowledge"]


def main():
    trial = ground.Trial(__doc__)
    absent = ground.missing("strace")
    if absent:
        trial.skip_all(absent)
    folder = ground.Folder(trial.masa, os.path.join(trial.place, "data"), groups=("board",))
    log = os.path.join(trial.place, "trace")
    last, right, count = None, 0, 8 if trial.quick else 20
    for number in range(count):
        words = [("actions", "add", "board", "--title", f"one {number}"),
                 ("actions", "update", last, "--status", "started"),
                 ("actions", "complete", last), ("undo", last)][number % 4]
        ran = folder.run(*words, before=["strace", "-f", "-y", "-s", "64", "-o", log, "-e", f"trace={CALLS}"])
        if not trial.demand(ran.code == 0, f"{' '.join(words)} fails: {ran.err.strip()}"):
            continue
        trial.broke()
        if words[1] == "add":
            last = ground.acknowledged(ran)
        wanted = list(ORDER)
        steps = Watched(log, "board").steps
        if number == 0:  # the journal is new: its name is confirmed too
            wanted[2:2] = ["confirm the folder"]
            steps = [step for step in steps if step != "make the journal"]
        right += trial.demand(steps == wanted, f"{' '.join(words)}: {' < '.join(steps)}")
    trial.figure(f"{right} of {count} saves in the right order")
    trial.end()


main()

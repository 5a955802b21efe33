"""Many that save at once: what each does, and the storm of processes that does it (storm.c)."""
import os
import subprocess

FIELDS = ("title", "status", "due", "note")
STATUSES = ("started", "done", "dropped", "open")


class Saving:
    """Somebody who adds actions to a group, or changes one field of one of its actions, one edit after the other."""

    def __init__(self, number, group, field=None, record=None):
        self.number, self.group, self.field, self.adds = number, group, field, field is None
        self.id = f"{group}-a{record}"

    def value(self, edit):
        """What an edit writes."""
        if self.field == "status":
            return STATUSES[edit % len(STATUSES)]
        if self.field == "due":
            return f"20{24 + edit % 20}-0{1 + edit % 9}-1{self.number % 10}"
        return f"writer {self.number} edit {edit}."

    def words(self, edit):
        """The words of the command for an edit."""
        if self.adds:
            return ["actions", "add", self.group, "--title", self.value(edit)]
        return ["actions", "update", self.id, f"--{self.field}", self.value(edit)]


def stormed(trial, storm, plan, name):
    """Runs a plan of (who, words); answers the seconds it took and how each command ended: code, seconds, last words."""
    places = [os.path.join(trial.place, f"{name}.{kind}") for kind in ("plan", "results")]
    with open(places[0], "w") as file:
        file.writelines(f"{who}\t" + "\x1f".join(words) + "\n" for who, words in plan)
    seconds = float(subprocess.run([storm, *places], capture_output=True, text=True, check=True).stdout)
    ended = {}
    with open(places[1], errors="replace") as file:
        for line in file:
            number, code, micros, said = line.rstrip("\n").split("\t", 3)
            ended[int(number)] = (int(code), int(micros) / 1e6, said)
    return seconds, ended

"""What the fault tests share: a small data folder, the program on it, and the questions asked of what is left.

A test makes a `Trial`, breaks things, tells the trial what it demands, and ends it. A trial in which nothing was
broken has failed, whatever else it found.
"""
import argparse
import collections
import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
GROUPS = ("board", "finance")
Ran = collections.namedtuple("Ran", "code out err seconds")


class Trial:
    """Counts what was broken, gathers what was demanded and not kept, and ends with one line and an exit code."""

    def __init__(self, about, *options):
        parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
        parser.add_argument("masa", help="the built program")
        parser.add_argument("--quick", action="store_true", help="fewer repetitions, for every commit")
        for name, details in options:
            parser.add_argument(name, **details)
        self.options = parser.parse_args()
        self.masa = os.path.abspath(self.options.masa)
        self.quick = self.options.quick
        self.name = os.path.basename(sys.argv[0]).removesuffix(".py")
        self.faults, self.wrong, self.figures, self.began = 0, [], [], time.time()
        self.place = tempfile.mkdtemp(prefix=f"masa-{self.name}-")
        os.chmod(self.place, 0o711)
        if not os.access(self.masa, os.X_OK):
            sys.exit(f"{self.masa} is not a program")

    def say(self, text):
        print(f"  {text}", flush=True)

    def broke(self, times=1):
        """Notes that faults were really injected."""
        self.faults += times

    def demand(self, kept, text):
        """Demands something; what is not kept fails the trial."""
        if not kept:
            self.wrong.append(text)
            if len(self.wrong) <= 25:
                self.say(f"WRONG {text}")
        return kept

    def aim(self, reached, text):
        """Says that a figure misses its goal; a busy computer is no fault, so nothing fails."""
        if not reached:
            self.say(f"MISSED {text}")

    def attempt(self, test):
        """Runs a part of a trial; what it stumbles over is a fault of its own, and the next part runs all the same."""
        try:
            test()
        except (OSError, KeyError, ValueError, IndexError, RuntimeError, subprocess.SubprocessError) as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            name = getattr(test, "func", test).__name__
            self.demand(False, f"{name}: {type(error).__name__} in {place.name}, line {place.lineno}: {error}")

    def figure(self, text):
        """A number worth keeping: printed now and in the last line."""
        self.figures.append(text)
        self.say(text)

    def skip(self, what, why):
        self.say(f"skipped: {what} ({why})")

    def skip_all(self, why):
        """Ends a trial that cannot run here."""
        self.clear()
        print(f"{self.name}: skipped: {why}", flush=True)
        sys.exit(0)

    def clear(self):
        shutil.rmtree(self.place, ignore_errors=True)

    def end(self):
        if self.faults == 0:
            self.demand(False, "nothing was injected, so nothing was shown")
        verdict = "FAILED" if self.wrong else "passed"
        count = f"{self.faults} faults, {len(self.wrong)} wrong"
        last = "; ".join([count] + self.figures)
        if not self.wrong:
            self.clear()
        else:
            self.say(f"what is left lies in {self.place}")
        print(f"{self.name}: {verdict} in {time.time() - self.began:.0f} s: {last}", flush=True)
        sys.exit(1 if self.wrong else 0)


class Folder:
    """A data folder of a few small files, and the program on it."""

    def __init__(self, masa, path, groups=GROUPS, actions=3):
        self.masa, self.path, self.groups, self.first = masa, path, groups, {}
        self.write("workspace.json", {"title": "Area", "schemaVersion": 2, "partnerships": ["area"]})
        self.write("agencies.json", {"agencies": [
            {"id": "council", "name": "Area Council", "category": "council"},
            {"id": "police", "name": "Area Police", "category": "police"}]})
        self.write("people.json", {"people": [{"id": "ann", "name": "Ann Example"}]})
        self.write("partnerships/area/partnership.json", {
            "id": "area", "name": "Partnership of the area", "shortName": "Area",
            "partners": [{"agency": "council"}, {"agency": "police"}]})
        for group in groups:
            self.write(f"groups/{group}/group.json", {
                "id": group, "name": f"The {group}", "type": "subgroup", "parents": [{"partnership": "area"}],
                "seats": [{"id": f"{group}-council", "title": "Council", "agency": "council"}]})
            self.first[group] = [
                {"id": f"{group}-a{k}", "group": group, "title": f"Standing action {k}", "status": "open"}
                for k in range(actions)]
            self.write(f"groups/{group}/actions.json", {"actions": self.first[group]})

    def copied(self, path):
        """The same data in another place."""
        other = object.__new__(Folder)
        other.__dict__.update(self.__dict__)
        other.path = path
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(self.path, path)
        return other

    def write(self, name, value):
        path = os.path.join(self.path, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            json.dump(value, file, indent=2)
            file.write("\n")

    def place(self, group, name="actions.json"):
        return os.path.join(self.path, "groups", group, name)

    def bytes(self, group, name="actions.json"):
        try:
            with open(self.place(group, name), "rb") as file:
                return file.read()
        except FileNotFoundError:
            return b""

    # The program

    def command(self, *words):
        return [self.masa, "--data", self.path, *words]

    def run(self, *words, before=(), env=None, timeout=60, **more):
        """Runs the program on this folder; `before` is put in front of it."""
        start = time.monotonic()
        try:
            done = subprocess.run([*before, *self.command(*words)], stdin=subprocess.DEVNULL, capture_output=True,
                                  timeout=timeout, env={**os.environ, **(env or {})}, **more)
        except subprocess.TimeoutExpired:
            return Ran("hung", "", "", time.monotonic() - start)
        return Ran(done.returncode, done.stdout.decode("utf-8", "replace"),
                   done.stderr.decode("utf-8", "replace"), time.monotonic() - start)

    def add(self, title, group="board", **more):
        return self.run("actions", "add", group, "--title", title, **more)

    def listed(self, **more):
        return self.run("actions", "list", "--format", "json", **more)

    # What stands in the files

    def records(self, group):
        """The actions in a group's file; raises ValueError for a file that is no JSON."""
        return parsed(self.bytes(group))["actions"]

    def titles(self, group):
        return [record.get("title") for record in self.records(group)]

    def lines(self, group):
        """The journal of a group, one bytes value for each whole line."""
        return [line for line in self.bytes(group, "journal.jsonl").split(b"\n") if line]

    def entries(self, group):
        """The entries of a group's journal as this test reads them; what is no whole line is left out."""
        entries = []
        for line in self.lines(group):
            with contextlib.suppress(ValueError):
                entries.append(parsed(line))
        return entries

    def replayed(self, group):
        """What the file must hold if the journal tells the truth: the first records with every entry carried out."""
        records = {record["id"]: dict(record) for record in self.first[group]}
        for entry in self.entries(group):
            for change in entry.get("changes", []):
                if change["document"] != f"groups/{group}/actions.json":
                    continue
                if change.get("field") is None:
                    if "to" in change and change["to"] is not None:
                        records[change["id"]] = dict(change["to"])
                    else:
                        records.pop(change["id"], None)
                elif change.get("to") is None:
                    records[change["id"]].pop(change["field"], None)
                else:
                    records[change["id"]][change["field"]] = change["to"]
        return records

    def complaints(self, groups=None):
        """Everything that is wrong with what stands in the files, by this test's own reading of them."""
        found = []
        for group in groups or self.groups:
            try:
                records = self.records(group)
            except ValueError as error:
                found.append(f"{group}: the file cannot be read: {error}")
                continue
            ids = [record["id"] for record in records]
            twice = [number for number, count in collections.Counter(ids).items() if count > 1]
            found += [f"{group}: the id {number} stands there more than once" for number in twice]
            wanted, present = self.replayed(group), {record["id"]: record for record in records}
            if wanted != present:
                differs = [key for key in {*wanted, *present} if wanted.get(key) != present.get(key)]
                found.append(f"{group}: file and journal disagree about {sorted(differs)[:3]}: journal "
                             f"{wanted.get(sorted(differs)[0])}, file {present.get(sorted(differs)[0])}"[:400])
            found += [f"{group}: {fault}" for fault in broken_chain(self.lines(group))]
        return found

    def verified(self):
        return self.run("journal", "verify")


def parsed(data):
    """Strict JSON: no duplicate keys, no NaN, no invalid UTF-8."""
    def once(pairs):
        keys = [key for key, _ in pairs]
        if len(set(keys)) < len(keys):
            raise ValueError("a key stands there twice")
        return dict(pairs)

    def refused(word):
        raise ValueError(f"{word} is no JSON")

    return json.loads(data.decode("utf-8"), object_pairs_hook=once, parse_constant=refused)


def broken_chain(lines):
    """What is wrong with a chain of journal lines, computed apart from the program."""
    found, previous, sequence = [], "", 0
    for number, line in enumerate(lines, 1):
        try:
            entry = parsed(line)
        except ValueError:
            continue  # a fragment that a kill has left is set aside, not lost
        body = line[: line.rindex(b',"hash"')]
        if hashlib.sha256(body).hexdigest() != entry["hash"]:
            found.append(f"line {number} of the journal does not have the hash it says")
        if entry.get("previous", "") != previous:
            found.append(f"line {number} of the journal does not follow the line before it")
        if entry["sequence"] != sequence + 1:
            found.append(f"line {number} of the journal has number {entry['sequence']}")
        previous, sequence = entry["hash"], entry["sequence"]
    return found


def acknowledged(ran):
    """The id that a save printed; None for one that was not acknowledged."""
    if isinstance(ran, Ran):
        if ran.code != 0:
            return None
        ran = ran.out
    line, newline, _ = ran.partition("\n")
    words = line.split()
    return words[0] if newline and len(words) >= 2 else None


# System calls

def traced(folder, words, log):
    """Every system call of a command, from its first touch of the folder on, as (name, number of that name, line)."""
    ran = folder.run(*words, before=["strace", "-f", "-o", log])
    counts, calls, touched = collections.Counter(), [], False
    with open(log, errors="replace") as file:
        for line in file:
            match = re.match(r"(\d+) +(\w+)\((.*)", line)
            if not match or match[2] in ("execve", "exit_group", "exit"):
                continue
            counts[match[1], match[2]] += 1
            touched = touched or folder.path in match[3]
            if touched:
                calls.append((match[2], counts[match[1], match[2]], line.strip()[:100]))
    seen, points = set(), []
    for call in calls:  # the same number of the same call in two threads is one point
        if call[:2] not in seen:
            seen.add(call[:2])
            points.append(call)
    return ran, points


def injecting(call, number, fault, log):
    """The words that put a fault on one system call of the program after them."""
    return ["strace", "-f", "-qq", "-o", log, "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={number}"]


def was_injected(log, ran, fault):
    if fault == "signal=KILL":
        return ran.code in (-signal.SIGKILL, 128 + signal.SIGKILL)
    with open(log, errors="replace") as file:
        return "INJECTED" in file.read()


# This computer

def missing(*programs):
    """Which of these programs this computer lacks, as words; empty when it has them all."""
    absent = [name for name in programs if shutil.which(name) is None]
    return f"{', '.join(absent)} not installed" if absent else ""


def compiled(trial, source, *options):
    """Builds one of the C files beside this one."""
    compiler = shutil.which("cc") or shutil.which("clang") or shutil.which("gcc")
    if compiler is None:
        trial.skip_all("no C compiler")
    target = os.path.join(trial.place, os.path.splitext(source)[0])
    subprocess.run([compiler, "-O2", "-Wall", "-o", target, *options, os.path.join(HERE, source)], check=True)
    return target


def with_own_mounts(trial):
    """Starts this test again where its mounts are its own and vanish with it."""
    if os.geteuid() != 0:
        return "not root"
    absent = missing("unshare", "mount", "umount")
    if absent:
        return absent
    if os.environ.get("MASA_OWN_MOUNTS") != str(os.getppid()):
        if subprocess.run(["unshare", "-m", "--propagation", "private", "true"], capture_output=True).returncode:
            return "no mounts of its own allowed"
        trial.clear()
        again = subprocess.run(["unshare", "-m", "--propagation", "private", sys.executable, *sys.argv],
                               env={**os.environ, "MASA_OWN_MOUNTS": str(os.getpid())})
        sys.exit(again.returncode)
    return ""


def run(*words):
    """Runs a command that must succeed."""
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))] if values else 0.0

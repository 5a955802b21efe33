"""Give the program files that went wrong in every way a seeded dice thinks of, with a bound of time and memory for each.

usage: fuzz.py MASA [--quick] [--seconds N] [--seed N] [--data FOLDER]

Documents, rules, roles, journals, themes, downloads of bank holidays and typed dates are changed and given to the commands that
read them. Whatever comes, a command answers with a sentence or a listing that holds no control characters: it never crashes,
and takes no more than its share of time and memory. The same seed tries the same inputs in the same order.
"""
import collections
import json
import os
import random
import re
import resource
import shutil
import subprocess
import time

import ground

SAMPLE = os.path.join(ground.HERE, "..", "..", "SampleData", "kent-and-medway")
THEMES = os.path.join(ground.HERE, "..", "..", "Themes")
# Of the processor, for a small folder and for each further megabyte of input; of memory likewise.
SECONDS, SECONDS_A_MEGABYTE = 1.5, 1
BYTES, BYTES_A_BYTE = 120e6, 30
ODD = (b"{", b"}", b"[", b"]", b'"', b",", b":", b"\\", b"\0", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\\ud800", b"\\u0000",
       b"\\u001b]52;c;QQ==\\u0007", b"null", b"true", b"-0", b"1e999", b"-9223372036854775808", b"9223372036854775807",
       b"99999999999999999999999999", b'""', b'"9999-12-31"', b'"0001-01-01"', b'"2024-02-30"', b'"2024"', b'"\xe2\x80\xae"', b"\n")
VALUES = (None, True, "", 0, -1, 2**63 - 1, -2**63, 1e300, 0.1, [], {}, "9999-12-31", "0001-01", "2024-02-29", "1/0", "a" * 300,
          "\u202e", "\u0000", {"when": "9999-12-31"}, [[[[]]]], {"every": 0, "unit": "day"}, {"every": -1, "unit": "month"},
          {"every": 2**62, "unit": "year"}, "e\u0301" * 50)
WORDS = ("28 mar", "2024-03-28", "today", "next fri", "end of march", "+15wd", "-7wd", "15 working days after", "28/3/2024", "+", "-",
         "9999-12-31", "0001-01-01", "29 feb", "99999999999999999999", "wd", "cwd", "1y", "+9223372036854775807d", "-2147483648y",
         "before", "after", "every", "q3 2024", "2023/24", "\u0661", "\u202e", "mar mar", "0", "fri fri", "\u00e9", "\t")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Mutator:
    """Changes bytes in ways that files are changed in: by hands, programs, disks and people who mean it."""

    def __init__(self, dice, corpus):
        self.dice, self.corpus = dice, corpus

    def changed(self, data):
        """A changed file; now and then the dice give a large one."""
        for _ in range(self.dice.choice((1, 1, 1, 2, 3, 8))):
            data = self.dice.choice((self.flip, self.cut, self.twice, self.odd, self.odd, self.splice, self.value, self.value, self.value,
                                     self.many, self.deep, self.long))(data)
        return data[:4_000_000]

    def span(self, data, most=400):
        start = self.dice.randrange(len(data) + 1)
        return start, min(len(data), start + self.dice.randrange(1, most))

    def flip(self, data):
        changed = bytearray(data)
        for _ in range(self.dice.randrange(1, 5)):
            if changed:
                changed[self.dice.randrange(len(changed))] = self.dice.randrange(256)
        return bytes(changed)

    def cut(self, data):
        start, end = self.span(data)
        return data[:start] if self.dice.random() < 0.3 else data[:start] + data[end:]

    def twice(self, data):
        start, end = self.span(data)
        return data[:end] + data[start:]

    def odd(self, data):
        start, end = self.span(data, 20)
        return data[:start] + self.dice.choice(ODD) + data[self.dice.choice((start, end)):]

    def splice(self, data):
        other = self.dice.choice(self.corpus)
        (start, end), (first, last) = self.span(data), self.span(other)
        return data[:start] + other[first:last] + data[end:]

    def many(self, data):
        start, end = self.span(data, 200)
        times = self.dice.choice((10, 100, 1_000, 1_000, 10_000))
        return data[:start] + data[start:end] * times + data[end:]

    def deep(self, data):
        start, _ = self.span(data)
        depth = self.dice.choice((10, 60, 70, 5_000))
        opening, closing = self.dice.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"[", b"")))
        return data[:start] + opening * depth + b"1" + closing * depth + data[start:]

    def long(self, data):
        start, _ = self.span(data)
        return data[:start] + self.dice.choice((b"o", b"9", b" ", b"\\", b"e\xcc\x81", b'"', b"\n")) * self.dice.choice((300, 100_000)) + data[start:]

    def value(self, data):
        """Changes values of a document that stays one."""
        try:
            document = json.loads(data)
        except (ValueError, RecursionError):
            return self.odd(data)
        places, waiting = [], [document]
        while waiting:
            inside = waiting.pop()
            for key in inside if isinstance(inside, dict) else range(len(inside)) if isinstance(inside, list) else ():
                places.append((inside, key))
                waiting.append(inside[key])
        for _ in range(self.dice.randrange(1, 4)):
            if not places:
                break
            inside, key = self.dice.choice(places)
            deed = self.dice.randrange(6)
            if deed == 0 and isinstance(inside, dict):
                inside.pop(key, None)
            elif deed == 1 and isinstance(inside, list):
                inside[:] = inside * min(self.dice.choice((2, 100, 2_000)), 1 + 20_000 // (1 + len(inside)))
            elif deed == 2:
                other, place = self.dice.choice(places)
                if isinstance(other, dict) and place in other or isinstance(other, list) and place < len(other):
                    self.put(inside, key, json.loads(json.dumps(other[place])))
            else:
                self.put(inside, key, self.dice.choice(VALUES))
        return json.dumps(document, ensure_ascii=self.dice.random() < 0.5).encode("utf-8", "surrogatepass")

    @staticmethod
    def put(inside, key, value):
        if isinstance(inside, dict) or key < len(inside):
            inside[key] = value


class Fuzz:
    """A folder in which one input after the other goes wrong, and the program on it."""

    def __init__(self, trial):
        self.trial, self.place = trial, trial.place
        self.dice = random.Random(trial.options.seed)
        self.data, self.home = os.path.join(self.place, "data"), os.path.join(self.place, "home")
        self.themes = os.path.join(self.home, "config", "masa", "themes")
        shutil.copytree(trial.options.data, self.data)
        os.makedirs(self.themes)
        me = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
        with open(self.path("access.json"), "w") as file:
            json.dump({"contact": "the office", "managers": [me], "people": [
                {"user": "ann", "chairs": ["mscp-executive"], "agencies": ["kent-police"]}]}, file)
        self.groups = sorted(os.listdir(self.path("groups")))
        for group in ("mscp-executive", "mscp-pmqa"):
            for title in ("One", "Two", "Three"):
                ran, text = self.run("actions", "add", group, "--title", title)
                if ran != 0:
                    raise RuntimeError(f"nothing could be saved: {text}")
        self.files = sorted(os.path.relpath(os.path.join(folder, name), self.data) for folder, _, names in os.walk(self.data)
                            for name in names if not name.startswith("."))
        self.original = {name: self.read(self.path(name)) for name in self.files}
        self.theme = [self.read(os.path.join(THEMES, name)) for name in sorted(os.listdir(THEMES)) if name.endswith(".json")]
        self.mutator = Mutator(self.dice, [*self.original.values(), *self.theme])
        self.tried, self.slowest, self.largest = collections.Counter(), (0, ""), (0, "")

    def path(self, name):
        return os.path.join(self.data, name)

    @staticmethod
    def read(path):
        with open(path, "rb") as file:
            return file.read()

    def run(self, *words):
        """Runs a command; answers its status, a negative one for a signal, and what it wrote."""
        with open(os.path.join(self.place, "written"), "w+b") as written:
            child = subprocess.Popen(
                [self.trial.masa, *words], stdin=subprocess.DEVNULL, stdout=written, stderr=subprocess.STDOUT,
                env={"PATH": "/usr/bin:/bin", "HOME": self.home, "LC_ALL": "C.UTF-8", "MASA_DATA": self.data,
                     "XDG_CONFIG_HOME": os.path.join(self.home, "config"), "XDG_STATE_HOME": os.path.join(self.home, "state")},
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)))
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            written.seek(0)
            self.used = used.ru_utime + used.ru_stime, used.ru_maxrss * 1024
            return child.returncode, written.read(20_000_000).decode("utf-8", "replace")

    def judge(self, kind, size, *words):
        """Runs a command on a changed input, and demands what always holds."""
        status, text = self.run(*words)
        self.trial.broke()
        self.tried[kind] += 1
        seconds, memory = self.used
        name = f"{kind}, attempt {self.trial.faults}: masa {' '.join(words)[:80]!r}"
        self.slowest = max(self.slowest, (seconds, name))
        self.largest = max(self.largest, (memory, name))
        most, room = SECONDS + SECONDS_A_MEGABYTE * size / 1e6, BYTES + BYTES_A_BYTE * size
        return all((
            self.trial.demand(status in (0, 1, 64), f"{name} ended with {status}: {text[-300:]!r}"),
            self.trial.demand(seconds <= most, f"{name} took {seconds:.1f} s for {size} bytes"),
            self.trial.demand(memory <= room, f"{name} took {memory / 1e6:.0f} MB for {size} bytes"),
            self.trial.demand(not CONTROL.search(text), f"{name} printed control characters"),
            self.trial.demand(status == 0 or text.strip(), f"{name} ended with {status} and said nothing")))

    def on_files(self, kind, names, *commands):
        """Changes some files of the folder, runs commands, and puts everything back."""
        size = sum(map(len, self.original.values()))
        for name in names:
            data = self.mutator.changed(self.original.get(name, b"{}"))
            size += len(data)
            with open(self.path(name), "wb") as file:
                file.write(data)
        fine = [self.judge(kind, size, *words) for words in commands]
        if not all(fine):
            self.keep(names)
        self.put_back()

    def keep(self, names):
        """Keeps an input that went wrong, to be looked at."""
        kept = os.path.join(self.place, f"attempt-{self.trial.faults}")
        for name in names:
            os.makedirs(os.path.dirname(os.path.join(kept, name)), exist_ok=True)
            shutil.copy(self.path(name), os.path.join(kept, name))

    def put_back(self):
        """Makes the folder what it was, whatever a save has made of it meanwhile."""
        for folder, _, names in os.walk(self.data):
            for name in names:
                path = os.path.relpath(os.path.join(folder, name), self.data)
                if path not in self.original and not name.startswith("."):
                    os.remove(self.path(path))
        for name, data in self.original.items():
            if not os.path.exists(self.path(name)) or self.read(self.path(name)) != data:
                with open(self.path(name), "wb") as file:
                    file.write(data)

    # What goes wrong

    def documents(self):
        names = self.dice.sample([name for name in self.files if name.endswith(".json") and name != "access.json"],
                                 self.dice.choice((1, 1, 2, 5)))
        further = self.dice.choice((("status",), ("deadlines", "--format", "json"), ("rotation",), ("indicators",), ("--plain",),
                                    ("--plain", "reviews"), ("--plain", "dataset"), ("--plain", "executive"), ("--plain", "groups"),
                                    ("actions", "list"), ("list", "meetings"), ("agenda", "mscp-executive"), ("doctor",),
                                    ("actions", "add", "mscp-executive", "--title", "Four")))
        self.on_files("documents", names, ("check",), further)

    def rules(self):
        names = self.dice.sample([name for name in self.files if name.endswith("rules.json")], 1)
        self.on_files("rules", names, ("rules",), ("deadlines",))

    def access(self):
        self.on_files("roles", ["access.json"], ("check",), ("actions", "add", "mscp-pmqa", "--title", "Four"))

    def journals(self):
        names = self.dice.sample([name for name in self.files if name.endswith("journal.jsonl")], self.dice.choice((1, 1, 2)))
        further = self.dice.choice((("history", "--format", "json"), ("check",), ("undo",), ("status",),
                                    ("actions", "add", "mscp-executive", "--title", "Four")))
        self.on_files("journals", names, ("journal", "verify"), further)

    def theme_files(self):
        data = self.mutator.changed(self.dice.choice(self.theme))
        path = os.path.join(self.themes, "own.json")
        with open(path, "wb") as file:
            file.write(data)
        if not self.judge("themes", len(data), *self.dice.choice((("themes",), ("--plain", "--theme", "own"), ("doctor",)))):
            shutil.copy(path, os.path.join(self.place, f"attempt-{self.trial.faults}.json"))
        os.remove(path)

    def imports(self):
        data, path = self.mutator.changed(self.original["bank-holidays.json"]), os.path.join(self.place, "download.json")
        with open(path, "wb") as file:
            file.write(data)
        if not self.judge("imports", len(data), "import", "bank-holidays", path):
            shutil.copy(path, os.path.join(self.place, f"attempt-{self.trial.faults}.json"))
        self.judge("imports", len(data), "check")
        self.put_back()

    def dates(self):
        text = " ".join(self.dice.choice(WORDS) for _ in range(self.dice.choice((1, 1, 2, 3, 4, 9))))
        if self.dice.random() < 0.3:
            text = self.mutator.flip(text.encode()).replace(b"\0", b"").decode("utf-8", "replace")
        if self.dice.random() < 0.05:
            text *= 500
        self.judge("dates", len(text), *self.dice.choice((("date", "--", text), ("deadlines", f"--as-of={text}"),
                                                         ("actions", "add", "mscp-pmqa", "--title", "Due", f"--due={text}"))))
        self.put_back()

    def go(self, seconds):
        kinds = (self.documents, self.documents, self.rules, self.access, self.journals, self.theme_files, self.imports, self.dates)
        end = time.monotonic() + seconds
        while time.monotonic() < end and len(self.trial.wrong) < 25:
            for kind in kinds:
                kind()


def main():
    trial = ground.Trial(
        __doc__, ("--data", {"default": SAMPLE, "help": "the folder that goes wrong"}),
        ("--seconds", {"type": float, "help": "how long inputs are tried; 60, or 15 with --quick"}),
        ("--seed", {"type": int, "default": int(time.time()), "help": "what the dice begin with"}))
    seconds = trial.options.seconds or (15 if trial.quick else 60)
    trial.say(f"seed {trial.options.seed}, for {seconds:.0f} s")
    fuzz = Fuzz(trial)
    fuzz.go(seconds)
    for kind in ("documents", "rules", "roles", "journals", "themes", "imports", "dates"):
        trial.demand(fuzz.tried[kind] > 0, f"no {kind} were tried")
    trial.figure(f"seed {trial.options.seed}")
    trial.figure(", ".join(f"{count} {kind}" for kind, count in fuzz.tried.items()))
    trial.figure(f"at most {fuzz.slowest[0]:.2f} s ({fuzz.slowest[1]}) and {fuzz.largest[0] / 1e6:.0f} MB ({fuzz.largest[1]})")
    trial.end()


main()

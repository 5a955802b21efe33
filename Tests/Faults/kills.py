"""Kill the program with SIGKILL while it saves: at random moments, and at every system call of a save.

usage: kills.py MASA [--quick] [--kills N]

Demanded: whatever was acknowledged stands there exactly once, nothing stands there twice, a reader never meets a
file that cannot be read or that goes back, the journal's chain is whole, file and journal say the same, and the next
save works. What comes and goes with a file or a folder of its own is there whole or not at all, `masa check` finds
nothing meanwhile, and the next save leaves no temporary file.
"""
import functools
import os
import random
import shutil
import signal
import subprocess
import threading
import time

import ground

GROUPS = ("board", "finance", "quality", "training")
WORKERS = 8
# What comes and goes with a file of its own, or brings one along: the words that add it, and where it then stands.
OWN = {
    "group": (("--name", "{id}", "--type", "subgroup", "--parents", "partnership: area"), "groups/{id}/group.json"),
    "review": (("--title", "{id}", "--type", "rapidReview", "--commissioned-by", "area"), "reviews/{id}.json"),
    "value": (("--indicator", "plans", "--period", "{year}-03-31", "--value", "12"), "dataset/values/values-{before}.json"),
}


class Killer:
    """Starts saves and kills them at random moments, from several threads."""

    def __init__(self, folder, kills, span):
        self.folder, self.kills, self.span = folder, kills, span
        self.lock = threading.Lock()
        self.started = self.killed = 0
        self.acknowledged, self.open, self.ids = {}, {}, {}

    def work(self):
        while True:
            with self.lock:
                if self.killed >= self.kills or self.started > 8 * self.kills:
                    return
                number = self.started
                self.started += 1
            group, title = GROUPS[number % len(GROUPS)], f"kill {number}."
            child = subprocess.Popen(self.folder.command("actions", "add", group, "--title", title),
                                     stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            time.sleep(random.random() * self.span)
            child.kill()
            said = child.stdout.read().decode()
            child.stdout.close()
            code = child.wait()
            number_printed = ground.acknowledged(said)
            with self.lock:
                self.killed += code == -signal.SIGKILL
                # Half of the saves are let through, so that every part of a save is met as often.
                self.span *= 1.02 if code == -signal.SIGKILL else 0.98
                if number_printed:
                    self.acknowledged[title], self.ids[title] = group, number_printed
                else:
                    self.open[title] = group


class Reader:
    """Reads the files over and over meanwhile, as another session does."""

    def __init__(self, folder):
        self.folder, self.reads, self.wrong, self.stopped = folder, 0, [], False
        self.newest = dict.fromkeys(GROUPS, 0)

    def work(self):
        while not self.stopped:
            group = GROUPS[self.reads % len(GROUPS)]
            try:
                contents = ground.parsed(self.folder.bytes(group))
                revision = int(str(contents.get("revision", "0")).split()[0])
                if revision < self.newest[group]:
                    self.wrong.append(f"{group} went back from {self.newest[group]} to {revision}")
                self.newest[group] = revision
            except (ValueError, KeyError) as error:
                self.wrong.append(f"{group} could not be read in the middle of it: {error}")
            self.reads += 1
            time.sleep(0.01)


def goes_on(killer, watcher):
    """Lets several kill at once while somebody watches; answers how many seconds it took."""
    start = time.monotonic()
    threads = [threading.Thread(target=killer.work) for _ in range(WORKERS)]
    watching = threading.Thread(target=watcher.work)
    for thread in [watching, *threads]:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.monotonic() - start
    watcher.stopped = True
    watching.join()
    return seconds


def at_random_moments(trial):
    kills = trial.options.kills or (200 if trial.quick else 2000)
    folder = ground.Folder(trial.masa, os.path.join(trial.place, "random"), groups=GROUPS)
    usual = sorted(folder.add(f"before {k}", group=GROUPS[k % 4]).seconds for k in range(12))[6]
    killer, reader = Killer(folder, kills, usual * 3), Reader(folder)
    seconds = goes_on(killer, reader)
    trial.broke(killer.killed)
    trial.demand(killer.killed >= kills, f"only {killer.killed} of {killer.started} saves were killed")
    for group in GROUPS:
        ran = folder.add(f"after {group}", group=group)
        trial.demand(ground.acknowledged(ran), f"the next save in {group} fails: {ran.err.strip()}")
    for complaint in folder.complaints():
        trial.demand(False, complaint)
    present = {group: folder.titles(group) for group in GROUPS}
    lost = [title for title, group in killer.acknowledged.items() if present[group].count(title) == 0]
    twice = [title for title, group in {**killer.acknowledged, **killer.open}.items()
             if present[group].count(title) > 1]
    silent = sum(present[group].count(title) for title, group in killer.open.items())
    trial.demand(not lost, f"{len(lost)} acknowledged edits are lost: {lost[:3]}")
    trial.demand(not twice, f"{len(twice)} edits stand there twice: {twice[:3]}")
    numbers = list(killer.ids.values())
    trial.demand(len(numbers) == len(set(numbers)), "an id was given to two actions")
    trial.demand(not reader.wrong, f"{len(reader.wrong)} bad reads: {reader.wrong[:2]}")
    trial.demand(reader.reads > 20, f"only {reader.reads} reads meanwhile")
    ran = folder.verified()
    trial.demand(ran.code == 0, f"journal verify: {(ran.out + ran.err).strip()[:300]}")
    left = sum(".tmp." in name for group in GROUPS for name in os.listdir(os.path.dirname(folder.place(group))))
    trial.figure(f"{killer.killed} kills of {killer.started} saves by {WORKERS} at once in {seconds:.0f} s: "
                 f"{len(killer.acknowledged)} acknowledged, {len(lost)} lost, {len(twice)} double")
    trial.say(f"{silent} were saved and killed before they could say so; {reader.reads} reads meanwhile, "
              f"{len(reader.wrong)} bad; {left} temporary files left for a later sweep")


def at_every_call(trial):
    absent = ground.missing("strace")
    if absent:
        return trial.skip("a kill at every system call", absent)
    log = os.path.join(trial.place, "trace")
    base = ground.Folder(trial.masa, os.path.join(trial.place, "base"), groups=("board",))
    base.add("before")
    number = ground.acknowledged(base.add("to be changed"))
    edits = {
        "add": ("actions", "add", "board", "--title", "added"),
        "update": ("actions", "update", number or "", "--status", "done"),
        "undo": ("undo", number or ""),
    }
    points = kills = 0
    for name, words in edits.items():
        work = os.path.join(trial.place, "work")
        old = base.records("board")
        folder = base.copied(work)
        ran, calls = ground.traced(folder, words, log)
        new = folder.records("board")
        if not trial.demand(ran.code == 0 and new != old, f"an undisturbed {name} fails: {ran.err.strip()}"):
            continue
        tally = {"old": 0, "new": 0}
        # Ids and days are the same in each run, so what stands there can be compared.
        for call, count, line in calls:
            points += 1
            folder = base.copied(work)
            ran = folder.run(*words, before=ground.injecting(call, count, "signal=KILL", log))
            if not ground.was_injected(log, ran, "signal=KILL"):
                continue
            kills += 1
            where = f"{name} killed at {line}"
            try:
                state = folder.records("board")
            except ValueError as error:
                trial.demand(False, f"{where}: the file cannot be read: {error}")
                continue
            trial.demand(state in (old, new), f"{where}: neither old nor new")
            trial.demand(not (ran.out and state != new), f"{where}: acknowledged but old")
            tally["new" if state == new else "old"] += 1
            saved = len(folder.entries("board")) > len(base.entries("board"))
            trial.demand(saved or state == old, f"{where}: the file is ahead of the journal")
            ran = folder.add("afterwards")
            trial.demand(ground.acknowledged(ran), f"{where}: the next save fails: {ran.err.strip()}")
            complaints = folder.complaints()
            trial.demand(not complaints, f"{where}: {complaints[:1]}")
            trial.demand(saved == (len(folder.records("board")) > len(old) + 1) or name != "add",
                         f"{where}: an edit that is in the journal was not completed")
            ran = folder.verified()
            trial.demand(ran.code == 0, f"{where}: journal verify: {(ran.out + ran.err).strip()[:200]}")
        trial.say(f"{name}: killed at {sum(tally.values())} of {len(calls)} system calls: "
                  f"{tally['old']} old, {tally['new']} new")
        shutil.rmtree(work, ignore_errors=True)
    trial.broke(kills)
    trial.demand(kills >= points * 0.8 and kills > 0, f"only {kills} of {points} system calls were hit")
    trial.figure(f"{kills} kills at every system call of add, update and undo")


def moves_at_every_call(trial):
    """An edit of two folders: whoever is killed in it, the record stands in exactly one of them."""
    if ground.missing("strace"):
        return
    log = os.path.join(trial.place, "trace")
    base = ground.Folder(trial.masa, os.path.join(trial.place, "two"))
    number = ground.acknowledged(base.add("to be moved"))
    words = ("actions", "update", number or "", "--move-to", "finance")
    work = os.path.join(trial.place, "work")
    old = base.listed().out
    folder = base.copied(work)
    ran, calls = ground.traced(folder, words, log)
    new = folder.listed().out
    if not trial.demand(ran.code == 0 and new != old, f"an undisturbed move fails: {ran.err.strip()}"):
        return
    tally = {"old": 0, "new": 0}
    for call, count, line in calls:
        folder = base.copied(work)
        ran = folder.run(*words, before=ground.injecting(call, count, "signal=KILL", log))
        if not ground.was_injected(log, ran, "signal=KILL"):
            continue
        where, state = f"a move killed at {line}", folder.listed().out
        trial.demand(state in (old, new), f"{where}: neither old nor new")
        trial.demand(not (ran.out and state != new), f"{where}: acknowledged but old")
        tally["new" if state == new else "old"] += 1
        # Each folder is saved by itself, in either order.
        for group in ground.GROUPS if count % 2 else reversed(ground.GROUPS):
            ran = folder.add("afterwards", group=group)
            trial.demand(ground.acknowledged(ran), f"{where}: the next save in {group} fails: {ran.err.strip()}")
        places = [group for group in ground.GROUPS for record in folder.records(group) if record["id"] == number]
        trial.demand(places == (["finance"] if state == new else ["board"]), f"{where}: it stands in {places}")
        trial.demand(folder.verified().code == 0, f"{where}: journal verify fails")
    trial.broke(sum(tally.values()))
    trial.demand(tally["old"] > 0 and tally["new"] > 0, f"a move was killed on one side only: {tally}")
    trial.figure(f"a move between folders killed at {sum(tally.values())} of {len(calls)} system calls: "
                 f"{tally['old']} old, {tally['new']} new")


def own_words(kind, number, name):
    """The words that add a record with a file of its own, and the path of that file."""
    words, place = OWN[kind]
    facts = {"id": name, "year": 1600 + number, "before": 1599 + number}
    return ("add", kind, "--id", name, *(word.format(**facts) for word in words)), place.format(**facts)


def own_folder(trial, name):
    """A data folder to which records with files of their own can be added, none of which is there yet."""
    folder = ground.Folder(trial.masa, os.path.join(trial.place, name), groups=("board",))
    folder.write("dataset/area.json", {
        "clusters": [{"id": "help", "partnership": "area", "title": "Early help"}],
        "indicators": [{"id": "plans", "partnership": "area", "cluster": "help", "title": "Children with a plan"}]})
    return folder


def own_records(folder, kinds=tuple(OWN)):
    """Every such record, as the program reads it; raises ValueError where it cannot."""
    found = {}
    for kind in kinds:
        ran = folder.run("list", kind, "--format", "json")
        if ran.code != 0 or ran.err:
            raise ValueError(f"list {kind} ends with {ran.code}: {ran.err.strip()[:200]}")
        found.update({(kind, record["id"]): record for record in ground.parsed(ran.out.encode())})
    return found


def misplaced(folder, records, places):
    """Whose file is missing, or there without the record; a list of values may be empty."""
    found = []
    for (kind, name), place in places.items():
        is_there = os.path.exists(os.path.join(folder.path, place))
        if is_there != ((kind, name) in records) and not (kind == "value" and is_there):
            found.append(f"{place} is {'there' if is_there else 'missing'}")
    return found


def temporary(folder):
    """The temporary files and folders that saves have left."""
    return [os.path.join(root, name) for root, folders, files in os.walk(folder.path)
            for name in folders + files if ".tmp." in name]


def aged(folder):
    """Makes temporary files look as old as those that a save sweeps up; answers how many there were."""
    found = temporary(folder)
    for path in found:
        os.utime(path, (time.time() - 700,) * 2)
    return len(found)


class OwnKiller(Killer):
    """Adds, removes and brings back records with files of their own; each save is killed until it got through."""

    STEPS = (("add", True), ("remove", False), ("undo", True), ("undo", False))

    def __init__(self, folder, kills, span):
        super().__init__(folder, kills, span)
        self.acknowledged, self.silent, self.wrong, self.places = 0, 0, [], {}

    def work(self):
        while True:
            with self.lock:
                if self.killed >= self.kills or self.started > 8 * self.kills:
                    return
                number = len(self.places)
                kind = tuple(OWN)[number % len(OWN)]
                name = f"{kind}-{number}"
                words, self.places[kind, name] = own_words(kind, number, name)
            for step, wanted in self.STEPS:
                self.take({"add": words, "remove": ("remove", kind, name), "undo": ("undo", name)}[step],
                          kind, name, wanted)

    def take(self, words, kind, name, wanted):
        for _ in range(50):
            child = subprocess.Popen(self.folder.command(*words), stdin=subprocess.DEVNULL,
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            time.sleep(random.random() * self.span)
            child.kill()
            said, complained = child.communicate()
            try:
                record = own_records(self.folder, (kind,)).get((kind, name))
                problem = "" if record is None or record["id"] in record.values() else "it is not whole"
            except ValueError as error:
                record, problem = None, str(error)
            is_done, is_killed = (record is not None) == wanted, child.returncode == -signal.SIGKILL
            where = f"{' '.join(words[:3])} of {name}"
            with self.lock:
                self.started += 1
                self.killed += is_killed
                self.span *= 1.02 if is_killed else 0.98
                self.acknowledged += bool(said)
                self.silent += is_done and not said
                if problem:
                    self.wrong.append(f"{where}: {problem}")
                if said and not is_done:
                    self.wrong.append(f"{where} was acknowledged and is lost")
                if not is_killed and not said:
                    self.wrong.append(f"{where} ends with {child.returncode}: {complained.decode().strip()[:200]}")
            if is_done or problem:
                return


class Checker:
    """Runs `masa check` over and over meanwhile."""

    def __init__(self, folder):
        self.folder, self.checks, self.wrong, self.stopped = folder, 0, [], False

    def work(self):
        while not self.stopped:
            ran = self.folder.run("check")
            self.checks += 1
            if ran.code != 0 or ran.out:
                self.wrong.append(f"check {self.checks}: {(ran.out + ran.err).strip()[:300]}")


def own_files_at_random_moments(trial):
    kills = trial.options.kills or (100 if trial.quick else 300)
    folder = own_folder(trial, "own")
    usual = sorted(folder.run(*own_words("review", k, f"before-{k}")[0]).seconds for k in range(8))[4]
    killer, checker = OwnKiller(folder, kills, usual * 3), Checker(folder)
    seconds = goes_on(killer, checker)
    trial.broke(killer.killed)
    trial.demand(killer.killed >= kills, f"only {killer.killed} of {killer.started} saves were killed")
    for wrong in killer.wrong + checker.wrong:
        trial.demand(False, wrong)
    trial.demand(checker.checks > 5, f"only {checker.checks} checks meanwhile")
    left = aged(folder)
    saves = [("add", "agency", "--name", "Another", "--category", "other"),
             ("add", "cluster", "--partnership", "area", "--title", "Another")]
    for kind in OWN:
        words, killer.places[kind, f"after-{kind}"] = own_words(kind, 5000, f"after-{kind}")
        saves.append(words)
    # A folder is swept when something in it is saved next.
    there = own_records(folder)
    saves += [("set", "group", name, "note=Swept") if (kind, name) in there
              else own_words(kind, 0, name)[0] for kind, name in killer.places if kind == "group"]
    for words in saves:
        ran = folder.run(*words)
        trial.demand(ground.acknowledged(ran), f"the next {' '.join(words[:3])} fails: {ran.err.strip()}")
    for path in {os.path.dirname(path) for path in temporary(folder)}:
        trial.demand(False, f"temporary files are left in {os.path.relpath(path, folder.path)}")
    records = own_records(folder)
    for wrong in misplaced(folder, records, killer.places):
        trial.demand(False, wrong)
    check = folder.run("check")
    trial.demand(check.code == 0 and not check.out, f"check: {(check.out + check.err).strip()[:300]}")
    ran = folder.verified()
    trial.demand(ran.code == 0, f"journal verify: {(ran.out + ran.err).strip()[:300]}")
    trial.figure(f"{killer.killed} kills of {killer.started} saves with files of their own by {WORKERS} at once in "
                 f"{seconds:.0f} s: {killer.acknowledged} acknowledged, {len(killer.wrong)} wrong")
    trial.say(f"{killer.silent} were saved and killed before they could say so; {checker.checks} checks meanwhile, "
              f"{len(checker.wrong)} bad; {left} temporary files left for the next save, which swept them")


def own_files_at_many_calls(trial):
    if ground.missing("strace"):
        return
    log = os.path.join(trial.place, "trace")
    base = own_folder(trial, "own-base")
    edits, places, target, later = {}, {}, {}, {}
    for index, kind in enumerate(OWN):
        for number, name in enumerate(("kept", "gone", "new", "after"), 10 * index):
            words, places[kind, f"{name}-{kind}"] = own_words(kind, number, f"{name}-{kind}")
            if name in ("kept", "gone"):
                trial.demand(ground.acknowledged(base.run(*words)), f"an undisturbed add {kind} fails")
            elif name == "new":
                edits[f"add {kind}"] = words
            else:
                later[kind] = words
        base.run("remove", kind, f"gone-{kind}")
        edits[f"remove {kind}"] = ("remove", kind, f"kept-{kind}")
        edits[f"undo of add {kind}"] = ("undo", f"kept-{kind}")
        edits[f"undo of remove {kind}"] = ("undo", f"gone-{kind}")
        target.update({f"add {kind}": f"new-{kind}", f"remove {kind}": f"kept-{kind}",
                       f"undo of add {kind}": f"kept-{kind}", f"undo of remove {kind}": f"gone-{kind}"})
    # The first value of all makes its folder, too.
    first = own_folder(trial, "own-first")
    edits["add the first value"] = own_words("value", 1, "new-value")[0]
    points = kills = 0
    for name, words in edits.items():
        work, origin = os.path.join(trial.place, "work"), first if "first" in name else base
        kind = name.split()[-1]
        after = later[kind]
        old = own_records(origin)
        folder = origin.copied(work)
        ran, calls = ground.traced(folder, words, log)
        new = own_records(folder)
        if not trial.demand(ran.code == 0 and new != old, f"an undisturbed {name} fails: {ran.err.strip()}"):
            continue
        tally = {"old": 0, "new": 0}
        for call, count, line in calls[::32 if trial.quick else 16]:
            points += 1
            folder = origin.copied(work)
            ran = folder.run(*words, before=ground.injecting(call, count, "signal=KILL", log))
            if not ground.was_injected(log, ran, "signal=KILL"):
                continue
            kills += 1
            where = f"{name} killed at {line}"
            try:
                state = own_records(folder)
            except ValueError as error:
                trial.demand(False, f"{where}: {error}")
                continue
            trial.demand(state in (old, new), f"{where}: neither old nor new")
            trial.demand(not (ran.out and state != new), f"{where}: acknowledged but old")
            tally["new" if state == new else "old"] += 1
            check = folder.run("check")
            trial.demand(check.code == 0 and not check.out, f"{where}: check: {(check.out + check.err).strip()[:300]}")
            aged(folder)
            if state == old:
                ran = folder.run(*words)
                trial.demand(ground.acknowledged(ran), f"{where}: it cannot be made again: {ran.err.strip()[:200]}")
            saves, saved = [after], {(kind, f"after-{kind}")}
            if kind == "group":  # it has a folder of its own, which is completed and swept when it is saved to next
                there = own_records(folder)
                saved.add((kind, target[name]))
                saves.append(("set", "group", target[name], "note=Swept") if (kind, target[name]) in there
                             else own_words(kind, 0, target[name])[0])
            for words_after in saves:
                ran = folder.run(*words_after)
                trial.demand(ground.acknowledged(ran), f"{where}: the next save fails: {ran.err.strip()[:200]}")
            records = own_records(folder)
            others = [{key: record for key, record in all.items() if key not in saved} for all in (records, new)]
            trial.demand(others[0] == others[1], f"{where}: the next save changes something else")
            wrong = misplaced(folder, records, places if origin is base else {})
            trial.demand(not wrong, f"{where}: {wrong[:1]}")
            trial.demand(not temporary(folder), f"{where}: {temporary(folder)[:1]} is left after the next save")
            check, ran = folder.run("check"), folder.verified()
            trial.demand(check.code == 0 and not check.out, f"{where}: in the end: {(check.out + check.err).strip()[:300]}")
            trial.demand(ran.code == 0, f"{where}: journal verify: {(ran.out + ran.err).strip()[:200]}")
        trial.say(f"{name}: killed at {sum(tally.values())} of {len(calls)} system calls: "
                  f"{tally['old']} old, {tally['new']} new")
        shutil.rmtree(work, ignore_errors=True)
    trial.broke(kills)
    trial.demand(kills >= points * 0.8 and kills > 0, f"only {kills} of {points} system calls were hit")
    trial.figure(f"{kills} kills at system calls of {len(edits)} edits with files of their own, "
                 f"one call in {32 if trial.quick else 16}")


def main():
    trial = ground.Trial(__doc__, ("--kills", {"type": int, "default": 0, "help": "how many kills"}))
    for test in (at_random_moments, at_every_call, moves_at_every_call, own_files_at_random_moments,
                 own_files_at_many_calls):
        trial.attempt(functools.partial(test, trial))
    trial.end()


main()

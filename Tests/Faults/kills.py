"""Kill the program with SIGKILL while it saves: at random moments, and at every system call of a save.

usage: kills.py MASA [--quick] [--kills N]

Demanded: whatever was acknowledged stands there exactly once, nothing stands there twice, a reader never meets a
file that cannot be read or that goes back, the journal's chain is whole, file and journal say the same, and the next
save works.
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


def at_random_moments(trial):
    kills = trial.options.kills or (200 if trial.quick else 2000)
    folder = ground.Folder(trial.masa, os.path.join(trial.place, "random"), groups=GROUPS)
    usual = sorted(folder.add(f"before {k}", group=GROUPS[k % 4]).seconds for k in range(12))[6]
    killer, reader = Killer(folder, kills, usual * 3), Reader(folder)
    start = time.monotonic()
    threads = [threading.Thread(target=killer.work) for _ in range(WORKERS)]
    watching = threading.Thread(target=reader.work)
    for thread in [watching, *threads]:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.monotonic() - start
    reader.stopped = True
    watching.join()
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


def main():
    trial = ground.Trial(__doc__, ("--kills", {"type": int, "default": 0, "help": "how many kills"}))
    for test in (at_random_moments, at_every_call, moves_at_every_call):
        trial.attempt(functools.partial(test, trial))
    trial.end()


main()

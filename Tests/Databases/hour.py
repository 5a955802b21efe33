"""Six areas in one database with a standby, worked on from two machines for as long as is wished, while everything breaks in turn.

usage: hour.py MASA [--quick] [--minutes N]

Half of the accounts come over a socket, half over TLS from a network namespace of their own. Twelve accounts save in six areas, half of
them killed now and then; two people have a screen open and type. Meanwhile, over and over, by chance: the primary is killed with all of
it and the standby promoted; the standby is stopped for a while; the network is cut; the primary is frozen; a process of it is killed.
After each the people look whether what others save is seen, and save something themselves. Demanded: what was acknowledged is there once,
what was said not to be saved is not there, everybody is told the truth and within a minute, and what is owed in all six areas together is
what each of them says itself.
"""
import contextlib
import csv
import io
import os
import random
import signal
import time

import cut
import savers
import screen
import server
import standby

ground = server.ground
AREAS = [f"area-{number}" for number in range(6)]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Region:
    """The six areas, which change their server together."""

    def __init__(self, areas, server, *others):
        self.areas = areas
        self.goes_to(server, *others)

    def goes_to(self, server, *others):
        self.server, self.others = server, others
        for area in self.areas:
            area.goes_to(server, *others)


class Person:
    """Somebody with a screen open, who looks and types between the faults."""

    def __init__(self, trial, area, program, address):
        self.trial, self.area, self.typed, self.seen, self.saved = trial, area, "", [], []
        self.watched = screen.Watched(trial, area, address, program)

    def look(self, after):
        seen = self.watched.seconds_until_seen(60)
        if self.trial.demand(seen is not None, f"after {after}: what another saves is not seen in {self.area.name}"):
            self.seen.append(seen)

    def type(self, after):
        """Writes a letter behind the name of the group and saves it; where that is refused, saves once more, as people do."""
        self.typed += random.choice(LETTERS)
        start = time.monotonic()
        screen.rename(self.watched, self.typed[-1].encode())
        wanted = f"The board{self.typed}".encode()
        while not screen.saved(self.watched, wanted, 15) and time.monotonic() - start < 60:
            self.watched.window.type(b"\x13")
        if self.trial.demand(screen.saved(self.watched, wanted, 1), f"after {after}: what is typed in {self.area.name} is not saved"):
            self.saved.append(time.monotonic() - start)
        self.watched.window.read(limit=1)


def fail_over(trial, region, pair, network, saving):
    primary = region.server
    other = pair[1] if primary is pair[0] else pair[0]
    standby.fail_over(trial, region, primary, other, saving)


def standby_away(trial, region, pair, network, saving):
    other = region.others[0]
    other.stop()
    trial.broke()
    time.sleep(random.uniform(5, 15))
    other.start()
    region.server.wait_for(other)


def network_cut(trial, region, pair, network, saving):
    network.cut()
    trial.broke()
    time.sleep(random.uniform(2, 14))
    network.heal()


def frozen(trial, region, pair, network, saving):
    pids = [region.server.process.pid, *region.server.processes()]

    def tell_all(what):
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):  # one that has ended meanwhile
                os.kill(pid, what)

    tell_all(signal.SIGSTOP)
    trial.broke()
    time.sleep(random.uniform(2, 14))
    tell_all(signal.SIGCONT)


def process_killed(trial, region, pair, network, saving):
    for pid in region.server.backends()[:1]:
        os.kill(pid, signal.SIGKILL)
        trial.broke()


FAULTS = (fail_over, standby_away, network_cut, frozen, process_killed)


def goes_on_again(trial, what, saving):
    """How long after a fault is over an edit that begins then is saved."""
    over = time.monotonic()
    while time.monotonic() - over < 60:
        first = min((end for saver in saving for start, end in saver.saved if start > over), default=None)
        if first is not None:
            return first - over
        time.sleep(0.05)
    trial.demand(False, f"after {what} nobody could save within a minute")
    return 60


def broken(trial, region, pair, network, people, minutes):
    is_going = [True]

    def paced():
        time.sleep(random.uniform(0.2, 1.5))
        return is_going[0]

    saving = [savers.Saver(region.areas[number % 6], savers.ROLES[number % 8], paced, 0.3 if number % 2 else None)
              for number in range(12)]
    for saver in saving:
        saver.start()
    end = time.monotonic() + minutes * 60
    times, counts = {fault.__name__: [] for fault in FAULTS}, 0
    order = list(FAULTS)
    try:
        while time.monotonic() < end:
            if counts % len(FAULTS) == 0:
                random.shuffle(order)
            fault = order[counts % len(FAULTS)]
            counts += 1
            fault(trial, region, pair, network, saving)
            name = fault.__name__.replace("_", " ")
            times[fault.__name__].append(goes_on_again(trial, name, saving))
            for person in people:
                person.look(name)
                person.type(name)
    finally:
        is_going[0] = False
        for saver in saving:
            saver.join()
    for name, values in times.items():
        if values:
            trial.figure(f"{name.replace('_', ' ')}: {len(values)} times; saving went on {ground.percentile(values, 0.5):.1f} s (most "
                         f"{max(values):.1f} s) after it was over")
    totals, silent = {}, 0
    for area in region.areas:
        tally, quiet = savers.judge(trial, area, [saver for saver in saving if saver.area is area])
        silent += quiet
        for state, count in tally.items():
            totals[state] = totals.get(state, 0) + count
    trial.figure(f"{totals.get('saved', 0)} edits acknowledged and there, {totals.get('not saved', 0)} said not to be saved and not there, "
                 f"{totals.get('killed', 0)} whose program was killed and {totals.get('not known', 0)} not known ({silent} of both saved); "
                 f"the longest took {max(saver.longest for saver in saving):.1f} s")
    trial.demand(max(saver.longest for saver in saving) < 60, "an edit took a minute")


def together(trial, region):
    """What is owed in all areas together is what each says itself."""
    def rows(text, *keys):
        return sorted(tuple(row[key] for key in keys) for row in csv.DictReader(io.StringIO(text)))

    def ask(area, names, *words):
        address = region.server.address("account0", names)
        ran = server.run([trial.masa, "--data", address, *words], server.home(trial, f"together-{names}"))
        trial.demand(ran.code == 0, f"{names}: {ran.err.strip()[:200]}")
        return ran.out

    keys = ("id", "due", "status", "owner", "title")
    open_ones = ("overdue", "dueSoon", "running", "extended", "notStarted")
    each = []
    for area in region.areas:
        own = rows(ask(area, area.name, "deadlines", "--format", "csv"), *keys)
        each += [(area.name, *row) for row in own if row[2] in open_ones]
    whole = rows(ask(None, ",".join(AREAS), "deadlines", "--format", "csv"), "area", *keys)
    trial.demand(whole == sorted(each), f"{len(whole)} are owed together, {len(each)} in each: "
                 f"{sorted(set(whole) ^ set(each))[:3]}")
    trial.demand(len(whole) >= 3 * len(AREAS), "what was to be owed is not")
    trial.figure(f"{len(whole)} things are owed in six areas, together as in each")


def main():
    trial = ground.Trial(__doc__, ("--minutes", {"type": float, "default": 0, "help": "how long it goes on"}))
    server.needed(trial, "ip", "openssl")
    minutes = trial.options.minutes or (1 if trial.quick else 60)
    network, pair = cut.Network(trial), []
    try:
        roles = ["ann", "bob", *savers.ROLES]
        for role in roles:
            network.certify(role)
        settings = cut.secured(network)
        pair.append(server.Server(trial, "a", 5432, settings))
        cut.admit(pair[0])
        areas = []
        for number, name in enumerate(AREAS):
            area = server.Workspace(trial.masa, pair[0], name, roles, groups=savers.GROUPS)
            for days in range(3):
                area.run("actions", "add", "board", "--title", f"Owed in {name}, {days}", "--due", f"2026-01-0{number + 1}")
            if number % 2:
                area.__class__, area.masa = cut.FarWorkspace, network.masa
            areas.append(area)
        pair.append(server.Server(trial, "b", 5433, settings, follows=pair[0]))
        pair[0].wait_for(pair[1])
        region = Region(areas, *pair)
        people = [Person(trial, areas[0], trial.masa, server.Workspace.address(areas[0], "bob")),
                  Person(trial, areas[1], network.masa, areas[1].address("bob"))]
        trial.attempt(lambda: broken(trial, region, pair, network, people, minutes))
        for person in people:
            person.watched.window.read(limit=2)
            trial.demand(person.watched.window.leave(), f"q does not end the screen of {person.area.name} in peace")
        trial.figure(f"two people: {sum(len(person.saved) for person in people)} things typed and saved, the longest took "
                     f"{max((each for person in people for each in person.saved), default=0):.1f} s; what others saved was seen after "
                     f"{ground.percentile([each for person in people for each in person.seen] or [0], 0.5):.2f} s, at most "
                     f"{max((each for person in people for each in person.seen), default=0):.1f} s")
        trial.attempt(lambda: together(trial, region))
        for area in areas:
            area.__class__, area.masa = server.Workspace, trial.masa
            trial.attempt(lambda: area.judged(trial, roles=("bob", *savers.ROLES[:2])))
    finally:
        network.remove()
        for each in reversed(pair):
            each.stop("immediate")
    trial.end()


main()

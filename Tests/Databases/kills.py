"""Kill clients in the middle of an edit, the processes of the server that serve them, and the whole server.

usage: kills.py MASA [--quick] [--kills N]

Of ten kills eight are of a client, at a random moment of its run; one and a half of a process of the server, which then restarts
by itself and recovers; half a one of every process of the server, which is started again. Eight accounts save meanwhile.
Demanded: what was acknowledged (exit 0 with its id printed) is there exactly once; what was said not to be saved is not there;
nothing is there twice; nobody waits longer than a minute; the chain is whole; and the next edit is saved.
"""
import contextlib
import os
import random
import signal
import time

import savers
import server

ground = server.ground
GROUPS, ROLES = savers.GROUPS, savers.ROLES


def after(trial, area):
    """The next edit is saved, and everything is whole."""
    for group in GROUPS:
        ran = area.add("afterwards", group=group)
        trial.demand(ground.acknowledged(ran), f"the next edit in {group} fails: {ran.err.strip()[:300]}")
    return area.judged(trial, roles=ROLES)


def clients(trial, area, kills):
    """Kills clients."""
    usual = sorted(area.add(f"before {k}", group=GROUPS[k % 4]).seconds for k in range(8))[4]
    all_of_them = []
    all_of_them += [savers.Saver(area, role, lambda: sum(s.killed for s in all_of_them) < kills, usual * 4) for role in ROLES]
    start = time.monotonic()
    for saver in all_of_them:
        saver.start()
    for saver in all_of_them:
        saver.join()
    killed = sum(saver.killed for saver in all_of_them)
    trial.broke(killed)
    tally, silent = savers.judge(trial, area, all_of_them)
    trial.demand(tally["saved"] > 0, f"hardly an edit was let through: {dict(tally)}")
    trial.figure(f"{killed} clients killed in {time.monotonic() - start:.0f} s: {tally['saved']} acknowledged and there; {silent} "
                 "saved before they could say so")


def served(trial, area, kills, is_whole):
    """Kills processes of the server."""
    database, left = area.server, [kills]
    all_of_them = [savers.Saver(area, role, lambda: left[0] > 0) for role in ROLES]
    start = time.monotonic()
    for saver in all_of_them:
        saver.start()
    pauses, broken = [], 0
    while left[0] > 0 and time.monotonic() - start < 60 + kills * 6:
        time.sleep(random.random() * 0.5)
        began = time.monotonic()
        if is_whole:
            database.kill()
            database.start()
        else:
            found = database.backends()
            if not found:
                continue
            with contextlib.suppress(ProcessLookupError):
                os.kill(random.choice(found), signal.SIGKILL)
                time.sleep(0.05)
            while not database.answers() and time.monotonic() - began < 30:
                time.sleep(0.01)
        pauses.append(time.monotonic() - began)
        broken, left[0] = broken + 1, left[0] - 1
    left[0] = 0
    for saver in all_of_them:
        saver.join()
    trial.broke(broken)
    trial.demand(broken == kills, f"only {broken} of {kills} were killed")
    tally, silent = savers.judge(trial, area, all_of_them)
    trial.demand(tally["saved"] > 0 and tally["not saved"] > 0, f"nothing was interrupted, or all: {dict(tally)}")
    trial.figure(f"{broken} {'servers' if is_whole else 'processes of the server'} killed: {tally['saved']} acknowledged and there, "
                 f"{tally['not saved']} said not to be saved and not there, {tally['not known']} not known ({silent} of them saved); "
                 f"it answers again after p50 {ground.percentile(pauses, 0.5):.1f} max {max(pauses, default=0):.1f} s; the longest "
                 f"edit took {max(saver.longest for saver in all_of_them):.1f} s")


def main():
    trial = ground.Trial(__doc__, ("--kills", {"type": int, "default": 0, "help": "how many kills"}))
    server.needed(trial)
    kills = trial.options.kills or (200 if trial.quick else 2000)
    database = server.Server(trial)
    try:
        for name, test in (("clients", lambda area: clients(trial, area, kills * 16 // 20)),
                           ("processes", lambda area: served(trial, area, kills * 3 // 20, False)),
                           ("servers", lambda area: served(trial, area, kills - kills * 19 // 20, True))):
            area = server.Workspace(trial.masa, database, name, list(ROLES), groups=GROUPS)
            trial.attempt(lambda: test(area))
            after(trial, area)
    finally:
        database.stop()
    trial.end()


main()

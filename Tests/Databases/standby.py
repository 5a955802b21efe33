"""Kill a primary and promote its synchronous standby while eight accounts save, over and over; and stop the standby.

usage: standby.py MASA [--quick] [--rounds N]

Both servers listen on sockets of this machine, and the address of the workspace names both. In each round the primary is killed
with everything of it, the standby is promoted at once, and the old primary comes back as a standby made anew. Demanded: nothing
that was acknowledged is lost, nobody is told something false, and everything is whole in the end. Printed: the seconds from the
kill to the end of the promotion, and to the first edit saved.

Then the standby is stopped for ten seconds: what does an edit do, and what does it say? And what is said where the wait is cut
short by an administrator, or the connection is?
"""
import os
import subprocess
import threading
import time

import savers
import server

ground = server.ground


def fail_over(trial, area, primary, standby, saving):
    """One round; answers the seconds to the promotion, and to the first edit that is saved after it."""
    time.sleep(1.5)
    before = sum(len(saver.saved) for saver in saving)
    killed = time.monotonic()
    primary.kill()
    standby.promote()
    promoted = time.monotonic()
    trial.broke()
    area.goes_to(standby, primary)
    first = None
    while first is None and time.monotonic() - killed < 60:
        time.sleep(0.02)
        # One that began before the kill may be told later that it was saved; the first that began after it counts.
        first = min((end for saver in saving for start, end in saver.saved if start > killed), default=None)
    trial.demand(first is not None, "nobody could save again within a minute")
    time.sleep(0.5)
    primary.follow(standby)
    standby.wait_for(primary)
    trial.demand(sum(len(saver.saved) for saver in saving) > before, "nothing was saved meanwhile")
    return promoted - killed, (first or killed + 60) - killed


def rounds(trial, area, pair, count):
    is_going = [True]
    saving = [savers.Saver(area, role, lambda: is_going[0]) for role in savers.ROLES]
    for saver in saving:
        saver.start()
    times = []
    try:
        for number in range(count):
            times.append(fail_over(trial, area, pair[number % 2], pair[1 - number % 2], saving))
    finally:
        is_going[0] = False
        for saver in saving:
            saver.join()
    tally, silent = savers.judge(trial, area, saving)
    area.judged(trial, roles=savers.ROLES)
    trial.figure(f"{len(times)} primaries killed under load: {tally['saved']} acknowledged and there, {tally['not saved']} said not "
                 f"to be saved and not there, {tally['not known']} not known ({silent} of them saved)")
    for what, values in (("the promotion had ended", [each[0] for each in times]), ("an edit was saved", [each[1] for each in times])):
        trial.figure(f"{what} p50 {ground.percentile(values, 0.5):.1f} max {max(values):.1f} s after the kill")
    trial.aim(max(each[1] - each[0] for each in times) < 5, "saving did not go on within 5 s of a promotion")
    trial.say(f"the longest edit took {max(saver.longest for saver in saving):.1f} s")


class Waiting(threading.Thread):
    """An edit while the standby is away; what it says is noted when it says it."""

    def __init__(self, area, title):
        super().__init__()
        self.began, self.said = time.monotonic(), []
        self.child = subprocess.Popen(area.command("actions", "add", "board", "--title", title), stdin=subprocess.DEVNULL,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                      env={**os.environ, **server.home(area.server.trial, area.role)})
        self.start()

    def run(self):
        for line in self.child.stdout:
            self.said.append((time.monotonic() - self.began, line.decode().strip()))
        self.code = self.child.wait()
        self.seconds = time.monotonic() - self.began

    def ended(self, seconds):
        """Whether it ends within a time."""
        self.join(seconds)
        return not self.is_alive()

    def words(self):
        return "; ".join(f"after {seconds:.1f} s \"{line}\"" for seconds, line in self.said) or "nothing"


def waiting_for(database):
    """The process of the server that waits for the standby."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        found = database.sql("select pid from pg_stat_activity where wait_event = 'SyncRep' and usename <> 'postgres'")
        if found:
            return found[0][0]
        time.sleep(0.05)
    return None


def without_standby(trial, area, primary, standby):
    """What an edit does and says while the standby is stopped."""
    for what, act in (("the standby comes back after 10 s", None), ("the wait is cancelled", "pg_cancel_backend"),
                      ("the connection is ended", "pg_terminate_backend")):
        standby.stop()
        title = f"While away: {what}."
        edit = Waiting(area, title)
        pid = waiting_for(primary)
        trial.demand(pid is not None, f"{what}: the edit does not wait")
        trial.broke()
        other = area.run("status", role=savers.ROLES[1], timeout=10)
        trial.demand(other.code == 0, f"{what}: nobody can read meanwhile: {other}")
        own = area.run("status", timeout=3)
        trial.aim(own.code == 0, f"{what}: another session of the same account cannot read meanwhile: {own.code} {own.err.strip()[:200]}")
        if act is None:
            time.sleep(max(0, 10 - (time.monotonic() - edit.began)))
            trial.demand(edit.said, "an edit that waits for the standby says nothing for 10 s")
        elif pid is not None:
            primary.psql(f"select {act}({pid})")
            edit.ended(5)
        is_hanging = edit.is_alive()
        standby.start()
        trial.demand(edit.ended(20), f"{what}: the edit does not end when the standby is back")
        if edit.is_alive():
            edit.child.kill()
            edit.join()
        there = area.titles("board").count(title)
        trial.demand(there == 1, f"{what}: the edit stands there {there} times")
        is_told = edit.code == 0 or any("Do not enter it again" in line for _, line in edit.said)
        trial.demand(is_told, f"{what}: the edit is there, and it says {edit.words()}")
        trial.figure(f"{what}: {'it waited for the standby' if is_hanging else 'it ended before the standby was back'}, "
                     f"took {edit.seconds:.1f} s, ended with {edit.code} and said {edit.words()}")
        primary.wait_for(standby)
    ran = area.add("afterwards")
    trial.demand(ground.acknowledged(ran), f"the next edit fails: {ran.err.strip()[:200]}")
    area.judged(trial)


def main():
    trial = ground.Trial(__doc__, ("--rounds", {"type": int, "default": 0, "help": "how many primaries are killed"}))
    server.needed(trial)
    count = trial.options.rounds or (3 if trial.quick else 20)
    first = server.Server(trial, "a", 5432)
    second = None
    try:
        area = server.Workspace(trial.masa, first, "north", list(savers.ROLES), groups=savers.GROUPS)
        second = server.Server(trial, "b", 5433, follows=first)
        first.wait_for(second)
        area.others = (second,)
        trial.attempt(lambda: rounds(trial, area, (first, second), count))
        primary, standby = (area.server, second if area.server is first else first)
        trial.attempt(lambda: without_standby(trial, area, primary, standby))
    finally:
        for each in (second, first):
            if each is not None:
                each.stop("immediate")
    trial.end()


if __name__ == "__main__":
    main()

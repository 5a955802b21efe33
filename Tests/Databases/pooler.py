"""Come to a database through PgBouncer, which hands each transaction to another line and keeps word of changes back.

usage: pooler.py MASA [--quick]

Two accounts save through it at once and a third one looks at a screen. Demanded: everything is saved once, what others save stands on the
screen (goal: within two seconds, as the server is asked once a second), and nobody is said to be here who has left.
"""
import os
import subprocess
import time

import savers
import screen
import server

ground = server.ground
SETTINGS = """[databases]
{database} = host={place} port={port}
[pgbouncer]
listen_addr =
listen_port = 6432
unix_socket_dir = {folder}
auth_type = trust
auth_file = {folder}/users
pool_mode = transaction
default_pool_size = 3
logfile = {folder}/log
"""


class Pooled(server.Workspace):
    """A workspace whose accounts come through the pooler."""

    def address(self, role):
        if role == "postgres":
            return super().address(role)
        return f"postgresql://{role}@/{server.DATABASE}/{self.name}?host={self.server.trial.place}/pooler&port=6432"


def started(trial, database, roles):
    folder = os.path.join(trial.place, "pooler")
    os.mkdir(folder)
    with open(f"{folder}/users", "w") as file:
        file.writelines(f'"{role}" ""\n' for role in roles)
    with open(f"{folder}/settings", "w") as file:
        file.write(SETTINGS.format(database=server.DATABASE, place=database.place, port=database.port, folder=folder))
    ground.run("chown", "-R", "postgres", folder)
    os.chmod(folder, 0o755)
    with open(os.devnull, "w") as nothing:
        return subprocess.Popen(["pgbouncer", f"{folder}/settings"], user="postgres", group="postgres", extra_groups=[], cwd="/",
                                stdin=subprocess.DEVNULL, stdout=nothing, stderr=nothing)


def main():
    trial = ground.Trial(__doc__)
    server.needed(trial, "pgbouncer")
    database, pooler = server.Server(trial), None
    try:
        roles = ["ann", "bob", *savers.ROLES[:2]]
        area = server.Workspace(trial.masa, database, "north", roles, groups=savers.GROUPS)
        area.__class__ = Pooled
        pooler = started(trial, database, roles)
        end = time.monotonic() + 10
        while not os.path.exists(f"{trial.place}/pooler/.s.PGSQL.6432") and time.monotonic() < end:
            time.sleep(0.05)
        watched = screen.Watched(trial, area, area.address("bob"))
        until = time.monotonic() + (6 if trial.quick else 60)
        saving = [savers.Saver(area, role, lambda: time.monotonic() < until) for role in savers.ROLES[:2]]
        for saver in saving:
            saver.start()
        times = []
        while time.monotonic() < until:
            times.append(watched.seconds_until_seen())
        for saver in saving:
            saver.join()
        trial.broke(len(times))
        tally, _ = savers.judge(trial, area, saving)
        trial.demand(tally["saved"] > 0 and len(tally) == 1, f"not everything was saved: {tally}")
        if trial.demand(None not in times, "what another saved was never seen"):
            trial.figure(f"{tally['saved']} edits saved through a pooler by two at once; another's seen after "
                         f"{ground.percentile(times, 0.5):.2f} s, at most {max(times):.2f} s")
            trial.aim(max(times) < 2, "another's edit was seen later than 2 s")
        trial.demand(watched.window.leave(), "q does not end the program in peace")
        here = database.sql("select count(*) from pg_locks where locktype = 'advisory' and classid = 4711")
        trial.demand(here == [["0"]], f"{here[0][0]} are said to be here who have left")
        area.judged(trial, roles=["ann", "bob"])
    finally:
        if pooler is not None:
            pooler.kill()
        database.stop()
    trial.end()


main()

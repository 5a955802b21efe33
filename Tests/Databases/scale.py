"""Put many made-up partnerships into one database, and open one of them as if it were alone.

usage: scale.py MASA [--quick] [--areas N] [--data FOLDER]

Each area is a copy of the sample under a name of its own. Printed is what the first opening of an area costs (its copy is made),
and the next one (the copy is there), where it is alone in its database, beside many others to which the account has no right, and
where all of them are open to it; opened is what `masa status` reads. Demanded: it shows the same in each case; the goal is that it
costs at most a quarter more than alone.
"""
import os
import shutil
import statistics

import server

ground = server.ground
SAMPLE = os.path.join(ground.HERE, "..", "..", "SampleData", "kent-and-medway")
TIMES = 9


def opened(trial, masa, address, case):
    """Seconds of the first and of the next openings, and what is shown."""
    first, later, shown = [], [], set()
    for number in range(TIMES):
        place = server.home(trial, f"{case}-{number}")
        for kept in (first, later):
            ran = server.run([masa, "--data", address, "status"], place)
            trial.demand(ran.code == 0, f"{case}: it does not open: {ran.err.strip()[:300]}")
            kept.append(ran.seconds)
            shown.add(ran.out)
        shutil.rmtree(place["XDG_STATE_HOME"], ignore_errors=True)
    return statistics.median(first), statistics.median(later), shown


def move(trial, database, data, name):
    ran = server.run([trial.masa, "move", data, database.address("postgres", name), "--open", "all_areas"],
                     server.home(trial, "postgres"), timeout=300)
    if ran.code != 0:
        raise RuntimeError(f"the sample was not moved: {(ran.out + ran.err).strip()[:300]}")
    return ran.seconds


def main():
    trial = ground.Trial(__doc__, ("--areas", {"type": int, "default": 0}), ("--data", {"default": SAMPLE}))
    server.needed(trial)
    count = trial.options.areas or (5 if trial.quick else 30)
    database = server.Server(trial)
    try:
        data = os.path.join(trial.place, "sample")
        shutil.copytree(trial.options.data, data)
        server.Workspace(trial.masa, database, "small", ["one_area", "all_areas"])  # it makes the tables
        moved = [move(trial, database, data, "area-0")]
        database.sql("select masa.open_folder(w.name, f.path, 'one_area', true) from masa.folder f join masa.workspace w "
                     "on w.id = f.workspace where w.name = 'area-0'")
        database.sql("delete from masa.folder_right where grantee = 'masa_user'::regrole")
        alone = opened(trial, trial.masa, database.address("one_area", "area-0"), "alone")
        moved += [move(trial, database, data, f"area-{number}") for number in range(1, count)]
        database.sql("delete from masa.folder_right where grantee = 'masa_user'::regrole; vacuum analyze")
        trial.broke(count)
        for what, role in (("closed", "one_area"), ("open", "all_areas")):
            among = opened(trial, trial.masa, database.address(role, "area-0"), what)
            trial.demand(among[2] == alone[2], f"among others that are {what} it shows something else")
            ratios = [among[kind] / alone[kind] for kind in (0, 1)]
            trial.figure(f"one of {count} areas, the others {what}: first opening {among[0] * 1000:.0f} ms ({ratios[0]:.2f} of alone), "
                         f"next {among[1] * 1000:.0f} ms ({ratios[1]:.2f} of alone)")
            trial.aim(max(ratios) < 1.25, f"opening one of {count} areas costs more than alone")
        size = database.sql(f"select pg_database_size('{server.DATABASE}') / 1000000")[0][0]
        trial.figure(f"moving an area in took {moved[0]:.1f} s for the first and {moved[-1]:.1f} s for the last; the database has {size} MB")
        out = os.path.join(trial.place, "out")
        ran = server.run([trial.masa, "move", database.address("all_areas", f"area-{count - 1}"), out], server.home(trial, "out"), 300)
        differ = [name for name in files(data) | files(out) if content(data, name) != content(out, name)]
        trial.demand(ran.code == 0 and not differ, f"the last area came back otherwise: {ran.err.strip()[:200]} {differ[:3]}")
    finally:
        database.stop()
    trial.end()


def files(folder):
    return {os.path.relpath(os.path.join(root, name), folder) for root, _, names in os.walk(folder) for name in names
            if name.endswith(".json") or name == "journal.jsonl"}


def content(folder, name):
    try:
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


main()

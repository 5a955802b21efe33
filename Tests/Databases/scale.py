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


def opened(trial, cases):
    """The median seconds of the first and of the next opening for each case, one after the other in turns; and what is shown."""
    times, shown = {case: ([], []) for case in cases}, set()
    for number in range(TIMES):
        for case, address in cases.items():
            place = server.home(trial, f"{case}-{number}")
            for kept in times[case]:
                ran = server.run([trial.masa, "--data", address, "status"], place)
                trial.demand(ran.code == 0, f"{case}: it does not open: {ran.err.strip()[:300]}")
                kept.append(ran.seconds)
                shown.add(ran.out)
            shutil.rmtree(place["XDG_STATE_HOME"], ignore_errors=True)
    return {case: [statistics.median(kept) for kept in both] for case, both in times.items()}, shown


def address(database, role, name):
    """Where an area lies: the one that is alone has a database of its own."""
    found = database.address(role, name)
    return found.replace(f"/{server.DATABASE}/", "/alone/") if name == "alone" else found


def move(trial, database, data, name):
    ran = server.run([trial.masa, "move", data, address(database, "postgres", name), "--open", "all_areas"],
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
        server.Workspace(trial.masa, database, "small", ["one_area", "all_areas"])  # it makes the roles
        database.sql("create database alone", database="postgres")
        moved = [move(trial, database, data, name) for name in ["alone", *(f"area-{number}" for number in range(count))]]
        trial.broke(count)
        database.sql("select masa.open_folder(w.name, f.path, 'one_area', true) from masa.folder f join masa.workspace w "
                     "on w.id = f.workspace where w.name = 'area-0'")
        database.sql("delete from masa.folder_right where grantee = 'masa_user'::regrole")
        for name in (server.DATABASE, "alone"):
            database.sql("vacuum analyze", database=name)
        found, shown = opened(trial, {"alone": address(database, "all_areas", "alone"),
                                      "closed": address(database, "one_area", "area-0"),
                                      "open": address(database, "all_areas", "area-0")})
        trial.demand(len(shown) == 1, f"it shows something else among others: {[len(each) for each in shown]}")
        for case in ("closed", "open"):
            ratios = [found[case][kind] / found["alone"][kind] for kind in (0, 1)]
            trial.figure(f"one of {count} areas, the others {case}: first opening {found[case][0] * 1000:.0f} ms ({ratios[0]:.2f} of "
                         f"alone), next {found[case][1] * 1000:.0f} ms ({ratios[1]:.2f} of alone)")
            trial.aim(max(ratios) < 1.25, f"opening one of {count} areas costs more than alone")
        size = int(database.sql(f"select pg_database_size('{server.DATABASE}')")[0][0]) / 1e6 / count
        trial.figure(f"moving an area in took {statistics.median(moved[1:6]):.2f} s for the first five and "
                     f"{statistics.median(moved[-5:]):.2f} s for the last; {size:.1f} MB of the database for each")
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

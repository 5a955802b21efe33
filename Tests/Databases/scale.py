"""Put many made-up partnerships into one database, and open one of them as if it were alone.

usage: scale.py MASA [--quick] [--areas N] [--years N] [--data FOLDER]

Each area is a copy of the sample under a name of its own, with so many years of meetings and actions added to it (150 areas of ten
years are three million records). Printed is what the first opening of an area costs (its copy is made),
and the next one (the copy is there), where it is alone in its database, beside many others to which the account has no right, and
where all of them are open to it; opened is what `masa status` reads. Demanded: it shows the same in each case; the goal is that it
costs at most a quarter more than alone.

Then one account asks what is owed in six of the areas and in all of them: with nothing of it on its machine and in the database, with
nothing on its machine alone, and with both; and again after an edit, which has to be told. Goals: six areas in 600 ms, and in 300 ms
where nothing is newer; all in 2 s.
"""
import datetime
import json
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


def grow(folder, years):
    """Adds years of meetings and actions to twelve groups of a data folder; answers how many records there are then."""
    count = 0
    groups = [name for name in sorted(os.listdir(f"{folder}/groups")) if os.path.exists(f"{folder}/groups/{name}/meetings.json")][:12]
    for number, group in enumerate(groups):
        first = datetime.date(2024, 3, 1)
        meetings, actions = [], []
        for month in range(12 * years):
            day = first - datetime.timedelta(days=30 * (month + 1) + number)
            items = [{"number": str(place + 1), "title": f"Matter {place + 1} of {day}", "lead": {"agency": "kent-police"},
                      "purpose": "discussion", "minutes": 20, "outcome": "Discussed; an action follows."} for place in range(8)]
            meetings.append({"id": f"{group}-grown-{month}", "group": group, "date": str(day), "status": "held", "agenda": items})
            for place in range(5):
                actions.append({"id": f"{group}-grown-{month}-{place}", "group": group, "meeting": f"{group}-grown-{month}",
                                "title": f"Send the summary of matter {place + 1} to the partners", "owners": [{"agency": "kent-police"}],
                                "due": str(day + datetime.timedelta(days=28)), "status": "done" if month > 2 else "open",
                                **({"doneOn": str(day + datetime.timedelta(days=21))} if month > 2 else {})})
            count += 14
        for name, key, made in (("meetings", "meetings", meetings), ("actions", "actions", actions)):
            path = f"{folder}/groups/{group}/{name}.json"
            held = {key: []}
            if os.path.exists(path):
                with open(path) as file:
                    held = json.load(file)
            held[key] += made
            with open(path, "w") as file:
                json.dump(held, file, indent=1)
    return count


# One area over again under other names, inside the database: what moving each by itself makes, in a part of the time.
COPIES = """
do $$ declare n int; ws int; old int; begin
  select id into old from masa.workspace where name = 'area-0';
  for n in {first}..{last} loop
    insert into masa.workspace (name) values ('area-' || n) returning id into ws;
    insert into masa.folder (workspace, path) select ws, path from masa.folder where workspace = old;
    insert into masa.head select t.id, h.last_sequence, h.last_hash from masa.head h join masa.folder f on f.id = h.folder
      join masa.folder t on t.workspace = ws and t.path = f.path where f.workspace = old;
    insert into masa.document select t.id, d.name, ws, d.sequence, d.bytes from masa.document d join masa.folder f on f.id = d.folder
      join masa.folder t on t.workspace = ws and t.path = f.path where f.workspace = old;
    insert into masa.folder_right select t.id, r.grantee, r.may_write from masa.folder_right r join masa.folder f on f.id = r.folder
      join masa.folder t on t.workspace = ws and t.path = f.path where f.workspace = old;
  end loop;
end $$;
"""


def region(trial, database, count):
    """What one account waits for who asks many areas at once."""
    six = ",".join(f"area-{number}" for number in range(6))

    def ask(names, place, *words, clear=False):
        own = server.home(trial, place)
        if clear:
            shutil.rmtree(own["XDG_STATE_HOME"], ignore_errors=True)
        data = database.address("all_areas", names) if names else database.address("all_areas", "").replace("/?", "?")
        ran = server.run([trial.masa, "--data", data, *words], own, timeout=900)
        trial.demand(ran.code == 0, f"{names or 'all'}: {ran.err.strip()[:300]}")
        return ran

    first = ask(six, "region", "deadlines")
    elsewhere = [ask(six, "elsewhere", "deadlines", clear=True).seconds for _ in range(5)]
    again = [ask(six, "region", "deadlines") for _ in range(5)]
    trial.demand(all(ran.out == first.out for ran in again), "what was kept shows something else than what was counted")
    seconds = [statistics.median(each) for each in (elsewhere, [ran.seconds for ran in again])]
    trial.figure(f"six areas of {count}: counted the first time {first.seconds:.2f} s, with nothing on the machine "
                 f"{seconds[0] * 1000:.0f} ms, again {seconds[1] * 1000:.0f} ms")
    trial.aim(seconds[0] < 0.6 and seconds[1] < 0.3, "a region of six takes longer than 600 or 300 ms")
    whole = ask("", "region", "deadlines")
    again = [ask("", "region", "deadlines", "--overdue") for _ in range(3)]
    took = statistics.median(ran.seconds for ran in again)
    rows = len(again[0].out.splitlines())
    trial.figure(f"all {count} areas: counted the first time {whole.seconds:.1f} s; who owes what is late: {took:.2f} s for {rows} lines")
    whole = [ask("", "region", "deadlines") for _ in range(3)]
    took = max(took, statistics.median(ran.seconds for ran in whole))
    trial.figure(f"all {count} areas, all that is owed: {took:.2f} s for {len(whole[0].out.splitlines())} lines")
    trial.aim(took < 2, f"who owes what in {count} areas takes longer than 2 s")
    title = "Tell the region of a new matter"
    ran = server.run([trial.masa, "--data", database.address("all_areas", "area-1"), "actions", "add", "mscp-pmqa", "--title", title,
                      "--due", "2024-04-02"], server.home(trial, "somebody"))
    trial.demand(ran.code == 0, f"an edit was not saved: {ran.err.strip()[:200]}")
    after = ask(six, "region", "deadlines")
    trial.demand(after.out.count(title) == 1, "an edit is not told to who asks for the region")
    trial.figure(f"six areas after an edit in one of them: {after.seconds * 1000:.0f} ms")
    closed = server.run([trial.masa, "--data", database.address("one_area", "area-0,area-1"), "areas"], server.home(trial, "one"))
    trial.demand(closed.code != 0 and "area-1" in closed.err and not closed.out, "an area that is closed is told of")


def move(trial, database, data, name):
    ran = server.run([trial.masa, "move", data, address(database, "postgres", name), "--open", "all_areas"],
                     server.home(trial, "postgres"), timeout=300)
    if ran.code != 0:
        raise RuntimeError(f"the sample was not moved: {(ran.out + ran.err).strip()[:300]}")
    return ran.seconds


def main():
    trial = ground.Trial(__doc__, ("--areas", {"type": int, "default": 0}), ("--years", {"type": int, "default": 0}),
                         ("--data", {"default": SAMPLE}))
    server.needed(trial)
    count = trial.options.areas or (8 if trial.quick else 150)
    years = trial.options.years or (1 if trial.quick else 10)
    database = server.Server(trial)
    try:
        data = os.path.join(trial.place, "sample")
        shutil.copytree(trial.options.data, data)
        records = grow(data, years)
        trial.figure(f"an area has {records} records besides those of the sample in {sum(os.path.getsize(f'{data}/{name}') for name in files(data)) / 1e6:.1f} MB of files")
        server.Workspace(trial.masa, database, "small", ["one_area", "all_areas"])  # it makes the roles
        database.sql("create database alone", database="postgres")
        moved = [move(trial, database, data, name) for name in ("alone", "area-0")]
        database.sql(COPIES.format(first=1, last=count - 2))
        moved.append(move(trial, database, data, f"area-{count - 1}"))
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
        trial.figure(f"moving an area in took {moved[1]:.2f} s for the first and {moved[2]:.2f} s for the last; {size:.1f} MB of the "
                     "database for each")
        out = os.path.join(trial.place, "out")
        ran = server.run([trial.masa, "move", database.address("all_areas", f"area-{count - 1}"), out], server.home(trial, "out"), 300)
        differ = [name for name in files(data) | files(out) if content(data, name) != content(out, name)]
        trial.demand(ran.code == 0 and not differ, f"the last area came back otherwise: {ran.err.strip()[:200]} {differ[:3]}")
        region(trial, database, count)
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

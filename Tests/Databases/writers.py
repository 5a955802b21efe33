"""Let many accounts save into a database at once, each save a process of its own, beside pgbench with the same statements.

usage: writers.py MASA [--quick] [--writers N] [--edits N]

Two of three writers add actions, the others change fields of the same few; first all in one folder, then spread over eight.
Every writer is an account with a copy of its own, as if each sat at another machine. Demanded: every acknowledged edit is
there exactly once; the journals are numbered without a gap, and their chain is whole by the database's own reckoning and by
`masa journal verify`. In the same run pgbench then sends the statements of an edit (begin, lock the folder, read three
documents, read the last line, append a valid line with a document of the size that the program's had, commit), with a new
connection for each as processes have, and with connections that are kept open. There is no client of the program that goes on
without a terminal, so the second of these figures is what one could reach, not what was reached.
"""
import json
import os
import re
import resource
import statistics
import subprocess

import server
import storming

ground = server.ground
RECORDS = 8
BENCH = """
drop schema if exists bench cascade; create schema bench; grant usage on schema bench to masa_user;
create function bench.line(sequence bigint, previous text, size int) returns bytea language sql as $$
  select body || convert_to(',"hash":"' || encode(sha256(body), 'hex') || '"}', 'UTF8') from (select convert_to(
    '{"sequence":' || sequence || ',"at":"2024-03-31T10:00:00Z","title":"Bench","changes":[],"user":"' || session_user
      || '","uid":' || masa.own_number() || ',"previous":"' || previous
      || '","padding":"' || repeat('x', size) || '"', 'UTF8')) b(body) $$;
create table bench.contents as select d.bytes from masa.document d join masa.folder f on f.id = d.folder
  where f.path = '%s' and d.name = 'actions.json';
create function bench.document() returns bytea language sql stable as $$ select substr(bytes, 1, %d) from bench.contents $$;
grant select on bench.contents to masa_user;
"""
STATEMENTS = r"""
\set chosen random(1, {count})
begin isolation level read committed read write;
select id, last_sequence + 1 as next, coalesce(nullif(last_hash, ''), '-') as before
  from masa.lock_folders('{name}', array['groups/board' || :chosen::text]) \gset
select f.path, d.name, d.bytes from masa.workspace w join masa.folder f on f.workspace = w.id join masa.document d on d.folder = f.id
  join unnest(array['', '', 'groups/board' || :chosen::text], array['access.json', 'workspace.json', 'actions.json']) k(folder, name)
  on k.folder = f.path and k.name = d.name where w.name = '{name}';
select f.path, j.line from masa.folder f join masa.head h on h.folder = f.id
  join masa.journal j on j.folder = f.id and j.sequence = h.last_sequence where f.id = :id::bigint;
select masa.append(:id::bigint, :next::bigint, gen_random_uuid(), bench.line(:next::bigint, coalesce(nullif(:before, '-'), ''), {size}),
  array['actions.json'], array[bench.document()]);
commit;
"""


def new_writer(number, adders, groups):
    """Those behind the adders change fields of the same few records; each is an account of its own."""
    changer = number - adders
    if changer < 0:
        made = storming.Saving(number, groups[number % len(groups)])
    else:
        made = storming.Saving(number, groups[changer // 4 % len(groups)], storming.FIELDS[changer % 4], changer // 4 % RECORDS)
    made.role = f"writer{number}"
    return made


def stormed(trial, storm, plan, name):
    """Runs a plan; answers the seconds it took, how each command ended, and the seconds of processors that they used."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, ended = storming.stormed(trial, storm, plan, name)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, ended, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def checked(trial, area, writers, ended, edits):
    """Whether everything that was acknowledged stands there."""
    trial.demand(len(ended) == len(writers) * edits, f"{len(writers) * edits - len(ended)} saves never ended")
    refused = [said for code, _, said in ended.values() if code != 0]
    late = [said for said in refused if "somebody else is saving there" in said]
    trial.demand(len(late) == len(refused), f"{len(refused)} saves were refused: {[said for said in refused if said not in late][:2]}")
    trial.aim(not late, f"{len(late)} saves waited 5 s for their folder and were refused: this computer is too busy for so many")
    records = {group: area.records(group) for group in area.groups}
    titles = {group: [record["title"] for record in records[group]] for group in area.groups}
    everything = {record["id"]: record for group in area.groups for record in records[group]}
    lost, twice, ids = 0, 0, []
    for writer in writers:
        mine = [(edit, ended[writer.number * edits + edit]) for edit in range(edits)]
        kept = [(edit, said) for edit, (code, _, said) in mine if code == 0]
        counts = []
        if writer.adds:
            counts = [titles[writer.group].count(f"writer {writer.number} edit {edit}.") for edit, _ in kept]
            ids += [said.split()[0] for _, said in kept]
        elif writer.field == "note":
            notes = json.dumps(everything[writer.id].get("progress", []))
            counts = [notes.count(f'"{writer.value(edit)}"') for edit, _ in kept]
        elif kept:
            counts = [int(everything[writer.id].get(writer.field) == writer.value(kept[-1][0]))]
        lost, twice = lost + counts.count(0), twice + sum(count > 1 for count in counts)
    trial.demand(lost == 0, f"{lost} acknowledged edits are lost")
    trial.demand(twice == 0, f"{twice} edits stand there twice")
    trial.demand(len(ids) == len(set(ids)), "an id was given to two actions")
    lines = area.judged(trial, roles=[writer.role for writer in writers])
    saved = sum(code == 0 for code, _, _ in ended.values())
    trial.demand(lines == saved, f"{saved} edits were acknowledged, and {lines} lines stand in the journals")
    return lost, twice


def stored(trial, database, storm, count, edits, groups, name):
    """Lets all save; answers the edits a second."""
    writers = [new_writer(number, count * 3 // 5, groups) for number in range(count)]
    area = server.Workspace(trial.masa, database, name, [writer.role for writer in writers], groups=groups,
                            actions=RECORDS)
    for writer in writers:  # each has read the workspace once, as whoever works with it has
        area.run("status", role=writer.role)
    plan = [(writer.number, ["/usr/bin/env", f"XDG_STATE_HOME={server.home(trial, writer.role)['XDG_STATE_HOME']}",
                             *area.command(*writer.words(edit), role=writer.role)])
            for writer in writers for edit in range(edits)]
    seconds, ended, busy = stormed(trial, storm, plan, name)
    trial.broke(len(plan))
    lost, twice = checked(trial, area, writers, ended, edits)
    times = [time for _, time, _ in ended.values()]
    trial.figure(f"{count} writers x {edits} edits in {len(groups)} folder{'s' * (len(groups) > 1)}: {lost} lost, "
                 f"{twice} double, {len(times) / seconds:.0f} edits/s, "
                 f"p50 {ground.percentile(times, 0.5) * 1000:.0f} p99 {ground.percentile(times, 0.99) * 1000:.0f} "
                 f"max {max(times) * 1000:.0f} ms")
    means = [statistics.fmean(ended[w.number * edits + e][1] for e in range(edits)) for w in writers]
    trial.say(f"the slowest writer took {max(means) / statistics.fmean(means):.1f} times the mean; each edit took the program "
              f"{busy / len(plan) * 1000:.0f} ms of a processor")
    return len(times) / seconds, area


def benched(trial, database, count, transactions, is_new):
    """What pgbench reaches with the same statements, in edits a second."""
    script = os.path.join(trial.place, "bench.sql")
    words = [os.path.join(server.programs(), "pgbench"), "-n", "-M", "extended", "-c", str(count), "-j", "2", "-t", str(transactions), "-h",
             database.place, "-p", str(database.port), "-U", "writer0", "-f", script, *(["-C"] if is_new else []), server.DATABASE]
    done = subprocess.run(words, capture_output=True, text=True)
    found = re.search(r"tps = ([0-9.]+)", done.stdout)
    processed = f"transactions actually processed: {count * transactions}/{count * transactions}" in done.stdout
    trial.demand(done.returncode == 0 and found and processed, f"pgbench: {(done.stdout + done.stderr)[-500:]}")
    return float(found[1]) if found else 0.0


def compared(trial, database, reached, area, count, edits, folders):
    """Puts the figure of the program beside those of pgbench."""
    group = area.groups[0]
    lines = area.lines(group)
    size = int(statistics.fmean(len(line) for line in lines)) - 180
    # The document grew while it was written; half of it is what an edit wrote on average.
    document = len(area.bytes(group)) // 2
    groups = [f"board{number + 1}" for number in range(folders)]
    name = f"bench-{folders}"
    server.Workspace(trial.masa, database, name, ["writer0"], groups=groups)
    database.sql(BENCH % (f"groups/{group}", document))
    with open(os.path.join(trial.place, "bench.sql"), "w") as file:
        file.write(STATEMENTS.format(count=folders, size=size, name=name))
    new = benched(trial, database, count, edits, is_new=True)
    kept = benched(trial, database, count, edits, is_new=False)
    wrong, found = server.Workspace.chain(type("Bench", (), {"server": database, "name": name}))
    if not new or not kept:
        return
    trial.demand(not wrong and found == 2 * count * edits, f"pgbench left {found} lines: {wrong}")
    trial.figure(f"pgbench, {folders} folder{'s' * (folders > 1)}, {document} bytes a document: {new:.0f}/s with a connection for "
                 f"each edit ({reached / new:.2f} of it), {kept:.0f}/s with connections kept open ({reached / kept:.2f})")
    database.sql("drop schema bench cascade")


def main():
    trial = ground.Trial(__doc__, ("--writers", {"type": int, "default": 0}), ("--edits", {"type": int, "default": 0}))
    server.needed(trial)
    count = trial.options.writers or (20 if trial.quick else 50)
    edits = trial.options.edits or (10 if trial.quick else 40)
    storm = ground.compiled(trial, "storm.c")
    database = server.Server(trial)
    try:
        for folders in (1, 8):
            groups = [f"board{number + 1}" for number in range(folders)]
            reached, area = stored(trial, database, storm, count, edits, groups, f"writers-{folders}")
            compared(trial, database, reached, area, count, edits, folders)
    finally:
        database.stop()
    trial.end()


main()

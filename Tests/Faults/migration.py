"""Kill a migration of the file format at every system call, fail every write of it, and look at what is left.

usage: migration.py MASA [--quick]

Demanded each time: the same values of indicators are shown as before, once each; a second try completes it; the
journals are intact; and --back gives every file back, byte for byte.
"""
import json
import os
import shutil

import ground

WRITING = ("openat", "write", "fsync", "fdatasync", "mkdirat", "renameat", "unlinkat", "fchmod", "fchown", "fsetxattr")


def old_folder(trial, path):
    """A folder as version 1 of the format had it: values in their indicators, the sort of a group called its form."""
    folder = ground.Folder(trial.masa, path)
    ran = folder.add("saved before")
    trial.demand(ground.acknowledged(ran), f"a save before the migration fails: {ran.err.strip()}")
    folder.write("dataset/all.json", {
        "clusters": [{"id": "c", "partnership": "area", "title": "Cluster"}],
        "indicators": [{
            "id": agency, "partnership": "area", "cluster": "c", "title": f"Of the {agency}", "suppliers": [agency],
            "observations": [{"period": f"{year}-06", "value": year - 2000} for year in (2023, 2024)],
        } for agency in ("council", "police")]})
    for group in folder.groups:
        change(folder, f"groups/{group}/group.json", lambda record: record.update(form=record.pop("type")))
    change(folder, "workspace.json", lambda record: record.update(schemaVersion=1))
    return folder


def change(folder, name, work):
    with open(os.path.join(folder.path, name)) as file:
        record = json.load(file)
    work(record)
    folder.write(name, record)


def documents(folder):
    """Every document with its bytes."""
    found = {}
    for root, folders, files in os.walk(folder.path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.endswith(".json") and not name.startswith("."):
                with open(os.path.join(root, name), "rb") as file:
                    found[os.path.relpath(os.path.join(root, name), folder.path)] = file.read()
    return found


def listed(folder):
    """The values as they are shown, each on a line, in no order."""
    return sorted(folder.run("list", "value", "--format", "csv").out.splitlines())


def look(trial, folder, shown, migrated, old, where):
    """Looks at what was left, completes it, looks again and goes back."""
    values = listed(folder)
    trial.demand(values == shown, f"{where}: other values are shown: {values}")
    ran = folder.run("check")
    trial.demand(ran.code == 0, f"{where}: masa check: {ran.out[:300]}")
    ran = folder.run("migrate")
    trial.demand(ran.code == 0, f"{where}: a second try fails: {ran.err.strip()[:300]}")
    trial.demand(documents(folder) == migrated, f"{where}: a second try gives other files")
    trial.demand(folder.verified().code == 0, f"{where}: journal verify fails")
    ran = folder.run("migrate", "--back")
    trial.demand(ran.code == 0, f"{where}: there is no way back: {ran.err.strip()[:300]}")
    trial.demand(documents(folder) == old, f"{where}: the way back leads elsewhere")


def main():
    trial = ground.Trial(__doc__)
    if absent := ground.missing("strace"):
        trial.skip_all(absent)
    log, work = os.path.join(trial.place, "trace"), os.path.join(trial.place, "work")
    base = old_folder(trial, os.path.join(trial.place, "base"))
    old, shown = documents(base), listed(base)
    trial.demand(len(shown) == 5, f"the old folder does not show four values: {shown}")
    for words in (("migrate",), ("migrate", "--back")):
        name = " ".join(words)
        start = base.copied(os.path.join(trial.place, "start"))
        folder = base.copied(work)
        if len(words) > 1:
            trial.demand(start.run("migrate").code == 0, "an undisturbed migration fails")
        folder = start.copied(work)
        ran, calls = ground.traced(folder, words, log)
        trial.demand(ran.code == 0, f"an undisturbed {name} fails: {ran.err.strip()[:300]}")
        if len(words) == 1:
            migrated = documents(folder)
            trial.demand(sum("dataset/values/" in path for path in migrated) == 4, f"it made {sorted(migrated)}")
        writing = [call for call in calls if call[0] in WRITING]
        if trial.quick:
            writing = writing[::3]
        counts = {"signal=KILL": 0, "error=EIO": 0}
        for fault in counts:
            for call, count, line in writing if trial.quick or fault != "signal=KILL" else calls:
                folder = start.copied(work)
                ran = folder.run(*words, before=ground.injecting(call, count, fault, log))
                if not ground.was_injected(log, ran, fault):
                    continue
                counts[fault] += 1
                where = f"{name} with {fault} at {line}"
                trial.demand(ran.code in (0, 1, -9, 137), f"{where}: it ends with {ran.code}")
                trial.demand(ran.code != 1 or len(ran.err) > 30, f"{where}: it says only {ran.err!r}")
                look(trial, folder, shown, migrated, old, where)
        trial.broke(sum(counts.values()))
        trial.figure(f"{name}: {counts['signal=KILL']} kills and {counts['error=EIO']} errors")
    shutil.rmtree(work, ignore_errors=True)
    trial.end()


main()

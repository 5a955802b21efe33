"""Restore old files beside today's journal, keep what the program does not know, and kill a completion halfway.

usage: restore.py MASA [--quick]

Demanded: yesterday's files with today's journal become today's files when the folder is opened next; what a newer or
another program wrote into a file stays byte for byte through a save; and a save that was cut off and whose completion
is killed at any system call is completed by the one after it.
"""
import functools
import os
import shutil

import ground


def drill(trial):
    """Yesterday's backup and today's journal."""
    place = os.path.join(trial.place, "drill")
    folder = ground.Folder(trial.masa, place)
    number = ground.acknowledged(folder.add("yesterday's"))
    yesterday = folder.copied(place + ".backup")
    for step in range(6):
        for words in (("actions", "add", "board", "--title", f"today {step}"),
                      ("actions", "update", number, "--note", f"note {step}", "--status", "started"),
                      ("actions", "add", "finance", "--title", f"money {step}")):
            ran = folder.run(*words)
            trial.demand(ground.acknowledged(ran), f"{' '.join(words)} fails: {ran.err.strip()}")
    folder.run("undo", number)
    today = {group: folder.bytes(group) for group in folder.groups}
    listed = folder.listed().out
    for group in folder.groups:
        shutil.copyfile(yesterday.place(group), folder.place(group))
    trial.broke(len(folder.groups))
    trial.demand(folder.bytes("board") != today["board"], "yesterday's file is today's")
    ran = folder.listed()
    trial.say("a reading of the restored files shows " + ("today's" if ran.out == listed else "yesterday's"))
    identical = 0
    for group in folder.groups:
        # Undoing an added action makes the folder be opened, completed, and be as it was.
        number = ground.acknowledged(folder.add("opened", group=group))
        records = folder.records(group)
        trial.demand([r for r in records if r["id"] != number] == ground.parsed(today[group])["actions"],
                     f"{group}: yesterday's file and today's journal do not make today's file")
        ran = folder.run("undo", number or "")
        trial.demand(ran.code == 0, f"undo fails: {ran.err.strip()}")
        identical += cut(folder.bytes(group)) == cut(today[group])
    for complaint in folder.complaints():
        trial.demand(False, complaint)
    trial.demand(folder.verified().code == 0, "journal verify")
    trial.figure(f"restore drill: {identical} of {len(folder.groups)} files byte for byte as today's")


def cut(data):
    """A file without its last member, the number of the save that wrote it."""
    place = data.rfind(b'"revision"')
    return data[:place] if place > 0 else data


STRANGE = b"""{ "actions" : [
  {"id":"board-a0",   "group":"board","title":"First", "status":"open", "futureField": {"deep": [1.0, 1e3, -0.0,
      12345678901234567890, "\\u00e9 \\/ \\ud83d\\ude00", null, {}, [ ]]} },

  { "id" : "board-a1", "title":"Second" ,"group":"board", "status":"open","laterField":1.50,"due":"2024-03-31"},
\t{"id":"board-a2","group":"board","title":"Third","status":"open"}
],
  "newerTopLevel" : { "kept": true , "numbers": [ 1E-7, 0.10 ] }
}
"""


def unknown(trial):
    """A file with fields, spellings and spaces that this program would not write."""
    folder = ground.Folder(trial.masa, os.path.join(trial.place, "unknown"), groups=("board",))
    with open(folder.place("board"), "wb") as file:
        file.write(STRANGE)
    folder.first["board"] = ground.parsed(STRANGE)["actions"]
    trial.broke()
    ran = folder.run("actions", "update", "board-a1", "--status", "done")
    trial.demand(ground.acknowledged(ran), f"a file with unknown fields cannot be saved: {ran.err.strip()}")
    after = folder.bytes("board")
    wanted = STRANGE.replace(b'"group":"board", "status":"open","laterField"',
                             b'"group":"board", "status":"done","laterField"')
    end = wanted.index(b"1E-7, 0.10 ] }") + len(b"1E-7, 0.10 ] }")
    trial.demand(after.startswith(wanted[:end]) or without_done(after).startswith(wanted[:end]),
                 "a save has changed bytes of what it did not change: " + difference(after, wanted[:end]))
    ran = folder.add("beside")
    trial.demand(ground.acknowledged(ran), f"nothing can be added: {ran.err.strip()}")
    for part in (b'"futureField": {"deep": [1.0, 1e3, -0.0,\n', b'"laterField":1.50', b'[ 1E-7, 0.10 ]',
                 b'\\ud83d\\ude00', b'\t{"id":"board-a2","group":"board","title":"Third","status":"open"}'):
        trial.demand(part in folder.bytes("board"), f"{part} was not kept")
    for complaint in folder.complaints():
        trial.demand(False, complaint)
    trial.figure("unknown fields and spellings kept byte for byte")


def without_done(data):
    """The bytes without the day that belongs to the status "done"."""
    place = data.find(b'"doneOn"')
    if place < 0:
        return data
    start = data.rindex(b",", 0, place)
    end = data.index(b'"', data.index(b'"', data.index(b":", place)) + 1) + 1
    return data[:start] + data[end:]


def difference(one, other):
    place = next((k for k, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return f"at {place}: {one[max(0, place - 30):place + 40]} instead of {other[max(0, place - 30):place + 40]}"


def killed_completion(trial):
    """A save that was cut off after its journal line, and a completion killed at every system call."""
    absent = ground.missing("strace")
    if absent:
        return trial.skip("a completion killed at every system call", absent)
    log = os.path.join(trial.place, "trace")
    base = ground.Folder(trial.masa, os.path.join(trial.place, "base"), groups=("board",))
    base.add("before")
    words = ("actions", "add", "board", "--title", "cut off")
    whole = base.copied(os.path.join(trial.place, "work"))
    _, calls = ground.traced(whole, words, log)
    rename = [call for call in calls if call[0].startswith("rename")]
    if not trial.demand(rename, "no rename was seen"):
        return
    ran = base.run(*words, before=ground.injecting(*rename[-1][:2], "signal=KILL", log))
    entries = len(base.entries("board"))
    trial.demand("cut off" not in base.titles("board") and entries == 2, "the save was not cut off after its journal")
    after = ("actions", "add", "board", "--title", "afterwards")
    folder = base.copied(os.path.join(trial.place, "work"))
    ran, calls = ground.traced(folder, after, log)
    trial.demand(ran.code == 0 and folder.titles("board").count("cut off") == 1,
                 f"a cut-off save is not completed: {ran.err.strip()}")
    kills = 0
    for call, count, line in calls:
        folder = base.copied(os.path.join(trial.place, "work"))
        ran = folder.run(*after, before=ground.injecting(call, count, "signal=KILL", log))
        if not ground.was_injected(log, ran, "signal=KILL"):
            continue
        kills += 1
        where = f"completion killed at {line}"
        ran = folder.add("the one after")
        trial.demand(ground.acknowledged(ran), f"{where}: the next save fails: {ran.err.strip()}")
        try:
            trial.demand(folder.titles("board").count("cut off") == 1, f"{where}: the cut-off edit is not completed")
            trial.demand(folder.titles("board").count("afterwards") <= 1, f"{where}: an edit stands there twice")
        except ValueError as error:
            trial.demand(False, f"{where}: {error}")
        complaints = folder.complaints()
        trial.demand(not complaints, f"{where}: {complaints[:1]}")
        trial.demand(folder.verified().code == 0, f"{where}: journal verify")
    trial.broke(kills)
    trial.demand(kills >= len(calls) * 0.8, f"only {kills} of {len(calls)} system calls were hit")
    trial.figure(f"completion of a cut-off save killed at {kills} system calls")


def main():
    trial = ground.Trial(__doc__)
    for test in (drill, unknown, killed_completion):
        trial.attempt(functools.partial(test, trial))
    trial.end()


main()

"""Let many people save at once, each save a process of its own, and look whether each stands there exactly once.

usage: writers.py MASA [--quick] [--writers N] [--edits N]

Thirty of fifty writers add, twenty change fields of the same few records (each its own field). The same number of
records is then saved to a folder of the same shape by a bare saver without merging and journal (bare-saver.c), on the
same disk in the same run. The goal: at least 250 edits a second including the start of each process, or 60 % of what
the bare saver reaches; every acknowledged edit there exactly once; no two ids alike; the journal's chain whole.
"""
import json
import os
import statistics

import ground
import storming

GROUPS = ("board", "finance", "quality")


def new_writer(number, adders):
    """Those behind the adders change fields of the same few records, each its own field."""
    if number < adders:
        return storming.Saving(number, GROUPS[number % len(GROUPS)])
    changer = number - adders
    return storming.Saving(number, GROUPS[changer // 4 // 3 % len(GROUPS)], storming.FIELDS[changer % 4], changer // 4 % 3)


def said(times, seconds):
    return (f"{len(times) / seconds:.0f} edits/s, latency p50 {ground.percentile(times, 0.5) * 1000:.0f} "
            f"p99 {ground.percentile(times, 0.99) * 1000:.0f} max {max(times) * 1000:.0f} ms")


def checked(trial, folder, writers, plan, ended, edits):
    """Whether everything that was acknowledged stands there."""
    trial.demand(len(ended) == len(plan), f"{len(plan) - len(ended)} saves never ended")
    refused = [said for code, _, said in ended.values() if code != 0]
    trial.demand(not refused, f"{len(refused)} saves were refused: {refused[:2]}")
    records = {group: folder.records(group) for group in GROUPS}
    titles = {group: [record["title"] for record in records[group]] for group in GROUPS}
    everything = {record["id"]: record for group in GROUPS for record in records[group]}
    lost = twice = 0
    numbers = []
    for writer in writers:
        mine = [(edit, ended[writer.number * edits + edit]) for edit in range(edits)]
        kept = [(edit, said) for edit, (code, _, said) in mine if code == 0]
        if writer.adds:
            for edit, text in kept:
                count = titles[writer.group].count(f"writer {writer.number} edit {edit}.")
                lost, twice = lost + (count == 0), twice + (count > 1)
                numbers.append(text.split()[0])
        elif writer.field == "note":
            notes = json.dumps(everything[writer.id].get("progress", []))
            for edit, _ in kept:
                count = notes.count(f'"{writer.value(edit)}"')
                lost, twice = lost + (count == 0), twice + (count > 1)
        elif kept:
            lost += everything[writer.id].get(writer.field) != writer.value(kept[-1][0])
    trial.demand(lost == 0, f"{lost} acknowledged edits are lost")
    trial.demand(twice == 0, f"{twice} edits stand there twice")
    trial.demand(len(numbers) == len(set(numbers)), "an id was given to two actions")
    for complaint in folder.complaints():
        trial.demand(False, complaint)
    ran = folder.verified()
    trial.demand(ran.code == 0, f"journal verify: {(ran.out + ran.err).strip()[:300]}")
    return lost, twice


def main():
    trial = ground.Trial(__doc__, ("--writers", {"type": int, "default": 50}),
                         ("--edits", {"type": int, "default": 0}))
    count, edits = trial.options.writers, trial.options.edits or (10 if trial.quick else 40)
    storm, bare = ground.compiled(trial, "storm.c"), ground.compiled(trial, "bare-saver.c")
    adders = count * 3 // 5
    writers = [new_writer(number, adders) for number in range(count)]

    folder = ground.Folder(trial.masa, os.path.join(trial.place, "masa"), groups=GROUPS)
    plan = [(writer.number, folder.command(*writer.words(edit))) for writer in writers for edit in range(edits)]
    seconds, ended = storming.stormed(trial, storm, plan, "masa")
    trial.broke(len(plan))
    lost, twice = checked(trial, folder, writers, plan, ended, edits)
    times = [time for _, time, _ in ended.values()]
    reached = len(times) / seconds
    trial.figure(f"{count} writers x {edits} edits: {lost} lost, {twice} double, {said(times, seconds)}")
    means = [statistics.fmean(ended[w.number * edits + e][1] for e in range(edits)) for w in writers]
    trial.say(f"the slowest writer took {max(means) / statistics.fmean(means):.1f} times the mean")

    other = ground.Folder(trial.masa, os.path.join(trial.place, "bare"), groups=GROUPS)
    record = json.dumps({"id": "board-000", "group": "board", "title": "writer 00 edit 00.", "status": "open"})
    plan = [(writer.number, [bare, os.path.dirname(other.place(writer.group)), "actions.json", record])
            for writer in writers for _ in range(edits)]
    bare_seconds, bare_ended = storming.stormed(trial, storm, plan, "bare")
    trial.demand(all(code == 0 for code, _, _ in bare_ended.values()), "the bare saver failed")
    bare_times = [time for _, time, _ in bare_ended.values()]
    bare_reached = len(bare_times) / bare_seconds
    trial.say(f"the bare saver: {said(bare_times, bare_seconds)}")
    ratio = reached / bare_reached
    trial.figure(f"{ratio * 100:.0f} % of a bare saver's {bare_reached:.0f}/s "
                 "(goal: 250/s, or 60 % of the bare saver)")
    trial.aim(reached >= 250 or ratio >= 0.6,
              f"{reached:.0f} edits a second are neither 250 nor 60 % of {bare_reached:.0f}")
    trial.end()


main()

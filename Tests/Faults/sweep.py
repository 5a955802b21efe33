"""Break add, update, undo and a move at every system call with every error and signal, once and from there on.

usage: sweep.py MASA [--quick] [--tool FAULT-SWEEP]

The work is done by a tool that is not part of the project: `fault-sweep`, from --tool or the folder in
MASA_TERMINAL_TOOLS. Where it is not to be had, that is said, and nothing is shown.
"""
import os
import re
import shlex
import subprocess

import ground


def main():
    trial = ground.Trial(__doc__, ("--tool", {"default": os.path.join(
        os.environ.get("MASA_TERMINAL_TOOLS", ""), "fault-sweep")}))
    tool = os.path.abspath(trial.options.tool)
    absent = ground.missing("strace")
    if absent or not os.access(tool, os.X_OK):
        trial.skip_all(absent or "no fault-sweep: set MASA_TERMINAL_TOOLS to the folder that holds it")
    base = ground.Folder(trial.masa, os.path.join(trial.place, "base"), actions=1)
    number = ground.acknowledged(base.add("to be changed"))
    if not trial.demand(number, "a save without a fault fails"):
        trial.end()
    # The tool looks for the folder's name in what the program does: it must stand in no other path.
    work = os.path.join(trial.place, "swept-folder")
    masa, there, origin = shlex.quote(trial.masa), shlex.quote(work), shlex.quote(base.path)
    state = f"{masa} --data {there} actions list --format json"
    edits = {"add": "actions add board --title Added", "update": f"actions update {number} --status done",
             "undo": f"undo {number}", "move": f"actions update {number} --move-to finance"}
    faults = ["--faults", "EIO,ENOSPC,KILL"] if trial.quick else []
    for name, words in edits.items():
        for more in ([], ["--persistent"]):
            ran = subprocess.run(
                [tool, "--reset", f"rm -rf {there} && cp -a {origin} {there}", "--edit",
                 f"{masa} --data {there} {words}", "--state", state, "--folder", work, *more, *faults],
                capture_output=True, text=True, cwd=trial.place)
            runs = re.search(r"^(\d+) runs in (\d+) s", ran.stdout, re.M)
            count = int(runs[1]) if runs else 0
            trial.broke(count)
            what = f"{name}{' from there on' if more else ''}"
            last = (ran.stdout.strip().splitlines() or [ran.stderr.strip()])[-1]
            trial.say(f"{what}: {count} runs in {runs[2] if runs else '?'} s, {last}")
            trial.demand(ran.returncode == 0 and count > 0, f"{what}: {ran.stdout[-1500:]}{ran.stderr[-500:]}")
    trial.figure(f"add, update, undo and a move broken {trial.faults} times")
    trial.end()


main()

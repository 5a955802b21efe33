"""Run scripts that break or attack the program one after the other, and print a table of how each ended.

The last line of a script is "NAME: " and how it ended; one that ends without it has failed, whatever its exit code.
"""
import argparse
import os
import subprocess
import sys
import time


def run(documentation, here, names, noun, takes_quick=False):
    """Runs the scripts of a folder that are asked for; exits with 1 when one of them failed."""
    parser = argparse.ArgumentParser(description=documentation, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("masa", help="the built program")
    if takes_quick:
        parser.add_argument("--quick", action="store_true", help="fewer repetitions, for every commit")
    parser.add_argument("--only", default=",".join(names), help=f"the {noun}s to run")
    options = parser.parse_args()
    wanted = [name for name in options.only.split(",") if name]
    if unknown := [name for name in wanted if name not in names]:
        sys.exit(f"no such {noun}: {', '.join(unknown)}; there are {', '.join(names)}")
    further = ["--quick"] if takes_quick and options.quick else []
    ended, failed, began = [], [], time.time()
    for name in wanted:
        print(f"-- {name}", flush=True)
        child = subprocess.Popen([sys.executable, os.path.join(here, f"{name}.py"), options.masa] + further,
                                 stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
        last = ""
        for line in child.stdout:
            print(line, end="", flush=True)
            last = line.strip() or last
        code = child.wait()
        if code != 0 or not last.startswith(f"{name}: "):
            failed.append(name)
            last = last if last.startswith(f"{name}: ") else f"{name}: FAILED: it ended with {code} before its end"
        ended.append(last)
    print(f"\n{len(wanted)} {noun}s in {time.time() - began:.0f} s, {len(failed)} failed")
    for line in ended:
        print(line)
    sys.exit(1 if failed else 0)

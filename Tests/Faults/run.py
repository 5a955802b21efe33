"""Run the fault tests one after the other and print a table of them.

usage: run.py MASA [--quick] [--only NAME,NAME,…]

Each test breaks something for real, counts what it broke, and looks at what is left; one that broke nothing has failed.
What this computer cannot do (no root, a tool not installed) is skipped with its reason. Exit 0 when nothing is wrong.
"""
import argparse
import os
import subprocess
import sys
import time

TESTS = ("order", "journal", "restore", "attributes", "storage", "migration", "kills", "writers", "powercut", "sweep", "sessions", "windows",
         "replies", "bounds", "fuzz")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("masa", help="the built program")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, for every commit")
    parser.add_argument("--only", default=",".join(TESTS), help="the tests to run")
    options = parser.parse_args()
    here = os.path.dirname(os.path.abspath(__file__))
    wanted = [name for name in options.only.split(",") if name]
    if unknown := [name for name in wanted if name not in TESTS]:
        sys.exit(f"no such test: {', '.join(unknown)}; there are {', '.join(TESTS)}")
    ended, failed, began = [], [], time.time()
    for name in wanted:
        print(f"-- {name}", flush=True)
        child = subprocess.Popen([sys.executable, os.path.join(here, f"{name}.py"), options.masa]
                                 + ["--quick"] * options.quick, stdout=subprocess.PIPE, text=True,
                                 env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
        last = ""
        for line in child.stdout:
            print(line, end="", flush=True)
            last = line.strip() or last
        code = child.wait()
        if code != 0 or not last.startswith(f"{name}: "):
            failed.append(name)
            last = last if last.startswith(f"{name}: ") else f"{name}: FAILED: it ended with {code} before its end"
        ended.append(last)
    print(f"\n{len(wanted)} fault tests in {time.time() - began:.0f} s, {len(failed)} failed")
    for line in ended:
        print(line)
    sys.exit(1 if failed else 0)


main()

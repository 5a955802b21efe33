"""Attack a shared folder the way somebody with an account of the server could, and print a table of the attempts.

    sudo Tests/Attacks/run.py PROGRAM [--only NAME,NAME,…]

Each attack prints what was tried and what came of it. One that was not carried out has failed. Exit 0 when nothing was harmed.
"""
import argparse
import os
import subprocess
import sys
import time

ATTACKS = ("files", "chain", "leavers")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("masa", help="the built program")
    parser.add_argument("--only", default=",".join(ATTACKS), help="the attacks to run")
    options = parser.parse_args()
    here = os.path.dirname(os.path.abspath(__file__))
    wanted = [name for name in options.only.split(",") if name]
    if unknown := [name for name in wanted if name not in ATTACKS]:
        sys.exit(f"no such attack: {', '.join(unknown)}; there are {', '.join(ATTACKS)}")
    ended, failed, began = [], [], time.time()
    for name in wanted:
        print(f"-- {name}", flush=True)
        child = subprocess.Popen([sys.executable, os.path.join(here, f"{name}.py"), options.masa], stdout=subprocess.PIPE,
                                 text=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
        last = ""
        for line in child.stdout:
            print(line, end="", flush=True)
            last = line.strip() or last
        if child.wait() != 0 or not last.startswith(f"{name}: "):
            failed.append(name)
            last = last if last.startswith(f"{name}: ") else f"{name}: FAILED: it ended before its end"
        ended.append(last)
    print(f"\n{len(wanted)} attacks in {time.time() - began:.0f} s, {len(failed)} failed")
    for line in ended:
        print(line)
    sys.exit(1 if failed else 0)


main()

"""Put folders, files and links in each other's place while the administrator's program reads, saves, mends and moves.

    sudo swaps.py MASA

It needs a C compiler. Nothing of what only root may read is told, and nothing of it is changed.
"""
import os
import pathlib
import shutil
import subprocess
import time

from shared import HERE, Attack, must

SECRET = "TOPSECRET"
READING = (("check",), ("status",), ("history",), ("journal", "verify"), ("actions", "list"), ("doctor",))
SAVING = (("actions", "add", "board", "--title", "Saved meanwhile"),)
MENDING = (("doctor", "--mend", "--yes"),)
MOVING = (("migrate",), ("migrate", "--back"))


def kept(place):
    """What is known of what only root may read: contents, modes, groups and access lists."""
    found = {}
    for path in [place, *sorted(place.iterdir())]:
        status = path.stat()
        found[str(path)] = (status.st_mode, status.st_uid, status.st_gid, sorted(os.listxattr(path)),
                            path.read_bytes() if path.is_file() else b"")
    return found


def main():
    with Attack(__doc__) as attack:
        swap = os.path.join(attack.place, "swap")
        must(shutil.which("cc") or "gcc", "-O1", "-o", swap, os.path.join(HERE, "swap.c"))
        secret, other = pathlib.Path(attack.place, "secret"), pathlib.Path(attack.place, "other")

        def laid():
            """The folder anew, and beside it what only root may read, which looks like a group's folder."""
            attack.lay()
            # Whatever the last swap left there: the link, or what it stood for.
            if other.is_dir() and not other.is_symlink():
                shutil.rmtree(other)
            other.unlink(missing_ok=True)
            shutil.rmtree(secret, ignore_errors=True)
            secret.mkdir(mode=0o700)
            for name, text in (("group.json", f'{{"id": "board", "name": "{SECRET}", "type": "subgroup", "parents": [{{"partnership": "ta"}}]}}'),
                               ("actions.json", f'{{"actions": [{{"id": "board-2", "group": "board", "title": "{SECRET}", "status": "open"}}]}}'),
                               ("journal.jsonl", SECRET + "\n"), (".lock", "")):
                (secret / name).write_text(text)
                (secret / name).chmod(0o600)

        def swapped(name, one, target, commands, seconds=4):
            """Swaps a name with a link while commands run; each that ran while it was swapped is an attempt."""
            laid()
            other.symlink_to(target)
            before, end, runs = kept(secret), time.monotonic() + seconds, 0
            while time.monotonic() < end:
                for pause in (200, 5_000, 50_000):
                    loop = subprocess.Popen([swap, attack.path(one), other, str(pause)])
                    try:
                        for words in commands:
                            done = subprocess.run([attack.masa, "--data", attack.data, *words], capture_output=True, text=True, errors="replace",
                                                  timeout=60)
                            attack.nothing_ended(done, f"{name}: {' '.join(words)}")
                            attack.demand(SECRET not in done.stdout + done.stderr, f"{name}: {' '.join(words)} tells what only root may read")
                            runs += 1
                    finally:
                        loop.kill()
                        loop.wait()
            attack.demand(before == kept(secret), f"{name}: what only root may read was changed")
            attack.tried += runs
            attack.say(f"{name}: {runs} runs, nothing told and nothing changed")

        swapped("a group's folder and a link: reading", "groups/board", secret, READING)
        swapped("a group's folder and a link: saving", "groups/board", secret, SAVING)
        swapped("a group's folder and a link: mending", "groups/board", secret, MENDING)
        swapped("a group's folder and a link: migrating", "groups/board", secret, MOVING)
        for file in ("actions.json", "group.json", "journal.jsonl", ".lock"):
            swapped(f"{file} and a link", f"groups/board/{file}", secret / file, READING[:1] + SAVING + MENDING)
        swapped("the folder of all groups and a link", "groups", secret, READING[:1] + SAVING + MENDING)


main()

#!/usr/bin/env python3
"""Turns `masa doctor --mend`, which root runs, against root: another account swaps files for links.

usage: sudo Tests/Attacks/doctor.py PROGRAM [SECONDS]

An account that may change a shared folder swaps, in tight loops, documents for links to a file of root,
for second names of it, for files of its own and back, and a whole folder for a link to a folder of root, while
the doctor mends again and again. Whose root's files are and who may read them must stay as it was, byte for
byte; afterwards the folder must be mended as if nothing had been. It prints what was tried and what came of
it, and fails where nothing was tried.
"""
import os, pathlib, shutil, subprocess, sys, tempfile, time

if os.geteuid() != 0 or len(sys.argv) < 2:
    raise SystemExit(__doc__)
program, seconds = os.path.abspath(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 20
attacker, group, readers = 54321, "mail", "staff"

place = pathlib.Path(tempfile.mkdtemp(prefix="masa-attack-"))
place.chmod(0o755)
data, secrets = place / "data", place / "root-only"


def masa(*words):
    return subprocess.run(
        [program, "--data", str(data), *words], capture_output=True, text=True, stdin=subprocess.DEVNULL,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(place)}, timeout=60)


def must(done):
    if done.returncode != 0:
        raise SystemExit(f"{done.args}: {done.stderr or done.stdout}")
    return done


def facts(path):
    """Whose a file is and who may do what with it, its lists included; not when it was changed."""
    status = os.lstat(path)
    names = os.listxattr(path, follow_symlinks=False)
    lists = sorted((name, os.getxattr(path, name, follow_symlinks=False)) for name in names)
    return status.st_mode, status.st_uid, status.st_gid, lists


def swap(kind, count):
    """One of the attackers: swaps for ever and counts; runs under the other account."""
    number = int(subprocess.run(["getent", "group", group], capture_output=True, text=True).stdout.split(":")[2])
    os.setgroups([number])
    os.setgid(attacker)
    os.setuid(attacker)
    board = data / "groups" / "board"
    name, aside = board / f"{kind}.json", board / f".{kind}-aside"
    tries = 0
    while True:
        try:
            if kind == "folder":
                # The folder of documents itself, which the account may not replace, is tried as well.
                os.rename(board / "inner", board / "inner-aside")
            elif kind == "link":
                os.symlink(secrets / "key.json", aside)
                os.rename(aside, name)
            elif kind == "second":
                os.link(secrets / "key.json", aside)
                os.rename(aside, name)
            if kind in ("link", "second", "own"):
                with open(aside, "w") as file:
                    file.write("{}")
                os.chmod(aside, 0o604)
                os.rename(aside, name)
        except OSError:
            pass
        try:
            # What the doctor makes where it is missing is taken away under its hands.
            if kind == "lock":
                for own in (".lock", "journal.jsonl"):
                    os.unlink(board / own)
                    os.symlink(secrets / "new", board / own)
                    os.unlink(board / own)
        except OSError:
            pass
        tries += 1
        if tries % 16 == 0:
            os.pwrite(count, str(tries).encode().ljust(20), 0)


def swap_folder(count):
    """Swaps the whole folder of a group for a link to a folder of root: whoever may change `groups`."""
    groups = data / "groups"
    tries = 0
    while True:
        try:
            os.rename(groups / "board", groups / ".board-aside")
            os.symlink(secrets, groups / "board")
            time.sleep(0.0005)
            os.unlink(groups / "board")
            os.rename(groups / ".board-aside", groups / "board")
        except OSError:
            pass
        time.sleep(0.002)
        tries += 1
        os.pwrite(count, str(tries).encode().ljust(20), 0)


try:
    secrets.mkdir(mode=0o711)
    secrets.chmod(0o711)
    for name in ("key.json", "group.json", "actions.json", "journal.jsonl", ".lock"):
        (secrets / name).write_text("for root alone\n")
        (secrets / name).chmod(0o600)
    must(subprocess.run(
        [program, "init", "--shared", str(data), "--admin-group", "users", "--readers", readers, "--short", "OP"],
        capture_output=True, text=True))
    must(masa("group", "add", "board", "--partnership", "op", "--editors", group, "--name", "The Board"))
    before = {path: facts(path) for path in [secrets, *secrets.iterdir()]}
    print("masa doctor --mend against an account that swaps what it mends")

    counts, children = {}, []
    for kind in ("link", "second", "own", "lock", "whole folder"):
        count = os.open(place / f"count-{kind}", os.O_RDWR | os.O_CREAT, 0o600)
        counts[kind] = count
        child = os.fork()
        if child == 0:
            try:
                swap_folder(count) if kind == "whole folder" else swap(kind, count)
            finally:
                os._exit(1)
        children.append(child)

    runs = mended = refused = 0
    crashed, forged = [], []
    end = time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            # Something is amiss each time, so that there is something to mend.
            for harm in (data / "groups" / "board" / "group.json", data / "people.json"):
                try:
                    descriptor = os.open(harm, os.O_RDONLY | os.O_NOFOLLOW)
                    if os.fstat(descriptor).st_uid == 0 and os.readlink(
                            f"/proc/self/fd/{descriptor}").startswith(str(data)):
                        os.fchmod(descriptor, 0o666)
                    os.close(descriptor)
                except OSError:
                    pass
            done = masa("doctor", "--mend", "--yes")
            runs += 1
            mended += done.stdout.count("mended: ")
            refused += done.stdout.count("was not mended")
            if done.returncode not in (0, 1):
                crashed.append(done.returncode)
            forged += [line for line in done.stdout.splitlines() if line[:6] not in ("ok    ", "look  ", "      ")]
    finally:
        for child in children:
            os.kill(child, 9)
            os.waitpid(child, 0)
    tries = {kind: int(os.pread(count, 20, 0) or b"0") for kind, count in counts.items()}
    for kind, number in tries.items():
        print(f"  swapped {kind:13} {number:8} times")
    print(f"  doctor ran {runs} times, mended {mended} things, refused {refused} that had moved")

    groups = data / "groups"
    if os.path.islink(groups / "board"):
        os.unlink(groups / "board")
    if (groups / ".board-aside").is_dir():
        os.rename(groups / ".board-aside", groups / "board")
    for entry in (groups / "board").iterdir():
        if entry.name in ("link.json", "second.json", "own.json") or entry.name.endswith("-aside") or entry.is_symlink():
            entry.unlink()
    masa("doctor", "--mend", "--yes")
    last = masa("doctor")

    failures = []
    changed = [str(path) for path, was in before.items() if facts(path) != was]
    if changed or {path for path in [secrets, *secrets.iterdir()]} != set(before):
        failures.append(f"files of root were changed or made: {changed or sorted(os.listdir(secrets))}")
    if crashed:
        failures.append(f"the doctor ended with {crashed}")
    if forged:
        failures.append(f"a line that the doctor did not write: {forged[0]!r}")
    if last.returncode != 0:
        failures.append("the folder was not mended in the end:\n" + "".join(
            f"      {line}\n" for line in last.stdout.splitlines() if line.startswith("look")))
    if not all(tries.values()) or not runs or not mended:
        failures.append("nothing was tried")
    for failure in failures:
        print("FAIL  " + failure)
    print("doctor: FAILED" if failures else "doctor: passed: root's files are as they were, and the folder was mended afterwards")
    sys.exit(1 if failures else 0)
finally:
    shutil.rmtree(place, ignore_errors=True)

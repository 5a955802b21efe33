"""Compare the journal with what was acknowledged, and falsify it line by line.

usage: journal.py MASA [--quick]

Demanded: every acknowledged save has exactly one line, whatever was typed; a save that was refused has none; and
`masa journal verify` names the first bad line of a journal in which a line was changed, put in, taken out, or two were
swapped, and notices when the end of it was cut off.
"""
import os
import random
import re

import ground

HOSTILE = ["two\nlines", "an escape \x1b]0;x\x07 in it", "quotes \" and \\ backslashes", "line separator \u2028 here",
           "turned \u202e round", "a {\"sequence\":1} of its own", ",\"hash\":\"" + "0" * 64 + "\"}", "é and e\u0301",
           "long " + "x" * 20000]


def compared(trial, folder, count):
    """Saves of every kind, each of which has exactly one line."""
    lines = []
    last = None
    for number in range(count):
        before = len(folder.lines("board"))
        kind = number % 5
        if kind == 0 or last is None:
            ran = folder.add(f"{number} {HOSTILE[number // 5 % len(HOSTILE)]}")
            last = ground.acknowledged(ran) or last
        elif kind == 1:
            ran = folder.run("actions", "update", last, "--status", "started", "--note", f"note {number}")
        elif kind == 2:
            ran = folder.run("actions", "update", last, "--status", "done", "--expect-status", "dropped")
            trial.demand(ran.code == 2, f"a wrong expectation ends with {ran.code}, not 2")
            trial.demand("dropped" in ran.err and "started" in ran.err, f"both values are not named: {ran.err[:200]}")
        elif kind == 3:
            ran = folder.run("actions", "complete", last)
        else:
            ran = folder.run("undo", last)
        lines.append(len(folder.lines("board")) - before)
        wanted = 1 if ground.acknowledged(ran) else 0
        trial.demand(kind == 2 or wanted == 1, f"save {number} fails: {ran.err.strip()[:300]}")
        trial.demand(lines[-1] == wanted, f"save {number} (exit {ran.code}) has {lines[-1]} lines, not {wanted}")
    trial.broke(count)
    entries = folder.entries("board")
    trial.demand(len(entries) == len(folder.lines("board")), "a line of the journal is no whole entry")
    trial.demand(all(entry["uid"] == os.getuid() for entry in entries), "an entry names another account")
    for complaint in folder.complaints():
        trial.demand(False, complaint)
    trial.figure(f"{count} saves, {sum(lines)} acknowledged, {len(entries)} lines")


def forged_user(trial, folder):
    """Who saved is what the system says, never what the environment claims."""
    ran = folder.add("who", env={"USER": "mallory", "LOGNAME": "mallory", "SUDO_USER": "mallory"})
    trial.demand(ground.acknowledged(ran), f"a save fails: {ran.err.strip()}")
    trial.demand("mallory" not in str(folder.entries("board")[-1]), "the environment decides who saved")
    trial.broke()


def first_bad(ran):
    """The line of the journal that is named first."""
    match = re.search(r"journal\.jsonl:(\d+):(?! note)", ran.out + ran.err)
    return int(match[1]) if match else None


def falsified(trial, folder, quick):
    """Every kind of falsification, at every line or at a sample of them."""
    whole = folder.bytes("board", "journal.jsonl")
    lines = whole.split(b"\n")[:-1]
    count = len(lines)
    chance = random.Random(7)
    places = range(count) if not quick else sorted(chance.sample(range(count), min(6, count)))
    tries = []
    for k in places:
        position = chance.randrange(len(lines[k]))
        flipped = bytes([lines[k][position] ^ 1])
        if flipped != b"\n":
            tries.append((f"byte {position} of line {k + 1} changed", k + 1,
                          [*lines[:k], lines[k][:position] + flipped + lines[k][position + 1:], *lines[k + 1:]]))
        tries.append((f"line {k + 1} put in twice", k + 2, [*lines[:k + 1], lines[k], *lines[k + 1:]]))
        if k < count - 1:
            tries.append((f"line {k + 1} taken out", k + 1, [*lines[:k], *lines[k + 1:]]))
            tries.append((f"lines {k + 1} and {k + 2} swapped", k + 1,
                          [*lines[:k], lines[k + 1], lines[k], *lines[k + 2:]]))
    named = 0
    for what, wanted, changed in tries:
        write(folder, b"\n".join(changed) + b"\n")
        ran = folder.verified()
        bad = first_bad(ran)
        good = trial.demand(ran.code == 1, f"{what}: journal verify ends with {ran.code}")
        named += good and trial.demand(bad == wanted, f"{what}: line {bad} is named, not {wanted}")
    trial.broke(len(tries))
    trial.figure(f"{named} of {len(tries)} falsified journals named by their first bad line")
    noticed = 0
    cuts = sorted({1, 2, 5, count - 1, count}) if quick else range(1, count + 1)
    for cut in cuts:
        kept = lines[: count - cut]
        write(folder, b"".join(line + b"\n" for line in kept))
        noticed += trial.demand(folder.verified().code == 1, f"the last {cut} lines cut off: not noticed")
    os.unlink(folder.place("board", "journal.jsonl"))
    trial.demand(folder.verified().code == 1, "the journal deleted: not noticed")
    trial.broke(len(cuts) + 1)
    trial.figure(f"{noticed} of {len(cuts)} cut ends noticed")
    write(folder, whole)
    trial.demand(folder.verified().code == 0, "the true journal is not taken for whole again")


def torn(trial, base):
    """What a cut-off save or a power cut leaves at the end: a piece of a line, with or without zeros behind it."""
    whole = base.bytes("board", "journal.jsonl")
    last = whole.split(b"\n")[-2]
    half = last[: len(last) // 2].replace(b'"sequence":', b'"sequence":9')
    pieces = {"half a line": half, "half a line and zeros": half + bytes(351), "nothing but zeros": bytes(512),
              "one byte": b"{", "a piece that ends in a character of several bytes": half + b"\xc3"}
    for what, piece in pieces.items():
        folder = base.copied(os.path.join(trial.place, "torn"))
        write(folder, whole + piece)
        for after in ("the next", "and one more"):
            ran = folder.add(after)
            trial.demand(ground.acknowledged(ran), f"behind {what} a save fails: {ran.err.strip()[:300]}")
        trial.demand(folder.titles("board")[-2:] == ["the next", "and one more"], f"behind {what} a save is lost")
        trial.demand(folder.bytes("board", "journal.jsonl").startswith(whole + piece), f"{what} was cut off")
        for complaint in folder.complaints():
            trial.demand(False, f"behind {what}: {complaint}")
        ran = folder.verified()
        trial.demand(ran.code == 0, f"{what} is taken for a forgery: {(ran.out + ran.err).strip()[:200]}")
    trial.broke(len(pieces))
    trial.say(f"{len(pieces)} torn ends set aside")


def write(folder, data):
    with open(folder.place("board", "journal.jsonl"), "wb") as file:
        file.write(data)


def main():
    trial = ground.Trial(__doc__)
    folder = ground.Folder(trial.masa, os.path.join(trial.place, "many"))
    compared(trial, folder, 45 if trial.quick else 200)
    forged_user(trial, folder)
    ran = folder.verified()
    trial.demand(ran.code == 0, f"a true journal is not whole: {(ran.out + ran.err)[:300]}")
    small = ground.Folder(trial.masa, os.path.join(trial.place, "few"))
    for number in range(10 if trial.quick else 25):
        ran = small.add(f"small {number}")
        trial.demand(ground.acknowledged(ran), f"a save fails: {ran.err.strip()}")
    torn(trial, small)
    falsified(trial, small, trial.quick)
    trial.end()


main()

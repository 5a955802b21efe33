"""Forge the journal of one's own group, line by line and as a whole, and look who is told.

    sudo chain.py MASA
"""
import hashlib
import json
import pwd
import re

from shared import ANN, MALLORY, Attack

BOARD = "groups/board"


def rewritten(lines, change):
    """The same lines with hashes that fit, each as a function changes it."""
    out, previous = [], ""
    for number, line in enumerate(lines):
        entry = json.loads(line)
        entry.pop("hash", None)
        entry["previous"] = previous
        change(number, entry)
        body = json.dumps(entry, separators=(",", ":"), ensure_ascii=False)[:-1]
        previous = hashlib.sha256(body.encode()).hexdigest()
        out.append(f'{body},"hash":"{previous}"}}')
    return out, previous


def main():
    with Attack(__doc__) as attack:
        journal = attack.path(f"{BOARD}/journal.jsonl")

        def put(lines):
            with open(f"{attack.place}/forged", "w") as file:
                file.write("".join(line + "\n" for line in lines))
            attack.shell(MALLORY, f"cat {attack.place}/forged > {journal}")

        def lines():
            with open(journal) as file:
                return file.read().splitlines()

        def blame(number, entry):
            entry["user"], entry["uid"] = "attack-ann", 0

        def saved(title):
            done = attack.act(ANN, "actions", "add", "board", "--title", title)
            attack.demand(done.returncode == 0, f"{title} cannot be saved: {done.stderr}")
            return done

        def is_told(what):
            verified, checked = attack.act(ANN, "journal", "verify"), attack.act(ANN, "check")
            attack.demand(verified.returncode == 1, f"{what}: verify calls it intact")
            attack.demand("journal.jsonl" in checked.stdout, f"{what}: it is not on the screen")

        for k in range(3):
            saved(f"Action {k}")
        heads = attack.act(ANN, "journal", "heads").stdout
        with open(f"{attack.place}/heads", "w") as file:
            file.write(heads)

        put(rewritten(lines(), blame)[0])
        is_told("a journal with new hashes")
        told = saved("After the forgery")
        attack.demand("written anew" in told.stderr, "who saves next is not told")
        for k in range(3):
            saved(f"Later {k}")
            is_told("a journal with new hashes, later")
        attack.say("a journal with new hashes: told before the next save, by it, and for ever")

        attack.lay()
        forged, _ = rewritten(lines() + [lines()[-1]], lambda number, entry: entry.update(
            sequence=number + 1) or entry["changes"][0].update(document="../../etc/passwd") if number == len(lines()) else None)
        put(forged)
        is_told("a last line of another file")
        saved("Behind it")
        is_told("a last line of another file, later")
        attack.say("a last line that names another file: told, and saving goes on")

        attack.lay()
        forged, _ = rewritten(lines(), lambda _, entry: entry.update(
            heads={key: -9223372036854775808 for key in entry["heads"]} | {"../../x.json": 3}))
        put(forged)
        attack.nothing_ended(attack.act(ANN, "--plain", "groups"), "the least of all numbers")
        attack.say("the least of all numbers: nobody's session ends")

        attack.lay()
        forged, _ = rewritten(lines(), lambda _, entry: entry.update(sequence=1 << 53))
        put(forged)
        refused = attack.act(ANN, "actions", "add", "board", "--title", "x")
        attack.demand(refused.returncode == 1, "a number beyond all is gone on from")
        verified = attack.act(ANN, "journal", "verify")
        attack.demand("masa journal mend" in verified.stderr, f"nothing says how to mend it: {verified.stderr}")
        mended = attack.act(ANN, "journal", "mend", BOARD)
        attack.demand(mended.returncode == 0, f"it cannot be mended: {mended.stderr}")
        saved("After mending")
        attack.say("a number beyond all: refused with what to do, mended, and saving goes on")

        # Ann may change the forum and Mallory may not: a line in Ann's name asks her undo to do it.
        attack.lay()
        saved("Ann's own")
        with open(attack.path("groups/forum/actions.json")) as file:
            action = json.load(file)["actions"][0]
        uid = pwd.getpwnam(ANN).pw_uid
        wish = {"document": "groups/forum/actions.json", "kind": "action", "id": action["id"], "field": "title",
                "from": "Mallory was here", "to": action["title"]}
        forged, _ = rewritten(lines() + [lines()[-1]], lambda number, entry: entry.update(
            sequence=number + 1, uid=uid, title="Ann's own, again", changes=[wish]) if number == len(lines()) else None)
        put(forged)
        for meant in (f"{BOARD}:{len(forged)}", action["id"]):
            attack.nothing_ended(attack.act(ANN, "undo", meant), "an undo behind a forged line")
            with open(attack.path("groups/forum/actions.json")) as file:
                attack.demand("Mallory was here" not in file.read(),
                              f"masa undo {meant} changes what only a forged line told of")
        is_told("a line of another folder in somebody else's name")
        attack.say("a line in Ann's name that tells of a folder closed to Mallory: her undo leaves it alone")

        # Who also writes the files anew is found by the administrator's list alone.
        attack.lay()
        for k in range(3):
            saved(f"Action {k}")
        with open(f"{attack.place}/heads", "w") as file:
            file.write(attack.act(ANN, "journal", "heads").stdout)
        forged, _ = rewritten(lines(), blame)
        put(forged)
        hashes = {json.loads(line)["sequence"]: json.loads(line)["hash"] for line in forged}
        for name in ("actions.json", "group.json"):
            with open(attack.path(f"{BOARD}/{name}")) as file:
                text = re.sub(r'"revision": "(\d+) [0-9a-f]+"',
                              lambda found: f'"revision": "{found[1]} {hashes[int(found[1])]}"', file.read())
            with open(f"{attack.place}/{name}", "w") as file:
                file.write(text)
            attack.shell(MALLORY, f"cat {attack.place}/{name} > {attack.path(f'{BOARD}/{name}')}")
        attack.demand(attack.act(ANN, "journal", "verify", BOARD).returncode == 0, "the forgery was not whole")
        since = attack.act(ANN, "journal", "verify", "--since", f"{attack.place}/heads")
        attack.demand(since.returncode == 1 and "On the list" in since.stdout, f"the list does not tell: {since.stdout}")
        attack.say("journal and files written anew: found by the administrator's list")


main()

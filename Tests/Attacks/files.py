"""Put what is no journal, lock, theme or draft in its place, as somebody of one group.

    sudo files.py MASA
"""
import os
import pwd
import time

from shared import ANN, MALLORY, Attack

BOARD = "groups/board"


def main():
    with Attack(__doc__) as attack:
        journal, lock = attack.path(f"{BOARD}/journal.jsonl"), attack.path(f"{BOARD}/.lock")
        places = {
            "a sparse journal of 100 GB": (journal, "truncate -s 100G {0}"),
            "a journal of one line of 2 GB": (journal, "head -c 2G /dev/zero | tr '\\0' x > {0}"),
            "a journal of 70 MB of zeros": (journal, "head -c 70M /dev/zero >> {0}"),
            "a journal of 2 million line ends": (journal, "yes '' | head -n 2000000 >> {0}"),
            "a pipe for a journal": (journal, "rm -f {0} && mkfifo {0}"),
            "a folder for a journal": (journal, "rm -f {0} && mkdir {0}"),
            "a link to /dev/zero for a journal": (journal, "rm -f {0} && ln -s /dev/zero {0}"),
            "a link to another's journal": (journal, f"rm -f {{0}} && ln -s {attack.path('groups/forum/journal.jsonl')} {{0}}"),
            "a journal that nobody may read": (journal, "cp {0} {0}.x && mv -f {0}.x {0} && chmod 000 {0}"),
            "a pipe for a lock": (lock, "rm -f {0} && mkfifo {0}"),
            "a link for a lock": (lock, "rm -f {0} && ln -s /etc/passwd {0}"),
            "a lock that nobody may open": (lock, "rm -f {0} && touch {0} && chmod 000 {0}"),
        }
        for what, (place, command) in places.items():
            attack.lay()
            attack.shell(MALLORY, command.format(place))
            slowest = 0
            is_journal = place == journal
            for words in (["--plain", "groups"], ["history"], ["check"], ["journal", "verify"], ["journal", "heads"]):
                began = time.monotonic()
                done = attack.act(ANN, *words)
                slowest = max(slowest, time.monotonic() - began)
                attack.nothing_ended(done, f"{what}: {' '.join(words)}")
                if is_journal:
                    attack.demand(f"{BOARD}/journal.jsonl" in done.stdout + done.stderr or words[-1] in ("groups", "history", "heads"),
                                  f"{what}: {' '.join(words)} does not name it: {(done.stdout + done.stderr)[-300:]}")
            other = attack.act(ANN, "actions", "add", "forum", "--title", "Meanwhile")
            attack.demand(other.returncode == 0, f"{what}: the other group cannot save: {other.stderr}")
            attack.nothing_ended(attack.act(ANN, "actions", "add", "board", "--title", "Here"), f"{what}: saving there")
            attack.demand(slowest < 10, f"{what}: {slowest:.1f} s")
            attack.say(f"{what}: the slowest command took {slowest:.1f} s; {attack.size()} MB at most so far")
        # The person's own folders, as somebody who has the home of another could lay them.
        home = pwd.getpwnam(ANN).pw_dir
        for what, command in {"a pipe": "mkfifo {0}", "a link to /dev/zero": "ln -s /dev/zero {0}", "100 GB": "truncate -s 100G {0}",
                              "a folder": "mkdir {0}", "a file of nobody's reading": "touch {0} && chmod 000 {0}"}.items():
            theme = f"{home}/.config/masa/themes/x.json"
            attack.shell(ANN, f"mkdir -p {os.path.dirname(theme)} && rm -rf {theme} && " + command.format(theme))
            done = attack.act(ANN, "themes", timeout=10)
            attack.nothing_ended(done, f"{what} for a theme")
            attack.demand(theme in done.stdout + done.stderr, f"{what} for a theme is not named")
            attack.say(f"{what} for a theme: named")
        attack.demand(attack.size() < 700, f"a run took {attack.size()} MB")


main()

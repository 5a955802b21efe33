"""Take rights away while sessions are open, put folders and the list of roles in another's place, and see who still saves.

    sudo leavers.py MASA

It needs tmux.
"""
import json
import os
import subprocess
import time

from shared import ADMINISTRATORS, ANN, BOARD as EDITORS, EVERYBODY, FORUM, MALLORY, MO, Attack, must, run, until  # noqa: F401

SOCKET = "masa-attack"


class Session:
    """A dashboard in a terminal of its own."""

    def __init__(self, attack, user):
        words = ["tmux", "-L", SOCKET, "new-session", "-d", "-x", "120", "-y", "40", "-s", user,
                 f"exec setpriv --reuid={user} --regid={user} --init-groups env HOME=/home/{user} LC_ALL=C.UTF-8 TERM=screen "
                 f"{attack.masa} --data {attack.data} --no-mouse"]
        must(*words)
        self.user, self.attack = user, attack

    def screen(self):
        return run("tmux", "-L", SOCKET, "capture-pane", "-p", "-t", self.user).stdout

    def wait(self, text, seconds=15):
        return self.attack.demand(until(text, seconds, lambda: text in self.screen()) is not None,
                                  f"{self.user} never sees \"{text}\":\n{self.screen()}")

    def press(self, *keys):
        must("tmux", "-L", SOCKET, "send-keys", "-t", self.user, *keys)
        time.sleep(0.4)

    def end(self):
        run("tmux", "-L", SOCKET, "kill-session", "-t", self.user)


def titles(attack):
    with open(attack.path("groups/board/actions.json")) as file:
        return [(action["title"], action["status"]) for action in json.load(file)["actions"]]


def main():
    with Attack(__doc__) as attack:
        def opened(user):
            session = Session(attack, user)
            session.wait("Overview")
            session.press("3")
            session.wait("Board")
            return session

        def ticks(session):
            """Marks the first action of the board as done from the palette's place; answers what the screen says."""
            session.press(":")
            session.press("-l", "First of board")
            session.press("Enter")
            session.wait("First of board")
            session.press("Space")
            time.sleep(1.5)
            return session.screen()

        # 1. A session that is open when its account leaves the Unix group.
        session = opened(MALLORY)
        must("gpasswd", "--delete", MALLORY, EDITORS)
        attack.tried += 1
        shown = ticks(session)
        attack.demand(titles(attack)[0][1] != "done", "a leaver's open session has saved")
        attack.demand("any more" in shown, f"the leaver is not told why:\n{shown}")
        session.end()
        must("gpasswd", "--add", MALLORY, EDITORS)
        attack.say("an account that left the Unix group: its open session saves nothing")

        # 2. A session that is open when its role is taken away.
        session = opened(MALLORY)
        with open(attack.path("access.json"), "w") as file:
            json.dump({"managers": [ANN]}, file)
        attack.tried += 1
        ticks(session)
        attack.demand(titles(attack)[0][1] != "done", "somebody without a role any more has saved")
        session.end()
        attack.say("a role that was taken away: its open session saves nothing")

        # 3. An administrator's own list of roles in the place of the owner's.
        attack.shell(MO, f"cd {attack.data} && echo '{{\"managers\": [\"{MO}\", \"{MALLORY}\"]}}' > x && mv -f x access.json")
        done = attack.act(MALLORY, "check")
        attack.demand("access.json" in done.stdout and "no role in it counts" in done.stdout, f"it is not told: {done.stdout}")
        done = attack.act(MALLORY, "actions", "add", "board", "--title", "By a role of one's own making")
        attack.demand(done.returncode == 1, "a list of roles that is not the owner's counts")
        attack.say("a list of roles by somebody else than the owner: told, and it gives nothing")

        # 4. Another folder in the place of the one that a form was opened on.
        attack.lay()
        session = opened(ANN)
        shown = ""
        session.press(":")
        session.press("-l", "First of board")
        session.press("Enter")
        session.wait("First of board")
        session.press("e")
        session.wait("Title")
        session.press("-l", " changed")
        board = attack.path("groups/board")
        must("cp", "-a", board, f"{attack.place}/copy")
        must("mv", board, f"{attack.place}/old")
        must("mv", f"{attack.place}/copy", board)
        attack.tried += 1
        time.sleep(1.5)
        session.press("C-s")
        time.sleep(1.5)
        shown = session.screen()
        attack.demand(titles(attack)[0][0] == "First of board", "an edit went into another folder")
        attack.demand("put in its place" in " ".join(shown.split()) or "another one" in shown, f"it is not told why:\n{shown}")
        session.end()
        attack.say("another folder in the place of the one that was read: nothing is saved into it")
    run("tmux", "-L", SOCKET, "kill-server")


main()

"""Take rights away while sessions are open, put folders and the list of roles in another's place, and see who still saves.

    sudo leavers.py MASA

It needs tmux.
"""
import json
import time

from shared import ANN, BOARD as EDITORS, MALLORY, MO, Attack, must
from desk import Desk  # found where shared looks

class Session(Desk):
    """A dashboard that is open while the rights of its account change."""

    def __init__(self, attack, user):
        super().__init__(attack.place, user, 120, 40, "022", attack.data)
        self.attack = attack
        self.command = f"su - {user} -c 'LANG=C.UTF-8 TERM=tmux-256color exec {attack.masa} --data {attack.data}'"
        self.sees(self.sits_down, "Overview")

    def sees(self, looks, what):
        self.attack.demand(looks() is not None, f"{self.user} never sees \"{what}\":\n{self.screen}")

    def finds(self, text):
        """Goes to a record by a few letters."""
        self.types(":", " " + text)
        time.sleep(0.6)
        self.types("Enter")
        self.sees(lambda: self.waits(text), text)
        time.sleep(0.4)


def titles(attack):
    with open(attack.path("groups/board/actions.json")) as file:
        return [(action["title"], action["status"]) for action in json.load(file)["actions"]]


def main():
    with Attack(__doc__) as attack:
        def opened(user):
            return Session(attack, user)

        def ticks(session):
            """Marks the first action of the board as done; answers what the screen says."""
            session.finds("First of board")
            session.types("Space")
            time.sleep(2)
            return session.screen

        # Before anything is taken away the same keys do save, else the rest would show nothing.
        session = opened(ANN)
        shown = ticks(session)
        attack.demand(titles(attack)[0][1] == "done", f"NOT CARRIED OUT: nobody could tick it at all:\n{shown}")
        session.leaves()
        attack.lay()

        # 1. A session that is open when its account leaves the Unix group.
        session = opened(MALLORY)
        must("gpasswd", "--delete", MALLORY, EDITORS)
        attack.tried += 1
        shown = ticks(session)
        attack.demand(titles(attack)[0][1] != "done", "a leaver's open session has saved")
        attack.demand("any more" in " ".join(shown.split()), f"the leaver is not told why:\n{shown}")
        session.leaves()
        must("gpasswd", "--add", MALLORY, EDITORS)
        attack.say("an account that left the Unix group: its open session saves nothing")

        # 2. A session that is open when its role is taken away.
        session = opened(MALLORY)
        with open(attack.path("access.json"), "w") as file:
            json.dump({"managers": [ANN]}, file)
        attack.tried += 1
        ticks(session)
        attack.demand(titles(attack)[0][1] != "done", "somebody without a role any more has saved")
        session.leaves()
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
        session.finds("First of board")
        session.types("e")
        session.sees(lambda: session.waits("Title"), "Title")
        session.types("End", " changed")
        time.sleep(0.5)
        board = attack.path("groups/board")
        must("cp", "-a", board, f"{attack.place}/copy")
        must("mv", board, f"{attack.place}/old")
        must("mv", f"{attack.place}/copy", board)
        attack.tried += 1
        time.sleep(1.5)
        session.types("C-s")
        time.sleep(2)
        shown = session.screen
        attack.demand(titles(attack)[0][0] == "First of board", "an edit went into another folder")
        attack.demand("put in its place" in " ".join(shown.split()) or "another one" in shown, f"it is not told why:\n{shown}")
        session.tmux("kill-server")
        attack.say("another folder in the place of the one that was read: nothing is saved into it")


main()

#!/usr/bin/env python3
"""Enters a whole made-up partnership through Masa, as somebody would who has nothing but ssh, and counts the keys.

    sudo Tests/Server/newcomer.py PROGRAM

It needs root, tmux and Debian's openssh-server (installed where it is missing), makes an account and a group and removes
them again, and starts its own sshd with its own keys. Whatever is typed is answered by the screen before the next is
typed: nothing waits by the clock. Exit 0: all good, 1: not.
"""
import datetime, importlib, json, os, re, shutil, sys, tempfile

from desk import Desk
from people import check, failures, must, refuse_accounts, remove_accounts, run, until

server = importlib.import_module("ssh-session")

USER, GROUP = "newcomer-nel", "newcomer-all"
NAME = "Northshire Safeguarding Children Partnership"
TODAY = datetime.date.today()

AGENCIES = [("Northshire Council", "Council", "council"), ("Northshire Police", "Police", "police"),
            ("NHS Northshire Integrated Care Board", "ICB", "health"),
            ("Northshire Schools Forum", "Schools", "education"),
            ("Northshire Voluntary Action", "NVA", "voluntary")]
PEOPLE = ["Alex Archer", "Bo Baker", "Chris Carter", "Dana Dale", "Eli Evans", "Fay Foster"]
GROUPS = [("Quality and Performance", "QPG", "every 6 weeks",
           [("Council lead", "council", "alex"), ("Police lead", "police", "bo"), ("Health lead", "icb", "chris")]),
          ("Learning and Review", "LRG", "quarterly",
           [("Head of reviews", "council", "dana"), ("Designated nurse", "icb", "eli"),
            ("Schools lead", "schools", "fay")])]
AGENDA = ["Welcome and apologies", "Neglect audit", "Any other business"]
PAPERS = [("Audit findings", "council"), ("Audit tool", "police")]
ACTIONS = [("Send the audit tool to all schools", "schools", "+2w"),
           ("Count the strategy discussions", "bo baker", "+1m"),
           ("Ask health for the referral figures", "icb", "in 10 working days"),
           ("Write to the charities about training", "nva", "+6w")]
QUARTERS = [("Apr 2025 to Jun 2025", "41"), ("Jul 2025 to Sep 2025", "38.5"), ("Oct 2025 to Dec 2025", "44"),
            ("Jan 2026 to Mar 2026", "40")]


def day(distance):
    """A day so far from today, as people type it."""
    date = TODAY + datetime.timedelta(days=distance)
    return f"{date.day} {date:%b} {date.year}".lower()


class Stopped(Exception):
    pass


class Newcomer(Desk):
    """A person with nothing but ssh; counts each key that is pressed."""

    def __init__(self, place, words, width, height):
        super().__init__(place, USER, width, height, "022", "")
        quoted = " ".join(f"'{word}'" for word in words)
        self.command = f"LANG=C.UTF-8 TERM=tmux-256color exec {quoted}"
        self.keys, self.letters = 0, 0
        self.parts = []

    def types(self, *keys):
        for key in keys:
            self.keys += 1 if not key.startswith(" ") else 0
            self.letters += len(key) - 1 if key.startswith(" ") else 0
        super().types(*keys)

    def sees(self, *words, seconds=15):
        if self.waits(*words, seconds=seconds) is None:
            missing = [str(word) for word in words if not self.shows(word)]
            check(False, f"the screen shows {missing}", self.screen.rstrip().replace("\n", "\n      "))
            raise Stopped()

    def saves(self, title):
        """Ctrl-S, and the receipt for exactly this."""
        self.types("C-s")
        self.sees(re.compile(r"Saved \d\d:\d\d: " + re.escape(title)))

    def done(self, *words):
        """Ctrl-S in a form inside another one, and what is seen after it."""
        self.types("C-s")
        self.sees(*words)

    def field(self, name):
        """Tabs on to a field by what stands before it."""
        for _ in range(24):
            if re.search(r"►[ *]+" + re.escape(name), self.screen):
                return
            before = self.screen
            self.types("Tab")
            self.until_changed(before)
        check(False, f"there is a field {name}", self.screen.rstrip().replace("\n", "\n      "))
        raise Stopped()

    def until_changed(self, before):
        until("another screen", 5, lambda: self.screen != before)

    def finds(self, words, offered):
        """Types letters of a record and waits until it is offered below the field."""
        self.types(" " + words)
        self.sees(re.compile("► .*" + re.escape(offered)))

    def step(self, title):
        """Opens one of the first steps."""
        self.sees("═ First steps")
        for key in ["Home"] + ["Down"] * 12:
            if re.search(r"►\[[ =]\] +\d+ +" + re.escape(title), self.screen):
                break
            self.moves(key)
        self.types("Enter")
        if until("another place", 10, lambda: not self.shows("═ First steps")) is None:
            check(False, f"Enter opens the step {title}", self.screen)
            raise Stopped()

    def back(self):
        """Leads back to the first steps."""
        for _ in range(4):
            if self.shows("═ First steps"):
                return
            self.types("Escape")
            self.waits("═ First steps", seconds=2)

    def adds(self, title, choice=False):
        """Begins to add: a step that is not done has opened the form already."""
        form = re.compile("[─═] " + re.escape(title))
        if not self.shows(form):
            self.types("a")
            if choice:
                self.sees("What is to be added?")
                self.types("Enter")
        self.sees(form)

    def says(self, part):
        """Remembers how many keys a part took."""
        before = sum(keys for _, keys, _ in self.parts), sum(letters for _, _, letters in self.parts)
        self.parts.append((part, self.keys - before[0], self.letters - before[1]))
        print(f"      {part}: {self.parts[-1][1]} keys, {self.parts[-1][2]} letters of text", flush=True)


def enters(nel):
    nel.sees("First steps", "Add the agencies")
    nel.step("Add the agencies")
    for name, short, category in AGENCIES:
        nel.adds("Add agency")
        nel.types(" " + name, "Tab", " " + short, "Tab", " " + category)
        nel.saves("Add agency: " + name[:20])
    nel.says("five agencies")

    nel.back()
    nel.step("Add the three safeguarding partners")
    for short in ("council", "police", "icb"):
        nel.adds("Add safeguarding partner", choice=True)
        nel.finds(short, "Northshire")
        nel.saves("Add safeguarding partner")
    nel.says("three partners")

    nel.back()
    nel.step("Add the people")
    for name in PEOPLE:
        nel.adds("Add person")
        nel.types(" " + name)
        nel.saves("Add person: " + name)
    nel.says("six people")

    nel.back()
    nel.step("Add the executive")
    nel.adds("Add group")
    nel.types(" Executive Board", "Tab", " Executive", "Tab", " exec", "Tab", " quarterly")
    nel.field("Rotation")
    nel.types("Enter")
    nel.sees("Add rotation", "► Order")
    for number, short in enumerate(("council", "police", "icb")):
        nel.finds(("; " if number else "") + short, "Northshire")
        nel.types("Enter")
    nel.types("Tab", " 1 apr 2026", "Tab", " 12")
    nel.done("Add group", "Order")
    nel.saves("Add group: Executive Board")
    nel.says("the executive")

    nel.back()
    nel.step("Add a group")
    for name, short, cadence, seats in GROUPS:
        nel.adds("Add group")
        nel.types(" " + name, "Tab", " " + short, "Tab", "Tab", " " + cadence)
        nel.field("Seats")
        for title, agency, person in seats:
            nel.types(" " + title)
            nel.sees("Add seat")
            nel.types("Tab")
            nel.finds(agency, "Northshire")
            nel.field("Held by")
            nel.finds(person, person.capitalize())
            nel.done("[ Add seat ]")
        nel.saves("Add group: " + name)
    nel.says("two groups with three seats each")

    nel.selects("Q")
    nel.types("Enter")
    nel.sees("Purpose and terms of reference")
    meeting(nel)
    actions(nel)
    review(nel)
    dataset(nel)
    rule(nel)


def meeting(nel):
    nel.types("a")
    nel.sees("Add meeting")
    nel.types(" +3w", "Tab", " 10:00")
    nel.saves("Add meeting")
    nel.types("Enter")
    nel.sees("has no agenda yet")
    for title in AGENDA:
        nel.types("a")
        nel.sees("Add agenda item")
        nel.types(" " + title)
        if title == AGENDA[1]:
            nel.field("Papers")
            for number, (paper, owner) in enumerate(PAPERS):
                nel.types(*(["Enter"] if number else []), f" {paper}; {owner}")
        nel.saves("Add agenda item: " + title)
    nel.says("a meeting with three items and two papers")


def actions(nel):
    nel.types("Escape")
    nel.sees("No actions yet")
    nel.zooms("Actions")
    for title, owner, due in ACTIONS:
        nel.types("a")
        nel.sees("Add action")
        nel.types(" " + title, "Tab", " " + owner)
        nel.sees(re.compile("► "))
        nel.types("Tab", " " + due)
        nel.saves("Add action: " + title)
    nel.says("four actions")


def add(nel, noun):
    nel.types(":", " add " + noun)
    nel.sees(re.compile("► *Add " + noun))
    nel.types("Enter")
    nel.sees(re.compile("[─═] Add " + noun))


def review(nel):
    add(nel, "review")
    nel.types(" Child Rowan")
    nel.field("Incident known on")
    nel.types(" " + day(-24), "Tab", " " + day(-20), "Tab", " " + day(-5))
    nel.saves("Add review: Child Rowan")
    nel.says("a review")


def dataset(nel):
    add(nel, "cluster")
    nel.types(" Neglect")
    nel.saves("Add cluster: Neglect")
    add(nel, "indicator")
    nel.finds("negl", "Neglect")
    nel.types("Tab", " Children on a plan for neglect")
    nel.field("Unit")
    nel.types(" %")
    nel.field("Comparators")
    nel.types("Enter")
    nel.sees("Add comparator")
    nel.types(" England")
    nel.field("Period")
    nel.types(" 2024/25", "Tab", " 43")
    nel.done("Add indicator", "England")
    nel.saves("Add indicator")
    nel.types("4")
    nel.sees("Children on a plan for neg")
    nel.selects("Children on a plan")
    nel.types("Enter")
    nel.sees("No values yet")
    for period, value in QUARTERS:
        nel.types("a")
        nel.sees("► Period")
        nel.types(" " + period, "Tab", " " + value)
        nel.saves("Add value")
    nel.says("an indicator with a cluster, four quarters and a comparator")


def rule(nel):
    add(nel, "rule")
    nel.types(" Challenge log to the executive", "Tab", " The challenge log goes to the executive.")
    nel.field("Counted from")
    nel.types(" a period ends", "Tab", " 10", "Tab", " working days")
    nel.field("Once in each")
    nel.types(" quarter")
    nel.saves("Add rule")
    nel.says("a local rule")


def finds_all(program, data):
    """What was entered, as the command line tells it."""
    checked = run(program, "--data", data, "check")
    check(checked.returncode == 0 and "error" not in checked.stdout, "masa check finds no error",
          checked.stdout + checked.stderr)
    if checked.stdout.strip():
        print("      " + checked.stdout.strip().replace("\n", "\n      "))

    def listed(kind):
        answer = run(program, "--data", data, "list", kind, "--format", "json")
        try:
            return json.loads(answer.stdout)
        except json.JSONDecodeError:
            check(False, f"masa list {kind} answers JSON", answer.stdout[:300] + answer.stderr[:300])
            return []

    def count(kind, expected):
        found = listed(kind)
        rows = found if isinstance(found, list) else next((v for v in found.values() if isinstance(v, list)), [])
        check(len(rows) == expected, f"masa list {kind} shows {expected}", f"{len(rows)}: {json.dumps(found)[:400]}")

    for kind, expected in (("agency", 5), ("person", 6), ("group", 3), ("seat", 6), ("meeting", 1), ("action", 4),
                           ("review", 1), ("cluster", 1), ("indicator", 1), ("value", 4)):
        count(kind, expected)

    def shown(kind, id):
        answer = run(program, "--data", data, "show", kind, id, "--format", "json")
        check(answer.returncode == 0, f"masa show {kind} {id} answers", answer.stderr)
        return answer.stdout

    def tells(kind, id, *words):
        text = " ".join(shown(kind, id).split())
        missing = [word for word in words if word not in text]
        check(not missing, f"masa show {kind} {id} tells what was entered", f"{missing} in {text[:1200]}")

    tells("partnership", "nscp", '"agency": "council"', '"agency": "police"', '"agency": "icb"')
    tells("group", "executive", '"termMonths": 12', '"start": "2026-04-01"', '"order": [ "council", "police", "icb" ]')
    tells("group", "qpg", '"every": 6', '"person": "alex-archer"', '"person": "bo-baker"', '"person": "chris-carter"')
    tells("meeting", listed("meeting")[0]["id"], *AGENDA, *(paper for paper, _ in PAPERS))
    for action in listed("action"):
        tells("action", action["id"], '"owners": [ {', '"due": "')
    tells("review", "child-rowan", '"incidentKnownOn": "', '"notifiedOn": "', '"rapidReviewSentOn": "')
    tells("indicator", listed("indicator")[0]["id"], '"name": "England"', '"value": 43', '"unit": "%"')
    own = [rule for rule in listed("rule") if rule["title"] == "Challenge log to the executive"]
    check(len(own) == 1, "the local rule is there once", str(own))
    kept = json.loads(open(f"{data}/partnerships/nscp/rules.json").read())["rules"]
    check(len(kept) == 1, "the local rule is kept with the partnership", str(kept))


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    if os.geteuid() != 0:
        raise SystemExit("This check needs root: it makes an account and starts an sshd of its own.")
    program = os.path.abspath(sys.argv[1])
    refuse_accounts([USER])
    server.install_server()
    place = tempfile.mkdtemp(prefix="masa-newcomer-", dir="/tmp")
    os.chmod(place, 0o755)
    sshd = None
    try:
        must("groupadd", GROUP)
        server.make_account(USER, GROUP)
        must("usermod", "-p", "*", USER)
        must("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{place}/key-{USER}")
        shutil.copy(f"{place}/key-{USER}.pub", f"{place}/keys-{USER}")
        os.chmod(f"{place}/keys-{USER}", 0o644)
        data = f"{place}/data"
        must(program, "init", "--shared", data, "--admin-group", GROUP, "--name", NAME, "--short", "NSCP")
        sshd = server.Server(place, program, GROUP)
        nel = Newcomer(place, sshd.words("ssh", USER, "-tt", f"{USER}@127.0.0.1"), 100, 30)
        nel.sits_down()
        try:
            enters(nel)
        except Stopped:
            pass
        check(nel.leaves() is not None, "q leaves, and the connection ends")
        print(f"      {nel.keys + nel.letters} keys in all: {nel.letters} letters of text and {nel.keys} others")
        finds_all(program, data)
        if os.environ.get("KEEP_DATA"):
            shutil.copytree(data, os.environ["KEEP_DATA"], dirs_exist_ok=True)
    finally:
        if sshd:
            sshd.close()
        remove_accounts([USER], [GROUP])
        # The home is root's, so that userdel leaves it.
        shutil.rmtree(f"/home/{USER}", ignore_errors=True)
        shutil.rmtree(place, ignore_errors=True)
    print(f"{len(failures)} failed" if failures else "all good")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()

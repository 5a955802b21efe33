#!/usr/bin/env python3
"""Runs a whole meeting through Masa: two accounts of a shared server, each with a terminal of their own.

    sudo Tests/Server/meeting.py PROGRAM

It needs root and tmux, makes accounts and groups and removes them again. Ann chairs on a screen of 120x40, Bob takes
part on one of 80x24 with a strict umask. Exit 0: all good, 1: not.
"""
import datetime, json, os, pathlib, re, shutil, stat, sys, tempfile, time

from desk import Desk
from people import check, failures, finds_nothing_amiss, locks, must, refuse_accounts, remove_accounts, run, until

ANN, BOB = "meeting-ann", "meeting-bob"
EVERYBODY, ADMINISTRATORS, CHAIRS, PANEL = "meeting-all", "meeting-admins", "meeting-chairs", "meeting-panel"
GROUPS = [EVERYBODY, ADMINISTRATORS, CHAIRS, PANEL]
TODAY = datetime.date.today()


def day(distance):
    return (TODAY + datetime.timedelta(days=distance)).isoformat()


def lay_data(program, data):
    """The folder of a server with a group that both change, and one that is closed to Bob."""
    must(program, "init", "--shared", data, "--admin-group", ADMINISTRATORS, "--readers", EVERYBODY,
         "--name", "Test Area", "--short", "TA")
    add = [program, "--data", data, "group", "add"]
    must(*add, "pmqa", "--name", "Quality Assurance", "--partnership", "ta", "--chairs", CHAIRS)
    must(*add, "panel", "--name", "Review Panel", "--partnership", "ta", "--chairs", PANEL, "--closed")
    must(*add, "training", "--name", "Training", "--partnership", "ta", "--chairs", ADMINISTRATORS)

    def enter(path, **fields):
        file = pathlib.Path(data, path)
        is_new = not file.exists()
        record = {} if is_new else json.loads(file.read_text())
        record.update(fields)
        file.write_text(json.dumps(record, indent=2) + "\n")
        # The folder gives it its Unix group; those of the group may write it.
        if is_new: file.chmod(0o660)

    enter("agencies.json", agencies=[
        {"id": "council", "name": "Test Council", "category": "council"},
        {"id": "police", "name": "Test Police", "category": "police"},
        {"id": "nhs", "name": "NHS Test", "category": "health"}])
    enter("people.json", people=[{"id": "ann-archer", "name": "Ann Archer"}, {"id": "bob-baker", "name": "Bob Baker"}])
    enter("groups/pmqa/group.json", standingItems=[
        "Welcome and apologies", "Minutes of the last meeting", "Audit programme"])
    enter("groups/pmqa/meetings.json", meetings=[
        {"id": "pmqa-last", "group": "pmqa", "date": day(-35), "status": "held", "agenda": [
            {"number": "1", "title": "Welcome", "outcome": "Noted."},
            {"number": "2", "title": "Audit of strategy discussions"}]},
        {"id": "pmqa-now", "group": "pmqa", "date": day(0), "status": "planned", "attendance": [
            {"person": "ann-archer", "agency": "council", "status": "absent"},
            {"agency": "nhs", "status": "absent"},
            {"person": "bob-baker", "agency": "police", "status": "absent"}]},
        {"id": "pmqa-next", "group": "pmqa", "date": day(42), "status": "planned"}])
    enter("groups/pmqa/actions.json", actions=[
        {"id": "pmqa-1", "group": "pmqa", "title": "Send the audit tool", "status": "open", "due": day(12),
         "owners": [{"agency": "council"}]},
        {"id": "pmqa-2", "group": "pmqa", "title": "Count the strategy discussions", "status": "open",
         "due": day(20), "owners": [{"person": "bob-baker"}]}])
    roles(data, chairs={ANN: ["pmqa", "panel"], BOB: ["pmqa"]})


def roles(data, chairs):
    """What the administrator writes about who has which role."""
    people = [{"user": ANN, "person": "ann-archer"}, {"user": BOB, "person": "bob-baker"}]
    for person in people:
        if chairs.get(person["user"]):
            person["chairs"] = chairs[person["user"]]
    file = pathlib.Path(data, "access.json")
    file.write_text(json.dumps({"contact": "Mo in the business team", "people": people}, indent=2) + "\n")


def make_accounts():
    for group in GROUPS:
        must("groupadd", group)
    for user, groups in {ANN: [EVERYBODY, CHAIRS, PANEL], BOB: [EVERYBODY, CHAIRS]}.items():
        must("useradd", "--shell", "/bin/sh", "--create-home", "--groups", ",".join(groups), user)


def rights(data):
    """Group, mode and list of everything in the data folder; who saved a file last may own it."""
    answer = {}
    for path in sorted(pathlib.Path(data).rglob("*")) + [pathlib.Path(data)]:
        status = path.stat()
        acl = [line for line in must("getfacl", "-cp", str(path)).splitlines() if line]
        answer[str(path)] = (status.st_gid, oct(stat.S_IMODE(status.st_mode)), acl)
    return answer


def held(data, path, id):
    """A record as it stands on the disk."""
    records = next(iter(json.loads(pathlib.Path(data, path).read_text()).values()))
    return next((record for record in records if record["id"] == id), {})


def printed(date):
    return f"{date.day} {date:%b} {date.year}"


def listed(date):
    """A day as a list says it: with its year only where that is another one."""
    return f"{date.day} {date:%b}(?: {date.year})?"


class Meeting:
    """What Ann and Bob do, step by step, and what they must see."""

    def __init__(self, place):
        self.program, self.data = f"{place}/masa", f"{place}/data"
        self.ann = Desk(place, ANN, 120, 40, "022", self.data)
        self.bob = Desk(place, BOB, 80, 24, "077", self.data)
        self.acknowledged = []
        self.slowest = 0

    def fails(self, what):
        """Says what went wrong, with both screens."""
        screens = [f"{desk.user}:\n{desk.screen.rstrip()}" for desk in (self.ann, self.bob)]
        check(False, what, "\n".join(screens).replace("\n", "\n      "))

    def must_show(self, desk, *words, seconds=10):
        """Waits for texts on a screen; the meeting cannot go on without them."""
        if desk.waits(*words, seconds=seconds) is None:
            missing = [word for word in words if not desk.shows(word)]
            self.fails(f"{desk.user} sees {missing}")
            raise Stopped()

    def saves(self, desk, title):
        """Waits until the journal has what was saved last, demands the receipt, and keeps it for the end.

        The journal is asked first: an older receipt of the same title may still be on the screen.
        """
        known = self.acknowledged.count((desk.user, title))
        if until("the journal", 8, lambda: self.journalled(desk.user, title) > known) is None:
            self.fails(f"{desk.user} saves: {title}")
            raise Stopped()
        if desk.waits(re.compile(r"Saved \d\d:\d\d: " + re.escape(title)), seconds=5) is None:
            self.fails(f"{desk.user} is told what was saved: {title}")
            raise Stopped()
        self.acknowledged.append((desk.user, title))

    def journalled(self, user, title):
        """How often the journal of the group has an entry of an account with such a beginning of its title."""
        # A line that is just being written has no end yet.
        lines = pathlib.Path(self.data, "groups/pmqa/journal.jsonl").read_text().split("\n")[:-1]
        entries = [json.loads(line) for line in lines]
        return sum(entry.get("user") == user and entry.get("title", "").startswith(title) for entry in entries)

    def sees_soon(self, desk, *words):
        """Whether something shows by itself within a second."""
        after = desk.waits(*words, seconds=5)
        self.slowest = max(self.slowest, after or 0)
        if after is None or after > 1:
            self.fails(f"{desk.user} sees {words} within 1 s, by itself (it took {after})")

    def selects(self, desk, row):
        if not desk.selects(row):
            self.fails(f"{desk.user} finds the row {row}")
            raise Stopped()

    def zooms(self, desk, title):
        if not desk.zooms(title):
            self.fails(f"{desk.user} finds the panel {title}")
            raise Stopped()

    def opens_group(self, desk):
        desk.types("3")
        self.must_show(desk, "Groups ")
        self.selects(desk, "Quality Assurance")
        desk.types("Enter")
        self.must_show(desk, "► Quality Assurance", "Actions ")

    # The steps

    def agenda(self):
        """agenda: begun, added to, reordered; the other screen follows by itself"""
        for desk in (self.ann, self.bob):
            self.opens_group(desk)
        for desk in (self.ann, self.bob):
            self.must_show(desk, "2 here")
        self.ann.types("B")
        self.must_show(self.ann, "Begin the agenda with", "standing the items")
        self.ann.types(" stand")
        self.must_show(self.ann, "►standing")
        self.ann.types("Enter")
        self.sees_soon(self.bob, "Audit programme", "•", re.compile(ANN + r", \d\d:\d\d: Agenda"))
        self.saves(self.ann, "Begin agenda")
        self.selects(self.ann, "Welcome and apologies")
        self.ann.types("a")
        self.must_show(self.ann, "Add agenda item")
        self.ann.types(" Thresholds for referral", "Tab", " pol")
        self.must_show(self.ann, "► Test Police agency")
        self.ann.types("Tab", "Tab", "Tab", " Thresholds paper; council", "C-s")
        self.sees_soon(self.bob, "4 Thresholds for referral", "Test Police", "0 of 1")
        self.saves(self.ann, "Add agenda item")
        self.selects(self.ann, "Thresholds for referral")
        self.ann.types("<")
        self.sees_soon(self.bob, re.compile("3 •?Thresholds for referral"))
        self.saves(self.ann, "Move up: Thresholds for referral")
        is_kept = re.search("►[ >=]*3 *Thresholds", self.ann.screen) is not None
        check(is_kept, "the item that was moved stays selected, to be moved on",
              next((line for line in self.ann.screen.splitlines()[2:] if "►" in line), ""))
        self.selects(self.ann, "Thresholds for referral")
        self.ann.types(">")
        self.sees_soon(self.bob, re.compile("4 •?Thresholds for referral"))
        self.saves(self.ann, "Move down: Thresholds for referral")

    def attendance(self):
        """attendance: both at once, merged, nothing lost"""
        for desk in (self.ann, self.bob):
            self.selects(desk, "Thresholds for referral")
            desk.types("Enter")
            self.must_show(desk, re.compile("Meeting of .*as at"))
        self.selects(self.bob, "Bob Baker, Test Police")
        self.bob.types("e")
        self.must_show(self.bob, "Edit attendance", re.compile("field 1 of 6 .*► Who"))
        self.bob.types("Tab")
        self.must_show(self.bob, re.compile("field 2 of 6 .*► Status"))
        self.bob.types("Escape")
        self.must_show(self.bob, re.compile("Meeting of .*as at"))
        self.bob.types("Space")
        self.saves(self.bob, "Attendance: Bob Baker, Test Police, present")
        self.bob.types("Space")
        self.saves(self.bob, "Attendance: Bob Baker, Test Police, apologies")
        self.bob.types("e", "Tab", "Tab")
        self.must_show(self.bob, "Edit attendance", re.compile("Status apologies.*► Reason"))
        self.bob.types(" Away at court")
        self.must_show(self.bob, "Away at court")
        self.selects(self.ann, "NHS Test")
        self.ann.types("e")
        self.must_show(self.ann, "Edit attendance", re.compile("field 1 of 5 .*► Who"))
        self.ann.types("Escape")
        self.must_show(self.ann, "► Meeting o")
        self.selects(self.ann, "Ann Archer")
        self.ann.types("Space")
        self.saves(self.ann, "Attendance: Ann Archer, Test Council, present")
        self.ann.types("Down", "Space")
        self.bob.types("C-s")
        self.saves(self.ann, "Attendance: NHS Test, present")
        self.saves(self.bob, "Edit attendance: Bob Baker")
        merged = [re.compile(r"Ann Archer, Test Co\S* *•? *present"), re.compile("NHS Test *•? *present"),
                  re.compile(r"Bob Baker, Test \S* *•? *apologies")]
        for desk in (self.ann, self.bob):
            # A panel alone has room for everybody.
            desk.types("z")
            self.must_show(desk, *merged)
            desk.types("z")
        found = [(row["status"], row.get("reason")) for row in
                 held(self.data, "groups/pmqa/meetings.json", "pmqa-now")["attendance"]]
        check(found == [("present", None), ("present", None), ("apologies", "Away at court")],
              "all three are in the file", str(found))

    def decisions(self):
        """decision, outcome, and actions from it with the dates as typed"""
        self.zooms(self.ann, "Decisions one by one")
        self.ann.types("a")
        self.must_show(self.ann, "Add decision")
        self.ann.types(" Ask the police for the monthly count.", "Tab", " nhs", "Tab", "C-s")
        self.saves(self.ann, "Add decision")
        self.selects(self.ann, "4 *Thresholds for referral")
        self.ann.types("e")
        self.must_show(self.ann, "Edit agenda item: Thresholds for referral")
        self.ann.types("Tab", "Tab", "Tab", "Tab", "Tab")
        self.must_show(self.ann, "field 6 of 8", "What came of it")
        self.ann.types(" Police sends examples", "C-s")
        self.saves(self.ann, "Outcome of: Thresholds for referral")
        self.selects(self.ann, "4 *Thresholds for referral")
        self.makes_action("Police sends examples", [], "in 10 working days", "in 10 working days")
        self.selects(self.ann, "3 *Audit programme")
        self.makes_action("Audit programme", [" bob", "Tab"], "fri", "working day")

    def makes_action(self, title, owner, date, reading):
        self.ann.types("o")
        self.must_show(self.ann, "Add action", re.compile("Title *" + title))
        self.ann.types("Tab", *(owner or ["Tab"]), " " + date)
        self.must_show(self.ann, re.compile(f"Due *{date} *\\w+ \\d+ \\w+ \\d+, in .*{reading.split()[-1]}"))
        self.ann.types("C-s")
        self.saves(self.ann, f"Add action: {title}")
        self.must_show(self.ann, re.compile("Actions .*" + title[:12], re.DOTALL))

    def conflict(self):
        """conflict: theirs, mine and before are shown, mine is chosen, history has both"""
        theirs = TODAY + datetime.timedelta(days=(4 - TODAY.weekday() - 1) % 7 + 1)
        mine, before = (TODAY + datetime.timedelta(days=distance) for distance in (14, 12))
        for desk, typed in ((self.ann, "fri"), (self.bob, "+2w")):
            desk.types("Escape")
            self.must_show(desk, "Next agenda ")
            self.selects(desk, "Send the audit tool")
            desk.types("e")
            self.must_show(desk, "Edit action: Send the audit tool")
            desk.types("Tab", "Tab", "C-u", " " + typed)
            self.must_show(desk, re.compile(re.escape(typed) + r" +\w+ \d+ \w+ \d+, in"))
        self.ann.types("C-s")
        self.saves(self.ann, "Due of: Send the audit tool")
        self.must_show(self.bob, f"{ANN} changed Due meanwhile")
        self.bob.types("C-s")
        self.must_show(self.bob, "Conflict: Due of: Send the audit tool", f"theirs: {ANN}", f"t theirs {printed(theirs)}",
                       f"m mine {printed(mine)}", f"before {printed(before)}")
        now = held(self.data, "groups/pmqa/actions.json", "pmqa-1")["due"]
        check(now == theirs.isoformat(), "nothing is overwritten while Bob is asked", now)
        self.bob.types("m")
        self.must_show(self.bob, "1 of 1 chosen", "(*) m mine")
        self.bob.types("Enter")
        self.saves(self.bob, "Due of: Send the audit tool")
        self.sees_soon(self.ann, printed(mine))
        self.selects(self.ann, "Send the audit tool")
        self.ann.types("w")
        self.must_show(self.ann, "History of Send the audit tool", f"{ANN} Due of: ", f"{BOB} Due of: ",
                       f"{printed(theirs)}, now {printed(mine)}")
        self.ann.types("Escape")
        self.must_show(self.ann, "Next agenda ")

    def dropped_line(self):
        """dropped line: the draft is offered with what differs, finished and saved"""
        self.selects(self.bob, "Send the audit tool")
        self.bob.types("n")
        self.must_show(self.bob, "Note on action")
        self.bob.types(" Asked the station for the October count")
        self.must_show(self.bob, "the October count")
        gone = self.bob.line_drops()
        check(gone is not None, "a lost terminal ends masa within 5 s")
        check(locks(self.data) == [], "it leaves no lock", str(locks(self.data)))
        check("October" not in pathlib.Path(self.data, "groups/pmqa/actions.json").read_text(),
              "half a note is not in the data")
        drafts = run("find", f"/home/{BOB}/.local/state/masa/drafts", "-type", "f", "-printf", "%m\\n").stdout.split()
        check(drafts == ["600"], "what was typed is kept in a file that only Bob reads", str(drafts))
        self.selects(self.ann, "Send the audit tool")
        self.ann.types("n")
        self.must_show(self.ann, "Note on action")
        self.ann.types(" Draft tool is ready", "C-s")
        self.saves(self.ann, "Note on action: Send the audit tool")
        self.must_sit(self.bob)
        self.must_show(self.bob, "You were typing when you left: press d")
        self.bob.types("d")
        self.must_show(self.bob, "Note on action: Send the audit tool",
                       "Progress note: Asked the station for the October count")
        self.bob.types("Enter")
        self.must_show(self.bob, "Here is what you typed before", "the October count")
        self.bob.types("End", "  and the ward", "C-s")
        self.saves(self.bob, "Note on action: Send the audit tool")
        notes = held(self.data, "groups/pmqa/actions.json", "pmqa-1").get("progress", [])
        texts = [note["text"] for note in notes]
        check(sorted(texts) == ["Asked the station for the October count and the ward", "Draft tool is ready"],
              "the whole note is in the file, beside the one that came meanwhile", str(texts))
        drafts = run("find", f"/home/{BOB}/.local/state/masa/drafts", "-type", "f").stdout
        check(not drafts, "the draft is gone once it is saved", drafts)
        self.opens_group(self.bob)

    def must_sit(self, desk):
        if desk.sits_down() is None:
            self.fails(f"{desk.user} opens the dashboard")
            raise Stopped()

    def undo(self):
        """undo and redo: named, on both screens, and after a restart"""
        name = "Police sends examples"
        # What is done goes to the end of the list, which Bob's window shows when the panel is alone.
        self.selects(self.bob, name)
        self.bob.types("z")
        self.selects(self.ann, name)
        self.ann.types("Space")
        self.saves(self.ann, f"Tick: {name}")
        self.sees_soon(self.bob, re.compile(r"\bdone\b[^│]{1,60}?" + name))
        for is_again in (False, True):
            if is_again:
                check(self.ann.leaves() is not None, "q leaves")
                self.must_sit(self.ann)
                self.opens_group(self.ann)
            for key, word, status in (("u", "Undo", "open"), ("U", "Redo", "done")):
                self.ann.types(key)
                self.must_show(self.ann, re.compile(f'{word}: Status of "{name}.*y yes'))
                self.ann.types("y")
                self.saves(self.ann, word)
                for desk in (self.ann, self.bob):
                    self.sees_soon(desk, re.compile(r"\b" + status + r"\b[^│]{1,60}?" + name))
        self.bob.types("z")

    def roles(self):
        """roles: the chair agrees and rolls; the member is told what is not for him; a closed place"""
        roles(self.data, chairs={ANN: ["pmqa", "panel"]})
        self.must_show(self.bob, "locked in part", "For anything else ask Mo in the business team", seconds=5)
        # Taking the attendance has made it a meeting that was held; where it took place is entered now.
        self.selects(self.ann, listed(TODAY) + " *held")
        self.ann.types("e")
        self.must_show(self.ann, "Edit meeting")
        self.ann.types("Tab", "Tab", "Tab", "Tab", " Town hall", "C-s")
        self.saves(self.ann, "Place of: ")
        self.sees_soon(self.bob, re.compile(ANN + r", \d\d:\d\d: Place of .*Town hall"))
        refusal = "You may change status and notes of your own actions"
        self.is_refused("R", refusal)
        self.is_refused("a", refusal)
        last = listed(TODAY - datetime.timedelta(days=35)) + " *held"
        self.selects(self.bob, last)
        self.is_refused("A", refusal)
        self.selects(self.bob, "Send the audit tool")
        self.is_refused("Space", "This action is not yours.")
        self.selects(self.bob, "Count the strategy discussions")
        self.bob.types("Space")
        self.saves(self.bob, "Tick: Count the strategy discussions")
        self.selects(self.ann, last)
        self.ann.types("A")
        self.must_show(self.ann, "Minutes agreed: Meeting of", printed(TODAY))
        self.ann.types("C-s")
        self.saves(self.ann, "Minutes agreed")
        self.ann.types("R")
        self.must_show(self.ann, "What goes on", "everything that was left open")
        self.ann.types("Enter")
        self.saves(self.ann, "Roll")
        agenda = held(self.data, "groups/pmqa/meetings.json", "pmqa-next").get("agenda", [])
        check("Audit programme" in [item["title"] for item in agenda], "what had no outcome is on the next agenda",
              str([item["title"] for item in agenda]))
        check(held(self.data, "groups/pmqa/meetings.json", "pmqa-last").get("minutesAgreedOn") == TODAY.isoformat(),
              "the minutes are agreed today")
        self.bob.types("3")
        self.must_show(self.bob, "Groups ", "is closed to you", "Ask Mo in the business team")
        check(not self.bob.shows("Review Panel"), "the closed group is neither listed nor counted")

    def is_refused(self, key, sentence):
        """Bob presses a key and is told why not; the place itself says so all the time."""

        def answers():
            return self.bob.notice.startswith(sentence)

        self.bob.types("C-l")
        until("the last answer to go", 2, lambda: not answers())
        self.bob.types(key)
        if until("the refusal", 5, answers) is None:
            self.fails(f"{key} answers Bob: {sentence}")

    def afterwards(self, before):
        """afterwards: clean, chain intact, rights as before, every step in the history under its account"""
        for desk in (self.ann, self.bob):
            check(desk.leaves() is not None, f"{desk.user} leaves with q")
        found = run(self.program, "--data", self.data, "check")
        check(found.returncode == 0 and not found.stdout, "masa check finds nothing", found.stdout + found.stderr)
        chain = run(self.program, "--data", self.data, "journal", "verify")
        is_intact = chain.returncode == 0 and "intact" in chain.stdout
        check(is_intact, "the journals are intact", chain.stdout + chain.stderr)
        after = rights(self.data)
        changed = [f"{path}: {before.get(path)}, now {after.get(path)}" for path in sorted({*before, *after})
                   if before.get(path) != after.get(path)]
        check(not changed, f"group, mode and list of {len(before)} files and folders are as before",
              "\n      ".join(changed))
        check(locks(self.data) == [], "no lock is left", str(locks(self.data)))
        entries = json.loads(must(self.program, "--data", self.data, "history", "--format", "json"))
        numbers = {run("id", "-u", user).stdout.strip(): user for user in (ANN, BOB)}
        left = [(numbers.get(str(entry["uid"])), entry["title"]) for entry in entries]
        # The administrator laid the groups before they came.
        left = [(user, title) for user, title in left if user or not title.startswith("Add group: ")]
        missing = []
        for user, title in self.acknowledged:
            match = next((entry for entry in left if entry[0] == user and entry[1].startswith(title)), None)
            if match:
                left.remove(match)
            else:
                missing.append((user, title))
        check(not missing, f"all {len(self.acknowledged)} acknowledged steps are in the history under their accounts",
              str(missing))
        check(not left, "the history has nothing else", str(left))


class Stopped(Exception):
    """The meeting cannot go on; why has been said."""


def hold(meeting):
    before = rights(meeting.data)
    for desk in (meeting.ann, meeting.bob):
        meeting.must_sit(desk)
    steps = [meeting.agenda, meeting.attendance, meeting.decisions, meeting.conflict, meeting.dropped_line,
             meeting.undo, meeting.roles, lambda: meeting.afterwards(before)]
    for number, step in enumerate(steps, 1):
        start, known, meeting.slowest = time.monotonic(), len(failures), 0
        step()
        words = (step.__doc__ or Meeting.afterwards.__doc__).strip()
        news = f", news after at most {meeting.slowest:.2f} s" if meeting.slowest else ""
        check(len(failures) == known, f"{number} {words} ({time.monotonic() - start:.1f} s{news})")


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    if os.geteuid() != 0:
        raise SystemExit("This check needs root: it makes accounts.")
    if not all(map(shutil.which, ("tmux", "getfacl", "su"))):
        raise SystemExit("This check needs tmux, and getfacl of the package acl.")
    refuse_accounts([ANN, BOB])
    program = os.path.abspath(sys.argv[1])
    place = tempfile.mkdtemp(prefix="masa-meeting-", dir="/tmp")
    os.chmod(place, 0o755)
    meeting = None
    try:
        make_accounts()
        shutil.copy(program, f"{place}/masa")
        lay_data(program, f"{place}/data")
        finds_nothing_amiss(program, f"{place}/data")
        meeting = Meeting(place)
        hold(meeting)
    except Stopped:
        pass
    finally:
        for desk in (meeting.ann, meeting.bob) if meeting else ():
            desk.tmux("kill-server")
        remove_accounts([ANN, BOB], GROUPS)
        shutil.rmtree(place, ignore_errors=True)
    print(f"{len(failures)} failed" if failures else "all good")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()

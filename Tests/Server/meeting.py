#!/usr/bin/env python3
"""Runs a whole meeting through Masa: two accounts of a shared server, each with a terminal of their own.

    sudo Tests/Server/meeting.py PROGRAM

It needs root and tmux, makes accounts and groups and removes them again. Ann chairs on a screen of 120x40, Bob takes
part on one of 80x24 with a strict umask. Exit 0: all good, 1: not.
"""
import datetime, json, os, pathlib, re, shutil, signal, stat, subprocess, sys, tempfile, time

from people import (check, failures, finds_nothing_amiss, locks, must, processes, refuse_accounts,
                    remove_accounts, run, until)

ANN, BOB = "meeting-ann", "meeting-bob"
EVERYBODY, ADMINISTRATORS, CHAIRS, PANEL = "meeting-all", "meeting-admins", "meeting-chairs", "meeting-panel"
GROUPS = [EVERYBODY, ADMINISTRATORS, CHAIRS, PANEL]
TODAY = datetime.date.today()


def day(distance):
    return (TODAY + datetime.timedelta(days=distance)).isoformat()


class Desk:
    """A person at a terminal: a tmux server with one window, in which a login shell runs the program."""

    def __init__(self, place, user, width, height, umask, data):
        self.user, self.socket = user, f"{place}/tmux-{user}"
        self.size = ["-x", str(width), "-y", str(height)]
        self.command = (f"su - {user} -c 'umask {umask}; LANG=C.UTF-8 TERM=tmux-256color "
                        f"exec {place}/masa --data {data}'")

    def tmux(self, *words):
        return run("tmux", "-S", self.socket, "-f", "/dev/null", *words)

    def sits_down(self):
        self.tmux("new-session", "-d", "-s", "desk", *self.size, self.command)
        return self.waits("Overview")

    @property
    def screen(self):
        return self.tmux("capture-pane", "-p", "-t", "desk").stdout

    def types(self, *keys):
        """Presses keys by their names in tmux; what begins with a space is text without it."""
        for key in keys:
            if key.startswith(" "):
                self.tmux("send-keys", "-t", "desk", "-l", "--", key[1:])
            else:
                self.tmux("send-keys", "-t", "desk", "--", key)

    def shows(self, *words):
        """Whether the screen has all of this; line ends and runs of spaces do not count."""
        text = " ".join(self.screen.split())
        return all(re.search(word, text) if isinstance(word, re.Pattern) else word in text for word in words)

    def waits(self, *words, seconds=10):
        return until(self.user, seconds, lambda: self.shows(*words))

    def line_drops(self):
        """Ends the terminal at once, as a lost line does."""
        server = int(self.tmux("display-message", "-p", "#{pid}").stdout)
        os.kill(server, signal.SIGKILL)
        return until("the end of masa", 5, lambda: not processes(self.user))

    def leaves(self):
        self.types("q")
        gone = until("the end of masa", 5, lambda: not processes(self.user))
        self.tmux("kill-server")
        return gone


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
        record = json.loads(file.read_text())
        record.update(fields)
        file.write_text(json.dumps(record, indent=2) + "\n")

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

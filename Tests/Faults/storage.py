"""Take the disk away from under the program in every way there is, and look whether anything is lost or left unsaid.

usage: storage.py MASA [--quick]

Full disk, no more files, read-only, permission revoked, folder gone or another in its place, damaged file, lock held
by somebody who hangs, a disk that does not answer, limits of files, short and interrupted calls, a wrong clock.
Demanded of each: what was acknowledged is there; what was refused is said in a sentence and left the files as they
were; and once the fault is gone, the next save works. What needs root is skipped without it.
"""
import os
import pwd
import random
import re
import resource
import shutil
import signal
import struct
import subprocess
import time

import ground

FILLER = "filler"


class Storage:
    """The tests, each on a folder of its own."""

    def __init__(self, trial, no_mounts):
        self.trial, self.no_mounts = trial, no_mounts

    def folder(self, name):
        return ground.Folder(self.trial.masa, os.path.join(self.trial.place, name))

    def mounted(self, name, *options):
        """A folder on a file system of its own."""
        place = os.path.join(self.trial.place, name)
        os.makedirs(place)
        ground.run("mount", *options, place)
        return place, ground.Folder(self.trial.masa, os.path.join(place, "data"))

    def must_save(self, folder, title, what, **more):
        ran = folder.add(title, **more)
        self.trial.demand(ground.acknowledged(ran), f"{what}: a save fails: {ran.err.strip()[:300]}")
        self.trial.demand(folder.titles("board").count(title) == 1, f"{what}: what was acknowledged is not there")
        return ran

    def must_refuse(self, ran, what, *words):
        """A refusal: exit 1, a sentence, and the words that it must hold."""
        said = ran.err.strip()
        self.trial.demand(ran.code == 1, f"{what}: ends with {ran.code} {ran.out.strip()[:80]}")
        self.trial.demand(len(said) > 30 and "\x1b" not in said, f"{what}: says only {said!r}")
        for word in words:
            self.trial.demand(re.search(word, said, re.I), f"{what}: does not say {word!r}: {said[:300]}")

    def must_agree(self, folder, what):
        for complaint in folder.complaints():
            self.trial.demand(False, f"{what}: {complaint}")
        ran = folder.verified()
        self.trial.demand(ran.code == 0, f"{what}: journal verify: {(ran.out + ran.err).strip()[:300]}")

    # Disks

    def full(self):
        """A disk of 64 KiB that fills up, then a disk that has room but no more files."""
        place, folder = self.mounted("full", "-t", "tmpfs", "-o", "size=64k", "tmpfs")
        refusals, saved, number = 0, [], 0
        filler = os.path.join(place, FILLER)
        for round_ in range(3):
            with open(filler, "ab", buffering=0) as file:
                try:
                    while True:
                        file.write(bytes(4096))
                except OSError:
                    pass
            for _ in range(6):
                before = folder.records("board")
                title, number = f"full {number}", number + 1
                ran = folder.add(title)
                if ground.acknowledged(ran):
                    saved.append(title)
                    continue
                refusals += 1
                self.must_refuse(ran, "full disk", "space|full")
                self.trial.demand(folder.records("board") == before, "full disk: a refused save changed the file")
                self.trial.demand(folder.listed().code == 0, "full disk: reading does not work")
            os.truncate(filler, max(0, os.path.getsize(filler) - 8192))
            saved.append(f"room {round_}")
            self.must_save(folder, saved[-1], "room again")
        self.trial.demand(set(saved) <= set(folder.titles("board")), "full disk: something acknowledged is lost")
        self.must_agree(folder, "full disk")
        left = [name for name in os.listdir(os.path.dirname(folder.place("board"))) if ".tmp." in name]
        self.trial.demand(not left, f"full disk: left behind {left}")
        self.trial.broke(refusals)
        self.trial.demand(refusals >= 3, f"full disk: only {refusals} saves were refused")

        place, folder = self.mounted("nofiles", "-t", "tmpfs", "-o", "size=1m,nr_inodes=60", "tmpfs")
        self.must_save(folder, "first", "before")
        count = 0
        try:
            while True:
                open(os.path.join(place, f"{FILLER}{count}"), "w").close()
                count += 1
        except OSError:
            pass
        before = folder.bytes("board")
        self.must_refuse(folder.add("no file left"), "no more files", "space|full|files")
        self.trial.demand(folder.bytes("board") == before, "no more files: the file changed")
        for number in range(count):
            os.unlink(os.path.join(place, f"{FILLER}{number}"))
        self.must_save(folder, "files again", "files again")
        self.must_agree(folder, "no more files")
        self.trial.broke()
        self.trial.say(f"full disk: {refusals} saves refused; no more files: 1")

    def read_only(self):
        place, folder = self.mounted("readonly", "-t", "tmpfs", "-o", "size=1m", "tmpfs")
        self.must_save(folder, "before", "before")
        ground.run("mount", "-o", "remount,ro", place)
        before = folder.bytes("board")
        self.must_refuse(folder.add("refused"), "read-only", "read-only|read only|only be read")
        self.trial.demand(folder.listed().code == 0, "read-only: reading does not work")
        ground.run("mount", "-o", "remount,rw", place)
        self.trial.demand(folder.bytes("board") == before, "read-only: the file changed")
        self.must_save(folder, "after", "writable again")
        self.must_agree(folder, "read-only")
        self.trial.broke()
        self.trial.say("read-only in between: refused, then saved")

    def hung(self):
        """A disk that does not answer for some seconds."""
        absent = ground.missing("mkfs.ext4", "fsfreeze")
        if absent:
            return self.trial.skip("a disk that does not answer", absent)
        image = os.path.join(self.trial.place, "image")
        with open(image, "wb") as file:
            file.truncate(64 << 20)
        ground.run("mkfs.ext4", "-q", "-F", image)
        try:
            place, folder = self.mounted("hung", "-o", "loop", image)
        except RuntimeError as error:
            return self.trial.skip("a disk that does not answer", str(error))
        self.must_save(folder, "before", "before")
        pause = 2 if self.trial.quick else 5
        # Thawed by somebody else, so that nothing can hang for good.
        freed = subprocess.Popen(["sh", "-c", f"sleep {pause}; fsfreeze -u {place}"])
        ground.run("fsfreeze", "-f", place)
        start = time.monotonic()
        saving = subprocess.Popen(folder.command("actions", "add", "board", "--title", "frozen"),
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out, err = saving.communicate(timeout=pause + 30)
        waited = time.monotonic() - start
        freed.wait()
        subprocess.run(["fsfreeze", "-u", place], capture_output=True)
        self.trial.demand(waited > pause - 0.5, f"the disk did not hang: {waited:.1f} s")
        self.trial.demand(saving.returncode == 0 and ground.acknowledged(out.decode()),
                          f"a save on a disk that hangs ends with {saving.returncode}: {err.decode()[:300]}")
        self.trial.demand(folder.titles("board").count("frozen") == 1, "hung disk: the edit is not there")
        self.must_save(folder, "after", "after the hang")
        self.must_agree(folder, "hung disk")
        ground.run("umount", place)
        self.trial.broke()
        self.trial.say(f"a disk that hung for {waited:.1f} s: the save waited and is there")

    # Permissions and places

    def revoked(self):
        absent = ground.missing("setpriv")
        if os.geteuid() != 0 or absent:
            return self.trial.skip("permission revoked", absent or "not root")
        folder = self.folder("revoked")
        subprocess.run(["chown", "-R", ":20001", folder.path], check=True)
        subprocess.run(["chmod", "-R", "g+rwX", folder.path], check=True)
        chair = ["setpriv", "--reuid=20001", "--regid=20001", "--clear-groups"]
        home = os.path.dirname(folder.place("board"))
        self.must_save(folder, "before", "before", before=chair)
        for what, close, open_ in (
                ("folder closed", lambda: os.chmod(home, 0o550), lambda: os.chmod(home, 0o770)),
                ("journal closed", lambda: os.chmod(folder.place("board", "journal.jsonl"), 0o440),
                 lambda: os.chmod(folder.place("board", "journal.jsonl"), 0o660)),
                ("lock closed", lambda: os.chmod(folder.place("board", ".lock"), 0),
                 lambda: os.chmod(folder.place("board", ".lock"), 0o660)),
                ("folder hidden", lambda: os.chmod(home, 0), lambda: os.chmod(home, 0o770))):
            for name in ("journal.jsonl", ".lock"):  # of somebody else, so that its mode counts
                os.chown(folder.place("board", name), 0, 20001)
                os.chmod(folder.place("board", name), 0o660)
            before = folder.bytes("board"), folder.bytes("board", "journal.jsonl")
            close()
            ran = folder.add("refused", before=chair)
            now = folder.bytes("board"), folder.bytes("board", "journal.jsonl")
            open_()
            self.must_refuse(ran, what)
            self.trial.demand(now == before, f"{what}: a file changed")
            self.must_save(folder, f"after: {what}", what, before=chair)
            self.trial.broke()
        self.must_agree(folder, "permission revoked")
        self.trial.say("permission revoked in 4 ways: refused, then saved")

    def gone(self):
        folder = self.folder("gone")
        self.must_save(folder, "before", "before")
        home = os.path.dirname(folder.place("board"))
        os.rename(home, gone(home))
        self.must_refuse(folder.add("refused"), "group's folder gone")
        self.trial.demand(not os.path.exists(home), "a folder that is gone was made again")
        os.rename(gone(home), home)
        os.rename(folder.path, folder.path + ".away")
        self.must_refuse(folder.add("refused"), "data folder gone")
        os.rename(folder.path + ".away", folder.path)
        self.must_save(folder, "after", "back again")
        self.trial.broke(2)
        absent = ground.missing("strace")
        if absent:
            return self.trial.skip("folder gone in the middle of a save", absent)
        log = os.path.join(self.trial.place, "trace")
        for what in ("gone", "another in its place"):
            saving = subprocess.Popen(
                ["strace", "-f", "-qq", "-o", log, "-e", "trace=fsync,fdatasync", "-e",
                 "inject=fsync,fdatasync:delay_enter=1500000:when=1",
                 *folder.command("actions", "add", "board", "--title", f"meanwhile {what}")],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            time.sleep(0.7)
            os.rename(home, gone(home))
            if what != "gone":
                shutil.copytree(gone(home), home)
            out, err = (text.decode() for text in saving.communicate(timeout=60))
            there = os.path.join(gone(home), "actions.json")
            with open(there, "rb") as file:
                present = f"meanwhile {what}".encode() in file.read()
            if what != "gone":
                shutil.rmtree(home)
            os.rename(gone(home), home)
            said = ground.Ran(saving.returncode, out, err, 0)
            if ground.acknowledged(said):
                self.trial.demand(present, f"folder {what} in mid-save: acknowledged but not there")
                self.trial.demand(what == "gone", "a save into a folder that is no longer in its place is acknowledged")
            else:
                self.must_refuse(said, f"folder {what} in mid-save")
            self.trial.say(f"folder {what} in mid-save: {'acknowledged' if out else 'refused'}")
            self.must_save(folder, f"after {what}", f"folder {what}")
            self.trial.broke()
        self.must_agree(folder, "folder gone")

    def locked(self):
        """A lock that somebody else holds, somebody stopped holds, and somebody killed held."""
        folder = self.folder("locked")
        self.must_save(folder, "before", "before")
        lock = folder.place("board", ".lock")
        account, prefix = pwd.getpwuid(os.geteuid()).pw_name, []
        if os.geteuid() == 0 and not ground.missing("setpriv"):
            account = "daemon" if any(entry.pw_name == "daemon" for entry in pwd.getpwall()) else "nobody"
            entry = pwd.getpwnam(account)
            prefix = ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups"]
            subprocess.run(["chmod", "-R", "a+rX", folder.path], check=True)
            os.chmod(lock, 0o666)
        holding = ("import fcntl,sys,time; file=open(sys.argv[1]); fcntl.flock(file, fcntl.LOCK_EX); "
                   "print('held', flush=True); time.sleep(600)")
        holder = subprocess.Popen([*prefix, "/usr/bin/env", "python3", "-c", holding, lock], stdout=subprocess.PIPE)
        holder.stdout.readline()
        before = folder.bytes("board")
        for what in ("held", "held by somebody stopped"):
            if what != "held":
                os.kill(holder.pid, signal.SIGSTOP)
            ran = folder.add("refused")
            self.must_refuse(ran, f"lock {what}", rf"\b{account}\b")
            self.trial.demand(0.5 < ran.seconds < 10, f"lock {what}: waited {ran.seconds:.1f} s")
            self.trial.demand(folder.bytes("board") == before, f"lock {what}: the lock was stolen")
            self.trial.demand(folder.listed().code == 0, f"lock {what}: reading waits for the lock")
            self.trial.broke()
            self.trial.say(f"lock {what}: refused after {ran.seconds:.1f} s, naming {account}")
        holder.kill()
        holder.wait()
        ran = self.must_save(folder, "after", "lock of somebody killed")
        self.trial.demand(ran.seconds < 1.5, f"lock of somebody killed: waited {ran.seconds:.1f} s")
        self.must_agree(folder, "lock")

    # Files

    def damaged(self):
        """The file cut at every place near its end, and bytes of it changed."""
        base = self.folder("damaged")
        for number in range(4):
            self.must_save(base, f"true {number}", "before")
        whole = base.bytes("board")
        chance = random.Random(3)
        step = 9 if self.trial.quick else 1
        tries = [("cut by", cut, whole[: len(whole) - cut]) for cut in range(1, 201, step)]
        tries += [("empty, cut by", len(whole), b"")]
        for place in chance.sample(range(len(whole)), 100 // step):
            tries.append(("all bits changed at", place, flipped(whole, place, 0xff)))
        for place in chance.sample(range(len(whole)), 100 // step):
            tries.append(("a bit changed at", place, flipped(whole, place, 1 << chance.randrange(7))))
        unreadable = as_typed = 0
        journal = base.bytes("board", "journal.jsonl")
        for kind, place, data in tries:
            what = f"file {kind} {place}"
            folder = base.copied(os.path.join(self.trial.place, "damaged.work"))
            with open(folder.place("board"), "wb") as file:
                file.write(data)
            try:
                before = ground.parsed(data)
            except ValueError:
                before = None
            ran = folder.add("on top")
            now = folder.bytes("board")
            if before is None or ran.code != 0:
                self.must_refuse(ran, what)
                self.trial.demand(now == data, f"{what}: a damaged file was written over")
                self.trial.demand(folder.bytes("board", "journal.jsonl") == journal, f"{what}: the journal changed")
            else:  # still JSON: as if somebody had edited it by hand, and nothing of that is lost
                after = ground.parsed(now)
                kept = [record for record in after["actions"] if record.get("title") != "on top"]
                self.trial.demand(kept == before["actions"], f"{what}: a save changed other records")
                as_typed += 1
            if before is None:
                unreadable += 1
                said = folder.run("check")
                text = said.out + said.err
                self.trial.demand(said.code == 1 and re.search(r"groups/board/actions\.json:\d+:\d+: ", text),
                                  f"{what}: check names no place: {text[:200]}")
                said = folder.listed()
                self.trial.demand(said.code != 0 or said.err.strip(), f"{what}: a list without it says nothing")
            self.trial.broke()
        self.trial.figure(f"{len(tries)} damaged files: {unreadable} unreadable, each named with its place and not "
                          f"written over; {as_typed} still JSON, kept as they were")

    def limits(self):
        """The limits that an account may be given: the size of files, and how many may be open."""
        folder = self.folder("limits")
        for number in range(8):
            self.must_save(folder, f"before {number}", "before")
        sizes = [len(folder.bytes("board")), len(folder.bytes("board", "journal.jsonl"))]
        refusals = 0
        for name, kind, values in (
                ("size of files", resource.RLIMIT_FSIZE,
                 [0, 1, 100, *(size + more for size in sizes for more in (-100, 0, 1, 50, 150, 500))]),
                ("open files", resource.RLIMIT_NOFILE, range(3, 16))):
            for value in values:
                title, before = f"{name} {value}", folder.records("board")
                ran = folder.add(title, preexec_fn=lambda: resource.setrlimit(kind, (max(0, value),) * 2))
                what = f"limit of the {name}: {value}"
                if ground.acknowledged(ran):
                    self.trial.demand(folder.titles("board").count(title) == 1, f"{what}: acknowledged, not there")
                    continue
                refusals += 1
                self.trial.demand(isinstance(ran.code, int) and ran.code > 0 and ran.err.strip(),
                                  f"{what}: ends with {ran.code} {ran.err[:100]!r}")
                self.trial.demand(folder.records("board") == before, f"{what}: a refused save changed the file")
        self.must_save(folder, "after", "without limits")
        self.must_agree(folder, "limits")
        self.trial.broke(refusals)
        self.trial.demand(refusals > 5, f"only {refusals} saves met a limit")
        self.trial.say(f"limits of size and open files: {refusals} saves refused")

    def short_calls(self):
        """Reads and writes that do a few bytes at a time, are interrupted, or do nothing at all."""
        folder = self.folder("short")
        self.must_save(folder, "before", "before")
        library = ground.compiled(self.trial, "short-calls.c", "-shared", "-fPIC", "-ldl")
        counter = os.path.join(self.trial.place, "shortened")
        with open(counter, "wb") as file:
            file.write(bytes(8))
        for number in range(4):
            self.must_save(folder, f"short {number}", "short calls",
                           env={"LD_PRELOAD": library, "MASA_SHORTENED": counter})
        with open(counter, "rb") as file:
            count = struct.unpack("L", file.read())[0]
        self.trial.demand(count > 50, f"only {count} calls were shortened")
        self.must_agree(folder, "short calls")
        self.trial.broke(count)
        zero = 0
        if absent := ground.missing("strace"):
            self.trial.skip("writes that do nothing", absent)
        else:
            log = os.path.join(self.trial.place, "trace")
            for number in range(1, 6):
                title, before = f"nothing {number}", folder.records("board")
                ran = folder.add(title, before=ground.injecting("write", number, "retval=0", log), timeout=20)
                if not ground.was_injected(log, ran, "retval=0"):
                    break
                zero += 1
                what = f"write {number} does nothing"
                present = folder.titles("board").count(title)
                self.trial.demand(ran.code != "hung", f"{what}: hangs")
                if ground.acknowledged(ran):
                    self.trial.demand(present == 1, f"{what}: acknowledged, not there")
                elif ran.code != 0:
                    self.trial.demand(ran.err.strip(), f"{what}: refused without a word")
                    self.must_save(folder, f"after {number}", what)
            self.must_agree(folder, "writes that do nothing")
            self.trial.broke(zero)
        self.trial.say(f"{count} calls shortened or interrupted, {zero} writes that did nothing")

    def signals_without_end(self):
        """Calls that a signal interrupts each time, and a system that does not tell a program its own command line."""
        if absent := ground.missing("strace"):
            return self.trial.skip("calls that are interrupted without end", absent)
        folder = self.folder("interrupted")
        self.must_save(folder, "before", "before")
        log = os.path.join(self.trial.place, "trace")
        for place, call, what in (("/proc/self/maps", "openat", "an unknown command line"),
                                  ("/etc/nsswitch.conf", "openat,newfstatat,read", "accounts that cannot be asked for"),
                                  (os.path.join(folder.path, "groups"), "openat", "groups that cannot be listed")):
            for fault in ("EIO", "EINTR"):
                before = folder.titles("board")
                ran = folder.add("Added", timeout=20, before=[
                    "strace", "-f", "-qq", "-o", log, "-P", place, "-e", f"trace={call}", "-e",
                    f"inject={call}:error={fault}"])
                if not self.trial.demand(ground.was_injected(log, ran, fault), f"{what}: nothing was injected"):
                    continue
                self.trial.broke()
                saved = ["Added"] if ground.acknowledged(ran) else []
                self.trial.demand(ran.code in (0, 1) and folder.titles("board") == before + saved,
                                  f"{what}, {fault}: {ran.code}, {folder.titles('board')}, {ran.err[:200]}")
                self.trial.demand(saved or "Nothing was changed" in ran.err or "nothing was changed" in ran.err,
                                  f"{what}, {fault}: {ran.err[:200]}")
        self.must_agree(folder, "interrupted without end")
        self.trial.say("calls interrupted without end: each save ended, and said so")

    def receipt_lost(self):
        """The change is saved, but what tells of it cannot be printed."""
        folder = self.folder("receipt")
        for title, words in (("to a full disk", ["sh", "-c", '"$@" > /dev/full', "sh"]),
                             ("to nothing", ["sh", "-c", '"$@" >&-', "sh"])):
            ran = folder.add(title, before=words)
            self.trial.broke()
            self.trial.demand(ran.code == 0 and folder.titles("board").count(title) == 1
                              and "The change is saved" in ran.err, f"printed {title}: {ran}")
        self.trial.say("receipts that cannot be printed: the change is saved, and that is said")

    def wrong_clock(self):
        absent = ground.missing("faketime")
        if absent:
            return self.trial.skip("a wrong clock", absent)
        folder = self.folder("clock")
        for year in ("1985", "2037", "1999", None, "2030"):
            title = f"in {year or 'the true year'}"
            clock = ["faketime", "-f", f"@{year}-06-01 12:00:00"] if year else []
            ran = self.must_save(folder, title, title, before=clock)
            at = str(folder.entries("board")[-1].get("at"))
            if year and self.trial.demand(at.startswith(year), f"the clock was not set wrong: {at}"):
                self.trial.broke()
        last = ground.acknowledged(ran)
        ran = folder.run("undo", last or "")
        self.trial.demand(ran.code == 0 and "in 2030" not in folder.titles("board"),
                          f"undo after a wrong clock: {ran.err.strip()[:200]}")
        self.must_agree(folder, "wrong clock")
        self.trial.say("a wrong clock: saves stay in their order")



def gone(home):
    """Where a group's folder is put so that it is gone: renamed among the groups, it would still be found."""
    return os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(home))), "taken-" + os.path.basename(home))


def flipped(data, place, bits):
    return data[:place] + bytes([data[place] ^ bits]) + data[place + 1:]


def main():
    trial = ground.Trial(__doc__)
    no_mounts = ground.with_own_mounts(trial)
    storage = Storage(trial, no_mounts)
    for name in ("full", "read_only", "hung"):
        if no_mounts:
            trial.skip(name.replace("_", " "), no_mounts)
        else:
            trial.attempt(getattr(storage, name))
    for test in (storage.revoked, storage.gone, storage.locked, storage.damaged, storage.limits, storage.short_calls,
                 storage.signals_without_end, storage.receipt_lost, storage.wrong_clock):
        trial.attempt(test)
    if not no_mounts:
        for name in ("full", "nofiles", "readonly"):
            subprocess.run(["umount", os.path.join(trial.place, name)], capture_output=True)
    if not trial.wrong:
        trial.figure("every fault of the disk was said, and nothing was lost")
    trial.end()


main()

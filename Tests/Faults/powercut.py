"""Cut the power while people save: the file system is stopped as it stands on the disk, and looked at after a restart.

usage: powercut.py MASA [--quick] [--cuts N]

On a file system in a file (ext4 without its own guard against missing fsyncs, and XFS) several writers save; at a
random moment its shutdown call throws away everything that was not confirmed. Then it is mounted anew. Demanded:
whatever was acknowledged is there, no file is torn, and the next save works. As a control the same is done with
`eatmydata`, under which the program's fsyncs do nothing: that must lose something, else this test proves nothing.
Needs root and loop devices.
"""
import fcntl
import os
import random
import struct
import subprocess
import threading
import time

import ground

SHUTDOWN, WITHOUT_FLUSH = 0x8004587D, 2
WRITERS = 4


class Disk:
    """A file system in a file."""

    def __init__(self, trial, name, kind):
        self.image, self.place = (os.path.join(trial.place, f"{name}.{part}") for part in ("image", "mounted"))
        self.options = "loop,noauto_da_alloc" if kind == "ext4" else "loop"
        with open(self.image, "wb") as file:
            file.truncate((64 if kind == "ext4" else 320) << 20)
        os.makedirs(self.place)
        ground.run("mkfs.ext4", "-q", "-F", self.image) if kind == "ext4" else ground.run("mkfs.xfs", "-q", self.image)

    def mount(self):
        ground.run("mount", "-o", self.options, self.image, self.place)

    def cut(self):
        """Stops the file system; answers whether nothing can be written to it any more."""
        folder = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, SHUTDOWN, struct.pack("I", WITHOUT_FLUSH))
        finally:
            os.close(folder)
        try:
            open(os.path.join(self.place, "after"), "w").close()
        except OSError:
            return True
        return False

    def unmount(self):
        for _ in range(50):
            if subprocess.run(["umount", self.place], capture_output=True).returncode == 0:
                return
            time.sleep(0.1)
        raise RuntimeError(f"{self.place} cannot be unmounted")


class Writers:
    """Writers that save until they are told to stop, or until the disk is gone."""

    def __init__(self, folder, number, before):
        self.folder, self.number, self.before, self.stopped = folder, number, before, False
        self.lock, self.acknowledged = threading.Lock(), []
        self.threads = [threading.Thread(target=self.work, args=(k,)) for k in range(WRITERS)]

    def work(self, writer):
        group, count = ground.GROUPS[writer % 2], 0
        while not self.stopped:
            title = f"cut {self.number} writer {writer} edit {count}."
            count += 1
            if ground.acknowledged(self.folder.add(title, group=group, before=self.before)):
                with self.lock:
                    self.acknowledged.append((group, title))

    def until_the_cut(self, disk, edits, seconds):
        """Lets them save until so many edits were acknowledged, and a moment more."""
        for thread in self.threads:
            thread.start()
        end = time.monotonic() + 20
        while len(self.acknowledged) < edits and time.monotonic() < end:
            time.sleep(0.002)
        time.sleep(seconds)
        was_cut = disk.cut()
        self.stopped = True
        for thread in self.threads:
            thread.join()
        return was_cut


def cuts(trial, name, kind, count, before=()):
    """Cuts the power again and again; answers how many cuts, acknowledged edits, lost edits and torn files it saw."""
    disk = Disk(trial, name, kind)
    try:
        disk.mount()
    except RuntimeError as error:
        trial.skip(name, str(error))
        return None
    folder = ground.Folder(trial.masa, os.path.join(disk.place, "data"))
    ground.run("sync", "-f", folder.path)
    done = torn = 0
    everything, lost = [], set()
    chance = random.Random(len(name))
    for number in range(count):
        writers = Writers(folder, number, before)
        done += writers.until_the_cut(disk, chance.randrange(2, 9), chance.random() * 0.05)
        everything += writers.acknowledged
        disk.unmount()
        disk.mount()
        titles = {}
        for group in folder.groups:
            if not before:
                ran = folder.add(f"after cut {number}.", group=group)
                trial.demand(ground.acknowledged(ran),
                             f"{name}: after cut {number} a save fails: {ran.err.strip()[:200]}")
            try:
                titles[group] = folder.titles(group)
            except (ValueError, KeyError):
                torn += 1
                titles[group] = []
        lost |= {(group, title) for group, title in everything if titles[group].count(title) != 1}
        if before:
            if lost or torn:
                break
            continue
        for complaint in folder.complaints():
            trial.demand(False, f"{name}: after cut {number}: {complaint}")
        ran = folder.verified()
        trial.demand(ran.code == 0, f"{name}: after cut {number}: journal verify: {(ran.out + ran.err)[:200]}")
    disk.unmount()
    return done, len(everything), lost, torn


def main():
    trial = ground.Trial(__doc__, ("--cuts", {"type": int, "default": 0, "help": "cuts of each file system"}))
    why_not = ground.with_own_mounts(trial) or ground.missing("losetup", "mkfs.ext4")
    if why_not:
        trial.skip_all(why_not)
    count = trial.options.cuts or (5 if trial.quick else 20)
    for kind in ("ext4", "xfs"):
        absent = ground.missing(f"mkfs.{kind}")
        if absent:
            trial.skip(kind, absent)
            continue
        answer = cuts(trial, kind, kind, count)
        if answer is None:
            continue
        done, acknowledged, lost, torn = answer
        trial.broke(done)
        trial.demand(done == count, f"{kind}: only {done} of {count} cuts happened")
        trial.demand(acknowledged > count, f"{kind}: only {acknowledged} edits were acknowledged")
        trial.demand(not lost, f"{kind}: {len(lost)} acknowledged edits are lost: {sorted(lost)[:3]}")
        trial.demand(torn == 0, f"{kind}: {torn} torn files")
        trial.figure(f"{kind}: {done} power cuts, {acknowledged} acknowledged, {len(lost)} lost, {torn} torn")
    if trial.faults == 0 and not trial.wrong:
        trial.skip_all("no file system could be mounted from a file")
    absent = ground.missing("eatmydata")
    if absent:
        trial.skip("the control", absent)
    else:
        done, acknowledged, lost, torn = cuts(trial, "control", "ext4", 5, before=("eatmydata",))
        trial.demand(lost or torn, f"the control lost nothing of {acknowledged} in {done} cuts: nothing is shown")
        trial.figure(f"control without fsync: {len(lost)} of {acknowledged} lost, {torn} torn, as it must")
    trial.end()


main()

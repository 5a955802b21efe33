"""Let three accounts save by turns, with different umasks, and compare what else a file has: mode, group, ACL, xattrs.

usage: attributes.py MASA [--quick]

A save puts a new file in the place of the old one. Demanded: mode, group, access list and extended attributes are as
they were (the owner becomes whoever saved), everybody can still save, and nothing is open to others. A new folder, and the files
that it begins with, are for the people of the folder above it. Needs root.
"""
import os
import stat

import ground

ACCOUNTS = (20001, 20002, 20003)
CHAIRS, READERS = 30001, 30002


def facts(path, owner=True):
    status = os.stat(path)
    listed = [line for line in ground.run("getfacl", "-n", "-p", "--omit-header", path).splitlines() if line]
    attributes = {name: os.getxattr(path, name) for name in os.listxattr(path) if name.startswith("user.")}
    return stat.filemode(status.st_mode), status.st_gid, listed, attributes


def new_folders(trial, folder):
    """Groups added by each account with each umask: their folders and files are as the folder above wants them."""
    made = 0
    for account in ACCOUNTS:
        for mask in (0o022, 0o077, 0o000):
            name = f"new-{account}-{mask:03o}"
            ran = folder.run("add", "group", "--id", name, "--name", name, "--parents", "partnership: area", umask=mask,
                             before=["setpriv", f"--reuid={account}", f"--regid={CHAIRS}", "--clear-groups"])
            what = f"the folder of {name}"
            if not trial.demand(ground.acknowledged(ran), f"{what}: {ran.err.strip()[:300]}"):
                continue
            made += 1
            place = os.path.dirname(folder.place(name))
            above, mine = facts(os.path.dirname(place)), facts(place)
            trial.demand(mine[:2] == above[:2], f"{what}: {above[:2]} became {mine[:2]}")
            passed_on = ground.run("getfacl", "-n", "-p", "-d", "--omit-header", os.path.dirname(place))
            trial.demand(ground.run("getfacl", "-n", "-p", "-d", "--omit-header", place) == passed_on,
                         f"{what} does not pass on what the folder above does")
            for file, reads in (("group.json", True), ("journal.jsonl", True), (".lock", False)):
                mode, group, listed, _ = facts(os.path.join(place, file))
                trial.demand(mode == "-rw-rw----" and group == CHAIRS, f"{what}: {file} is {mode} of {group}")
                is_listed = any(line.startswith(f"group:{READERS}:r") for line in listed)
                trial.demand(is_listed == reads, f"{what}: {file} has {listed}")
    trial.say(f"{made} new folders by {len(ACCOUNTS)} accounts are for the people of the folder above")
    return made


def main():
    trial = ground.Trial(__doc__)
    absent = ground.missing("setpriv", "getfacl", "setfacl")
    if os.geteuid() != 0 or absent:
        trial.skip_all(absent or "not root")
    folder = ground.Folder(trial.masa, os.path.join(trial.place, "data"))
    for root, folders, files in os.walk(folder.path):
        os.chown(root, 0, CHAIRS)
        os.chmod(root, 0o2770)
        ground.run("setfacl", "-m", f"g:{READERS}:rx", root)
        ground.run("setfacl", "-d", "-m", f"u::rw,g::rw,g:{READERS}:r,m::rw,o::-", root)
        for name in files:
            os.chown(os.path.join(root, name), 0, CHAIRS)
            os.chmod(os.path.join(root, name), 0o660)
    # What holds folders passes on the right to search them, too.
    ground.run("setfacl", "-d", "-m", f"u::rwx,g::rwx,g:{READERS}:rx,m::rwx,o::-", os.path.join(folder.path, "groups"))
    path = folder.place("board")
    ground.run("setfacl", "-m", f"g:{READERS}:r", path)
    try:
        os.setxattr(path, "user.origin", b"minute book 12")
    except OSError as error:
        trial.skip("extended attributes", f"this disk has none: {error}")
    plain = folder.place("finance")  # a folder with nothing but Unix permissions
    for name in (os.path.dirname(plain), plain):
        ground.run("setfacl", "-b", name)
    os.chmod(os.path.dirname(plain), 0o2770)
    os.chmod(plain, 0o660)
    before = {path: facts(path), plain: facts(plain)}
    rounds = 3 if trial.quick else 6
    same = saves = 0
    for turn in range(rounds):
        for account in ACCOUNTS:
            for mask in (0o022, 0o077, 0o000):
                for group, place in (("board", path), ("finance", plain)):
                    ran = folder.add(f"turn {turn} of {account} with {mask:03o}", group=group, umask=mask, before=[
                        "setpriv", f"--reuid={account}", f"--regid={CHAIRS}", "--clear-groups"])
                    saves += 1
                    what = f"save {saves} by {account}, umask {mask:03o}, in {group}"
                    if not trial.demand(ground.acknowledged(ran), f"{what} fails: {ran.err.strip()[:300]}"):
                        continue
                    now = facts(place)
                    same += trial.demand(now == before[place], f"{what}: {before[place]} became {now}")
    made = new_folders(trial, folder)
    trial.broke(saves + made)
    for group in folder.groups:
        for name in os.listdir(os.path.dirname(folder.place(group))):
            status = os.lstat(folder.place(group, name))
            trial.demand(status.st_mode & 0o007 == 0, f"{group}/{name} is open to others: {status.st_mode:o}")
            trial.demand(status.st_gid == CHAIRS, f"{group}/{name} belongs to group {status.st_gid}")
    for complaint in folder.complaints():
        trial.demand(False, complaint)
    reader = ["setpriv", "--reuid=20009", f"--regid={READERS}", "--clear-groups"]
    ran = folder.listed(before=reader)
    trial.demand(ran.code == 0 and f"turn {rounds - 1} of" in ran.out, f"a reader cannot read: {ran.err[:300]}")
    content = folder.bytes("board")
    ran = folder.add("by a reader", before=reader)
    trial.demand(ran.code == 1 and ran.err.strip(), f"a reader's save ends with {ran.code}: {ran.err[:200]}")
    trial.demand(folder.bytes("board") == content, "a reader has changed a file")
    users = {entry["uid"] for entry in folder.entries("board")}
    trial.demand(users == set(ACCOUNTS), f"the journal names {users}")
    trial.figure(f"{same} of {saves} saves by {len(ACCOUNTS)} accounts kept mode, group, ACL and xattrs")
    trial.end()


main()

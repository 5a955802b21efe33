"""Attack a workspace in a database through psql, as an account of it that may change one of its folders.

usage: attacks.py MASA [--quick]

Mallory may change groups/board, and read the top and groups/quality; groups/finance and another workspace are closed to her. Each
attack is carried out, and has to be refused with a code of the server, or to show and change nothing; what PostgreSQL leaves open
to every account is listed with what it costs. Before the forged lines an honest one is taken, so that each is refused for what was
forged. In the end every table is as it was, no answer held a secret, and the journals are whole.
"""
import os
import re
import subprocess
import time

import forgeries
import server
import statements

ground = server.ground


class Attack:
    """Counts what was tried."""

    def __init__(self, trial, database, names):
        self.trial, self.database, self.names, self.said = trial, database, names, []

    def psql(self, text, role="mallory", **more):
        ran = self.database.psql(text + "\n;", role, **more)
        if role == "mallory":
            self.said.append((text, ran.out + ran.err))
        return ran

    def refused(self, what, text, codes):
        """Tries something that the server has to refuse."""
        ran = self.psql(text)
        found = re.search(r"(?:ERROR|FATAL):  ([0-9A-Z]{5}):", ran.err)
        is_refused = found is not None and found[1] in codes.split()
        self.trial.demand(is_refused, f"{what}: {'carried out' if ran.code == 0 else 'not carried out'}: "
                          f"{(ran.out + ran.err).strip()[:300]} [{text[:120]}]")
        self.trial.broke()
        return ran.err

    def empty(self, what, text):
        """Tries something that is carried out, and shows nothing."""
        ran = self.psql(text.format(**self.names))
        self.trial.demand(ran.code == 0 and ran.out.strip() == "0", f"{what}: {(ran.out + ran.err).strip()[:300]}")
        self.trial.broke()

    def left_open(self, what, text, cost, database=server.DATABASE):
        """Tries something that PostgreSQL leaves open."""
        ran = self.psql(text.format(**self.names), database=database)
        is_right = "42501" in ran.err
        self.trial.demand(ran.code == 0 or is_right, f"{what}: NOT CARRIED OUT: {ran.err.strip()[:300]}")
        self.trial.broke()
        self.trial.say(f"{'refused here' if is_right else 'open'}: {what}: {cost}")
        return not is_right


def state(database):
    """A sum of every table."""
    return [database.sql(f"select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from masa.{table} t")
            for table in statements.TABLES]


def others_sessions(attack, database):
    """The sessions of others are neither ended nor made to tell that somebody saves."""
    held = subprocess.Popen(["psql", "-X", "-q", "-h", database.place, "-U", "postgres", "-d", server.DATABASE, "-c",
                             "begin", "-c", "select id from masa.folder where path = 'groups/finance' for no key update",
                             "-c", "select pg_sleep(4) -- SECRET"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.5)
    pid = database.sql("select pid from pg_stat_activity where query ~ 'SECRET' and pid <> pg_backend_pid()")[0][0]
    for function in ("pg_terminate_backend", "pg_cancel_backend"):
        attack.refused(f"{function} of another's session", f"select {function}({pid})", statements.RIGHT)
    start = time.monotonic()
    attack.refused("learn from waiting that somebody saves in a closed folder", "select masa.lock_folders('north', '{groups/finance}')",
                   statements.RIGHT)
    attack.trial.demand(time.monotonic() - start < 2, "a closed folder makes one wait while somebody saves there")
    attack.trial.demand(held.wait(20) == 0, "the session of another was ended")


def hold(attack, area, database):
    """A lock that is held: others are told after five seconds."""
    holder = subprocess.Popen(["psql", "-X", "-q", "-h", database.place, "-U", "mallory", "-d", server.DATABASE],
                              stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True)
    holder.stdin.write("set idle_in_transaction_session_timeout = 0; begin; select masa.lock_folders('north', '{groups/board}');\n")
    holder.stdin.flush()
    time.sleep(1)
    ran = area.add("while it is held", role="ann")
    attack.trial.demand(ran.code not in (0, "hung") and ran.seconds < 8 and "somebody else is saving" in ran.err,
                        f"a folder that is held: {ran}")
    other = area.add("elsewhere", group="finance", role="ann")
    attack.trial.demand(ground.acknowledged(other), f"another folder is held as well: {other.err}")
    attack.trial.broke()
    attack.trial.say(f"open: hold the lock of a folder that one may change: others are told after {ran.seconds:.1f} s: {ran.err.strip()[:160]}")
    holder.stdin.close()
    holder.wait(10)
    ran = area.add("after it was held", role="ann")
    attack.trial.demand(ground.acknowledged(ran), f"the folder stays held: {ran.err}")


def by_program(attack, area, place):
    """The same account with the program."""
    trial = attack.trial
    for words in (("actions", "add", "finance", "--title", "x"), ("actions", "add", "quality", "--title", "x"),
                  ("actions", "update", "finance-a1", "--title", "x"), ("actions", "update", "quality-a1", "--title", "x"),
                  ("add", "group", "--id", "new", "--name", "New", "--type", "subgroup", "--parents", "partnership: area")):
        ran = area.run(*words, role="mallory")
        trial.demand(ran.code not in (0, "hung") and ran.err, f"{' '.join(words)}: {ran}")
        trial.broke()
    for words in (("actions", "list"), ("history",), ("export",), ("journal", "verify"), ("check",), ("status",)):
        ran = area.run(*words, role="mallory")
        trial.demand("SECRET" not in ran.out + ran.err and ran.code != "hung", f"{' '.join(words)} shows a secret: {ran}")
        trial.broke()
    for address in (attack.database.address("mallory", "secret"), "postgresql://mallory:word@/area/north",
                    "postgresql://localhost/area/north?sslmode=require", "postgresql://localhost/area/north?options=-crole%3Dann"):
        ran = server.run([area.masa, "--data", address, "status"], server.home(trial, "mallory"))
        trial.demand(ran.code not in (0, "hung"), f"{address}: {ran}")
        trial.broke()
    ran = server.run([area.masa, "move", attack.database.address("mallory", "north"), os.path.join(place, "out")], server.home(trial, "mallory"))
    trial.demand(ran.code != 0, f"mallory takes all of it out: {ran}")
    ran = server.run([area.masa, "move", area.folder, attack.database.address("mallory", "another")], server.home(trial, "mallory"))
    trial.demand(ran.code != 0, f"mallory brings a workspace in: {ran}")
    trial.broke(2)
    copies = [os.path.join(root, name) for root, _, names in os.walk(os.path.join(place, "homes", "mallory")) for name in names]
    trial.demand(copies, "there is no copy of mallory's")
    for path in copies:
        with open(path, "rb") as file:
            trial.demand(b"SECRET" not in file.read(), f"a secret lies in {path}")
        trial.demand(os.stat(path).st_mode & 0o077 == 0, f"{path} is open to others")


def leaver(attack, area, place):
    """Who is shut out of a folder loses the copy of it with the next look."""
    def kept():
        found = subprocess.run(["grep", "-rl", "SECRET", os.path.join(place, "homes", "bob")], capture_output=True, text=True)
        return found.stdout.split()
    area.run("status", role="bob")
    attack.trial.demand(kept(), "bob had no copy of the folder before he was shut out")
    area.open("bob", paths=["groups/finance"], to_write="null")
    area.run("status", role="bob")
    attack.trial.demand(not kept(), f"bob was shut out and keeps {kept()}")
    attack.trial.broke()


def main():
    trial = ground.Trial(__doc__)
    server.needed(trial)
    database = server.Server(trial)
    try:
        area = server.Workspace(trial.masa, database, "north", ["ann"], groups=("board", "finance", "quality"))
        area.folder = os.path.join(trial.place, "folder-north")
        secret = server.Workspace(trial.masa, database, "secret", ["ann"])
        database.make_roles("mallory", "bob")
        area.open("masa_user", paths=["groups/finance"], to_write="null")
        secret.open("masa_user", to_write="null")
        area.open("mallory", paths=["groups/board"])
        area.open("mallory", paths=["", "groups/quality", "partnerships/area"], to_write="false")
        area.open("bob", to_write="false")
        for where in (area, secret):
            for group in ("finance", "board") if where is secret else ("finance",):
                trial.demand(ground.acknowledged(where.add("SECRET of theirs", group=group)), "nothing can be saved before the attack")
        for group in ("board", "quality"):
            trial.demand(ground.acknowledged(area.add("To be seen", group=group)), "nothing can be saved before the attack")
        trial.demand(ground.acknowledged(area.add("Mine", role="mallory")), "mallory cannot save where she may")
        numbers = dict(database.sql("select name, id from masa.workspace"))
        attack = Attack(trial, database, numbers)
        before = state(database)
        for what, text, codes in statements.REFUSED:
            attack.refused(what, text, codes)
        for what, text in statements.NOTHING:
            attack.empty(what, text)
        forgeries.forged(attack, area, database)
        others_sessions(attack, database)
        trial.demand(state(database) == before, "something in the tables was changed")
        left = [attack.left_open(*each) for each in statements.OPEN]
        left += [attack.left_open(*each, database="postgres") for each in statements.ELSEWHERE]
        trial.demand(state(database) == before, "something in the tables was changed by what is left open")
        by_program(attack, area, trial.place)
        trial.demand(state(database) == before, "something in the tables was changed by the program")
        hold(attack, area, database)
        forgeries.false_lines(attack, database)
        leaver(attack, area, trial.place)
        for text, said in attack.said:
            trial.demand("SECRET of" not in said and "SECRET of".encode().hex() not in said, f"{text[:100]} showed a secret: {said[:200]}")
        area.judged(trial)
        secret.judged(trial)
        trial.figure(f"{trial.faults} attempts, {sum(left)} of them left open by PostgreSQL")
    finally:
        database.stop()
    trial.end()


main()

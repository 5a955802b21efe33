"""Send commands over a real sshd with the packaged wrapper, as somebody who has a key and nothing else.

    sudo commands.py MASA
"""
import hashlib
import importlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

from shared import ANN, EVERYBODY, MALLORY, USERS, Attack, must, run, until
from people import processes

server = importlib.import_module("ssh-session")
# The clients that were left waiting.
begun = []


class Line:
    """An sshd of its own, what is tried over it, and what must be as it was."""

    def __init__(self, attack, name, data, **options):
        self.attack, self.place = attack, os.path.join(attack.place, name)
        os.mkdir(self.place, 0o755)
        os.symlink(data, os.path.join(self.place, "data"))
        # Whatever anybody could make on the server lands here.
        self.open = os.path.join(attack.place, f"{name}-open")
        os.mkdir(self.open)
        os.chmod(self.open, 0o777)
        for user in USERS:
            must("usermod", "-p", "*", user)
            must("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{self.place}/key-{user}")
            shutil.copy(f"{self.place}/key-{user}.pub", f"{self.place}/keys-{user}")
            os.chmod(f"{self.place}/keys-{user}", 0o644)
        self.server = server.Server(self.place, attack.program, EVERYBODY, **options)

    def words(self, user, *command, options=()):
        return self.server.words("ssh", user, "-T", *options, f"{user}@127.0.0.1", "--", *command)

    def ask(self, *command, user=MALLORY, options=(), text=""):
        """Sends a command; it counts once the other side has answered it."""
        self.attack.tried += 1
        try:
            return subprocess.run(self.words(user, *command, options=options), capture_output=True, text=True, input=text,
                                  errors="replace", timeout=60)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, 124, "", "it hung")

    def begin(self, *command, user=MALLORY, options=()):
        """Sends a command and leaves it waiting; it counts once the program runs."""
        before = set(processes(user))
        child = subprocess.Popen(self.words(user, *command, options=options), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE)
        begun.append(child)
        until("masa", 10, lambda: set(processes(user)) - before)
        found = set(processes(user)) - before
        if self.attack.demand(found, f"NOT CARRIED OUT: {' '.join(command)} did not begin"):
            self.attack.tried += 1
        return child, (found or {0}).pop()

    def state(self):
        """What every file of the data folder holds."""
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in pathlib.Path(self.attack.data).rglob("*")
                if path.is_file() and path.name != ".lock"}

    def is_harmless(self, done, what, codes, before=None):
        attack, said = self.attack, done.stdout + done.stderr
        attack.demand(done.returncode in codes, f"{what}: it ended with {done.returncode}: {said[-300:]}")
        attack.demand("root:x:" not in said and "uid=" not in said, f"{what}: it told of the server: {said[:300]}")
        attack.demand(not os.listdir(self.open), f"{what}: it made {os.listdir(self.open)}")
        if before is not None:
            attack.demand(before == self.state(), f"{what}: it changed the data")


def refusals(line, other):
    """What is no command of Masa's: each is refused in a sentence, and nothing comes of it."""
    attack, mark = line.attack, f"{line.open}/mark"
    commands = [
        f"status; touch {mark}", f"status;touch {mark}", f"status && touch {mark}", f"status || touch {mark}",
        f"status | tee {mark}", f"status & touch {mark}", f"status\ntouch {mark}", f"status\r\ntouch {mark}", f"touch {mark}",
        f"$(touch {mark})", f"`touch {mark}`", f"status $(touch {mark})", f"show action `touch {mark}`", f"status > {mark}",
        f"deadlines --format csv >> {mark}", "import bank-holidays - < /etc/passwd", f"'status' ; 'touch' '{mark}'",
        f"status '' ; touch {mark}", "id", "sh", "/bin/sh -i", f"sh -c 'touch {mark}'", "exec /bin/sh", "env", ". /etc/profile",
        f"scp -t {line.open}", "scp -f /etc/passwd", "internal-sftp", "/usr/lib/openssh/sftp-server",
        f"rsync --server -e.L . {line.open}", "git-upload-pack /", f"init {line.open}/x", f"init --shared {line.open}/x",
        f"migrate {line.open}", "migrate --back", "doctor --mend --yes", "journal mend .", "group add x --editors attack-board",
        f"--data {other} status", f"--data={other} status", f"status --data {other}", f"status '--data={other}'",
        f"status --d\\ata {other}", f"add agency --data {other} --name x", f"set action x a=1 --data {other}",
        f"deadlines --group --data {other}", f"deadlines -o {mark}", f"deadlines --output {mark}", f"deadlines --format csv -- {mark}",
        "import bank-holidays /etc/passwd", "import bank-holidays ../../../etc/passwd", "import bank-holidays /dev/zero",
        "import bank-holidays - /etc/passwd", "import bank-holidays --file=/etc/passwd", "journal verify --since /etc/passwd",
        "journal verify --since=/dev/zero", "status --theme ../../x", "status --idle-minutes 100000", "status --me root",
        "--generate-completion-script bash", "add agency --generate-completion-script bash", "--experimental-dump-help", "'", '"', "\\",
        "status \x01", "status '\x1b[2J'", "a" * 60_000, "a " * 30_000, "'" * 1001, "\\" * 1001, "a" * 70_000, "a " * 60_000,
    ]
    before = line.state()
    for command in commands:
        done = line.ask(command)
        what = repr(command[:60])
        line.is_harmless(done, what, (64,))
        attack.demand(done.stderr.startswith("masa: ") and done.stderr.rstrip().endswith("Nothing was done."),
                      f"{what}: no sentence: {done.stderr[-300:]}")
        attack.demand(not done.stdout and len(done.stderr) < 2000, f"{what}: it said too much: {done.stdout[:100]}")
    attack.demand(before == line.state(), "a refused command changed the data")
    # What is longer than the system or the protocol lets through comes to its end before Masa begins.
    for count in (150_000, 1_000_000):
        # A single argument may not be so long here either; ssh joins them with blanks.
        words = ["word " * 10_000] * (count // 50_000)
        line.is_harmless(line.ask(*words), f"{count} bytes of words", range(1, 256), before)
    attack.say(f"{len(commands) + 2} commands that are none of Masa's: refused, and nothing came of them")


def texts(line):
    """What is a command of Masa's with hostile text in it: the text is text."""
    attack, mark = line.attack, f"{line.open}/mark"
    titles = [f"; touch {mark}", f"$(touch {mark})", f"`touch {mark}`", f"| tee {mark} &", "--data", "-o", "../../etc/passwd", "%s%n%x",
              "${HOME} !! * ~ ?", "\\", "two\nlines", "Zoë’s – ‘£5’"]
    for title in titles:
        quoted = "'" + title.replace("'", "'\\''") + "'"
        done = line.ask(f"actions add board --title={quoted}")
        line.is_harmless(done, f"the title {title!r}", (0,))
        shown = line.ask(f"show action {done.stdout.split(' ')[0]} --format json")
        found = json.loads(shown.stdout or "{}")
        attack.demand(title in json.dumps(found, ensure_ascii=False).replace("\\\\", "\\").replace("\\n", "\n"),
                      f"the title {title!r} was changed: {shown.stdout[:300]}{shown.stderr}")
    before = line.state()
    first = json.loads(pathlib.Path(attack.path("groups/board/actions.json")).read_text())["actions"][0]["id"]
    for command in [
        f"actions add ../../..{line.open} --title x", f"actions add {line.open} --title x", "agenda ../../../etc", "agenda add ../x --title y",
        "add review --id ../../../../../../tmp/x --title x --type localReview --stage underWay --commissioned-by ta",
        f"add review --id {line.open}/x --title x --type localReview --stage underWay --commissioned-by ta",
        "show action ../../../etc/passwd", "show review ../../access", "set review ../../x title=1", "remove action ../x", "tick action /etc/passwd",
        "undo ../../../etc/x:1", "undo ../board:1", "history ../../../etc", "journal verify ../../../etc", "journal verify /etc",
        "rules /etc/passwd", "schema ../../x", "indicators /etc/passwd", "rotation --partnership ../x", "export ../../x", "dashboard ../x",
        f"set action {first} 'progress={{\"x\": \"../../etc\"}}'", "add agency --name x --website file:///etc/passwd --category no",
        "actions add forum --title 'No right to it'", "add action --group forum --title 'No right to it'",
    ]:
        done = line.ask(command)
        codes = (0, 1, 2, 64) if command.startswith(("history", "rules", "indicators")) else (1, 2, 64)
        line.is_harmless(done, repr(command[:60]), codes, before)
        attack.demand(done.returncode == 0 or done.stderr.strip(), f"{command}: no sentence")
    attack.say(f"{len(titles)} hostile titles are titles; names of places elsewhere are no ids")


def environments(careless):
    """What the other side sends along does not reach Masa, even where sshd accepts all of it."""
    sent = {"LD_PRELOAD": "/nonexistent/evil.so", "LD_LIBRARY_PATH": careless.open, "MASA_DATA": "/etc", "PATH": careless.open,
            "MASA_REQUEST": "status", "MASA_THEME": "../../etc", "NO_COLOR": "$(id)", "XDG_STATE_HOME": careless.open,
            "XDG_CONFIG_HOME": careless.open, "HOME": careless.open, "TZ": ":/etc/passwd", "IFS": "a", "ENV": "/etc/passwd",
            "BASH_ENV": "/etc/passwd", "OPTIND": "7", "MASA": "/bin/sh", "DATA": "/etc", "IDLE": "9999", "LC_ALL": "C",
            "LANG": "../../x", "SSH_ORIGINAL_COMMAND": "status", "TERMINFO": careless.open}
    settings = [f"-oSetEnv={' '.join(f'{name}={value}' for name, value in sent.items() if ' ' not in value)}"]
    child, number = careless.begin("import bank-holidays -", options=settings)
    raw = pathlib.Path(f"/proc/{number}/environ").read_bytes().decode().split("\0") if number else []
    found = dict(part.split("=", 1) for part in raw if part)
    attack = careless.attack
    attack.demand(sorted(found) == ["HOME", "LANG", "MASA_REQUEST", "MASA_SERVED", "NO_COLOR", "PATH", "TERM"],
                  f"Masa was given {sorted(found)}")
    attack.demand(found.get("PATH") == "/usr/bin:/bin" and found.get("NO_COLOR") == "1" and found.get("LANG") == "C.UTF-8"
                  and found.get("MASA_REQUEST") == "import bank-holidays -", f"Masa was given {found}")
    arguments = pathlib.Path(f"/proc/{number}/cmdline").read_bytes().decode().split("\0") if number else []
    attack.demand(arguments[1:5] == ["--data", f"{careless.place}/data", "--idle-minutes", "1"], f"Masa was started with {arguments}")
    child.communicate(b"", timeout=30)
    attack.demand(child.returncode == 1, f"with a hostile environment it ended with {child.returncode}")
    attack.demand(not os.listdir(careless.open), f"it made {os.listdir(careless.open)}")
    attack.say(f"{len(sent)} variables sent to an sshd that accepts all: only NO_COLOR=1 came through")


def streams(line, careless, long_answer):
    """Too much, half, and nobody who listens."""
    attack, before = line.attack, line.state()
    child, number = line.begin("import bank-holidays -")
    written, peak, chunk = 0, 0, b"[" * (1 << 20)
    try:
        while written < 200 << 20:
            written += child.stdin.write(chunk)
            child.stdin.flush()
            status = pathlib.Path(f"/proc/{number}/status")
            if status.exists():
                peak = max([peak] + [int(row.split()[1]) // 1024 for row in status.read_text().splitlines() if row.startswith("VmHWM")])
    except (BrokenPipeError, ProcessLookupError):
        pass
    # The program may refuse it as soon as the first of it is there.
    attack.demand(written >= 1 << 20, f"NOT CARRIED OUT: only {written} bytes were sent")
    try:
        child.stdin.close()
    except BrokenPipeError:
        pass
    said = child.stderr.read().decode()
    attack.demand(child.wait(30) == 1 and "is larger than" in said, f"200 MB: it ended with {child.returncode}: {said}")
    attack.demand(peak < 100 and before == line.state(), f"200 MB: it took {peak} MB, or changed something")
    attack.say(f"a file of 200 MB: refused after {written >> 20} MB were sent, {peak} MB of memory")

    whole = json.dumps({"england-and-wales": {"division": "england-and-wales", "events": [
        {"title": "Christmas Day", "date": f"20{year}-12-25", "notes": "", "bunting": True} for year in range(30, 60)]}})
    for text in (whole[:len(whole) // 2], whole[:-1], "", "\0" * 1000, "[" * 100_000):
        line.is_harmless(line.ask("import bank-holidays -", user="attack-mo", text=text), f"a file of {len(text)} bytes", (1,), before)
    child, number = line.begin("import bank-holidays -", user="attack-mo")
    child.stdin.write(whole.encode()[:500])
    child.stdin.flush()
    child.kill()
    child.wait()
    gone = until("the end of masa", 10, lambda: not processes("attack-mo"))
    attack.demand(gone is not None and before == line.state(), "a line that was cut within a file left something")
    attack.say("half a file changes nothing")

    for _ in range(5):
        child, number = careless.begin(long_answer, user="attack-mo")
        attack.demand(len(child.stdout.read(10)) == 10, "NOT CARRIED OUT: nothing was answered")
        child.stdout.close()
        child.stdin.close()
        gone = until("the end of masa", 10, lambda: not processes("attack-mo"))
        attack.demand(gone is not None, "nobody listened any more, and it went on")
        child.kill()
        child.wait()
    attack.say("where nobody listens any more it ends")


def waits_to_write(number):
    """Whether a process is there and does nothing, as it does where nobody takes what it says."""
    def spent():
        fields = pathlib.Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()
        return fields[0], fields[11], fields[12]
    try:
        before = spent()
        time.sleep(0.5)
        return before == spent() and before[0] == "S"
    except FileNotFoundError:
        return False


def main():
    with Attack(__doc__) as attack:
        server.install_server()
        # More than sshd and the line keep for a reader who is late.
        other = os.path.join(attack.place, "other")
        must("cp", "-a", attack.data, other)
        actions = pathlib.Path(other, "groups/forum/actions.json")
        held = json.loads(actions.read_text())
        held["actions"][0]["progress"] = [{"on": "2024-03-01", "text": "x" * 20_000} for _ in range(800)]
        actions.write_text(json.dumps(held))
        long_answer = f"show action {held['actions'][0]['id']} --format json"
        line, careless = Line(attack, "line", attack.data), None
        try:
            careless = Line(attack, "careless", other, accepted="*", options="-i 1")
            waiting, number = careless.begin("import bank-holidays -", user=ANN)
            waiting.stdin.write(b"{")
            waiting.stdin.flush()
            stopped, unread = careless.begin(long_answer, user=ANN)
            os.kill(stopped.pid, signal.SIGSTOP)
            began = time.monotonic()
            # It is seen at once: on a busy computer what follows takes longer than the idle minute.
            waits = until("a full pipe", 20, lambda: waits_to_write(unread))
            attack.demand(waits is not None, "NOT CARRIED OUT: the answer did not wait for a reader")
            refusals(line, other)
            texts(line)
            environments(careless)
            streams(line, careless, long_answer)
            until("the end", max(100 - (time.monotonic() - began), 1), lambda: waiting.poll() is not None)
            attack.demand(waiting.poll() == 1 and b"timed out" in waiting.stderr.read(), f"a line that hangs: {waiting.poll()}")
            attack.say("a line from which nothing comes is left after the idle minute")
            gone = until("the end", max(130 - (time.monotonic() - began), 1), lambda: unread not in processes(ANN))
            attack.demand(gone is not None, "a line that takes nothing kept its command")
            attack.say("a line that takes nothing is left as well")
        finally:
            for child in begun:
                child.kill()
                child.wait()
            for each in filter(None, (line, careless)):
                each.server.close()
            # sshd's own processes under an account keep it from being removed.
            until("the end of sshd", 10, lambda: not any(run("pgrep", "-u", user).stdout for user in USERS))


main()

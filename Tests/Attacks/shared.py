"""What the attacks share: accounts, a laid folder, the program as each of them, and counting what was tried."""
import os
import pathlib
import pwd
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Server"))
from people import must, refuse_accounts, remove_accounts, run, until  # noqa: E402

EVERYBODY, ADMINISTRATORS, BOARD, FORUM = "attack-all", "attack-admins", "attack-board", "attack-forum"
GROUPS = [EVERYBODY, ADMINISTRATORS, BOARD, FORUM]
# Mallory may change the board, Ann both groups; Mo is an administrator.
USERS = {"attack-mallory": [EVERYBODY, BOARD], "attack-ann": [EVERYBODY, BOARD, FORUM],
         "attack-mo": [EVERYBODY, ADMINISTRATORS, BOARD, FORUM]}
MALLORY, ANN, MO = USERS


class Attack:
    """A laid folder with accounts, and what was tried on it."""

    def __init__(self, about):
        if len(sys.argv) != 2:
            sys.exit(about)
        self.program = os.path.abspath(sys.argv[1])
        self.name = os.path.basename(sys.argv[0]).removesuffix(".py")
        if os.geteuid() != 0:
            print(f"{self.name}: FAILED: it needs root")
            sys.exit(1)
        refuse_accounts(USERS)
        self.began, self.tried, self.wrong = time.time(), 0, []
        self.place = tempfile.mkdtemp(prefix=f"masa-attack-{self.name}-")
        os.chmod(self.place, 0o755)
        self.masa = self.program
        self.data = os.path.join(self.place, "data")

    def __enter__(self):
        for group in GROUPS:
            must("groupadd", group)
        for user, groups in USERS.items():
            must("useradd", "--shell", "/bin/sh", "--create-home", "--groups", ",".join(groups), user)
        self.lay()
        return self

    def lay(self):
        """Lays the folder anew: two groups with an action each."""
        shutil.rmtree(self.data, ignore_errors=True)
        must(self.masa, "init", "--shared", self.data, "--admin-group", ADMINISTRATORS, "--readers", EVERYBODY,
             "--name", "Test Area", "--short", "TA")
        for group, editors in (("board", BOARD), ("forum", FORUM)):
            must(self.masa, "--data", self.data, "group", "add", group, "--name", group.title(), "--partnership", "ta",
                 "--chairs", editors)
            self.demand(self.act(ANN, "actions", "add", group, "--title", f"First of {group}").returncode == 0,
                        f"{group} cannot be saved into before the attack")

    def __exit__(self, kind, error, _):
        if error is not None:
            traceback.print_exception(error)
            self.wrong.append(f"it broke off: {error}")
        remove_accounts(USERS, GROUPS)
        shutil.rmtree(self.place, ignore_errors=True)
        if self.tried == 0:
            self.wrong.append("no attack was carried out")
        verdict = "FAILED" if self.wrong else "passed"
        print(f"{self.name}: {verdict} in {time.time() - self.began:.0f} s: {self.tried} attempts, "
              f"{len(self.wrong)} harmed", flush=True)
        sys.exit(1 if self.wrong else 0)

    def path(self, name):
        return os.path.join(self.data, name)

    def act(self, user, *words, timeout=60):
        """Runs the program as somebody; a run that hangs ends with code 124."""
        return self.as_user(user, self.masa, "--data", self.data, *words, timeout=timeout)

    def as_user(self, user, *words, timeout=60, text=None):
        entry = pwd.getpwnam(user)
        def limits():
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        words = ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--init-groups", *words]
        environment = {"PATH": "/usr/bin:/bin", "HOME": entry.pw_dir, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
        try:
            return subprocess.run(words, capture_output=True, text=True, timeout=timeout, env=environment,
                                  preexec_fn=limits, input=text, errors="replace", cwd="/")
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(words, 124, "", "it hung")

    def shell(self, user, command):
        """Does what an attacker does; it has to succeed for the attack to count."""
        done = self.as_user(user, "/bin/sh", "-c", command, timeout=120)
        if self.demand(done.returncode == 0, f"NOT CARRIED OUT: {command}: {done.stderr.strip()}"):
            self.tried += 1
        return done

    def demand(self, kept, text):
        if not kept:
            self.wrong.append(text)
            print(f"  WRONG {text}", flush=True)
        return kept

    def say(self, text):
        print(f"  {text}", flush=True)

    def size(self):
        """The most memory that any run has taken so far, in megabytes."""
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024

    def nothing_ended(self, done, what):
        """A crash, a hang or a trace of the program is harm, whatever the code."""
        is_well = done.returncode in (0, 1, 2) and "Fatal error" not in done.stderr and "stack" not in done.stderr.lower()
        return self.demand(is_well, f"{what}: it ended with {done.returncode}: {(done.stdout + done.stderr)[-300:]}")

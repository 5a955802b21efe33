#!/usr/bin/env python3
"""Runs Masa behind a real sshd on loopback, as two people would, and says what it checked.

    sudo Tests/Server/ssh-session.py PROGRAM

It needs root and Debian's openssh-server (installed where it is missing), makes two accounts and a group and removes them
again, and starts its own sshd with its own keys; no service of the computer is touched. Exit 0: all good, 1: not.
"""
import fcntl, os, pathlib, pty, pwd, re, select, shutil, signal, socket, struct, subprocess, sys, tempfile, termios

from people import (check, failures, finds_nothing_amiss, locks, must, processes, refuse_accounts,
                    remove_accounts, run, until)

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
USERS = ["masa-test-ann", "masa-test-bob"]
GROUP = "masa-test-chairs"

def install_server():
    """Installs sshd without letting the package start it."""
    if shutil.which("sshd", path="/usr/sbin:/usr/bin"):
        return
    policy = pathlib.Path("/usr/sbin/policy-rc.d")
    is_ours = not policy.exists()
    if is_ours:
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
    try:
        must("apt-get", "install", "-y", "-qq", "openssh-server", "openssh-client")
    finally:
        if is_ours:
            policy.unlink()


class Server:
    """An sshd of its own on a free port, with the wrapper as the only thing that it runs."""

    def __init__(self, place, program, group=GROUP, accepted="MASA_THEME NO_COLOR", options=""):
        self.place = place
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        must("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{place}/host")
        shutil.copy(REPOSITORY / "Packaging/masa-session", f"{place}/masa-session")
        os.chmod(f"{place}/masa-session", 0o755)
        shutil.copy(program, f"{place}/masa")
        config = f"""
Port {self.port}
ListenAddress 127.0.0.1
HostKey {place}/host
PidFile {place}/pid
AuthorizedKeysFile {place}/keys-%u
UsePAM no
PasswordAuthentication no
StrictModes no
PermitUserEnvironment no
AcceptEnv {accepted}
MaxStartups 60:30:200
ClientAliveInterval 30
ClientAliveCountMax 3
Subsystem sftp internal-sftp
Match Group {group}
  ForceCommand {place}/masa-session -m {place}/masa -d {place}/data {options}
  DisableForwarding yes
  PermitTunnel no
  PermitUserRC no
"""
        pathlib.Path(f"{place}/config").write_text(config)
        os.makedirs("/run/sshd", exist_ok=True)
        self.process = subprocess.Popen(
            ["/usr/sbin/sshd", "-D", "-e", "-f", f"{place}/config"], stderr=open(f"{place}/log", "w"))
        if until("sshd", 10, self.answers) is None:
            raise SystemExit("sshd did not start: " + pathlib.Path(f"{place}/log").read_text())

    def answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def words(self, program, user, *more):
        port = "-P" if program in ("sftp", "scp") else "-p"
        return [program, port, str(self.port), "-i", f"{self.place}/key-{user}", "-F", "none",
                "-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={self.place}/known",
                "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes", "-o", "LogLevel=ERROR", *more]

    def close(self):
        self.process.terminate()
        self.process.wait(10)


class Session:
    """A person with a terminal of 100x30, connected by ssh; the screen is kept as text."""

    def __init__(self, server, user, term="xterm", options=(), command=()):
        self.text = b""
        words = server.words("ssh", user, "-tt", *options, f"{user}@127.0.0.1", *command)
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ["TERM"] = term
            os.execvp(words[0], words)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        os.kill(self.process, signal.SIGWINCH)
        self.is_open = True

    def read(self):
        while self.is_open and select.select([self.terminal], [], [], 0)[0]:
            try:
                got = os.read(self.terminal, 65536)
            except OSError:
                got = b""
            self.is_open = bool(got)
            self.text += got

    def waits_for(self, words, seconds=15):
        def is_shown():
            self.read()
            return words in self.plain
        return until(words, seconds, is_shown)

    @property
    def plain(self):
        """What was written, without the orders to the terminal."""
        text = self.text.decode("utf-8", "replace")
        text = re.sub(r"\x1b\][^\x07\x1b]*(\x07|\x1b\\)", "", text)
        return re.sub(r"\x1b(\[[0-9;?<>=]*[A-Za-z]|[()][A-Z0-9]|[=>78])", "", text)

    def press(self, keys):
        os.write(self.terminal, keys.encode())

    def ends(self, seconds=10):
        def is_gone():
            self.read()
            return not self.is_open
        return until("the end", seconds, is_gone)

    def kill(self):
        """Ends the client at once, as a dropped line does."""
        try:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.terminal)


def sessions(server, data):
    ann, bob = USERS
    title = "Overview"
    one = Session(server, ann)
    shown = one.waits_for(title)
    check(shown is not None, "ssh opens the dashboard", repr(one.plain[-500:]))
    check(len(processes(ann)) == 1, "one masa runs, under the account of the person")
    environment = pathlib.Path(f"/proc/{processes(ann)[0]}/environ").read_bytes().decode() if processes(ann) else ""
    names = sorted(part.split("=")[0] for part in environment.split("\0") if part)
    check(names == ["HOME", "LANG", "MASA_SERVED", "PATH", "TERM"], "its environment is the wrapper's alone", str(names))
    words = pathlib.Path(f"/proc/{processes(ann)[0]}/cmdline").read_bytes().decode().split("\0") if processes(ann) else []
    check("--idle-minutes" in words, "a session in which nobody types ends by itself", str(words))

    refused = run(*server.words("ssh", bob, "-o", "SendEnv=*", f"{bob}@127.0.0.1", "id; cat /etc/passwd"))
    check(refused.returncode == 64 and refused.stderr.strip().endswith("Nothing was done."),
          "ssh host 'id; cat /etc/passwd' is refused in a sentence", refused.stderr)
    check(not refused.stdout, "no command of the client was run", refused.stdout)
    commands(server, ann)
    looks(server, bob)

    other = Session(server, bob)
    check(other.waits_for(title) is not None, "somebody else comes as well")
    other.press("q")
    check(other.ends() is not None, "q leaves, and the connection ends")
    other.kill()

    sftp = run(*server.words("sftp", ann, f"{ann}@127.0.0.1"), input="ls /\n", env={"TERM": "xterm", "PATH": os.environ["PATH"]})
    check(sftp.returncode != 0 and "etc" not in sftp.stdout, "sftp is refused", sftp.stdout[:200])
    target = pathlib.Path(server.place) / "taken"
    for flag in ([], ["-O"]):
        scp = run(*server.words("scp", ann, *flag, f"{ann}@127.0.0.1:/etc/passwd", str(target)))
        check(scp.returncode != 0 and not target.exists(), f"scp {' '.join(flag)} is refused".replace("  ", " "))

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        forwarded = free.getsockname()[1]
    tunnel = Session(server, bob, options=["-L", f"{forwarded}:127.0.0.1:{server.port}"])
    tunnel.waits_for(title)
    with socket.socket() as probe:
        probe.settimeout(3)
        try:
            probe.connect(("127.0.0.1", forwarded))
            greeting = probe.recv(100)
        except OSError:
            greeting = b""
    check(greeting == b"", "-L forwards nothing", repr(greeting))
    tunnel.press("q")
    tunnel.ends()
    tunnel.kill()
    hidden = run(*server.words("ssh", bob, "-T", f"{bob}@127.0.0.1"), stdin=subprocess.DEVNULL)
    check(hidden.returncode == 0 and "\x1b" not in hidden.stdout, "without a terminal it prints plain lines")

    for term in ["../../../tmp/evil", "x" * 5000, "xterm;id", "$(id)", "", "no-such-terminal", "dumb"]:
        hostile = Session(server, bob, term=term)
        good = hostile.waits_for("Needs attention") or hostile.waits_for(title, 1)
        if processes(bob):
            hostile.press("q")
        ended = hostile.ends()
        check(good is not None and ended is not None and "uid=" not in hostile.plain,
              f"TERM={term[:24]!r} is handled", repr(hostile.plain[-300:]))
        hostile.kill()

    change_is_seen(server, data, one)
    list_is_fetched(server, one, ann)

    for _ in range(5):
        one.press("\tn")
        if one.waits_for("Note on action", 1) is not None:
            break
    check("Note on action" in one.plain, "n opens a note on the action", repr(one.plain[-400:]))
    one.press("Asked by telephone")
    one.waits_for("telephone")
    gone = processes(ann)
    one.kill()
    after = until("the end of masa", 5, lambda: not processes(ann))
    check(bool(gone) and after is not None, "killing the client ends masa within 5 s"
          + (f" ({after:.2f} s)" if after is not None else ""))
    check(locks(data) == [], "no lock is left", str(locks(data)))
    draft_is_offered(server, ann)


def ask(server, user, command, *options, **more):
    """What a command prints that is sent over the line."""
    return run(*server.words("ssh", user, "-T", *options, f"{user}@127.0.0.1", command), **more)


def commands(server, user):
    """Asks for lists and changes something, without the dashboard."""
    status = ask(server, user, "status")
    check(status.returncode == 0 and "Test Area" in status.stdout, "ssh host status prints a screen of text", status.stderr)
    calendar = ask(server, user, "deadlines --format ics")
    check(calendar.returncode == 0 and calendar.stdout.startswith("BEGIN:VCALENDAR"), "a calendar comes over the line")
    listed = ask(server, user, "list action --format csv")
    check("Send the audit tool" in listed.stdout, "a table comes over the line", listed.stdout + listed.stderr)
    holidays = ask(server, user, "import bank-holidays -", input="{}")
    check(holidays.returncode == 1 and "Your file" in holidays.stderr, "a file that is none is told of", holidays.stderr)
    noted = ask(server, user, "actions update pmqa-1 --note 'Asked; they \"will\"'")
    check(noted.returncode == 0, "a note is added over the line", noted.stderr)
    back = ask(server, user, "undo pmqa-1")
    check(back.returncode == 0, "and taken back", back.stderr)


def looks(server, user):
    """A theme comes along as a plain name, and no colour as a wish."""
    plain = Session(server, user, options=["-o", "SetEnv=NO_COLOR=1"])
    plain.waits_for("Overview")
    colour = re.search(rb"\x1b\[([0-9]+;)*[34]([0-7]|8;[0-9;]+)(;[0-9]+)*m", plain.text)
    check(b"Overview" in plain.text and colour is None, "NO_COLOR is heard", repr(colour))
    plain.press("q")
    plain.ends()
    plain.kill()
    themed = {}
    for theme in ("light", "dark", "none-such"):
        session = Session(server, user, term="xterm-256color", options=["-o", f"SetEnv=MASA_THEME={theme}"])
        shown = session.waits_for("Overview")
        session.press("q")
        ended = session.ends()
        session.kill()
        check(shown is not None and ended is not None, f"MASA_THEME={theme} opens the dashboard", repr(session.plain[-300:]))
        themed[theme] = session.text
    colours = {theme: set(re.findall(rb"[34]8;5;\d+", text)) for theme, text in themed.items()}
    check(colours["light"] != colours["dark"], "MASA_THEME is heard", str(colours))


def list_is_fetched(server, session, user):
    """Takes the list along that shows, and fetches it."""
    for _ in range(5):
        session.press("\tE")
        if session.waits_for("take this list", 1) is not None:
            break
    session.press("\r")
    told = session.waits_for("export last", 5)
    check(told is not None, "E says how the list is fetched", repr(session.plain[-600:]))
    fetched = ask(server, user, "export last")
    check(fetched.returncode == 0 and "new audit tool" in fetched.stdout, "export last prints it", fetched.stdout[:300] + fetched.stderr)
    check("\r" not in fetched.stdout.replace("\r\n", "\n") and "\x1b" not in fetched.stdout, "and nothing else")


def draft_is_offered(server, user):
    """Logs in again after the line was lost while something was typed."""
    again = Session(server, user)
    check(again.waits_for("You were typing when you left") is not None,
          "the next login says that something typed is kept", repr(again.plain[-400:]))
    again.press("d")
    check(again.waits_for("Asked by telephone") is not None, "d offers what was typed", repr(again.plain[-400:]))
    again.press("\x1b")
    again.press("q")
    again.ends(3)
    again.kill()
    home = pathlib.Path(pwd.getpwnam(user).pw_dir)
    own = sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.stat().st_uid != 0)
    check(own and all(path.startswith(".local/state") for path in own), "only .local/state is the person's own", str(own))


def change_is_seen(server, data, session):
    """Changes an action under one account and waits for the other one's screen."""
    program = f"{server.place}/masa"
    usage = run(program, "actions", "update", "--help")
    if "--title" not in usage.stdout:
        print("skip  a change appears in the other's screen: this masa has no actions update")
        return
    session.press("3")
    session.waits_for("Groups")
    session.press("\r")
    before = session.waits_for("Send the audit tool")
    done = run("setpriv", f"--reuid={USERS[1]}", f"--regid={GROUP}", "--init-groups", program, "--data", data,
               "actions", "update", "pmqa-1", "--title", "Send the new audit tool",
               env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
    check(done.returncode == 0, "a chair changes an action", done.stderr.strip())
    seen = session.waits_for("new audit tool", 5)
    check(before is not None and seen is not None, "the change appears in the other's screen by itself"
          + (f" ({seen:.2f} s)" if seen is not None else ""), repr(session.plain[-400:]))


def lay_data(program, data):
    must(program, "init", "--shared", data, "--admin-group", GROUP, "--name", "Test Area", "--short", "TA")
    must(program, "--data", data, "group", "add", "pmqa", "--name", "Quality Assurance", "--partnership", "ta",
         "--chairs", GROUP)
    actions = pathlib.Path(data) / "groups/pmqa/actions.json"
    actions.write_text('{\n  "actions": [\n    {"id": "pmqa-1", "group": "pmqa", "title": "Send the audit tool", '
                       '"status": "open"}\n  ]\n}\n')
    finds_nothing_amiss(program, data)


def make_account(user, group=GROUP):
    """Makes an account with the commands of README.md, the ones that make the groups apart."""
    readme = (REPOSITORY / "README.md").read_text()
    commands = readme.split("\n**Accounts and groups.**")[1].split("```")[1].strip().splitlines()
    made = [line.replace("masa-users,pmqa-editors", group).replace("~ann", f"~{user}").replace(" ann", f" {user}")
            .replace("sudo ", "") for line in commands if "groupadd" not in line]
    check(any(line.startswith("useradd ") for line in made), "README.md makes the accounts", "\n      ".join(made))
    for line in made:
        must("sh", "-ec", line)


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    if os.geteuid() != 0:
        raise SystemExit("This check needs root: it makes accounts and starts an sshd of its own.")
    program = os.path.abspath(sys.argv[1])
    refuse_accounts(USERS)
    install_server()
    place = tempfile.mkdtemp(prefix="masa-ssh-", dir="/tmp")
    os.chmod(place, 0o755)
    server = None
    try:
        must("groupadd", GROUP)
        for user in USERS:
            make_account(user)
            must("usermod", "-p", "*", user)
            must("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{place}/key-{user}")
            shutil.copy(f"{place}/key-{user}.pub", f"{place}/keys-{user}")
            os.chmod(f"{place}/keys-{user}", 0o644)
        lay_data(program, f"{place}/data")
        server = Server(place, program)
        sessions(server, f"{place}/data")
    finally:
        if server:
            server.close()
        remove_accounts(USERS, [GROUP])
        for user in USERS:
            # The home is root's, so that userdel leaves it.
            shutil.rmtree(f"/home/{user}", ignore_errors=True)
        shutil.rmtree(place, ignore_errors=True)
    print(f"{len(failures)} failed" if failures else "all good")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()

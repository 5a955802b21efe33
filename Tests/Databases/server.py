"""PostgreSQL servers of a trial's own, workspaces in them, and what a database says of its journals.

A server lies in a folder of the trial, is started apart from the shell, listens on a socket alone, and is stopped with the trial.
Whoever runs the trial has to be root: he comes through the socket as any role that was made.
"""
import atexit
import base64
import contextlib
import glob
import os
import shutil
import signal
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Faults"))
import ground  # noqa: E402

DATABASE = "area"
# What is wrong with the journals of a workspace, by the database's own reckoning: no row when nothing is.
CHAIN = """
select path, lines, counted, follow, hashes, ends from (
  select f.path, count(*) as lines, bool_and(j.sequence = j.place) as counted, bool_and(j.told ->> 'previous' = j.before
      and (j.told ->> 'sequence')::bigint = j.sequence) as follow,
    bool_and(j.hash = encode(sha256(substr(j.line, 1, length(j.line) - 75)), 'hex')) as hashes,
    max(j.sequence) = max(h.last_sequence) and (array_agg(j.hash order by j.sequence desc))[1] = max(h.last_hash) as ends
  from (select folder, sequence, line, told, told ->> 'hash' as hash, row_number() over chain as place,
      coalesce(lag(told ->> 'hash') over chain, '') as before
    from (select *, convert_from(line, 'UTF8')::jsonb as told from masa.journal) parsed
    window chain as (partition by folder order by sequence)) j
  join masa.folder f on f.id = j.folder join masa.head h on h.folder = f.id
  join masa.workspace w on w.id = f.workspace where w.name = '{name}' group by f.path) all_of_them
"""


def programs():
    """The folder of the newest server that is installed."""
    found = [place for place in glob.glob("/usr/lib/postgresql/*/bin") if os.access(f"{place}/initdb", os.X_OK)]
    return max(found, key=lambda place: float(place.split("/")[4]), default=None)


def needed(trial, *others):
    """Ends a trial that cannot be carried out, also for want of further programs; that is no success."""
    why = "it needs root" if os.geteuid() != 0 else ground.missing("psql", "setpriv", *others)
    if not why and programs() is None:
        why = "no server of PostgreSQL is installed"
    if why:
        trial.demand(False, f"NOT CARRIED OUT: {why}")
        trial.end()


def as_postgres(*words, check=True):
    """Runs a program of the server under its own account."""
    done = subprocess.run([os.path.join(programs(), words[0]), *words[1:]], capture_output=True, text=True, cwd="/",
                          user="postgres", group="postgres", extra_groups=[], stdin=subprocess.DEVNULL)
    if check and done.returncode:
        raise RuntimeError(f"{' '.join(words)}: {done.stderr.strip()[-500:]}")
    return done


class Server:
    """A server, which is made and started, or made as a copy of another one that it follows."""

    def __init__(self, trial, name="a", port=5432, settings=(), follows=None):
        self.trial, self.name, self.port, self.process = trial, name, port, None
        self.place = os.path.join(trial.place, name)
        self.data, self.roles = os.path.join(self.place, "data"), []
        self.settings = "".join(f"{line}\n" for line in (
            "listen_addresses = ''", f"unix_socket_directories = '{self.place}'", f"port = {port}", "fsync = on",
            "max_connections = 200", "log_parameter_max_length = 0", "log_parameter_max_length_on_error = 0",
            "idle_in_transaction_session_timeout = '10s'", "recovery_init_sync_method = syncfs", *settings))
        os.mkdir(self.place)
        os.chmod(self.place, 0o711)
        ground.run("chown", "postgres", self.place)
        atexit.register(self.stop, "immediate")
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that it is stopped then as well
        if follows is not None:
            self.follow(follows)
            return
        as_postgres("initdb", "-D", self.data, "-U", "postgres", "-A", "peer", "-E", "UTF8", "--locale=C.UTF-8", "-k")
        self.append("pg_hba.conf", "local all all peer map=trial\nlocal replication all peer map=trial\n", anew=True)
        self.append("postgresql.conf", self.settings)
        self.allow("postgres")
        self.start()
        self.sql(f"create database {DATABASE}", database="postgres")

    def follow(self, other):
        """Makes the data of this server anew from those of another one, which it then follows as a standby."""
        shutil.rmtree(self.data, ignore_errors=True)
        as_postgres("pg_basebackup", "-D", self.data, "-R", "-c", "fast", "-h", other.place, "-p", str(other.port),
                    "-U", "postgres")
        self.append("postgresql.conf", self.settings)
        self.append("postgresql.auto.conf", f"primary_conninfo = 'host={other.place} port={other.port} user=postgres "
                    f"application_name={self.name}'\nsynchronous_standby_names = ''\n")
        self.roles = list(other.roles)
        self.start()

    def wait_for(self, other):
        """Confirms nothing from now on before another server has it as well."""
        self.sql(f"alter system set synchronous_standby_names = '{other.name}'", database="postgres")
        self.reload()
        end = time.monotonic() + 30
        while self.sql("select count(*) from pg_stat_replication where sync_state = 'sync' and state = 'streaming'") != [["1"]]:
            if time.monotonic() > end:
                raise RuntimeError(f"{other.name} does not follow {self.name}")
            time.sleep(0.05)

    def promote(self):
        as_postgres("pg_ctl", "promote", "-D", self.data, "-w")

    def append(self, file, text, anew=False):
        with open(os.path.join(self.data, file), "w" if anew else "a") as opened:
            opened.write(text)

    def allow(self, *roles):
        """Lets root and the server's own account come as roles."""
        self.roles += roles
        self.append("pg_ident.conf", "".join(f"trial {account} {role}\n" for role in roles for account in ("root", "postgres")))

    # Its life

    def start(self, wait=30):
        log = open(os.path.join(self.place, "log"), "a")
        with log:
            self.process = subprocess.Popen(
                [os.path.join(programs(), "postgres"), "-D", self.data], stdout=log, stderr=log, cwd="/",
                stdin=subprocess.DEVNULL, user="postgres", group="postgres", extra_groups=[], start_new_session=True)
        end = time.monotonic() + wait
        while not self.answers():
            if time.monotonic() > end or self.process.poll() is not None:
                with open(os.path.join(self.place, "log"), errors="replace") as file:
                    raise RuntimeError(f"the server {self.name} does not start: {file.read()[-600:]}")
            time.sleep(0.02)

    def answers(self):
        return subprocess.run([os.path.join(programs(), "pg_isready"), "-q", "-h", self.place, "-p", str(self.port)]).returncode == 0

    def processes(self):
        """The server's processes but the first one, with what each calls itself."""
        found = {}
        for place in glob.glob("/proc/[0-9]*"):
            with contextlib.suppress(OSError, IndexError, ValueError):
                with open(f"{place}/stat") as file:
                    parent = int(file.read().rsplit(")", 1)[1].split()[1])
                if parent == self.process.pid:
                    with open(f"{place}/cmdline") as file:
                        found[int(place.split("/")[2])] = file.read().replace("\0", " ").strip()
        return found

    def backends(self):
        """The processes that serve accounts of the trial."""
        return [pid for pid, called in self.processes().items() if f" {DATABASE} [local]" in called and "postgres postgres " not in called]

    def kill(self):
        """Ends every process of it as a power cut would."""
        family = list(self.processes())
        for pid in [self.process.pid, *family]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()
        end = time.monotonic() + 10
        while time.monotonic() < end and any(os.path.exists(f"/proc/{pid}") for pid in family):
            time.sleep(0.01)

    def stop(self, how="fast"):
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal({"fast": signal.SIGINT, "immediate": signal.SIGQUIT, "smart": signal.SIGTERM}[how])
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()

    def reload(self):
        self.process.send_signal(signal.SIGHUP)
        time.sleep(0.2)

    # What is asked of it

    def psql(self, text, role="postgres", database=DATABASE, timeout=60):
        """Runs statements as a role; answers code, output and what it complained of."""
        start = time.monotonic()
        try:
            done = subprocess.run(
                ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=verbose", "-h", self.place,
                 "-p", str(self.port), "-U", role, "-d", database, "-f", "-"],
                input=text, capture_output=True, text=True, timeout=timeout, errors="replace",
                env={**os.environ, "PGOPTIONS": "", "PGCONNECT_TIMEOUT": "10"})
        except subprocess.TimeoutExpired:
            return ground.Ran("hung", "", "", time.monotonic() - start)
        return ground.Ran(done.returncode, done.stdout, done.stderr, time.monotonic() - start)

    def sql(self, text, role="postgres", database=DATABASE):
        """Runs statements that must succeed; answers the rows, each a list of texts."""
        done = self.psql(text, role, database)
        if done.code != 0:
            raise RuntimeError(f"{text.strip()[:200]}: {done.err.strip()[:400]}")
        return [line.split("|") for line in done.out.splitlines()]

    def make_roles(self, *names):
        """Makes accounts of Masa."""
        self.allow(*names)
        self.reload()
        self.sql("".join(f"create role {name} login in role masa_user;" for name in names))

    def address(self, role, workspace, others=()):
        servers = [self, *others]
        return (f"postgresql://{role}@/{DATABASE}/{workspace}?host={','.join(server.place for server in servers)}"
                f"&port={','.join(str(server.port) for server in servers)}")


class Workspace(ground.Folder):
    """A data folder of a few small files that was moved into a database: the same questions are asked of the rows."""

    def __init__(self, masa, server, name, roles=(), groups=ground.GROUPS, actions=3):
        super().__init__(masa, os.path.join(server.trial.place, f"folder-{name}"), groups, actions)
        self.server, self.name, self.role, self.others = server, name, "postgres", ()
        moved = self.moved(self.path, server, name)
        if moved.code != 0:
            raise RuntimeError(f"the folder was not moved: {(moved.out + moved.err).strip()[:500]}")
        if roles:
            missing = [role for role in roles if role not in server.roles]
            server.make_roles(*missing) if missing else None
            self.open(*roles)
            self.role = roles[0]

    def goes_to(self, server, *others):
        """Another server is the one to be written to from now on."""
        self.server, self.others = server, others

    def moved(self, folder, server, name):
        return run([self.masa, "move", folder, server.address("postgres", name)], home(server.trial, "postgres"))

    def open(self, *roles, paths=None, to_write="true"):
        """Opens folders, all of them where none are named, to roles."""
        paths = paths or [row[0] for row in self.rows("select f.path from masa.folder f where f.workspace = {ws}")]
        self.server.sql("".join(f"select masa.open_folder('{self.name}', '{path}', '{role}', {to_write});"
                                for path in paths for role in roles))

    def rows(self, text):
        return self.server.sql(text.format(ws=f"(select id from masa.workspace where name = '{self.name}')"))

    def address(self, role):
        """By which a role comes to it: every server that it may be on is named."""
        return self.server.address(role, self.name, self.others)

    def bytes(self, group, name="actions.json"):
        where = f"folder = (select id from masa.folder where workspace = {{ws}} and path = 'groups/{group}')"
        if name == "journal.jsonl":
            question = f"select encode(line, 'base64') from masa.journal where {where} order by sequence"
        else:
            question = f"select encode(bytes, 'base64') from masa.document where {where} and name = '{name}'"
        lines = self.rows(f"select replace(found, e'\\n', '') from ({question}) as asked(found)")
        return b"\n".join(base64.b64decode(row[0]) for row in lines)

    def command(self, *words, role=None):
        return [self.masa, "--data", self.address(role or self.role), *words]

    def run(self, *words, role=None, env=None, timeout=60, place=None, **more):
        """Runs the program as a role, whose copies lie in a folder of its own."""
        role = role or self.role
        return run(self.command(*words, role=role), {**home(self.server.trial, place or role), **(env or {})}, timeout)

    def chain(self):
        """What is wrong with the journals by the database's own reckoning, and how many lines it looked at."""
        rows = self.server.sql(CHAIN.format(name=self.name))
        wrong = [f"the database says of {row[0]}: {row[1]} lines, numbered {row[2]}, follow {row[3]}, hashes {row[4]}, "
                 f"end {row[5]}" for row in rows if row[2:] != ["t", "t", "t", "t"]]
        return wrong, sum(int(row[1]) for row in rows)

    def judged(self, trial, least=1, roles=()):
        """Demands that files, journals and chain are whole, by the trial, the database and the program with copies old and new."""
        wrong, lines = self.chain()
        for complaint in wrong + self.complaints():
            trial.demand(False, complaint)
        trial.demand(lines >= least, f"only {lines} lines stand in the journals")
        for what in (("journal", "verify"), ("check",)):
            ran = self.run(*what, place="new")
            trial.demand(ran.code == 0, f"{' '.join(what)} with a new copy: {(ran.out + ran.err).strip()[:300]}")
        for role in roles or (self.role,):
            ran = self.run("journal", "verify", role=role)
            trial.demand(ran.code == 0, f"journal verify with the copy of {role}: {(ran.out + ran.err).strip()[:300]}")
        return lines


def home(trial, name):
    """Where somebody's copies lie."""
    return {"XDG_STATE_HOME": os.path.join(trial.place, "homes", name), "HOME": trial.place}


def run(words, env, timeout=60):
    start = time.monotonic()
    try:
        done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout, env={**os.environ, **env})
    except subprocess.TimeoutExpired:
        return ground.Ran("hung", "", "", time.monotonic() - start)
    return ground.Ran(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"),
                      time.monotonic() - start)

"""What the checks of a shared server have in common: accounts, a folder, waiting, and saying what is found."""
import contextlib, os, pathlib, pwd, signal, subprocess, time

failures = []


def check(is_well, what, detail=""):
    words = what if is_well or not detail else f"{what}\n      {detail}"
    print(("ok    " if is_well else "FAIL  ") + words, flush=True)
    if not is_well:
        failures.append(what)


def run(*words, **options):
    return subprocess.run(words, capture_output=True, text=True, timeout=120, **options)


def must(*words, **options):
    done = run(*words, **options)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(words)}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def until(what, seconds, question):
    """Waits until something is so; answers after how many seconds it was, or None."""
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        if question():
            return time.monotonic() - start
        time.sleep(0.02)
    return None


def refuse_accounts(names):
    """Ends the check where an account of such a name is there already: it would be removed at the end."""
    for name in names:
        try:
            pwd.getpwnam(name)
            raise SystemExit(f"There is an account {name} already; remove it first.")
        except KeyError:
            pass


def processes(user):
    """The processes of the program under an account."""
    found = run("pgrep", "-u", user, "-x", "masa").stdout.split()
    return [int(number) for number in found]


def remove_accounts(users, groups):
    for user in users:
        for process in processes(user):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        until("the end of masa", 5, lambda: not processes(user))
        run("userdel", "--remove", user)
    for group in groups:
        run("groupdel", group)


def locks(data):
    """The locks that are held on files of the data folder."""
    inodes = {str(os.stat(path).st_ino) for path in pathlib.Path(data).rglob(".lock")}
    return [line for line in pathlib.Path("/proc/locks").read_text().splitlines()
            if "FLOCK" in line and line.split()[5].split(":")[-1] in inodes]


def finds_nothing_amiss(program, data):
    """Checks a laid folder as its administrator would."""
    found = run(program, "--data", data, "check")
    check(found.returncode == 0 and not found.stdout, "the laid folder is without fault", found.stdout + found.stderr)
    doctor = run(program, "--data", data, "doctor").stdout
    amiss = [line for line in doctor.splitlines() if line.startswith("look") and "Mend it" in line]
    check(not amiss, "the doctor finds nothing to mend", "\n      ".join(amiss))

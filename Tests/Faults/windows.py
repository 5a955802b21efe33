"""Say that the window is larger than any screen, or nothing at all, at login and later, and measure the memory it takes.

usage: windows.py MASA [--quick] [--data FOLDER]

Whoever logs in over SSH says how large the window is. At every size a session takes at most 40 MB of resident memory,
is still there, draws, and is as usual again in a window of 120x40.
"""
import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import termios
import time

import ground

SAMPLE = os.path.join(ground.HERE, "..", "..", "SampleData", "kent-and-medway")
SIZES = ((500, 160), (3000, 3000), (65535, 65535), (0, 0), (0, 65535), (65535, 0), (1, 1), (1, 65535), (65535, 1))
MOST = 40e6


class Window:
    """A dashboard in a window of a size."""

    def __init__(self, masa, folder, home, columns, rows):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", HOME=home, XDG_STATE_HOME=home)
            time.sleep(0.1)  # the size of the terminal is set meanwhile
            os.execv(masa, [masa, "--data", folder])
        self.resize(columns, rows)

    def resize(self, columns, rows):
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, wanted=b"", limit=15):
        """Reads until a text was there and nothing more comes; answers what was read, none where the text is missing."""
        seen, end = b"", time.monotonic() + limit
        while time.monotonic() < end:
            if not select.select([self.terminal], [], [], 0.4)[0]:
                if seen and wanted in seen:
                    return seen
                continue
            try:
                data = os.read(self.terminal, 65536)
            except OSError:
                break
            seen += data
            if not data:
                break
        return b""

    def memory(self):
        """The most resident memory so far, in bytes; none when the program is gone."""
        try:
            with open(f"/proc/{self.pid}/status") as status:
                lines = dict(line.split(":", 1) for line in status)
        except OSError:
            return None
        return int(lines["VmHWM"].split()[0]) * 1024 if "VmHWM" in lines else None

    def type(self, keys):
        try:
            os.write(self.terminal, keys)
        except OSError:
            pass

    def leave(self):
        """Quits; answers whether the program ended by itself and in peace."""
        self.type(b"q")
        end = time.monotonic() + 10
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                os.close(self.terminal)
                return status == 0
            if select.select([self.terminal], [], [], 0.05)[0]:
                try:
                    os.read(self.terminal, 65536)
                except OSError:
                    pass
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)
        return False


def look(trial, folder, columns, rows, is_at_login):
    """Has a window of a size from the beginning or later, and goes through two panes; answers the memory."""
    when = f"{columns}x{rows} {'at login' if is_at_login else 'by a change'}"
    window = Window(trial.masa, folder, trial.place, *((columns, rows) if is_at_login else (120, 40)))
    trial.demand(window.read(), f"{when}: nothing is drawn")
    if not is_at_login:
        window.resize(columns, rows)
        trial.demand(window.read(), f"{when}: nothing is drawn anew")
    trial.broke()
    for key in (b"6", b"1"):
        window.type(key)
        window.read(limit=1)
    most = window.memory()
    if trial.demand(most is not None, f"{when}: the program is gone"):
        trial.demand(most <= MOST, f"{when}: {most / 1e6:.0f} MB of resident memory")
        window.resize(121, 40)
        trial.demand(window.read(b"Needs attention"), f"{when}: no usual screen in a usual window afterwards")
    trial.demand(window.leave(), f"{when}: q does not end the program in peace")
    return most or 0


def main():
    trial = ground.Trial(__doc__, ("--data", {"default": SAMPLE, "help": "the folder to look at"}))
    folder = os.path.join(trial.place, "data")
    shutil.copytree(trial.options.data, folder)
    usual = look(trial, folder, 120, 40, True)
    most = max(look(trial, folder, *size, is_at_login) for size in SIZES for is_at_login in (True, False))
    trial.figure(f"resident memory at most {most / 1e6:.1f} MB in a window of any size, {usual / 1e6:.1f} MB in one of "
                 f"120x40 (goal: at most {MOST / 1e6:.0f})")
    trial.end()


main()

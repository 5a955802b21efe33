"""The dashboard in a terminal of a size, for tests that type into it and look at what it draws."""
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time


class Window:
    """A dashboard in a window of a size."""

    def __init__(self, masa, folder, home, columns, rows, words=(), ignores_hang_up=False, **environment):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", HOME=home, XDG_STATE_HOME=home)
            os.environ.update(environment)
            if ignores_hang_up:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
            time.sleep(0.1)  # the size of the terminal is set meanwhile
            os.execv(masa, [masa, "--data", folder, *words])
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

    def read_now(self, seconds):
        """What is drawn within a time."""
        if not select.select([self.terminal], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self.terminal, 65536)
        except OSError:
            return b""

    def appears(self, text, limit):
        """Reads until a text was drawn; answers after how many seconds, none when it was not."""
        began, seen = time.monotonic(), b""
        while time.monotonic() - began < limit:
            seen += self.read_now(0.02)
            if text in b" ".join(seen.split()):
                return time.monotonic() - began
        return None

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
        self.end()
        return False

    def end(self):
        """Ends it, whatever it does."""
        try:
            os.kill(self.pid, signal.SIGKILL)
        except OSError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.terminal)

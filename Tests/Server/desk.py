"""A person at a terminal of their own, in tmux."""
import os, re, signal

from people import processes, run, until


class Desk:
    """A person at a terminal: a tmux server with one window, in which a login shell runs the program."""

    def __init__(self, place, user, width, height, umask, data):
        self.user, self.socket = user, f"{place}/tmux-{user}"
        self.size = ["-x", str(width), "-y", str(height)]
        self.command = (f"su - {user} -c 'umask {umask}; LANG=C.UTF-8 TERM=tmux-256color "
                        f"exec {place}/masa --data {data}'")

    def tmux(self, *words):
        return run("tmux", "-S", self.socket, "-f", "/dev/null", *words)

    def sits_down(self):
        self.tmux("new-session", "-d", "-s", "desk", *self.size, self.command)
        return self.waits("Overview")

    @property
    def screen(self):
        return self.tmux("capture-pane", "-p", "-t", "desk").stdout

    @property
    def notice(self):
        """What is said at the bottom: on the last line or, where it is long, above it under a rule of its own."""
        lines = self.screen.rstrip().splitlines() or [""]
        rules = [number for number, line in enumerate(lines) if re.fullmatch(r"[─═] (Message|Question) [─═]+", line.strip())]
        said = lines[rules[-1] + 1:-1] if rules else lines[-1:]
        return " ".join(" ".join(said).split())

    def types(self, *keys):
        """Presses keys by their names in tmux; what begins with a space is text without it."""
        for key in keys:
            if key.startswith(" "):
                self.tmux("send-keys", "-t", "desk", "-l", "--", key[1:])
            else:
                self.tmux("send-keys", "-t", "desk", "--", key)

    def shows(self, *words):
        """Whether the screen has all of this; line ends and runs of spaces do not count."""
        text = " ".join(self.screen.split())
        return all(re.search(word, text) if isinstance(word, re.Pattern) else word in text for word in words)

    def waits(self, *words, seconds=10):
        return until(self.user, seconds, lambda: self.shows(*words))

    def line_drops(self):
        """Ends the terminal at once, as a lost line does."""
        server = int(self.tmux("display-message", "-p", "#{pid}").stdout)
        os.kill(server, signal.SIGKILL)
        return until("the end of masa", 5, lambda: not processes(self.user))

    def leaves(self):
        self.types("q")
        gone = until("the end of masa", 5, lambda: not processes(self.user))
        self.tmux("kill-server")
        return gone

    def moves(self, key, seconds=0.3):
        """Presses a key and waits until the screen has changed, or until it plainly does not."""
        before = self.screen
        self.types(key)
        until("a move", seconds, lambda: self.screen != before)

    def selects(self, row):
        """Goes to a row of any panel with the keys that a person has; answers whether it was found."""
        is_here = re.compile("►[^│\n]*" + row)
        for _ in range(8):
            for key in ["Home"] + ["Down"] * 8:
                self.moves(key)
                if is_here.search("\n".join(self.screen.splitlines()[2:])):
                    return True
            self.moves("Tab", 0.5)
        return False

    def zooms(self, title):
        """Goes on from panel to panel until one has the keys; answers whether it did."""
        for _ in range(8):
            if self.shows(f"═ {title}"):
                return True
            self.moves("Tab", 0.5)
        return False

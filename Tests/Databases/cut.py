"""Cut the network between clients and the server, without a word to either, and heal it.

usage: cut.py MASA [--quick] [--cuts N]

The clients run in a network namespace of their own and come over TLS with certificates, as bob and ann would from another
machine. With bob's screen open the link goes down: the screen has to say so, keys have to answer, and after it is healed what
others save has to stand there. Then eight accounts save while the link is cut over and over, each time for a few seconds:
what was acknowledged is there once, what was said not to be saved is not there, and nobody waits longer than a minute.
"""
import os
import random
import subprocess
import time

import savers
import screen
import server

ground = server.ground
SPACE = f"masa{os.getpid() % 100000}"
NEAR, FAR = "10.213.77.1", "10.213.77.2"


class Network:
    """A link to a namespace, and certificates for who comes over it."""

    def __init__(self, trial):
        self.place = os.path.join(trial.place, "certificates")
        os.mkdir(self.place)
        os.chmod(self.place, 0o755)
        ground.run("ip", "netns", "add", SPACE)
        ground.run("ip", "link", "add", f"{SPACE}a", "type", "veth", "peer", "name", f"{SPACE}b", "netns", SPACE)
        ground.run("ip", "addr", "add", f"{NEAR}/24", "dev", f"{SPACE}a")
        ground.run("ip", "-n", SPACE, "addr", "add", f"{FAR}/24", "dev", f"{SPACE}b")
        for words in (("link", "set", f"{SPACE}a", "up"), ("-n", SPACE, "link", "set", f"{SPACE}b", "up"),
                      ("-n", SPACE, "link", "set", "lo", "up")):
            ground.run("ip", *words)
        self.certify("authority")
        self.masa = os.path.join(trial.place, "masa-from-afar")
        with open(self.masa, "w") as file:
            file.write(f'#!/bin/sh\nexec ip netns exec {SPACE} {trial.masa} "$@"\n')
        os.chmod(self.masa, 0o755)

    def certify(self, name, alternative=None):
        """Makes a key and a certificate of the authority, which is made first."""
        key, certificate = (os.path.join(self.place, f"{name}.{end}") for end in ("key", "crt"))
        new = ["openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-subj", f"/CN={name}"]
        if name == "authority":
            ground.run(*new, "-x509", "-days", "2", "-out", certificate)
        else:
            ground.run(*new, "-out", f"{certificate}.request")
            more = os.path.join(self.place, f"{name}.more")
            with open(more, "w") as file:
                file.write(f"subjectAltName={alternative}\n" if alternative else "")
            ground.run("openssl", "x509", "-req", "-in", f"{certificate}.request", "-CA", os.path.join(self.place, "authority.crt"),
                       "-CAkey", os.path.join(self.place, "authority.key"), "-CAcreateserial", "-days", "2", "-out", certificate,
                       "-extfile", more)
        os.chmod(key, 0o600)
        return key, certificate

    def cut(self):
        ground.run("ip", "link", "set", f"{SPACE}a", "down")

    def heal(self):
        ground.run("ip", "link", "set", f"{SPACE}a", "up")

    def remove(self):
        subprocess.run(["ip", "link", "del", f"{SPACE}a"], capture_output=True)
        subprocess.run(["ip", "netns", "del", SPACE], capture_output=True)


class FarWorkspace(server.Workspace):
    """A workspace whose accounts come from another machine."""

    def address(self, role):
        keys = os.path.join(self.server.trial.place, "certificates")
        hosts = ",".join(f"{NEAR}:{each.port}" for each in (self.server, *self.others))
        return (f"postgresql://{role}@{hosts}/{server.DATABASE}/{self.name}?sslrootcert={keys}/authority.crt"
                f"&sslcert={keys}/{role}.crt&sslkey={keys}/{role}.key")

    def command(self, *words, role=None):
        role = role or self.role
        near = role == "postgres"
        return [self.masa, "--data", super().address(role) if near else self.address(role), *words]


def secured(network):
    """The settings of a server that is reached over the link, with a certificate of its own."""
    key, certificate = network.certify("server", f"IP:{NEAR}")
    for path in (key, certificate):
        ground.run("chown", "postgres", path)
    return (f"listen_addresses = '{NEAR}'", "ssl = on", f"ssl_cert_file = '{certificate}'", f"ssl_key_file = '{key}'",
            f"ssl_ca_file = '{network.place}/authority.crt'", "tcp_keepalives_idle = 2", "tcp_keepalives_interval = 1",
            "tcp_keepalives_count = 3", "tcp_user_timeout = 3000")


def admit(database):
    """Lets in who comes over the link with a certificate."""
    database.append("pg_hba.conf", f"hostssl {server.DATABASE} all {NEAR}/24 cert\n")
    database.reload()


def with_screen(trial, network, area):
    """What bob sees."""
    watched = screen.Watched(trial, area, area.address("bob"), network.masa)
    usual = [watched.seconds_until_seen() for _ in range(5)]
    trial.demand(None not in usual, "edits of another account are not seen")
    watched.window.read_now(0.2)
    network.cut()
    trial.broke()
    told = watched.window.appears(b"does not answer", 30)
    trial.demand(told is not None, "nobody says within 30 s that the line is cut")
    keys = watched.key_times("while the line is cut")
    network.heal()
    healed = time.monotonic()
    seen = watched.seconds_until_seen(30)
    trial.demand(seen is not None, "after the line was healed another's edit is not seen")
    trial.aim(seen is not None and time.monotonic() - healed < 5, "it is back later than 5 s after the line is")
    trial.figure(f"from afar edits are seen after {max(each or 0 for each in usual):.2f} s; a cut is told after {told or 0:.1f} s, keys "
                 f"answered within {max(keys, default=0):.2f} s; another's edit seen {time.monotonic() - healed:.1f} s after it is healed")
    trial.demand(watched.window.leave(), "q does not end the program in peace")


def while_saving(trial, network, area, cuts):
    is_going = [True]
    all_of_them = [savers.Saver(area, role, lambda: is_going[0]) for role in savers.ROLES]
    for saver in all_of_them:
        saver.start()
    for number in range(cuts):
        time.sleep(random.uniform(0.5, 1.5))
        network.cut()
        trial.broke()
        time.sleep((1, 4, 12)[number % 3])
        network.heal()
    time.sleep(1)
    is_going[0] = False
    for saver in all_of_them:
        saver.join()
    tally, silent = savers.judge(trial, area, all_of_them)
    trial.demand(tally["saved"] > 0, "nothing was saved")
    trial.figure(f"{cuts} cuts while eight save: {tally['saved']} acknowledged and there, {tally['not saved']} said not to be saved and "
                 f"not there, {tally['not known']} not known ({silent} of them saved); the longest edit took "
                 f"{max(saver.longest for saver in all_of_them):.1f} s")
    ran = area.add("afterwards")
    trial.demand(ground.acknowledged(ran), f"the next edit fails: {ran.err.strip()[:200]}")


def main():
    trial = ground.Trial(__doc__, ("--cuts", {"type": int, "default": 0, "help": "how often the line is cut"}))
    server.needed(trial, "ip", "openssl")
    network, database = Network(trial), None
    try:
        roles = ["ann", "bob", *savers.ROLES]
        for role in roles:
            network.certify(role)
        database = server.Server(trial, settings=secured(network))
        admit(database)
        area = FarWorkspace(trial.masa, database, "north", roles, groups=savers.GROUPS)
        area.masa = network.masa
        near = server.Workspace.__new__(server.Workspace)
        near.__dict__.update({**area.__dict__, "masa": trial.masa})
        trial.attempt(lambda: with_screen(trial, network, area))
        trial.attempt(lambda: while_saving(trial, network, area, trial.options.cuts or (3 if trial.quick else 20)))
        near.judged(trial, least=0)
    finally:
        network.remove()
        if database is not None:
            database.stop()
    trial.end()


if __name__ == "__main__":
    main()

"""Try the store in a PostgreSQL database on servers that are really started, killed and replaced, and print a table of the trials.

    sudo Tests/Databases/run.py MASA [--quick] [--only NAME,NAME,…]

MASA is a program with the trait PostgreSQL; Debian's postgresql and pgbouncer have to be installed. Each trial starts a server of its own, or a
pair. One that was not carried out has failed. Exit 0 when nothing is wrong.
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Faults"))
import runner  # noqa: E402

TRIALS = ("writers", "attacks", "kills", "standby", "screen", "cut", "scale", "pooler", "hour")

runner.run(__doc__, HERE, TRIALS, "trial", takes_quick=True)

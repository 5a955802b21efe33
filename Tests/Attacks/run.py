"""Attack a shared folder the way somebody with an account of the server could, and print a table of the attempts.

    sudo Tests/Attacks/run.py PROGRAM [--only NAME,NAME,…]

Each attack prints what was tried and what came of it. One that was not carried out has failed. Exit 0 when nothing was harmed.
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Faults"))
import runner  # noqa: E402

ATTACKS = ("files", "chain", "leavers", "doctor", "swaps", "commands")

runner.run(__doc__, HERE, ATTACKS, "attack")

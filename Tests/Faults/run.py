"""Run the fault tests one after the other and print a table of them.

usage: run.py MASA [--quick] [--only NAME,NAME,…]

Each test breaks something for real, counts what it broke, and looks at what is left; one that broke nothing has failed.
What this computer cannot do (no root, a tool not installed) is skipped with its reason. Exit 0 when nothing is wrong.
"""
import os

import runner

TESTS = ("order", "journal", "restore", "attributes", "storage", "migration", "kills", "writers", "powercut", "sweep", "sessions", "windows", "hanging", "clock",
         "replies", "manners", "bounds", "fuzz")

runner.run(__doc__, os.path.dirname(os.path.abspath(__file__)), TESTS, "fault test", takes_quick=True)

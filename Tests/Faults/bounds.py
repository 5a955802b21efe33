"""Put the largest and the worst files into a folder, and measure what reading them takes.

usage: bounds.py MASA [--quick]

Whatever lies in a folder is read, or refused in a sentence, within two seconds of the processor for every 10 MB and a twentieth
of a millisecond for every file, and within six times its size in memory, or 150 MB where that is more; and however much is
wrong, a hundred faults are told and the rest counted.
"""
import json
import os
import re
import resource
import subprocess

import ground

MIB = 1024 * 1024
SECONDS, SECONDS_A_BYTE, SECONDS_A_FILE, TIMES, LEAST = 1, 2 / 10e6, 5e-5, 6, 150e6
PLACE = "groups/board/actions.json"


def action(number):
    """An action as people write them, of some four hundred bytes."""
    return json.dumps({
        "id": f"board-a{number}", "group": "board", "due": f"2024-{1 + number % 12:02}-{1 + number % 28:02}", "status": "open",
        "title": f"Report how many practitioners know the portal and how often it is used, number {number}",
        "owners": [{"agency": "council"}, {"person": "ann"}], "raisedOn": "2023-11-02",
        "evidence": ["A first list is with the business manager; the second one follows when all agencies have answered."]})


def listed(elements):
    return {PLACE: '{"actions": [' + ",\n".join(elements) + "]}"}


def repeated(element, size):
    return {PLACE: '{"actions": [' + ",".join([element] * (size // (len(element) + 1))) + "]}"}


def short(number):
    return f'{{"id": "{number:x}", "group": "board", "title": "T", "status": "open"}}'


def cases(quick):
    """Names, files, and whether they are without fault."""
    size = 4_000_000 if quick else 40_000_000
    full = json.loads(action(1))
    yield "honest actions", listed(map(action, range(10_000 if quick else 95_000))), True
    yield "short actions", listed(map(short, range(95_000))), True
    yield "a million short actions", listed(map(short, range(1_000_000))), False
    yield "numbers in place of records", repeated("1", 2_000_000), False
    yield "more numbers than are read", repeated("1", size), False
    yield "empty records", repeated("{}", size), False
    yield "one record many times", repeated(action(1), size), False
    yield "unknown fields", repeated(json.dumps({**full, "colour": 1}), size), False
    yield "lost references", listed(json.dumps({"id": str(k), "group": f"g{k}", "title": "T", "status": "open"})
                                    for k in range(50_000)), False
    yield "empty owners", {PLACE: '{"actions": [{"id": "a", "group": "board", "title": "T", "status": "open", "owners": ['
                                  + ",".join(["{}"] * (size // 3)) + "]}]}"}, False
    yield "one record of many fields", {PLACE: '{"actions": [{' + ",".join(f'"f{k}":1' for k in range(size // 12)) + "}]}"}, False
    yield "one long id", listed([json.dumps({"id": "o" * size, "group": "o" * size, "title": "T", "status": "open"})]), False
    yield "nesting", repeated("[" * 60 + "]" * 60, size), False
    yield "open brackets", {PLACE: "[" * size}, False
    yield "one open text", {PLACE: '{"actions": ["' + "\\" * size}, False
    yield "zeros", {PLACE: "\0" * size}, False
    files = 2_000 if quick else 10_000
    yield "many files", {f"reviews/r{k}.json": json.dumps({
        "id": f"r{k}", "title": "R", "type": "localReview", "commissionedBy": "area", "stage": "underWay"}) for k in range(files)}, True
    yield "many files that end too early", {f"reviews/r{k}.json": '{"id":' for k in range(files)}, False


def measured(trial, folder, *words):
    """Runs the program; answers its status, seconds of the processor, bytes of memory, lines and last words."""
    with open(os.path.join(trial.place, "told"), "w+b") as told, open(os.path.join(trial.place, "said"), "w+b") as said:
        child = subprocess.Popen([trial.masa, "--data", folder.path, *words], stdin=subprocess.DEVNULL, stdout=told, stderr=said,
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (120, 120)))
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        said.seek(0)
        return child.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, told.read().count(b"\n"), \
            said.read().decode("utf-8", "replace")[-400:]


def main():
    trial = ground.Trial(__doc__)
    slowest, largest = 0, 0
    for number, (name, files, is_fine) in enumerate(cases(trial.quick)):
        folder = ground.Folder(trial.masa, os.path.join(trial.place, str(number)))
        for path, text in files.items():
            os.makedirs(os.path.dirname(os.path.join(folder.path, path)), exist_ok=True)
            with open(os.path.join(folder.path, path), "w") as file:
                file.write(text)
        size = sum(map(len, files.values()))
        status, seconds, memory, lines, said = measured(trial, folder, "check")
        trial.broke()
        trial.say(f"{name}: {size / 1e6:.1f} MB in {seconds:.2f} s and {memory / 1e6:.0f} MB, {lines} lines; {said.strip()[:120]}")
        most, room = SECONDS + SECONDS_A_BYTE * size + SECONDS_A_FILE * len(files), max(LEAST, TIMES * size)
        trial.demand(status == (0 if is_fine else 1), f"{name}: check ended with {status}: {said}")
        trial.demand(is_fine or re.search(r"\d errors? and", said), f"{name}: the errors are not counted: {said}")
        trial.demand(lines <= 101 * len(files), f"{name}: {lines} lines are told")
        trial.demand(seconds <= most, f"{name}: check took {seconds:.1f} s, at most {most:.1f} are allowed")
        trial.demand(memory <= room, f"{name}: check took {memory / 1e6:.0f} MB, at most {room / 1e6:.0f} are allowed")
        slowest, largest = max(slowest, seconds / most), max(largest, memory / room)
        subprocess.run(["rm", "-rf", folder.path], check=True)
    trial.figure(f"at most {100 * slowest:.0f} % of the allowed time and {100 * largest:.0f} % of the allowed memory")
    trial.end()


main()

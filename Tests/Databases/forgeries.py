"""Lines of journals that are forged, and lines that follow the chain and are false or no entry all the same."""
import hashlib
import json

import server
import statements

ground = server.ground


def line(sequence, previous, user, uid, **more):
    """A line of a journal with the hash that belongs to it."""
    body = json.dumps({"sequence": sequence, "at": "2026-01-01T00:00:00Z", "uid": uid, "user": user, "title": "Forged", "changes": [],
                       **more, "previous": previous}, separators=(",", ":"))[:-1].encode()
    return hashed(body)


def hashed(body):
    """A line without its end, with the hash that belongs to it."""
    return body + b',"hash":"' + hashlib.sha256(body).hexdigest().encode() + b'"}'


def appending(folder, sequence, text, names="{}", contents="{}", commit="gen_random_uuid()"):
    shown = "null" if text is None else f"'\\x{text.hex()}'::bytea"
    return f"select masa.append({folder}, {sequence}, {commit}, {shown}, {names}, {contents})".replace(
        "{}, {}", "'{}', '{}'")


def forged(attack, area, database):
    """Lines that are not what they say; each differs from an honest one in one thing."""
    ids = {row[0]: row[1:] for row in area.rows(
        "select f.path, f.id, h.last_sequence + 1, h.last_hash from masa.folder f join masa.head h on h.folder = f.id where f.workspace = {ws}")}
    numbers = {row[0]: int(row[1]) for row in database.sql("select rolname, oid from pg_roles")}
    mine, ann = numbers["mallory"], numbers["ann"]
    folder, following, last = ids["groups/board"][0], int(ids["groups/board"][1]), ids["groups/board"][2]
    used = area.rows("select commit from masa.journal where folder = " + folder)[0][0]
    honest = line(following, last, "mallory", mine)
    ran = attack.psql(f"begin; {appending(folder, following, honest)}; rollback")
    attack.trial.demand(ran.code == 0, f"an honest line is refused, so the forged ones show nothing: {ran.err.strip()[:300]}")
    forgeries = [
        ("another's name", line(following, last, "ann", mine)), ("another's number", line(following, last, "mallory", ann)),
        ("another's name and number", line(following, last, "ann", ann)), ("the name of root", line(following, last, "root", 0)),
        ("no name", line(following, last, None, mine)), ("no number", line(following, last, "mallory", None)),
        ("the end of another journal", line(following, ids["groups/quality"][2] or "0" * 64, "mallory", mine)),
        ("no end", line(following, "", "mallory", mine)), ("an end that is no text", line(following, 7, "mallory", mine)),
        ("a number that is taken", line(following - 1, last, "mallory", mine)),
        ("a number that comes later", line(following + 1, last, "mallory", mine)),
        ("a hash that is not its own", honest[:-66] + b"0" * 64 + b'"}'),
        ("a hash in capitals", honest[:-66] + honest[-66:-2].upper() + b'"}'),
        ("a line without a hash", honest[:-75] + b"}"), ("a line with a line end", honest + b"\n"),
        ("two lines", honest + b"\n" + honest), ("a list", b"[1,2,3]" * 30), ("no JSON", b"x" * 200),
        ("letters that are none", b"\xff\xfe" + honest), ("a zero byte", honest[:5] + b"\0" + honest[5:]), ("nothing", b""),
        ("no line at all", None), ("a line nested past any depth", b"[" * 200000)]
    for what, text in forgeries:
        attack.refused(f"a line with {what}", appending(folder, following, text), "22023 23502")
    for what, number in (("before the end", following - 1), ("past the end", following + 1), ("below zero", -1)):
        attack.refused(f"append {what}", appending(folder, number, line(number, last, "mallory", mine)), "40001")
    attack.refused("append without a number", appending(folder, "null", line(None, last, "mallory", mine)), "22023 23502 40001")
    attack.refused("append without an id", appending(folder, following, honest, commit="null"), "22023 23502")
    attack.refused("append with the id of another edit", appending(folder, following, honest, commit=f"'{used}'"), "22023")
    closed = attack.refused("append to a closed folder", appending(
        ids["groups/finance"][0], ids["groups/finance"][1], line(int(ids["groups/finance"][1]), ids["groups/finance"][2], "mallory", mine)),
        statements.RIGHT)
    missing = attack.refused("append to a folder that is not there", appending(999999, 1, line(1, "", "mallory", mine)), statements.RIGHT)
    attack.trial.demand(closed.split("CONTEXT")[0] == missing.split("CONTEXT")[0], f"a closed folder is told from none: {closed} {missing}")
    attack.refused("append to a folder that one may read", appending(
        ids["groups/quality"][0], ids["groups/quality"][1], line(int(ids["groups/quality"][1]), ids["groups/quality"][2], "mallory", mine)),
        statements.RIGHT)
    for name in ("'../finance/actions.json'", "'/etc/passwd'", "'..'", "'.masa-copy'", "'a/b.json'", "'A.json'", "''", "e'a.json\\n'",
                 "'.lock'", "'journal.jsonl'", "null", "repeat('n', 300)", "'actions.json.new~'", "e'a\\\\b'", "'ä.json'"):
        append = appending(folder, following, honest, f"array[{name}]::text[]", "array['x'::bytea]")
        attack.refused(f"a document named {name}", f"begin; {append}; rollback", "22023 23502")
    attack.refused("a document twice", appending(folder, following, honest, "array['a.json', 'a.json']", "array['x', 'y']::bytea[]"), "21000 22023")


# Lines that say who and follow the chain, and are false or no entry all the same: what is changed in an honest one, the document
# that comes with it, and whether `masa journal verify` can tell.
FALSE_LINES = (
    ("its number as text", lambda body: body.replace(b'"sequence":', b'"sequence":"').replace(b',"at"', b'","at"', 1), None),
    ("no time", lambda body: body.replace(b'"at":', b'"it":'), None),
    ("a time that is none", lambda body: body.replace(b"2026-01-01T", b"2026-13-41T"), None),
    ("another's name before its own", lambda body: body.replace(b'"user":', b'"user":"ann","user":'), None),
    ("a change of another folder's file", lambda body: body.replace(b'"changes":[]', b'"changes":[{"document":'
     b'"groups/finance/actions.json","kind":"action","id":"finance-a1","field":"title","from":"x","to":"Forged"}]'), None),
    ("a change that is none", lambda body: body.replace(b'"changes":[]', b'"changes":[7]'), None),
    ("changes that are no list", lambda body: body.replace(b'"changes":[]', b'"changes":7'), None),
    ("a false head", lambda body: body.replace(b'"previous"', b'"heads":{"groups/board/actions.json":9},"previous"'), None),
    ("nothing told, and a document changed", lambda body: body, ("actions.json", b'{"actions":[]}')),
    ("nothing told, and a document taken away", lambda body: body, ("actions.json", None)),
    ("a document that is no JSON", lambda body: body, ("actions.json", b"\xff\0")),
    ("a journal as a document", lambda body: body, ("journal.jsonl", b"Forged\n")),
)


def false_lines(attack, database):
    """What a writer can put into her own folder: others go on with theirs, and nothing goes by another's name."""
    trial = attack.trial
    for number, (what, change, document) in enumerate(FALSE_LINES):
        area = server.Workspace(trial.masa, database, f"false-{number}", ["ann"], groups=("board", "finance"))
        area.open("masa_user", paths=["groups/finance"], to_write="null")
        area.open("mallory", paths=["groups/board"])
        area.add("Before", role="ann")
        folder, following, last = area.rows("select f.id, h.last_sequence + 1, h.last_hash from masa.folder f join masa.head h "
                                            "on h.folder = f.id where f.workspace = {ws} and f.path = 'groups/board'")[0]
        oid = int(database.sql("select 'mallory'::regrole::oid")[0][0])
        text = hashed(change(line(int(following), last, "mallory", oid)[:-75]))
        names, contents = ("'{}'", "'{}'") if document is None else (
            f"array['{document[0]}']", f"array[{'null' if document[1] is None else repr(chr(92) + 'x' + document[1].hex())}]::bytea[]")
        ran = attack.psql(appending(folder, following, text, names, contents))
        trial.broke()
        if ran.code != 0:
            trial.demand("22023" in ran.err, f"a line with {what}: NOT CARRIED OUT: {ran.err}")
            continue
        status, other, told = area.run("status"), area.add("Theirs", group="finance"), area.verified()
        trial.demand(status.code == 0, f"after a line with {what} nobody can open the data: {status.err.strip()[:400]}")
        trial.demand(ground.acknowledged(other), f"after a line with {what} nobody can save in another folder: {other.err.strip()[:300]}")
        history = [each for each in area.run("history").out.splitlines() if "Forged" in each]
        trial.demand(not any(" ann " in each for each in history), f"a line with {what} goes by another's name: {history}")
        trial.say(f"open: a line with {what}: {'journal verify tells' if told.code != 0 else 'journal verify does NOT tell'}: "
                  f"{(told.out + told.err).strip().splitlines()[-1][:150]}")

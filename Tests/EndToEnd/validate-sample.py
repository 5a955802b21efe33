"""Validate every file of a data folder against the JSON Schemas that masa prints.

usage: validate-sample.py MASA FOLDER        (needs: pip install jsonschema)
"""
import fnmatch, json, os, subprocess, sys

import jsonschema

masa, folder = sys.argv[1:3]
schemas = json.loads(subprocess.run([masa, "schema", "--all"], capture_output=True, check=True).stdout)
checked = 0
for root, _, files in os.walk(folder):
    for name in sorted(files):
        if not name.endswith(".json"):
            continue
        path = os.path.relpath(os.path.join(root, name), folder)
        kinds = [k for k, s in schemas.items() if fnmatch.fnmatchcase(path, s["x-path"]) and path.count("/") == s["x-path"].count("/")]
        if not kinds:
            sys.exit(f"{path}: no schema is for this file")
        schema = schemas[kinds[0]]
        validator = jsonschema.Draft202012Validator(schema)
        validator.check_schema(schema)
        with open(os.path.join(root, name)) as file:
            faults = list(validator.iter_errors(json.load(file)))
        if faults:
            sys.exit(f"{path} against {kinds[0]}: {faults[0].message} at {faults[0].json_path}")
        checked += 1
if checked == 0:
    sys.exit("no file was checked")
print(f"{checked} files are valid")

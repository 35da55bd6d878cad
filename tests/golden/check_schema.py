"""Every shipped scenario, and the format page's example, must satisfy the JSON Schema."""
import json
import pathlib
import re
import sys

import jsonschema

root = pathlib.Path(sys.argv[1])
schema = json.loads((root / "data/schema/scenario.schema.json").read_text(encoding="utf-8"))
validator = jsonschema.validators.validator_for(schema)
validator.check_schema(schema)
check = validator(schema)

documents = {path.name: path.read_text(encoding="utf-8")
             for path in sorted((root / "scenarios").glob("*.json"))}
page = (root / "docs/scenario-format.md").read_text(encoding="utf-8")
documents["scenario-format.md"] = re.search(r"```json\n(.*?)```", page, re.S).group(1)

faults = 0
for name, text in documents.items():
    for error in check.iter_errors(json.loads(text)):
        faults += 1
        print(f"{name}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")

broken = json.loads(documents["scenario-format.md"])
broken["nodes"][0]["moves"][0]["phrasings"] = "not a list"
if check.is_valid(broken):
    faults += 1
    print("the schema lets a wrong kind of value pass")

print(f"{len(documents)} documents, {faults} faults")
sys.exit(1 if faults else 0)

"""Every shipped scenario, archetype and method, and the format page's examples, must satisfy the schemas."""
import json
import pathlib
import re
import sys

import jsonschema

root = pathlib.Path(sys.argv[1])


def schema_named(name):
    schema = json.loads((root / f"data/schema/{name}.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    return validator(schema)


def texts_in(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.json"))}


page = (root / "docs/scenario-format.md").read_text(encoding="utf-8")


def example_under(heading):
    return re.search(heading + r".*?```json\n(.*?)```", page, re.S).group(1)


scenarios = texts_in(root / "scenarios")
scenarios["scenario-format.md"] = example_under("# The scenario format")
archetypes = texts_in(root / "data/archetypes")
archetypes["scenario-format.md, archetypes"] = example_under("## How a kind of buyer reacts")

methods = texts_in(root / "data/method")

faults = 0
for check, documents in ((schema_named("scenario"), scenarios),
                         (schema_named("archetype"), archetypes),
                         (schema_named("method"), methods)):
    for name, text in documents.items():
        for error in check.iter_errors(json.loads(text)):
            faults += 1
            print(f"{name}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")

broken = json.loads(scenarios["scenario-format.md"])
broken["nodes"][0]["moves"][0]["phrasings"] = "not a list"
if schema_named("scenario").is_valid(broken):
    faults += 1
    print("the schema lets a wrong kind of value pass")
misspelt = json.loads(methods["customer-focused.json"])
misspelt["concepts"][0]["broken"][0]["nnoe"] = []
if schema_named("method").is_valid(misspelt):
    faults += 1
    print("the schema lets a key pass that means nothing")

print(f"{len(scenarios) + len(archetypes) + len(methods)} documents, {faults} faults")
sys.exit(1 if faults else 0)

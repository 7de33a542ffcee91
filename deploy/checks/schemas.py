"""Checks messages against the schemas: schemas.py SCHEMA FILE…, one message a line; or what an
AsyncAPI document refers to: schemas.py DOCUMENT.yaml.

Beside what the schema says, a message may have no field that the schema does not describe, so that
the schemas cannot fall behind the messages; consumers should expect new fields.
"""

import json
import os
import sys

import yaml
from jsonschema import Draft202012Validator


def closed(schema):
    """The same schema where no other fields are allowed than those described."""
    if isinstance(schema, dict):
        schema = {key: closed(value) for key, value in schema.items()}
        if "properties" in schema:
            schema["additionalProperties"] = False
    elif isinstance(schema, list):
        schema = [closed(item) for item in schema]
    return schema


def references(node):
    """Every $ref below a node."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            yield from references(item)


def check_document(name):
    with open(name, encoding="utf-8") as file:
        document = yaml.safe_load(file)
    missing = []
    for reference in set(references(document)):
        path, _, pointer = reference.partition("#")
        if path:
            if not os.path.exists(os.path.join(os.path.dirname(name), path)):
                missing.append(reference)
            continue
        node = document
        for part in pointer.split("/")[1:]:
            node = node.get(part) if isinstance(node, dict) else None
        if node is None:
            missing.append(reference)
    for reference in missing:
        print(f"{name}: nothing stands at {reference}")
    sys.exit(1 if missing else 0)


def main():
    name, files = sys.argv[1], sys.argv[2:]
    if name.endswith(".yaml"):
        check_document(name)
    with open(name, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(closed(schema))
    messages = faults = 0
    for path in files:
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                messages += 1
                for error in validator.iter_errors(json.loads(line)):
                    faults += 1
                    print(f"{path}:{number}: {error.json_path}: {error.message[:200]}")
    print(f"{name}: {messages} messages, {faults} faults")
    sys.exit(0 if messages and not faults else 1)


main()

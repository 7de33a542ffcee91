"""Checks Kafka Connect configurations as far as that can be done without Kafka Connect: connect.py
FILE…. Each must be JSON of the form that Connect's REST interface takes, with settings that Connect,
its transforms or the connector has, read committed records only, and hold no password.
"""

import json
import re
import sys

# Of every sink, and of the transforms and converters used here.
COMMON = {
    "connector.class", "tasks.max", "topics", "key.converter", "value.converter", "transforms",
    "errors.tolerance", "value.converter.schemas.enable", "consumer.override.isolation.level",
    "consumer.override.auto.offset.reset",
}
TRANSFORM = {"type", "field"}
CONNECTORS = {
    "io.confluent.connect.jdbc.JdbcSinkConnector": {
        "connection.url", "connection.user", "connection.password", "table.name.format", "pk.mode",
        "pk.fields", "insert.mode", "auto.create", "auto.evolve", "delete.enabled", "batch.size",
    },
    "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector": {
        "connection.url", "connection.username", "connection.password", "key.ignore",
        "schema.ignore", "write.method", "behavior.on.null.values",
        "behavior.on.malformed.documents", "batch.size",
    },
    "org.apache.kafka.connect.file.FileStreamSinkConnector": {"file"},
}
SECRET = re.compile(r"\$\{\w+:[^}]+\}")


def problems(document):
    if set(document) != {"name", "config"}:
        yield "must have name and config, and nothing else"
        return
    config = document["config"]
    for key, value in config.items():
        if not isinstance(value, str):
            yield f"{key}: Connect takes strings"
    known = CONNECTORS.get(config.get("connector.class"))
    if known is None:
        yield f"unknown connector {config.get('connector.class')}"
        return
    names = [name for name in config.get("transforms", "").split(",") if name]
    transforms = {f"transforms.{name}.{key}" for name in names for key in TRANSFORM}
    for key in set(config) - known - COMMON - transforms:
        yield f"{key}: no setting of {config['connector.class']}"
    for name in names:
        if f"transforms.{name}.type" not in config:
            yield f"transform {name} has no type"
    if config.get("consumer.override.isolation.level") != "read_committed":
        yield "must read committed records only"
    if config.get("topics") != "events":
        yield "must read events"
    for key, value in config.items():
        if "password" in key and not SECRET.fullmatch(value):
            yield f"{key}: refer to a secret, do not write it here"


failed = False
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        for problem in problems(json.load(file)):
            failed = True
            print(f"{path}: {problem}")
    print(f"{path} read")
sys.exit(failed or len(sys.argv) < 2)

"""Checks a Compose file where Compose itself is not at hand: its YAML, and that every service,
volume and build target that it refers to is there."""

import pathlib
import re
import sys

import yaml


def main(path):
    compose = yaml.safe_load(path.read_text())
    services = compose["services"]
    dockerfile = (path.parent / "Dockerfile").read_text()
    targets = set(re.findall(r"^FROM \S+ AS (\S+)$", dockerfile, re.MULTILINE))
    errors = []
    for name, service in services.items():
        if ("image" in service) == ("build" in service) and "build" not in service:
            errors.append(f"{name}: has neither image nor build")
        target = service.get("build", {}).get("target")
        if target is not None and target not in targets:
            errors.append(f"{name}: deploy/Dockerfile has no target {target}")
        for other in service.get("depends_on", {}):
            if other not in services:
                errors.append(f"{name}: depends on {other}, which is no service")
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            if source.startswith("."):
                if not (path.parent / source).exists():
                    errors.append(f"{name}: {source} does not exist")
            elif source not in compose.get("volumes", {}):
                errors.append(f"{name}: {source} is no volume")
    for error in errors:
        print(error, file=sys.stderr)
    return 1 if errors else 0


sys.exit(main(pathlib.Path(sys.argv[1])))

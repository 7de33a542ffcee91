"""Checks a Dockerfile without an engine: known instructions, stages that exist, files that are
there to be copied, and a user other than root for every stage that can be run."""

import pathlib
import re
import sys

INSTRUCTIONS = set("ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM LABEL RUN USER VOLUME WORKDIR".split())


def instructions(text):
    """Instructions with their arguments, continued lines joined, comments left out."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    for line in joined.splitlines():
        word, _, rest = line.partition(" ")
        yield word, rest.strip()


def main(path):
    errors = []
    stages = {}
    stage = None
    for word, rest in instructions(path.read_text()):
        if word not in INSTRUCTIONS:
            errors.append(f"{word}: no instruction")
        elif word == "FROM":
            base, _, stage = rest.partition(" AS ")
            if not stage:
                errors.append(f"FROM {rest}: the stage has no name")
            # A stage runs as its base does.
            stages[stage] = dict(stages.get(base, {"user": "root", "entry": None}))
        elif word == "USER":
            stages[stage]["user"] = rest
        elif word == "ENTRYPOINT":
            stages[stage]["entry"] = rest
        elif word == "COPY":
            *sources, _ = [part for part in rest.split() if not part.startswith("--")]
            origin = re.search(r"--from=(\S+)", rest)
            if origin and origin[1] not in stages:
                errors.append(f"COPY {rest}: no stage {origin[1]}")
            if not origin:
                missing = [name for name in sources if not (path.parent.parent / name).exists()]
                errors += [f"COPY {rest}: {name} does not exist" for name in missing]
    for name, state in stages.items():
        if state["entry"] and state["user"].split(":")[0] in ("root", "0"):
            errors.append(f"stage {name} runs as root")
    for error in errors:
        print(error, file=sys.stderr)
    return 1 if errors else 0


sys.exit(main(pathlib.Path(sys.argv[1])))

"""Keeps the latest version of every event and writes a line for each: latest_events.py [TOPIC]

Reads from the beginning to where the topic ends now. RAWI_BOOTSTRAP_SERVERS says where Kafka is.
"""

import json
import os
import sys

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, KafkaException, TopicPartition

topic = sys.argv[1] if len(sys.argv) > 1 else "events"
consumer = Consumer(
    {
        "bootstrap.servers": os.environ.get("RAWI_BOOTSTRAP_SERVERS", "localhost:9092"),
        "group.id": "latest-events",
        # Only what was committed: a worker that died has left nothing half done to be seen.
        "isolation.level": "read_committed",
        # Partitions are assigned by hand and read anew each time, so nothing is remembered.
        "enable.auto.commit": False,
        "enable.partition.eof": True,
    }
)


def partitions():
    found = consumer.list_topics(topic, timeout=10).topics[topic]
    if found.error is not None:
        raise KafkaException(found.error)
    return [TopicPartition(topic, number, OFFSET_BEGINNING) for number in found.partitions]


def latest():
    """The latest version of each event by its id."""
    events = {}
    waiting = partitions()
    consumer.assign(waiting)
    ended = set()
    while len(ended) < len(waiting):
        message = consumer.poll(10)
        if message is None:
            raise TimeoutError(f"{topic} gives nothing for 10 s")
        if message.error():
            if message.error().code() != KafkaError._PARTITION_EOF:
                raise KafkaException(message.error())
            ended.add(message.partition())
            continue
        key = message.key().decode()
        if message.value() is None:
            events.pop(key, None)  # The event was withdrawn.
            continue
        event = json.loads(message.value())
        # Versions come in order; this is for who reads a topic that was copied together.
        if event["version"] >= events.get(key, event)["version"]:
            events[key] = event
    return events


def names(event, role):
    return "; ".join(p["entity"]["name"] for p in event["participants"] if p["role"] == role)


try:
    for event in sorted(latest().values(), key=lambda event: event["id"]):
        day = event["time"]["value"] if event["time"] else None
        print(
            event["id"], event["version"], event["type"], event["status"], day or "",
            names(event, "actor"), names(event, "recipient"), event["sentence"]["text"],
            sep="\t",
        )
finally:
    consumer.close()

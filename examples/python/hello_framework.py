#!/usr/bin/python3
"""A framework that runs a command N times, again when it ends badly. Needs Debian's python3-confluent-kafka."""
import argparse, json, sys, threading, time, uuid
from decimal import Decimal

TERMINAL = {"FINISHED", "FAILED", "KILLED", "DROPPED", "LOST", "ERROR", "GONE", "GONE_BY_OPERATOR", "UNKNOWN"}

def scalars(text):  # {"cpus(eng)": Decimal(2)} of "cpus(eng):2;ports:[1-9]"
    pairs = (part.rpartition(":") for part in text.split(";") if part)
    return {identity: Decimal(value) for identity, _, value in pairs if value[0] not in "[{"}

def take(left, amounts):  # takes out of what is left, reserved ones first, and gives the text; or gives None
    taken = {}
    for name, amount in amounts.items():
        for identity in sorted((i for i in left if i.partition("(")[0] == name), key=lambda i: "(" not in i):
            part = min(left[identity], amount)
            taken[identity], amount = part, amount - part
        if amount > 0:
            return None
    left.update((identity, left[identity] - part) for identity, part in taken.items())
    return ";".join(f"{identity}:{part:f}" for identity, part in taken.items() if part)

class Hello:
    def __init__(self, args, send):
        self.args, self.send, self.todo = args, send, args.tasks  # send(topic, kind, record)
        self.launched, self.finished, self.running, self.over, self.beat_seconds, self.revive_at = 0, 0, set(), False, 2.0, None
        self.connect()

    def connect(self):
        self.session, self.subscribed, self.ask_at, self.pause = str(uuid.uuid4()), False, 0.0, 2.0

    def call(self, kind, **fields):
        record = {"framework": self.args.framework, "session": self.session, **fields}
        self.send("accepts", f"dev.bourse.framework.{kind}.v1", record)

    def tick(self, now):
        if not self.subscribed and now >= self.ask_at:  # again after 2 s, doubling to 1 min
            self.call("subscribe", info={"name": "hello", "roles": [{"role": self.args.role}]})
            self.ask_at, self.pause = now + self.pause, min(60.0, self.pause * 2)
        if self.subscribed and self.revive_at and now >= self.revive_at:
            self.revive_at = None
            self.call("revive", roles=[])

    def event(self, kind, e):
        if e.get("session", self.session) != self.session:
            return  # that of an older session
        if kind == "dev.bourse.framework.subscribed.v1" and not self.subscribed:
            self.subscribed, self.beat_seconds = True, e["heartbeatMillis"] / 1000
            if self.running:  # an empty list would ask for all
                self.call("reconcile", tasks=[{"task": task} for task in sorted(self.running)])
        elif kind == "dev.bourse.framework.session-ended.v1":
            self.over = e["cause"] != "DISCONNECTED"
            self.connect()
        elif kind == "dev.bourse.framework.call-refused.v1":
            print("refused", e["call"], e["reason"], flush=True)
        elif kind == "dev.bourse.offer.made.v1":
            self.offer(e)
        elif kind == "dev.bourse.task.update.v1" and self.subscribed:
            self.update(e)

    def offer(self, e):
        left, tasks, amounts = scalars(e["resources"]), [], {"cpus": self.args.cpus, "memory": self.args.memory}
        while self.todo and len(tasks) < 1000 and (resources := take(left, amounts)):
            tasks.append({"task": f"hello-{self.launched}", "resources": resources,
                          "command": {"argv": self.args.command, "env": {}}})
            self.launched, self.todo = self.launched + 1, self.todo - 1
        self.running.update(task["task"] for task in tasks)
        launch = {"operations": [{"type": "LAUNCH", "tasks": tasks}]} if tasks else {}
        self.call("accept" if tasks else "decline", offers=[e["offer"]], refuseMillis=3_600_000, **launch)
        if not self.todo:
            self.call("suppress", roles=[])

    def update(self, e):
        print(e["task"], e["state"], e.get("reason", ""), e.get("message", ""), flush=True)
        if ended := e["state"] in TERMINAL and e["task"] in self.running:
            self.running.remove(e["task"])
            self.finished += e["state"] == "FINISHED"
            if e["state"] != "FINISHED":
                self.todo, self.revive_at = self.todo + 1, time.time() + 1
        if "update" in e:  # else it is not repeated
            self.call("acknowledge", task=e["task"], update=e["update"])
        if ended and self.finished == self.args.tasks:
            self.call("teardown")

def run(args):
    from confluent_kafka import Consumer, Producer, TopicPartition
    server = {"bootstrap.servers": args.bootstrap}
    producer = Producer({**server, "partitioner": "murmur2_random", "enable.idempotence": True, "linger.ms": 0})
    consumer = Consumer({**server, "group.id": "none", "enable.auto.commit": False, "isolation.level": "read_committed"})
    def send(topic, kind, record):
        headers = {"ce_specversion": "1.0", "ce_type": kind, "ce_source": "/hello", "ce_id": str(uuid.uuid4())}
        producer.produce(args.prefix + topic, json.dumps(record), args.framework, headers=headers)
        producer.poll(0)
    def beat():
        while True:
            if hello.subscribed:
                send("heartbeats", "dev.bourse.framework.heartbeat.v1", {"framework": args.framework, "session": hello.session})
            time.sleep(hello.beat_seconds)
    names = [args.prefix + "offers", args.prefix + "updates"]
    parts = [TopicPartition(name, p) for name in names for p in consumer.list_topics(name, 30).topics[name].partitions]
    consumer.assign([TopicPartition(p.topic, p.partition, consumer.get_watermark_offsets(p)[1]) for p in parts])
    hello = Hello(args, send)
    threading.Thread(target=beat, daemon=True).start()
    while not hello.over:
        hello.tick(time.time())
        message = consumer.poll(0.2)
        if message and not message.error() and message.key() == args.framework.encode():
            hello.event(dict(message.headers())["ce_type"].decode(), json.loads(message.value()))
    producer.flush(30)
    print("finished", hello.finished)
    return 0 if hello.finished == args.tasks else 1

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    for option, kind, default in [("bootstrap", str, "localhost:9092"), ("prefix", str, "bourse."), ("role", str, "default"),
                                  ("framework", str, "hello-" + uuid.uuid4().hex[:8]), ("tasks", int, 3),
                                  ("cpus", Decimal, Decimal("0.1")), ("memory", Decimal, Decimal(32))]:
        parser.add_argument("--" + option, type=kind, default=default)
    parser.add_argument("command", nargs="+", help="after --")
    sys.exit(run(parser.parse_args()))

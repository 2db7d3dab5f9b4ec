"""What the example does without Kafka: /usr/bin/python3 -m unittest discover -s examples/python -p '*_test.py'"""
import argparse, io, unittest
from contextlib import redirect_stdout
from decimal import Decimal

from hello_framework import Hello, scalars, take

ARGS = argparse.Namespace(framework="f1", role="eng", tasks=2, cpus=Decimal("0.5"), memory=Decimal(32), command=["true"])


class HelloTest(unittest.TestCase):

    def setUp(self):
        self.sent = []
        self.hello = Hello(ARGS, lambda topic, kind, record: self.sent.append((kind.split(".")[3], record)))
        self.hello.tick(0.0)
        self.event("framework.subscribed", heartbeatMillis=500)

    def event(self, kind, **fields):
        with redirect_stdout(io.StringIO()):
            self.hello.event(f"dev.bourse.{kind}.v1", fields)

    def taken(self):
        kinds = [kind for kind, _ in self.sent]
        self.sent.clear()
        return kinds

    def offer(self, number, resources):
        self.event("offer.made", session=self.hello.session, offer=number, resources=resources)

    def test_should_take_what_is_reserved_first(self):
        left = scalars("cpus:1;cpus(eng):0.3;memory:64;ports:[1-9];disks:{a,b}")
        self.assertEqual("cpus(eng):0.3;cpus:0.2;memory:32", take(left, {"cpus": Decimal("0.5"), "memory": Decimal(32)}))
        self.assertEqual({"cpus": Decimal("0.8"), "cpus(eng)": 0, "memory": 32}, left)
        self.assertIsNone(take(left, {"cpus": Decimal(1)}))

    def test_should_subscribe_until_it_is_answered(self):
        hello = Hello(ARGS, lambda *call: self.sent.append(call))
        self.sent.clear()
        for second in range(31):
            hello.tick(float(second))
        self.assertEqual(5, len(self.sent))  # after 0, 2, 6, 14 and 30 s

    def test_should_run_all_and_then_end(self):
        self.offer(1, "cpus:0.4;memory:99")
        self.offer(2, "cpus:4;memory:99")
        self.assertEqual(["subscribe", "decline", "accept", "suppress"], self.taken())
        self.event("task.update", task="hello-0", state="RUNNING", update="u1")
        self.event("task.update", task="hello-0", state="FAILED", update="u2")
        self.event("task.update", task="hello-1", state="FINISHED", update="u3")
        self.hello.tick(1e12)
        self.assertEqual(["acknowledge", "acknowledge", "acknowledge", "revive"], self.taken())
        self.offer(3, "cpus:4;memory:99")
        self.event("task.update", task="hello-2", state="FINISHED", update="u4")
        self.assertEqual(["accept", "suppress", "acknowledge", "teardown"], self.taken())
        self.event("framework.session-ended", session=self.hello.session, cause="REMOVED")
        self.assertTrue(self.hello.over)

    def test_should_ask_for_its_tasks_in_a_new_session(self):
        self.offer(1, "cpus:0.5;memory:32")
        old = self.hello.session
        self.event("framework.session-ended", session=old, cause="DISCONNECTED")
        self.taken()
        self.hello.tick(1.0)
        self.event("framework.session-ended", session=old, cause="REPLACED")
        self.event("framework.subscribed", session=self.hello.session, heartbeatMillis=500)
        self.assertEqual(["subscribe", "reconcile"], self.taken())
        self.assertFalse(self.hello.over)


if __name__ == "__main__":
    unittest.main()

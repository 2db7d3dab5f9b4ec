package dev.bourse.simulator.agent;

import dev.bourse.simulator.log.Bytes;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.kafka.Topic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An agent's producer: what is said first arrives first, while the network lets it. What has waited
 * for longer than the delivery timeout is given up; a record whose acknowledgement was lost arrives
 * again after a restart of the writer.
 */
final class Outlet {

  private static final long DELIVERY_TIMEOUT_MILLIS = 120_000;

  private record Message(Topic topic, Object record, String what, long saidAt) {}

  private final String agent;
  private final World world;
  private final SimLog log;
  private final Chance chance;
  private final Network network;
  private final Deque<Message> waiting = new ArrayDeque<>();
  private final TreeSet<String> underWay = new TreeSet<>();
  private boolean arranged;
  private int life;

  Outlet(String agent, World world, SimLog log, Chance chance, Network network) {
    this.agent = agent;
    this.world = world;
    this.log = log;
    this.chance = chance;
    this.network = network;
  }

  /**
   * Says something, unless the same is still under way.
   *
   * @param what tells whether it is the same
   */
  void say(Topic topic, Object record, String what) {
    if (underWay.add(what)) {
      waiting.add(new Message(topic, record, what, world.now()));
      arrange();
    }
  }

  /** The network is back. */
  void arrange() {
    if (arranged || waiting.isEmpty() || network.isCut()) {
      return;
    }
    arranged = true;
    int living = life;
    world.after(
        network.latency(chance),
        () -> {
          if (living == life) {
            arranged = false;
            deliver();
          }
        });
  }

  private void deliver() {
    if (network.isCut()) {
      return;
    }
    Message message = waiting.poll();
    if (message == null) {
      return;
    }
    underWay.remove(message.what());
    if (world.now() - message.saidAt() <= DELIVERY_TIMEOUT_MILLIS) {
      append(message);
      if (network.repeats(chance)) {
        world.after(chance.between(1, 60_000), () -> append(message));
      }
    }
    arrange();
  }

  private void append(Message message) {
    world.note(agent, "says %s", message.record());
    Object value = network.encodes() ? Bytes.of(message.record()) : message.record();
    log.input(message.topic()).append(world.now(), agent, value);
  }

  /** The process ends: what it had not sent is lost. */
  void die() {
    life++;
    arranged = false;
    waiting.clear();
    underWay.clear();
  }

  /** What is waiting, for those who want to see that nothing is. */
  @Nullable Object next() {
    return waiting.peek();
  }
}

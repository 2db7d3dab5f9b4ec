package dev.bourse.gateway.testing;

import dev.bourse.gateway.view.Position;
import dev.bourse.topics.codec.InputCodec;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.RoleWeight;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.SetWeights;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.view.RoleView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Decides operations in the background, as a test says, and remembers them. */
public final class Decisions implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final FakeMaster master;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Function<Command, String> rejection;
  private final List<Decided> all = new CopyOnWriteArrayList<>();
  private final Map<String, RoleView> roles = new TreeMap<>();
  private final Thread thread;
  private volatile boolean closed;

  Decisions(
      FakeMaster master,
      Map<String, Object> config,
      Layout layout,
      Function<Command, String> rejection) {
    this.master = master;
    this.rejection = rejection;
    this.consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> cells =
        IntStream.range(0, layout.cells())
            .mapToObj(cell -> new TopicPartition(layout.name(Topic.OPERATIONS), cell))
            .toList();
    consumer.assign(cells);
    consumer.seekToEnd(cells);
    cells.forEach(consumer::position);
    thread = Thread.startVirtualThread(this::run);
  }

  /** What was decided so far. */
  public List<Command> commands() {
    return all.stream().map(Decided::command).toList();
  }

  /** Where that was. */
  public List<Integer> cells() {
    return all.stream().map(Decided::cell).toList();
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    consumer.close();
  }

  private void run() {
    while (!closed) {
      consumer.poll(POLL).forEach(this::decide);
    }
  }

  private void decide(ConsumerRecord<byte[], byte[]> record) {
    Command command =
        InputCodec.operations(
            new InputCodec.Input(
                CloudEvents.type(record.headers()),
                record.key(),
                record.value(),
                record.timestamp(),
                record.partition(),
                record.offset()));
    all.add(new Decided(command, record.partition()));
    String reason = rejection.apply(command);
    if (reason == null) {
      publish(command);
    }
    master.journal(Topic.OPERATIONS, new Position(record.partition(), record.offset()), reason);
  }

  private void publish(Command command) {
    if (command instanceof SetQuota quota) {
      for (RoleQuota one : quota.quotas()) {
        RoleView old = old(one.role());
        write(new RoleView(one.role(), old.weight(), one.limit(), one.guarantee()));
      }
    } else if (command instanceof SetWeights weights) {
      for (RoleWeight one : weights.weights()) {
        RoleView old = old(one.role());
        write(new RoleView(one.role(), one.weight(), old.limit(), old.guarantee()));
      }
    }
  }

  private RoleView old(String role) {
    return roles.getOrDefault(role, new RoleView(role, 1_000, null, null));
  }

  private void write(RoleView role) {
    roles.put(role.role(), role);
    master.write(role);
  }

  private record Decided(Command command, int cell) {}
}

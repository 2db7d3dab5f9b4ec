package dev.bourse.master.streams;

import dev.bourse.core.Outcome;
import dev.bourse.core.TableChange;
import dev.bourse.core.check.Digest;
import dev.bourse.core.context.Position;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.DisconnectFramework;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.scheduler.OfferEvent;
import dev.bourse.topics.scheduler.SchedulerEvent;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** From outcomes to records. Names on {@code dead-letters} are the field's, prefixed with ours. */
final class Outputs {

  private final ProcessorContext<Address, byte[]> context;
  private final Layout layout;
  private final int cell;
  private final String source;

  Outputs(ProcessorContext<Address, byte[]> context, Layout layout) {
    this.context = context;
    this.layout = layout;
    this.cell = context.taskId().partition();
    this.source = "/master/" + cell;
  }

  /** Everything that a step came to. */
  void release(Outcome outcome, @Nullable Position position) {
    long time = outcome.time();
    String id = cell + "-" + outcome.sequence() + "-";
    int n = 0;
    for (Order order : outcome.orders()) {
      forward(Topic.LAUNCHES, order.agent().value(), order, time, id + n++);
    }
    for (SchedulerEvent notice : outcome.notices()) {
      Topic topic = notice instanceof OfferEvent ? Topic.OFFERS : Topic.UPDATES;
      forward(topic, notice.framework().value(), notice, time, id + n++);
    }
    for (TableChange change : outcome.tables()) {
      forward(topic(change.table()), change, time, id + n++);
    }
    forward(Topic.JOURNAL, Integer.toString(cell), entry(outcome, position), time, id + n);
  }

  /** The liveness monitor's word of an agent. */
  void report(MarkAgentUnreachable command, long now) {
    String id = cell + "-" + command.agent() + "-" + command.registration() + "-" + now;
    forward(Topic.MEMBERSHIP, command.agent().value(), command, now, id);
  }

  /** The liveness monitor's word of a framework. */
  void report(DisconnectFramework command, long now) {
    String id = cell + "-" + command.framework() + "-" + command.session() + "-" + now;
    forward(Topic.ACCEPTS, command.framework().value(), command, now, id);
  }

  /** A record that comes to nothing, as it was, with the reason. */
  void deadLetter(Record<byte[], byte[]> record, @Nullable Position position, String reason) {
    Headers headers = new RecordHeaders(record.headers());
    headers.add("bourse_reason", Keys.bytes(reason));
    if (position != null) {
      headers.add("bourse_topic", Keys.bytes(layout.prefix() + position.topic()));
      headers.add("bourse_partition", Keys.bytes(Integer.toString(position.partition())));
      headers.add("bourse_offset", Keys.bytes(Long.toString(position.offset())));
    }
    context.forward(
        record.withHeaders(headers).withKey(Address.byKey(record.key())),
        Nodes.sink(Topic.DEAD_LETTERS));
  }

  private static JournalEntry entry(Outcome outcome, @Nullable Position position) {
    return new JournalEntry(
        JournalEntry.FORMAT,
        outcome.sequence(),
        position == null ? null : position.topic(),
        position == null ? 0 : position.partition(),
        position == null ? 0 : position.offset(),
        outcome.time(),
        outcome.steps(),
        outcome.rejection() == null ? null : outcome.rejection().reason(),
        outcome.settings(),
        Digest.text(outcome.digest()));
  }

  private static Topic topic(TableChange.PublicTable table) {
    return switch (table) {
      case JOBS -> Topic.JOBS;
      case TASKS -> Topic.TASKS;
      case AGENTS -> Topic.AGENTS;
      case FRAMEWORKS -> Topic.FRAMEWORKS;
      case ROLES -> Topic.ROLES;
    };
  }

  private void forward(Topic topic, TableChange change, long time, String id) {
    if (change.view() != null) {
      forward(topic, change.key(), change.view(), time, id);
    } else {
      context.forward(tombstone(topic, change.key(), time), Nodes.sink(topic));
    }
  }

  @SuppressWarnings("NullAway") // a null value is what a tombstone is
  private Record<Address, byte[]> tombstone(Topic topic, String key, long time) {
    return new Record<>(address(topic, key), null, time);
  }

  private void forward(Topic topic, String key, Object value, long time, String id) {
    Headers headers = new RecordHeaders();
    CloudEvents.add(headers, RecordType.of(value), source, id);
    context.forward(
        new Record<>(address(topic, key), RecordCodec.encode(value), time, headers),
        Nodes.sink(topic));
  }

  /**
   * A framework may subscribe in several cells, and a role has a row in each: what this one says of
   * them is in its own partition, whatever the key. Agents and jobs live where their keys say.
   */
  private Address address(Topic topic, String key) {
    byte[] bytes = Keys.bytes(key);
    return switch (topic) {
      case JOURNAL, OFFERS, UPDATES, ACCEPTS, FRAMEWORKS, ROLES -> Address.inCell(cell, bytes);
      default -> Address.byKey(bytes);
    };
  }
}

package dev.bourse.simulator.log;

import dev.bourse.core.TableChange;
import dev.bourse.core.TableChange.PublicTable;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.scheduler.OfferEvent;
import dev.bourse.topics.scheduler.SchedulerEvent;
import dev.bourse.topics.view.View;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The topics of one cell. */
public final class SimLog {

  /** What the master decides on. */
  public static final List<Topic> INPUTS =
      List.of(Topic.SUBMISSIONS, Topic.MEMBERSHIP, Topic.STATUS, Topic.ACCEPTS, Topic.OPERATIONS);

  private static final int LAUNCH_PARTITIONS = 4;

  private final Map<Topic, Partition> inputs = new EnumMap<>(Topic.class);
  private final List<Partition> launches = new ArrayList<>();
  private final Partition offers = new Partition();
  private final Partition updates = new Partition();
  private final List<JournalEntry> journal = new ArrayList<>();
  private final List<Consumer<TableChange>> readers = new ArrayList<>();
  private final Map<PublicTable, TreeMap<String, View>> tables = new EnumMap<>(PublicTable.class);

  /** Empty topics. */
  public SimLog() {
    INPUTS.forEach(topic -> inputs.put(topic, new Partition()));
    for (int i = 0; i < LAUNCH_PARTITIONS; i++) {
      launches.add(new Partition());
    }
    for (PublicTable table : PublicTable.values()) {
      tables.put(table, new TreeMap<>());
    }
  }

  /** The partition of an input topic. */
  public Partition input(Topic topic) {
    Partition partition = inputs.get(topic);
    if (partition == null) {
      throw new IllegalArgumentException(topic + " is no input");
    }
    return partition;
  }

  /** The partition from which an agent reads its orders, among those of others. */
  public Partition launches(AgentId agent) {
    return launches.get(Math.floorMod(agent.value().hashCode(), LAUNCH_PARTITIONS));
  }

  /** All partitions with orders. */
  public List<Partition> launches() {
    return launches;
  }

  /** The partition with what frameworks are offered, all of one cell's in one. */
  public Partition offers() {
    return offers;
  }

  /** The partition with what else frameworks are told, all of one cell's in one. */
  public Partition updates() {
    return updates;
  }

  /** Where frameworks read something that they are told. */
  public Partition told(SchedulerEvent event) {
    return event instanceof OfferEvent ? offers : updates;
  }

  /** The steps that are committed. */
  public List<JournalEntry> journal() {
    return journal;
  }

  /** What a compacted table is after a change. */
  public void change(TableChange change) {
    Map<String, View> table = table(change.table());
    if (change.view() == null) {
      table.remove(change.key());
    } else {
      table.put(change.key(), change.view());
    }
    readers.forEach(reader -> reader.accept(change));
  }

  /** Tells of every change of a public table. */
  public void onChange(Consumer<TableChange> reader) {
    readers.add(reader);
  }

  /** A public table as readers see it. */
  public Map<String, View> table(PublicTable table) {
    Map<String, View> rows = tables.get(table);
    if (rows == null) {
      throw new IllegalStateException("there is no table " + table);
    }
    return rows;
  }

  /** A row of a public table, or null. */
  public @Nullable View row(PublicTable table, String key) {
    return table(table).get(key);
  }
}

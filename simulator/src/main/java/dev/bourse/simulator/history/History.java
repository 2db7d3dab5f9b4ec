package dev.bourse.simulator.history;

import dev.bourse.simulator.master.Decoding;
import dev.bourse.topics.codec.InputCodec.Input;
import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.kafka.Topic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cell's steps, one after the other: each entry of the journal with the input that it names. The
 * journal and the inputs are each in the order in which they were consumed, so that all of them are
 * read side by side, however long they are.
 */
public final class History implements Steps {

  /** The topics from which a master takes its inputs. */
  public static final List<Topic> INPUTS =
      List.of(Topic.SUBMISSIONS, Topic.MEMBERSHIP, Topic.STATUS, Topic.ACCEPTS, Topic.OPERATIONS);

  private static final int PATIENCE = 50;

  private final RecordSource source;
  private final RecordReader journal;
  private final Map<Topic, RecordReader> inputs = new EnumMap<>(Topic.class);
  private final Map<Topic, Input> waiting = new EnumMap<>(Topic.class);
  private long sequence;

  /**
   * From the beginning of a cell, or after a step.
   *
   * @param after the step after which to go on, and where; null for the beginning
   */
  public History(RecordSource source, @Nullable Bookmark after) {
    this.source = source;
    // The journal first: an input that comes meanwhile is one too many, not one too few.
    journal = source.read(Topic.JOURNAL);
    INPUTS.forEach(topic -> inputs.put(topic, source.read(topic)));
    if (after != null) {
      sequence = after.sequence();
      journal.seek(after.journal() + 1);
      inputs.forEach(
          (topic, reader) -> {
            Long offset = after.inputs().get(topic.suffix());
            if (offset != null) {
              reader.seek(offset + 1);
            }
          });
    }
  }

  @Override
  public @Nullable RecordedStep next() {
    Input record = journal.next();
    if (record == null) {
      return null;
    }
    JournalEntry entry = decode(record);
    if (entry.sequence() != sequence + 1) {
      throw new HistoryException(gap(entry));
    }
    sequence = entry.sequence();
    String topic = entry.topic();
    return new RecordedStep(
        record.offset(), entry, topic == null ? null : command(entry, topic(entry, topic)));
  }

  /** How many inputs come after the last step; they are read. */
  @Override
  public long untaken() {
    long count = waiting.size();
    for (RecordReader reader : inputs.values()) {
      while (reader.next() != null) {
        count++;
      }
    }
    return count;
  }

  private static JournalEntry decode(Input record) {
    try {
      return RecordCodec.decode(record.value(), JournalEntry.class);
    } catch (InvalidRecordException e) {
      throw new HistoryException(
          "the journal has no entry at offset " + record.offset() + ": " + e.getMessage(), e);
    }
  }

  private String gap(JournalEntry entry) {
    String found =
        "the journal in " + source.description() + " goes on with step " + entry.sequence();
    return sequence == 0
        ? found
            + "; what came before is not kept any more. Start from a snapshot: --snapshots DIR (bourse"
            + " audit follow writes them)"
        : found + " after step " + sequence;
  }

  private static Topic topic(JournalEntry entry, String suffix) {
    for (Topic topic : INPUTS) {
      if (topic.suffix().equals(suffix)) {
        return topic;
      }
    }
    throw new HistoryException(
        "step " + entry.sequence() + ": topic: is '" + suffix + "', which is no topic of inputs");
  }

  private Command command(JournalEntry entry, Topic topic) {
    Input input = input(entry, topic);
    try {
      return Decoding.command(topic, input);
    } catch (InvalidRecordException e) {
      throw new HistoryException(
          "the input of step %d, %s, cannot be read: %s"
              .formatted(entry.sequence(), place(entry), e.getMessage()),
          e);
    }
  }

  /** What nobody could read has no step, and is passed over. */
  private Input input(JournalEntry entry, Topic topic) {
    RecordReader reader = Objects.requireNonNull(inputs.get(topic));
    @Nullable Input input = waiting.remove(topic);
    for (int tries = 0; tries < PATIENCE; tries++) {
      if (input == null) {
        input = reader.next();
      }
      if (input != null && input.offset() >= entry.offset()) {
        break;
      }
      if (input != null) {
        tries = 0;
        input = null;
      }
    }
    if (input == null || input.offset() != entry.offset()) {
      if (input != null) {
        waiting.put(topic, input);
      }
      throw new HistoryException(
          "the input of step %d, %s, is not kept any more in %s"
              .formatted(entry.sequence(), place(entry), source.description()));
    }
    return input;
  }

  private static String place(JournalEntry entry) {
    return entry.topic() + " " + entry.partition() + ":" + entry.offset();
  }

  @Override
  public void close() {
    List<RecordReader> readers = new ArrayList<>(inputs.values());
    readers.add(journal);
    readers.forEach(RecordReader::close);
  }
}

package dev.bourse.simulator.history;

import dev.bourse.topics.journal.JournalEntry;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A place in a history.
 *
 * @param sequence of the last step
 * @param journal the offset of its entry
 * @param inputs for each topic, the offset of the last input up to there
 */
public record Bookmark(long sequence, long journal, SortedMap<String, Long> inputs) {

  /** Copies. */
  public Bookmark {
    inputs = new TreeMap<>(inputs);
  }

  /** After one more step. */
  public static Bookmark after(@Nullable Bookmark before, RecordedStep step) {
    JournalEntry entry = step.entry();
    SortedMap<String, Long> inputs =
        before == null ? new TreeMap<>() : new TreeMap<>(before.inputs);
    String topic = entry.topic();
    if (topic != null) {
      inputs.put(topic, entry.offset());
    }
    return new Bookmark(entry.sequence(), step.offset(), inputs);
  }
}

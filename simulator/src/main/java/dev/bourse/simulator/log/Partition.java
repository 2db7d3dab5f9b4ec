package dev.bourse.simulator.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One partition: an append-only list of committed records. Readers go by index; offsets have gaps,
 * as control records of transactions and aborted ones leave them.
 */
public final class Partition {

  private final List<SimRecord> records = new ArrayList<>();
  private final List<Runnable> readers = new ArrayList<>();
  private long nextOffset;

  /** Appends, and wakes whoever reads. */
  public void append(long timestamp, String key, Object value) {
    records.add(new SimRecord(nextOffset++, timestamp, key, value));
    readers.forEach(Runnable::run);
  }

  /** Offsets that hold nothing for readers. */
  public void gap(int offsets) {
    nextOffset += offsets;
  }

  /** How many records there are. */
  public int size() {
    return records.size();
  }

  /** The record at an index. */
  public SimRecord get(int index) {
    return records.get(index);
  }

  /** The newest record of a key that is so, or null. */
  public @Nullable SimRecord last(String key, Predicate<SimRecord> isSo) {
    for (SimRecord record : records.reversed()) {
      if (record.key().equals(key) && isSo.test(record)) {
        return record;
      }
    }
    return null;
  }

  /** Calls back at each append. */
  public void onAppend(Runnable reader) {
    readers.add(reader);
  }
}

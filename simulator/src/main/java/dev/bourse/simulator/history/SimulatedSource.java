package dev.bourse.simulator.history;

import dev.bourse.simulator.log.Bytes;
import dev.bourse.simulator.log.Partition;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.log.SimRecord;
import dev.bourse.topics.codec.InputCodec.Input;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.kafka.Topic;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The topics of a simulated cluster, as its processes would find them in Kafka.
 *
 * @param log of the cluster
 */
public record SimulatedSource(SimLog log) implements RecordSource {

  private static final int CELL = 0;

  @Override
  public RecordReader read(Topic topic) {
    if (topic == Topic.JOURNAL) {
      return new ListReader(log.journal().size(), this::entry);
    }
    Partition partition = log.input(topic);
    return new ListReader(partition.size(), i -> input(partition.get(i)));
  }

  private Input entry(int index) {
    JournalEntry entry = log.journal().get(index);
    byte[] key = Integer.toString(CELL).getBytes(StandardCharsets.UTF_8);
    return new Input(null, key, RecordCodec.encode(entry), entry.time(), CELL, index);
  }

  private static Input input(SimRecord record) {
    Bytes bytes = record.value() instanceof Bytes sent ? sent : Bytes.of(record.value());
    byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
    return new Input(bytes.ceType(), key, bytes.value(), record.timestamp(), CELL, record.offset());
  }

  @Override
  public String description() {
    return "a simulated cluster";
  }

  private static final class ListReader implements RecordReader {

    private final int size;
    private final IntFunction<Input> records;
    private int next;

    private ListReader(int size, IntFunction<Input> records) {
      this.size = size;
      this.records = records;
    }

    @Override
    public @Nullable Input next() {
      return next < size ? records.apply(next++) : null;
    }

    @Override
    public void seek(long offset) {
      next = 0;
      while (next < size && records.apply(next).offset() < offset) {
        next++;
      }
    }

    @Override
    public void close() {}
  }
}

package dev.bourse.simulator.history;

import dev.bourse.topics.codec.InputCodec.Input;
import dev.bourse.topics.kafka.Topic;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Copies a history into a folder, from which {@link FolderSource} reads it. */
public final class Exporter {

  private final Path folder;

  /** Into a folder, which is made if there is none. */
  public Exporter(Path folder) {
    this.folder = folder;
  }

  /**
   * Copies the journal and all inputs.
   *
   * @return how many records of each topic
   */
  public Map<Topic, Long> export(RecordSource source) {
    List<Topic> topics = new ArrayList<>(List.of(Topic.JOURNAL));
    topics.addAll(History.INPUTS);
    Map<Topic, RecordReader> readers = new LinkedHashMap<>();
    Map<Topic, Long> counts = new TreeMap<>();
    try {
      // All ends are fixed before the first record is read, that of the journal first.
      topics.forEach(topic -> readers.put(topic, source.read(topic)));
      Files.createDirectories(folder);
      for (Map.Entry<Topic, RecordReader> reader : readers.entrySet()) {
        counts.put(reader.getKey(), copy(reader.getKey(), reader.getValue()));
      }
      return counts;
    } catch (IOException e) {
      throw new HistoryException("cannot write to " + folder + ": " + e.getMessage(), e);
    } finally {
      readers.values().forEach(RecordReader::close);
    }
  }

  private long copy(Topic topic, RecordReader reader) throws IOException {
    long count = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(FolderSource.file(folder, topic))) {
      for (Input input = reader.next(); input != null; input = reader.next()) {
        writer.write(StoredRecord.line(input));
        writer.write('\n');
        count++;
      }
    }
    return count;
  }
}

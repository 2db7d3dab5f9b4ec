package dev.bourse.simulator.history;

import dev.bourse.topics.codec.InputCodec.Input;
import dev.bourse.topics.kafka.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The topics as files, one for each: a record is a line of JSON.
 *
 * @param folder where they are
 */
public record FolderSource(Path folder) implements RecordSource {

  private static final String SUFFIX = ".jsonl";

  /** Folders of earlier versions have nothing of them, since there was nothing. */
  private static final Set<Topic> LATER = EnumSet.of(Topic.ACCEPTS, Topic.OPERATIONS);

  /** The file of a topic. */
  static Path file(Path folder, Topic topic) {
    return folder.resolve(topic.suffix() + SUFFIX);
  }

  @Override
  public RecordReader read(Topic topic) {
    Path file = file(folder, topic);
    if (LATER.contains(topic) && Files.isDirectory(folder) && Files.notExists(file)) {
      return new FileReader(file, new BufferedReader(Reader.nullReader()));
    }
    try {
      return new FileReader(file, Files.newBufferedReader(file));
    } catch (IOException e) {
      throw new HistoryException(
          file + ": cannot be read; " + folder + " must be a folder made by bourse export", e);
    }
  }

  @Override
  public String description() {
    return folder.toString();
  }

  private static final class FileReader implements RecordReader {

    private final Path file;
    private final BufferedReader lines;
    private long number;
    private long from;

    private FileReader(Path file, BufferedReader lines) {
      this.file = file;
      this.lines = lines;
    }

    @Override
    public @Nullable Input next() {
      try {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          number++;
          Input input = StoredRecord.parse(line, file + " line " + number);
          if (input.offset() >= from) {
            return input;
          }
        }
        return null;
      } catch (IOException e) {
        throw new HistoryException(file + ": cannot be read: " + e.getMessage(), e);
      }
    }

    @Override
    public void seek(long offset) {
      from = offset;
    }

    @Override
    public void close() {
      try {
        lines.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

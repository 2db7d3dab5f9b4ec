package dev.bourse.simulator.history;

import dev.bourse.core.check.Digest;
import dev.bourse.core.check.StateDigest;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.RowKey;
import dev.bourse.core.state.table.Tables;
import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.codec.RecordCodec;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A state after some step, in a file: a line that says which, then a line for each row. What is
 * read back must have the digest that was written, or it is refused.
 *
 * @param bookmark the step
 * @param tables the state after it
 */
public record Snapshot(Bookmark bookmark, Tables tables) {

  private static final int FORMAT = 1;

  private record Header(int format, Bookmark bookmark, int rows, String digest) {}

  private record Line(String key, String row) {}

  /** Writes a state; whoever reads sees all of the file or none. */
  public static void write(Path file, Bookmark bookmark, ClusterState state) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try (BufferedWriter writer = Files.newBufferedWriter(draft)) {
      String digest = Digest.text(StateDigest.of(state));
      writer.write(LineJson.write(new Header(FORMAT, bookmark, state.rows().size(), digest)));
      writer.write('\n');
      for (Row row : state.rows()) {
        String json = new String(RecordCodec.encode(row), StandardCharsets.UTF_8);
        writer.write(LineJson.write(new Line(row.key().toString(), json)));
        writer.write('\n');
      }
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads a state.
   *
   * @throws HistoryException when it is damaged
   */
  public static Snapshot read(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      Header header = LineJson.read(required(lines.readLine()), Header.class);
      if (header.format() != FORMAT) {
        throw new IllegalArgumentException(
            "format: is " + header.format() + ", but must be " + FORMAT);
      }
      Tables tables = new Tables();
      for (int i = 0; i < header.rows(); i++) {
        Line line = LineJson.read(required(lines.readLine()), Line.class);
        RowKey key = RowKey.parse(line.key());
        byte[] json = line.row().getBytes(StandardCharsets.UTF_8);
        tables.restore(key, RecordCodec.decode(json, key.table().rowType()));
      }
      if (!Digest.text(StateDigest.of(tables)).equals(header.digest())) {
        throw new IllegalArgumentException("its rows have another digest than it says");
      }
      return new Snapshot(header.bookmark(), tables);
    } catch (IllegalArgumentException | InvalidRecordException e) {
      throw new HistoryException(file + " is no whole snapshot: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new HistoryException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String required(@Nullable String line) {
    if (line == null) {
      throw new IllegalArgumentException("it ends too soon");
    }
    return line;
  }
}

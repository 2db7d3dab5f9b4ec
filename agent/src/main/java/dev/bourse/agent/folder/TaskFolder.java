package dev.bourse.agent.folder;

import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.log.LogStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one attempt:
 *
 * <pre>
 *   checkpoint.json   {@link Checkpoint}, written first
 *   claim             made by whoever decides whether the command runs: its supervisor, or a recovering agent
 *   pid, group, exit  written by the supervisor: its line of /proc/PID/stat, the process group of the command, the exit
 *                     status; each is one line, and counts when its line end is there
 *   kill.json         {@link KillRecord}, when its end was asked for
 *   outcome.json      the last report, once it is made
 *   shipped           bytes of stdout and stderr that Kafka has
 *   stdin, stdout, stderr
 *   work/             the sandbox
 * </pre>
 *
 * @param path where it is
 */
public record TaskFolder(Path path) {

  /** The sandbox: where the command starts. */
  public Path work() {
    return path.resolve("work");
  }

  /** What the command reads, if there is anything. */
  public Path stdin() {
    return path.resolve("stdin");
  }

  /** What the command has written. */
  public Path output(LogStream stream) {
    return path.resolve(stream.text());
  }

  /** The checkpoint; null when there is none that can be read. */
  public @Nullable Checkpoint checkpoint() throws IOException {
    return read("checkpoint.json", Checkpoint.class);
  }

  /**
   * Makes the folder with all that a command needs, and the checkpoint that survives a power cut.
   */
  public void create(Checkpoint checkpoint) throws IOException {
    Files.createDirectory(path);
    Files.createDirectory(work());
    SmallFile.create(output(LogStream.STDOUT));
    SmallFile.create(output(LogStream.STDERR));
    SmallFile.createDurably(path.resolve("checkpoint.json"), RecordCodec.encode(checkpoint));
  }

  /** Decides that the command will not run; false when its supervisor has decided that it will. */
  public boolean claim() throws IOException {
    try {
      Files.writeString(path.resolve("claim"), "agent\n", StandardOpenOption.CREATE_NEW);
      return true;
    } catch (FileAlreadyExistsException e) {
      // An agent that took the claim may have ended before it could report that.
      return line("claim") != null;
    }
  }

  /** When its end was asked for, or null. */
  public @Nullable KillRecord kill() throws IOException {
    return read("kill.json", KillRecord.class);
  }

  /** Its end was asked for. */
  public void kill(KillRecord kill) throws IOException {
    SmallFile.write(path.resolve("kill.json"), RecordCodec.encode(kill));
  }

  /** Its last report, or null. */
  public @Nullable ReportStatus outcome() throws IOException {
    return read("outcome.json", ReportStatus.class);
  }

  /** Keeps its last report. */
  public void outcome(ReportStatus report) throws IOException {
    Files.createDirectories(path);
    SmallFile.write(path.resolve("outcome.json"), RecordCodec.encode(report));
  }

  /** How much of its output Kafka has at least. */
  public Shipped shipped() throws IOException {
    Shipped shipped = read("shipped", Shipped.class);
    return shipped == null ? Shipped.NOTHING : shipped;
  }

  /** Keeps how much of its output Kafka has. */
  public void shipped(Shipped shipped) throws IOException {
    SmallFile.write(path.resolve("shipped"), RecordCodec.encode(shipped));
  }

  /** Its supervisor, or null while it has not written who it is. */
  public @Nullable ProcessStat supervisor() throws IOException {
    String line = line("pid");
    return line == null ? null : ProcessStat.parse(line);
  }

  /** The process group of the command, or null while it has none. */
  public @Nullable Long group() throws IOException {
    String line = line("group");
    return line == null ? null : Long.valueOf(line);
  }

  /** The exit status of the command, or null while there is none. */
  public @Nullable Integer exitStatus() throws IOException {
    String line = line("exit");
    return line == null ? null : Integer.valueOf(line);
  }

  /** When the exit status was written, in epoch milliseconds. */
  public long exitedAt() throws IOException {
    return Files.getLastModifiedTime(path.resolve("exit")).toMillis();
  }

  /** The content of a file, without the line end; null while that is missing. */
  private @Nullable String line(String name) throws IOException {
    try {
      String text = Files.readString(path.resolve(name));
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : null;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private <T> @Nullable T read(String name, Class<T> type) throws IOException {
    try {
      return RecordCodec.decode(Files.readAllBytes(path.resolve(name)), type);
    } catch (NoSuchFileException | InvalidRecordException e) {
      return null;
    }
  }
}

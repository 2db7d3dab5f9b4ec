package dev.bourse.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.cli.client.Json;
import dev.bourse.cli.console.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder of a dev cluster: who uses it, and where the cluster in it can be reached. */
public final class DevFolder {

  private static final String HOME = "BOURSE_HOME";
  private static final String STATE = "cluster.json";
  private static final String LOCK = "lock";

  private final Path path;

  /** This folder. */
  public DevFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /** {@code dev} in {@code $BOURSE_HOME}, which is {@code .bourse} by default. */
  public static DevFolder standard(Console console) {
    String home = console.variable(HOME);
    return new DevFolder(
        console.directory().resolve(home == null ? ".bourse" : home).resolve("dev"));
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /**
   * Takes the folder for this process for as long as it lives.
   *
   * @return the lock, which must be kept; null if another process has it
   */
  public @Nullable FileLock lock() throws IOException {
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
    }
    return lock;
  }

  /** Lets other commands find the cluster of this process. */
  public void announce(URI server, String bootstrapServers) throws IOException {
    ObjectNode state = Json.object();
    ProcessHandle self = ProcessHandle.current();
    state.put("pid", self.pid());
    state.put("started", started(self));
    state.put("server", server.toString());
    state.put("kafka", bootstrapServers);
    Path draft = path.resolve(STATE + ".new");
    Files.writeString(draft, Json.pretty(state) + "\n");
    Files.move(draft, path.resolve(STATE), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The cluster is going. */
  public void withdraw() throws IOException {
    Files.deleteIfExists(path.resolve(STATE));
  }

  /** The cluster that runs in this folder, or null. */
  public @Nullable DevCluster running() {
    try {
      JsonNode state = Json.read(Files.readString(path.resolve(STATE)));
      long pid = state.path("pid").asLong();
      Optional<ProcessHandle> process = ProcessHandle.of(pid);
      if (process.isEmpty() || !started(process.get()).equals(state.path("started").asText())) {
        return null;
      }
      return new DevCluster(
          pid, URI.create(state.path("server").asText()), state.path("kafka").asText());
    } catch (IOException | IllegalArgumentException e) {
      // No such file, or not one of ours.
      return null;
    }
  }

  /** Tells a process from a later one of the same number. */
  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}

package dev.bourse.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The AOT caches of the JVM (JEP 483, 514), one for each kind of process, which halve the time of a
 * start. They are made by a training run and used when they are there. The JVM itself checks that a
 * cache fits its class path and version, and does without one that does not.
 */
public final class FastStart {

  /** This process. */
  public static final String CLI = "cli";

  /** A file whose age tells for how long nobody has used a throw-away cluster. */
  public static final String LAST_RUN = "last-run";

  static final String BROKER = "broker";
  static final String MASTER = "master";
  static final String AGENT = "agent";

  private static final List<String> ALL = List.of(CLI, BROKER, MASTER, AGENT);
  private static final String TRAINING = "bourse.training";
  private static final String NEW = ".new";
  private static final String MARKER = "prepared";

  private final @Nullable Path folder;

  /** The caches of an installation. */
  public FastStart(Installation installation) {
    this.folder = installation.caches();
  }

  /** Whether this is a training run. */
  static boolean isTraining() {
    return Boolean.getBoolean(TRAINING);
  }

  /** What a JVM of this kind is started with. */
  public List<String> options(String kind) {
    if (folder == null) {
      return List.of();
    }
    if (isTraining()) {
      return trainingOptions(kind);
    }
    Path cache = cache(folder, kind);
    return Files.exists(cache)
        ? List.of("-XX:AOTCache=" + cache, "-Xlog:disable")
        : List.of("-Xlog:disable");
  }

  /** What a JVM of this kind is started with to leave a cache when it ends. */
  private List<String> trainingOptions(String kind) {
    return List.of("-XX:AOTCacheOutput=" + cache(requireFolder(), kind) + NEW, "-Xlog:disable");
  }

  /** What the command of a training run is started with. */
  public List<String> trainingOptions() {
    List<String> options = new ArrayList<>(trainingOptions(CLI));
    options.add("-D" + TRAINING + "=true");
    return options;
  }

  /** Whether caches are missing or older than what they were made of, and nobody has tried yet. */
  public boolean isDue(Installation installation) throws IOException, LocalClusterException {
    if (folder == null || isTraining()) {
      return false;
    }
    Path marker = folder.resolve(MARKER);
    if (!Files.exists(marker)) {
      return true;
    }
    List<Path> parts = new ArrayList<>(installation.brokerJars());
    parts.add(installation.masterJar());
    parts.add(installation.agentJar());
    parts.add(Path.of(System.getProperty("java.class.path")));
    for (Path part : parts) {
      if (Files.getLastModifiedTime(part).compareTo(Files.getLastModifiedTime(marker)) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Notes that a throw-away cluster has just been used. */
  public void noteRun() throws IOException {
    if (folder != null) {
      Files.writeString(Files.createDirectories(folder).resolve(LAST_RUN), "");
    }
  }

  /** Notes that caches for what is there now are being made, so that nobody else does. */
  public Path begin() throws IOException {
    Path existing = Files.createDirectories(requireFolder());
    Files.writeString(existing.resolve(MARKER), "");
    return existing;
  }

  /** Puts the caches of a training run into use; answers how many there are. */
  public int finish() throws IOException {
    int caches = 0;
    for (String kind : ALL) {
      Path cache = cache(requireFolder(), kind);
      Path made = Path.of(cache + NEW);
      if (Files.exists(made)) {
        Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
        caches++;
      }
    }
    return caches;
  }

  /** How many caches a training run should leave. */
  public static int count() {
    return ALL.size();
  }

  private Path requireFolder() {
    if (folder == null) {
      throw new IllegalStateException("no folder for caches: use the script ./bourse");
    }
    return folder;
  }

  private static Path cache(Path folder, String kind) {
    return folder.resolve(kind + ".aot");
  }
}

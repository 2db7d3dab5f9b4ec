package dev.bourse.cli.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a local cluster are.
 *
 * @param root the top of the source tree
 * @param java the command of JDK 25
 * @param caches the folder of the JVM's AOT caches, or null for none
 */
public record Installation(Path root, Path java, @Nullable Path caches) {

  private static final String ROOT = "bourse.root";
  private static final String CACHES = "bourse.caches";

  /** What the {@code bourse} script says about this process. */
  public static Installation ofProcess() throws LocalClusterException {
    String root = System.getProperty(ROOT, System.getenv("BOURSE_ROOT"));
    String javaHome = System.getProperty("java.home", System.getenv("JAVA_HOME"));
    if (root == null || javaHome == null) {
      throw new LocalClusterException(
          "a local cluster needs the parts that it consists of: use the script ./bourse", null);
    }
    String caches = System.getProperty(CACHES);
    return new Installation(
        Path.of(root), Path.of(javaHome, "bin", "java"), caches == null ? null : Path.of(caches));
  }

  /** The jars of the broker, always in the same order, as AOT caches need it. */
  List<Path> brokerJars() throws LocalClusterException {
    return jars(root.resolve("broker/target/lib"), "*.jar");
  }

  /** The master. */
  Path masterJar() throws LocalClusterException {
    return jars(root.resolve("master/target"), "bourse-master-*-runner.jar").getFirst();
  }

  /** The agent. */
  Path agentJar() throws LocalClusterException {
    return jars(root.resolve("agent/target"), "bourse-agent-*-runner.jar").getFirst();
  }

  private static List<Path> jars(Path folder, String pattern) throws LocalClusterException {
    List<Path> jars = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
        found.forEach(jars::add);
      } catch (IOException e) {
        throw new LocalClusterException("cannot read " + folder + ": " + e.getMessage(), e);
      }
    }
    if (jars.isEmpty()) {
      throw new LocalClusterException(
          "no " + pattern + " in " + folder + ": build it with ./mvnw -DskipTests package", null);
    }
    Collections.sort(jars);
    return jars;
  }
}

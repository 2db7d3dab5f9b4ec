package dev.bourse.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The handling of processes, with parts that are shell scripts. */
@Timeout(30)
class LocalClusterTest {

  /** Like a real part: ready, then there until standard input ends. */
  private static final String GOOD = "echo \"ready $part\"; exec cat > /dev/null";

  @TempDir Path parts;
  @TempDir Path folder;

  @Test
  void shouldStartAndStopAllParts() throws Exception {
    LocalCluster cluster = start(GOOD, LocalClusterOptions.in(folder).withAgents(2, "cpus:1"));
    assertThat(cluster.agentIds()).containsExactly("agent-1", "agent-2");
    List<Long> pids = pids();
    assertThat(pids).hasSize(4).allMatch(LocalClusterTest::isAlive);
    cluster.close();
    assertThat(pids).noneMatch(LocalClusterTest::isAlive);
  }

  @Test
  void shouldTellThePartsWhereTheyAre() throws Exception {
    try (LocalCluster cluster =
        start(GOOD, LocalClusterOptions.in(folder).withAgents(1, "cpus:1"))) {
      String kafka = "-Dbourse.kafka.bootstrap=" + cluster.bootstrapServers();
      assertThat(args("broker")).contains("--follow-stdin", "--dir " + folder.resolve("kafka"));
      assertThat(args("master"))
          .contains(
              kafka, "-Dquarkus.http.port=" + cluster.server().getPort(), "follow-stdin=true");
      assertThat(args("agent"))
          .contains(kafka, "-Dbourse.agent.id=agent-1", "resources=cpus:1", "follow-stdin=true");
    }
  }

  @Test
  void shouldShowTheLogOfThePartThatDied() throws Exception {
    String script = "[ $part != master ] || { echo 'no way' >&2; exit 3; }\n" + GOOD;
    assertThatThrownBy(() -> start(script, LocalClusterOptions.in(folder)))
        .isInstanceOf(LocalClusterException.class)
        .hasMessageContaining("the master did not start")
        .hasMessageContaining("master.log:\nno way");
    assertThat(pids()).noneMatch(LocalClusterTest::isAlive);
  }

  @Test
  void shouldGoOnWithoutAnAgentThatIsToldToStop() throws Exception {
    String script = "[ $part != agent ] || exit 0\n" + GOOD;
    try (LocalCluster cluster = start(script, LocalClusterOptions.in(folder))) {
      assertThat(cluster.restingIds()).containsExactly("agent-1");
    }
    String failing = "[ $part != agent ] || exit 1\n" + GOOD;
    assertThatThrownBy(() -> start(failing, LocalClusterOptions.in(folder)))
        .hasMessageContaining("the agent-1 did not start");
  }

  @Test
  void shouldNoticeThatAPartDies() throws Exception {
    String script =
        "[ $part != agent ] || { echo 'ready x'; read line; echo 'out' >&2; exit 4; }\n" + GOOD;
    try (LocalCluster cluster = start(script, LocalClusterOptions.in(folder))) {
      ProcessHandle.of(pid("agent")).orElseThrow().destroyForcibly();
      assertThat(cluster.failure().get(10, TimeUnit.SECONDS))
          .startsWith("the agent-1 ended with exit code 137");
    }
  }

  @Test
  void shouldReplaceAPartThatWasKilled() throws Exception {
    try (LocalCluster cluster = start(GOOD, LocalClusterOptions.in(folder))) {
      cluster.killMaster();
      cluster.startMaster();
      cluster.killAgent();
      cluster.startAgent();
      assertThat(pids()).hasSize(5).filteredOn(LocalClusterTest::isAlive).hasSize(3);
      assertThat(args("master").lines().distinct()).hasSize(1);
    }
  }

  @Test
  void shouldLeaveNothingOfAThrowAwayCluster() throws Exception {
    ThrowAwayCluster cluster = ThrowAwayCluster.start(FakeInstallation.in(parts, GOOD));
    String dir = args("broker").replaceFirst("(?s).*--dir (\\S+)/kafka.*", "$1");
    assertThat(Path.of(dir)).isDirectory();
    cluster.close();
    assertThat(Path.of(dir)).doesNotExist();
    assertThat(pids()).hasSize(3).noneMatch(LocalClusterTest::isAlive);
  }

  @Test
  void shouldSayWhatHasToBeBuilt() {
    Installation nothing = new Installation(parts, parts.resolve("java"), null);
    assertThatThrownBy(() -> LocalCluster.start(LocalClusterOptions.in(folder), nothing))
        .hasMessageContaining("./mvnw -DskipTests package");
  }

  private LocalCluster start(String script, LocalClusterOptions options) throws Exception {
    return LocalCluster.start(options, FakeInstallation.in(parts, script));
  }

  private String args(String part) throws Exception {
    return Files.readString(parts.resolve(part + ".args"));
  }

  private long pid(String part) throws Exception {
    return Long.parseLong(Files.readAllLines(parts.resolve(part + ".pid")).getFirst());
  }

  private List<Long> pids() throws Exception {
    StringBuilder all = new StringBuilder();
    for (String part : List.of("broker", "master", "agent")) {
      Path file = parts.resolve(part + ".pid");
      all.append(Files.exists(file) ? Files.readString(file) : "");
    }
    return all.toString().lines().map(Long::valueOf).toList();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}

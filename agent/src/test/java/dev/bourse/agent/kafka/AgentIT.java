package dev.bourse.agent.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bourse.testing.KafkaCluster;
import dev.bourse.testing.KafkaExtension;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.kafka.TopicVerifier;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.log.LogStream;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.ShutdownAgent;
import dev.bourse.topics.task.TaskState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged agent against a real broker; the test plays the master. */
@ExtendWith(KafkaExtension.class)
class AgentIT {

  private static final AgentId AGENT = new AgentId("a1");

  @TempDir Path directory;
  private final KafkaCluster kafka;
  private final Layout layout = Layout.withPrefix("it-" + UUID.randomUUID() + ".");
  private MasterDouble master;
  private AgentProcess agent;

  AgentIT(KafkaCluster kafka) {
    this.kafka = kafka;
  }

  @BeforeEach
  void start() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      new TopicVerifier(admin, layout).ensure();
    }
    master = new MasterDouble(kafka.bootstrapServers(), layout, AGENT);
    agent = startAgent(Map.of());
  }

  @AfterEach
  void stop() {
    agent.close();
    master.close();
  }

  @Test
  void shouldRegisterThenRunATaskAndReportItsOutputAndItsEnd() {
    RegisterAgent registration = master.confirmRegistration(7, any -> true);
    assertThat(registration.resources().names()).contains("cpus", "memory", "disk", "ports");
    assertThat(registration.isolation()).isEqualTo("none");
    assertThat(agent.awaitReady()).isEqualTo("ready a1");
    assertThat(master.awaitRecord(Heartbeat.class, any -> true).registration()).isEqualTo(7);

    master.launch(1, "echo out; echo err >&2; exit 3");
    ReportStatus end = master.awaitEnd(1);
    assertThat(end.state()).isEqualTo(TaskState.FAILED);
    assertThat(end.exit().exitCode()).isEqualTo(3);
    await()
        .untilAsserted(
            () -> {
              master.poll();
              assertThat(master.output(1, LogStream.STDOUT)).isEqualTo("out\n");
              assertThat(master.output(1, LogStream.STDERR)).isEqualTo("err\n");
            });

    master.acknowledge(end);
    await().until(() -> folders().isEmpty());
    assertThat(agent.stop()).isEqualTo(143);
    master.awaitRecord(DeregisterAgent.class, any -> true);
  }

  @Test
  void shouldEndATask() {
    master.confirmRegistration(1, any -> true);
    master.launch(1, "sleep 60 & wait");
    master.awaitReport(1, report -> report.state() == TaskState.RUNNING);
    master.order(new KillTask(AGENT, master.incarnation(), MasterDouble.task(1), 1, 1, 10_000));
    assertThat(master.awaitEnd(1).state()).isEqualTo(TaskState.KILLED);
  }

  @Test
  void shouldEndWhatRunsAndExitWhenTheMasterDoesNotWantIt() {
    RegisterAgent registration = master.confirmRegistration(1, any -> true);
    assertThat(registration.region()).isEqualTo("eu");
    master.launch(1, "sleep 60 & wait");
    master.awaitReport(1, report -> report.state() == TaskState.RUNNING);
    master.order(new ShutdownAgent(AGENT, "it is out of service"));
    assertThat(master.awaitEnd(1).state()).isEqualTo(TaskState.KILLED);
    assertThat(agent.awaitExit()).isZero();
    assertThat(agent.errors()).contains("shut down by the master: it is out of service");
    assertThat(master.awaitRecord(DeregisterAgent.class, any -> true).message())
        .isEqualTo("the agent was shut down: it is out of service");
  }

  @Test
  void shouldReportTheExitCodeOfATaskThatRanOnWhileTheAgentWasKilled() throws IOException {
    master.confirmRegistration(1, any -> true);
    master.launch(1, "echo before; while ! [ -e go ]; do sleep 0.02; done; echo after; exit 42");
    master.awaitReport(1, report -> report.state() == TaskState.RUNNING);
    agent.kill();
    Path folder = directory.resolve("state/tasks").resolve(MasterDouble.task(1) + ".1.1");
    assertThat(ProcessHandle.of(pid(folder))).isPresent();
    Files.createFile(folder.resolve("work/go"));
    await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(folder.resolve("exit")));

    agent = startAgent(Map.of());
    RegisterAgent again = master.confirmRegistration(2, r -> r.lastEpoch() == 1);
    assertThat(again.tasks()).hasSize(1);
    assertThat(agent.awaitReady()).isEqualTo("ready a1");
    ReportStatus end = master.awaitEnd(1);
    assertThat(end.state()).isEqualTo(TaskState.FAILED);
    assertThat(end.exit().exitCode()).isEqualTo(42);
    await()
        .untilAsserted(
            () -> {
              master.poll();
              assertThat(master.output(1, LogStream.STDOUT)).isEqualTo("before\nafter\n");
            });
  }

  @Test
  void shouldTakeUpARunningTaskAndNotRunItAgain() throws IOException {
    master.confirmRegistration(1, any -> true);
    master.launch(1, "echo x >>%s; while ! [ -e go ]; do sleep 0.02; done".formatted(proof()));
    master.awaitReport(1, report -> report.state() == TaskState.RUNNING);
    // What is on disk may be older than what was done: the launch is then delivered again.
    byte[] position = Files.readAllBytes(directory.resolve("state/position"));
    agent.kill();
    Files.write(
        directory.resolve("state/position"),
        new String(position, StandardCharsets.UTF_8)
            .replaceFirst("\"offset\":\\d+", "\"offset\":0")
            .replaceFirst("\"lastEpoch\":\\d+", "\"lastEpoch\":0")
            .getBytes(StandardCharsets.UTF_8));

    agent = startAgent(Map.of());
    master.confirmRegistration(2, r -> r.lastEpoch() == 1);
    agent.awaitReady();
    Files.createFile(
        directory.resolve("state/tasks").resolve(MasterDouble.task(1) + ".1.1/work/go"));
    assertThat(master.awaitEnd(1).state()).isEqualTo(TaskState.FINISHED);
    assertThat(Files.readAllLines(proof())).hasSize(1);
  }

  @Test
  void shouldPutAsideWhatItCannotReadAndGoOn() {
    master.confirmRegistration(1, any -> true);
    master.nonsense("{bad", "dev.bourse.task.launch.v1");
    master.nonsense("{}", "dev.bourse.task.launch.v9");
    master.nonsense(
        "{\"agent\":\"a2\",\"message\":\"m\"}", "dev.bourse.agent.request-registration.v1");
    master.launch(1, "true");
    assertThat(master.awaitEnd(1).state()).isEqualTo(TaskState.FINISHED);
    ConsumerRecord<byte[], byte[]> letter = master.awaitDeadLetter(0);
    assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("{bad");
    assertThat(header(letter, "bourse_reason")).contains("not valid JSON: ");
    assertThat(header(letter, "bourse_topic")).isEqualTo(layout.name(Topic.LAUNCHES));
    assertThat(header(letter, "bourse_offset")).matches("\\d+");
    assertThat(header(letter, "ce_type")).isEqualTo("dev.bourse.task.launch.v1");
    assertThat(header(master.awaitDeadLetter(1), "bourse_reason"))
        .startsWith("header ce_type: is 'dev.bourse.task.launch.v9'");
    assertThat(header(master.awaitDeadLetter(2), "bourse_reason"))
        .isEqualTo("agent: is 'a2', but must be the record's key, 'a1'");
  }

  @Test
  void shouldWaitForABrokerThatIsNotThere() throws IOException {
    agent.close();
    agent = startAgent(Map.of("BOURSE_KAFKA_BOOTSTRAP", "127.0.0.1:1"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> agent.errors(),
            errors -> errors.contains("cannot reach Kafka at 127.0.0.1:1, trying again in 2s"));
    assertThat(agent.stop()).isEqualTo(143);
    assertThat(agent.errors()).doesNotContain("\tat ");
  }

  @Test
  void shouldRefuseABadSettingWithOneLine() throws IOException {
    agent.close();
    agent = startAgent(Map.of("BOURSE_AGENT_RESOURCES", "cpus:[1-"));
    assertThat(agent.awaitExit()).isEqualTo(1);
    assertThat(agent.errors()).contains("bourse.agent.resources: ").doesNotContain("\tat ");
  }

  @Test
  void shouldRefuseTheFolderOfARunningAgent() throws IOException {
    master.confirmRegistration(1, any -> true);
    agent.awaitReady();
    try (AgentProcess second = startAgent(Map.of())) {
      assertThat(second.awaitExit()).isEqualTo(1);
      assertThat(second.errors()).contains("is in use by another agent, process ");
    }
  }

  private AgentProcess startAgent(Map<String, String> changes) throws IOException {
    Map<String, String> settings = new TreeMap<>();
    settings.put("BOURSE_KAFKA_BOOTSTRAP", kafka.bootstrapServers());
    settings.put("BOURSE_PREFIX", layout.prefix());
    settings.put("BOURSE_AGENT_ID", AGENT.value());
    settings.put("BOURSE_AGENT_REGION", "eu");
    settings.put("BOURSE_AGENT_DIR", directory.resolve("state").toString());
    settings.putAll(changes);
    return AgentProcess.start(directory.resolve("err-" + UUID.randomUUID()), settings);
  }

  private List<Path> folders() {
    try (var found = Files.list(directory.resolve("state/tasks"))) {
      return found.toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path proof() {
    return directory.resolve("proof");
  }

  private static long pid(Path folder) throws IOException {
    String line = Files.readString(folder.resolve("pid"));
    return Long.parseLong(line.substring(0, line.indexOf(' ')));
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return String.valueOf(CloudEvents.text(record.headers(), name));
  }
}

package dev.bourse.agent.loop;

import static org.awaitility.Awaitility.await;

import dev.bourse.agent.folder.AgentFolder;
import dev.bourse.agent.folder.Boot;
import dev.bourse.agent.folder.Position;
import dev.bourse.agent.machine.AgentMachine;
import dev.bourse.agent.machine.AgentProfile;
import dev.bourse.agent.machine.AttemptKey;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.TaskState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A whole agent without Kafka: real folder, real processes. */
final class AgentHarness implements AutoCloseable {

  static final AgentId AGENT = new AgentId("a1");
  static final TaskId TASK = TaskId.of(new JobId("job"), 0);
  static final Duration LIMIT = Duration.ofSeconds(30);

  private static final long CAP = 1 << 20;

  final RecordingOutbox outbox = new RecordingOutbox();
  final AgentFolder folder;
  final AgentLoop loop;
  private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
  private long offset;

  private AgentHarness(Path path, String boot) throws IOException {
    folder = AgentFolder.open(path);
    AgentParts parts = AgentParts.on(folder, boot, null, outbox, () -> {}, worker);
    AgentProfile profile =
        new AgentProfile(
            AGENT,
            "i1",
            1,
            "host",
            Resources.parse("cpus:1"),
            Attributes.EMPTY,
            "none",
            "1",
            1_000,
            null,
            null);
    loop = new AgentLoop(new AgentMachine(profile), parts, 0);
    Position position = folder.position().read();
    loop.start(position == null ? 0 : position.lastEpoch());
  }

  static AgentHarness on(Path path) {
    return on(path, Boot.id());
  }

  static AgentHarness on(Path path, String boot) {
    try {
      return new AgentHarness(path, boot);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The agent is gone, as if it had crashed: it says and does nothing any more. */
  @Override
  public void close() {
    loop.close();
    worker.shutdownNow();
    try {
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ProcessSpec shell(String line) {
    return ProcessSpec.of(List.of("/bin/sh", "-c", line));
  }

  static ProcessSpec shell(String line, Map<String, String> env) {
    return new ProcessSpec(List.of("/bin/sh", "-c", line), new TreeMap<>(env), null, null, null);
  }

  static LaunchTask order(long epoch, ProcessSpec process, long grace, long cap) {
    return new LaunchTask(
        AGENT,
        "i1",
        TASK,
        new JobId("job"),
        1,
        epoch,
        process,
        Resources.parse("cpus:1"),
        grace,
        cap,
        null,
        null);
  }

  /** The same for the task of a framework. */
  static LaunchTask orderOfFramework(TaskId task, long epoch, ProcessSpec process) {
    return new LaunchTask(
        AGENT,
        "i1",
        task,
        null,
        1,
        epoch,
        process,
        Resources.parse("cpus:1"),
        500,
        CAP,
        task.framework(),
        Resources.parse("cpus:2"));
  }

  void launch(long epoch, ProcessSpec process) {
    handle(order(epoch, process, 500, CAP));
  }

  void kill(long epoch, long grace) {
    handle(new KillTask(AGENT, "i1", TASK, 1, epoch, grace));
  }

  void acknowledge(long epoch, long sequence) {
    handle(new AcknowledgeStatus(AGENT, TASK, 1, epoch, sequence));
  }

  /** Gives an order and waits until its effects are on disk. */
  void handle(Order order) {
    loop.order(order, ++offset)
        .toCompletableFuture()
        .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  Path path(long epoch) {
    return folder.tasks().of(new AttemptKey(TASK, 1, epoch)).path();
  }

  ReportStatus awaitReport(long epoch, TaskState state) {
    return await()
        .atMost(LIMIT)
        .until(
            () ->
                outbox.reports.stream()
                    .filter(report -> report.epoch() == epoch && report.state() == state)
                    .findFirst()
                    .orElse(null),
            report -> report != null);
  }

  ReportStatus awaitEnd(long epoch) {
    return await()
        .atMost(LIMIT)
        .until(
            () ->
                outbox.reports.stream()
                    .filter(report -> report.epoch() == epoch && report.state().isTerminal())
                    .findFirst()
                    .orElse(null),
            report -> report != null);
  }

  /** Runs to its end. */
  ReportStatus run(ProcessSpec process) {
    launch(1, process);
    return awaitEnd(1);
  }
}

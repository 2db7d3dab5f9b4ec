package dev.bourse.agent.loop;

import static dev.bourse.topics.log.LogStream.STDERR;
import static dev.bourse.topics.log.LogStream.STDOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskUserTest {

  @TempDir Path directory;
  private AgentHarness agent;

  @BeforeEach
  void start() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    agent = AgentHarness.on(directory);
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void shouldRunAsTheUserWithTheJobsEnvironmentInASandboxOfItsOwn() {
    assumeTrue(isRoot());
    ReportStatus end =
        agent.run(as("nobody", "id -un; cat; echo \"$COLOUR\"; touch mine; echo e >/dev/stderr"));
    assertThat(agent.outbox.output(1, STDERR)).isEqualTo("e\n");
    assertThat(agent.outbox.output(1, STDOUT)).isEqualTo("nobody\nin\nit's blue\n");
    assertThat(end.state()).isEqualTo(TaskState.FINISHED);
  }

  @Test
  void shouldNotLetTheJobsEnvironmentActWithTheRightsOfTheAgent() {
    assumeTrue(isRoot());
    agent.run(as("nobody", "tr '\\0' '\\n' </proc/$PPID/environ; echo; id -u"));
    assertThat(agent.outbox.output(1, STDOUT)).doesNotContain("COLOUR");
  }

  @Test
  void shouldEndATaskOfAnotherUser() {
    assumeTrue(isRoot());
    agent.launch(1, as("nobody", "sleep 60"));
    agent.kill(1, 20_000);
    assertThat(agent.awaitEnd(1).state()).isEqualTo(TaskState.KILLED);
  }

  @Test
  void shouldSayThatThereIsNoSuchUser() {
    assumeTrue(isRoot());
    ReportStatus end = agent.run(as("no-such-user", "true"));
    assertThat(end.reason()).isEqualTo(Reason.LAUNCH_FAILED);
    assertThat(end.message()).isEqualTo("user: no such user: no-such-user");
  }

  @Test
  void shouldSayThatTheUserCannotReachItsSandbox() throws IOException {
    assumeTrue(isRoot());
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    assertThat(agent.run(as("nobody", "true")).message())
        .isEqualTo(
            "user: nobody cannot reach its sandbox, because %s is closed to others"
                .formatted(directory.toAbsolutePath()));
  }

  @Test
  void shouldRefuseAnotherUserUnlessRoot() {
    assumeTrue(!isRoot());
    assertThat(agent.run(as("nobody", "true")).message()).contains("only root can run tasks as");
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static ProcessSpec as(String user, String line) {
    return new ProcessSpec(
        List.of("/bin/sh", "-c", line),
        new TreeMap<>(Map.of("COLOUR", "it's blue")),
        null,
        user,
        "in\n");
  }
}

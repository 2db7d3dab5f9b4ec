package dev.bourse.topics.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.FieldError;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What commands refuse to be. */
class CommandsTest {

  private static final AgentId AGENT = new AgentId("a");

  @Test
  void shouldBoundTextsOfAgents() {
    assertThat(agent("i", "h", "none", null, "cpus:1", 0).tasks()).isEmpty();
    String tooLong = "x".repeat(257);
    assertRefused(() -> agent("", "h", "none", null, "", 0), "incarnation: is missing");
    assertRefused(() -> agent("i", "", "none", null, "", 0), "hostname: is missing");
    assertRefused(() -> agent("i", "h", "", null, "", 0), "isolation: is missing");
    assertRefused(
        () -> agent("i", tooLong, "none", null, "", 0),
        "hostname: has 257 characters, but may have 256");
    assertRefused(
        () -> agent("i", "h", "none", tooLong, "", 0),
        "version: has 257 characters, but may have 256");
    assertRefused(
        () -> agent("i", "h", "none", null, "cpus:1;cpus(r):1;cpus(r,+r/s):1;mem(+r):1", 0),
        "resources: is 'cpus(r,+r/s):1;mem(+r):1', but the reservations of an agent must be static");
    assertThat(agent("i", "h", "none", null, "cpus:1;cpus(r):1", 0).resources())
        .hasToString("cpus:1;cpus(r):1");
    assertRefused(
        () -> agent("i", "h", "none", null, "", -1), "lastEpoch: is -1, but must be 0 or more");
  }

  @Test
  void shouldBoundMessages() {
    String longest = "x".repeat(4_096);
    String message = "message: has 4097 characters, but may have 4096";
    assertThat(new CancelJob(new JobId("j"), longest).message()).isEqualTo(longest);
    assertRefused(() -> new CancelJob(new JobId("j"), longest + "x"), message);
    assertRefused(() -> new DeregisterAgent(AGENT, "i", 0, longest + "x"), message);
    assertRefused(() -> status(TaskState.RUNNING, longest + "x", null), message);
    assertRefused(() -> new DeregisterAgent(AGENT, "", 0, null), "incarnation: is missing");
  }

  @ParameterizedTest
  @EnumSource(names = {"STAGING", "UNREACHABLE", "ERROR", "GONE", "GONE_BY_OPERATOR", "UNKNOWN"})
  void shouldRefuseStatesThatOnlyTheMasterKnows(TaskState state) {
    assertRefused(
        () -> status(state, null, null),
        "state: is "
            + state
            + ", but an agent reports one of [STARTING, RUNNING, KILLING, FINISHED, FAILED, KILLED,"
            + " DROPPED, LOST]");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"STAGING", "UNREACHABLE", "ERROR", "GONE", "GONE_BY_OPERATOR", "UNKNOWN"})
  void shouldWantAnExitWhenItIsOver(TaskState state) {
    assertThat(status(state, null, TaskExit.unseen(0, 1)).state()).isEqualTo(state);
    if (state.isTerminal()) {
      assertRefused(
          () -> status(state, null, null), "exit: is missing, but " + state + " is terminal");
    } else {
      assertThat(status(state, null, null).exit()).isNull();
    }
  }

  @Test
  void shouldBoundWhatAnAgentHas() {
    String message = "but must be at most 1000000000000";
    assertThat(agent("i", "h", "none", null, "cpus:1e12;memory:1e12", 0)).isNotNull();
    for (String more : List.of("cpus:1e15", "cpus:1e12;cpus(a):0.001", "ports:[0-1000000000000]")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> agent("i", "h", "none", null, more, 0))
          .withMessageStartingWith("resources.")
          .withMessageEndingWith(message);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agent("i", "h", "none", null, "cpus(a):1e15;cpus(b):1e15", 0));
  }

  @Test
  void shouldCopyLists() {
    List<FieldError> errors = new ArrayList<>(List.of(new FieldError("a", "b")));
    RejectSubmission rejection = new RejectSubmission(new JobId("j"), errors);
    errors.clear();
    assertThat(rejection.errors()).hasSize(1);
  }

  private static RegisterAgent agent(
      String incarnation,
      String hostname,
      String isolation,
      @Nullable String version,
      String resources,
      long lastEpoch) {
    return new RegisterAgent(
        AGENT,
        incarnation,
        1,
        hostname,
        Resources.parse(resources),
        Attributes.EMPTY,
        isolation,
        version,
        lastEpoch,
        null,
        List.of(),
        null,
        null);
  }

  private static ReportStatus status(
      TaskState state, @Nullable String message, @Nullable TaskExit exit) {
    return new ReportStatus(AGENT, new TaskId("j.0"), 1, 1, 1, state, null, message, 0, exit);
  }

  private static void assertRefused(ThrowingCallable code, String message) {
    assertThatIllegalArgumentException().isThrownBy(code).withMessage(message);
  }
}

package dev.bourse.core.decide;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Agents.register;
import static dev.bourse.core.testing.Agents.unreachable;
import static dev.bourse.core.testing.Jobs.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.AgentForgotten;
import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeregisterAgentHandlerTest {

  private static final AgentId N1 = new AgentId("n1");
  private static final long MEMORY = Settings.DEFAULT.agentMemoryMillis();

  private final ClusterFixture cluster = new ClusterFixture();

  @Test
  void shouldLetAnAgentGo() {
    cluster.given(register("n1"));

    cluster
        .when(agent("n1").deregister())
        .thenApplied()
        .thenEvents(new AgentRemoved(N1, cluster.now(), cluster.now() + MEMORY))
        .thenOrders()
        .thenTables("AGENTS/n1");

    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.GONE);
    assertThat(cluster.state().total().isEmpty()).isTrue();
  }

  @Test
  void shouldRefuseAGoodbyeThatArrivesAfterTheAgentsReturn() {
    cluster.given(register("n1"), agent("n1").run(2).register());

    cluster
        .when(agent("n1").deregister())
        .thenRejected("run: is 1", "is back in its run 2")
        .thenNothing();
    cluster.when(agent("n1").run(2).deregister()).thenApplied();

    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.GONE);
  }

  @Test
  void shouldForgetItInTheEnd() {
    cluster.given(register("n1"), agent("n1").deregister());

    cluster.after(Duration.ofMillis(MEMORY));

    cluster.tick().thenEvents(new AgentForgotten(N1)).thenTables("-AGENTS/n1");
    assertThat(cluster.agent("n1")).isNull();
  }

  @Test
  void shouldLoseWhatItLeavesBehind() {
    cluster.given(register("n1"), submit("a"));

    cluster.given(agent("n1").deregister());

    assertThat(cluster.taskOf("a").state()).isEqualTo(TaskState.LOST);
    assertThat(cluster.taskOf("a").reason()).isEqualTo(Reason.AGENT_REMOVED);
    assertThat(cluster.job("a").retryAt()).isPositive();
  }

  @Test
  void shouldLetAnUnreachableAgentGo() {
    cluster.given(register("n1"), unreachable("n1", 1));

    cluster.given(agent("n1").deregister());

    assertThat(cluster.agent("n1").state()).isEqualTo(AgentState.GONE);
  }

  @Test
  void shouldRefuseTheGoodbyeOfAnOlderIncarnation() {
    cluster.given(register("n1"), agent("n1").incarnation("second").answering(1).register());

    cluster
        .when(agent("n1").deregister())
        .thenRejected("incarnation: is 'first'", "is now 'second'")
        .thenNothing();
  }

  @Test
  void shouldRefuseASecondGoodbye() {
    cluster.given(register("n1"), agent("n1").deregister());

    cluster.when(agent("n1").deregister()).thenRejected("'n1' is gone").thenNothing();
  }

  @Test
  void shouldRefuseAnUnknownAgent() {
    cluster.when(agent("n1").deregister()).thenRejected("no agent 'n1'").thenNothing();
  }
}

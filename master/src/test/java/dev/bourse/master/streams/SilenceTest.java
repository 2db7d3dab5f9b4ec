package dev.bourse.master.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.Envelope;
import dev.bourse.core.StateMachine;
import dev.bourse.core.state.table.Tables;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DisconnectFramework;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.junit.jupiter.api.Test;

/** What is written about silence, by cell 3 of 4. */
class SilenceTest {

  private static final int CELL = 3;
  private static final long TIMEOUT = 15_000;

  private final StateMachine machine = new StateMachine(new Tables());
  private final Silence silence = new Silence();
  private final MockProcessorContext<Address, byte[]> context = context();
  private final Outputs outputs = new Outputs(context, new Layout("bourse.", 4, 4, 4, -1));
  private final SilentAgents agents = new SilentAgents(machine.state(), silence, TIMEOUT, outputs);
  private final SilentFrameworks frameworks =
      new SilentFrameworks(machine.state(), silence, TIMEOUT, outputs);
  private long now = 1_000_000;

  @Test
  void shouldDisconnectASilentFrameworkThroughItsOwnCell() {
    subscribe("f1", "s1");
    silent(TIMEOUT);
    assertThat(look()).isEmpty();
    silent(TIMEOUT + 1);
    assertThat(look())
        .singleElement()
        .satisfies(
            forward -> {
              assertThat(forward.childName()).contains(Nodes.sink(Topic.ACCEPTS));
              assertThat(forward.record().key().cell()).isEqualTo(CELL);
              assertThat(forward.record().key().key()).asString().isEqualTo("f1");
              assertThat(decode(forward, DisconnectFramework.class))
                  .isEqualTo(
                      new DisconnectFramework(
                          new FrameworkId("f1"), "s1", "was not heard of for 15001 ms"));
            });
  }

  @Test
  void shouldReportTheSameSilenceOnceInEachTimeout() {
    subscribe("f1", "s1");
    int reports = 0;
    for (long millis = TIMEOUT; millis <= 4 * TIMEOUT; millis += 1_000) {
      silent(millis);
      reports += look().size();
    }
    assertThat(reports).isEqualTo(3);
  }

  @Test
  void shouldReportANewSilenceAndThatOfANewSessionAtOnce() {
    subscribe("f1", "s1");
    silent(2 * TIMEOUT);
    assertThat(look()).hasSize(1);
    silent(0);
    assertThat(look()).isEmpty();
    silent(TIMEOUT + 1);
    assertThat(look()).hasSize(1);
    subscribe("f1", "s2");
    assertThat(look()).hasSize(1);
    assertThat(look()).isEmpty();
  }

  @Test
  void shouldLeaveFrameworksAloneThatAreNotConnected() {
    subscribe("f1", "s1");
    apply(new DisconnectFramework(new FrameworkId("f1"), "s1", null));
    silent(TIMEOUT + 1);
    assertThat(look()).isEmpty();
  }

  @Test
  void shouldReportEverySilentAgentWhereThereIsNoBound() {
    register("a1", "a2", "a3");
    silent(TIMEOUT + 1);
    assertThat(reported()).containsExactly("a1", "a2", "a3");
  }

  @Test
  void shouldReportNoMoreAgentsThanMayBecomeUnreachable() {
    apply(machine.settle(Settings.DEFAULT.withScheduling(removals(2))));
    register("a1", "a2", "a3");
    silent(TIMEOUT + 1);
    assertThat(reported()).containsExactly("a1", "a2");
    apply(new MarkAgentUnreachable(new AgentId("a1"), 1, TIMEOUT + 1));
    assertThat(reported()).containsExactly("a2");
    apply(new MarkAgentUnreachable(new AgentId("a2"), 2, TIMEOUT + 1));
    assertThat(reported()).isEmpty();
    now += 30_000;
    assertThat(reported()).containsExactly("a3");
  }

  private static SchedulingSettings removals(int perMinute) {
    SchedulingSettings d = SchedulingSettings.DEFAULT;
    return new SchedulingSettings(
        d.offersPerStep(),
        d.offerTimeoutMillis(),
        d.refuseMillis(),
        d.allocationIntervalMillis(),
        d.minAllocatable(),
        d.sorter(),
        d.excludedResources(),
        d.callsPerSecond(),
        d.callBurst(),
        d.heartbeatMillis(),
        d.frameworkTimeoutMillis(),
        d.resendMillis(),
        d.maxResendMillis(),
        d.reserveAfterMillis(),
        d.preemptAfterMillis(),
        d.preemptionsPerMinute(),
        perMinute,
        d.region());
  }

  private void subscribe(String framework, String session) {
    apply(new SubscribeFramework(new FrameworkId(framework), session, Silence.info(framework)));
  }

  private void register(String... ids) {
    for (String id : ids) {
      apply(
          new RegisterAgent(
              new AgentId(id),
              "i1",
              1,
              id,
              Resources.parse("cpus:1"),
              Attributes.EMPTY,
              "none",
              null,
              0,
              null,
              List.of(),
              null,
              null));
    }
  }

  private void apply(Command command) {
    assertThat(machine.step(new Envelope(command, null, now)).rejection()).isNull();
  }

  private void silent(long millis) {
    silence.millis = millis;
  }

  private List<CapturedForward<? extends Address, ? extends byte[]>> look() {
    context.resetForwards();
    frameworks.report(now);
    return context.forwarded();
  }

  private List<String> reported() {
    context.resetForwards();
    agents.report(now);
    return context.forwarded().stream()
        .map(forward -> decode(forward, MarkAgentUnreachable.class).agent().value())
        .toList();
  }

  private static <T> T decode(
      CapturedForward<? extends Address, ? extends byte[]> forward, Class<T> type) {
    return RecordCodec.decode(forward.record().value(), type);
  }

  private static MockProcessorContext<Address, byte[]> context() {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    return new MockProcessorContext<>(config, new TaskId(0, CELL), null);
  }
}

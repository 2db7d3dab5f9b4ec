package dev.bourse.topics.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators may ask for. */
class OperatorCommandsTest {

  private static final AgentId AGENT = new AgentId("a");

  @ParameterizedTest(name = "limit {0}, guarantee {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -",
        "cpus:1, -",
        "-, cpus:1",
        "cpus:1, cpus:1",
        "cpus:1, memory:9",
        "cpus:0, cpus:0"
      })
  void shouldTakeQuota(@Nullable String limit, @Nullable String guarantee) {
    RoleQuota quota = new RoleQuota("eng", parse(limit), parse(guarantee));
    assertThat(quota.limit()).isEqualTo(parse(limit));
    RoleSettings settings = RoleSettings.DEFAULT.withQuota(quota.limit(), quota.guarantee());
    assertThat(settings).isEqualTo(new RoleSettings(1_000, quota.limit(), quota.guarantee()));
    assertThat(settings.withWeight(5))
        .isEqualTo(new RoleSettings(5, quota.limit(), quota.guarantee()));
  }

  @ParameterizedTest(name = "limit {0}, guarantee {1}")
  @CsvSource({"cpus:1, cpus:1.001", "cpus:0, cpus:1", "cpus:8;memory:1, cpus:1;memory:2"})
  void shouldNotGuaranteeMoreThanTheLimit(String limit, String guarantee) {
    String message =
        "guarantee: is '" + guarantee + "', but must not be above the limit '" + limit + "'";
    assertRefused(() -> new RoleQuota("eng", parse(limit), parse(guarantee)), message);
    assertRefused(() -> new RoleSettings(1, parse(limit), parse(guarantee)), message);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_000_001})
  void shouldBoundWeights(int weight) {
    String message = "weight: is " + weight + " thousandths, but must be 1 to 1000000";
    assertRefused(() -> new RoleWeight("eng", weight), message);
    assertRefused(() -> new RoleSettings(weight, null), message);
  }

  @Test
  void shouldBoundGuarantees() {
    assertThat(new RoleQuota("eng", parse("cpus:1e15"), parse("cpus:1e12"))).isNotNull();
    assertRefused(
        () -> new RoleQuota("eng", null, parse("cpus:1e13")),
        "guarantee.cpus: is '10000000000000', but must be at most 1000000000000");
  }

  @Test
  void shouldNameRoles() {
    String message = "role: is 'a b', but must be a path without blanks and control characters";
    assertRefused(() -> new RoleQuota("a b", null, null), message);
    assertRefused(() -> new RoleWeight("a b", 1), message);
    assertThat(new RoleWeight("*", 1).role()).isEqualTo("*");
  }

  @Test
  void shouldSetQuotaOfEachRoleOnce() {
    assertRefused(
        () -> new SetQuota(List.of(), null), "quotas: has 0 entries, but must have 1 to 1000");
    assertRefused(
        () -> new SetQuota(many(i -> new RoleQuota("r" + i, null, null)), true),
        "quotas: has 1001 entries, but must have 1 to 1000");
    RoleQuota quota = new RoleQuota("eng", null, null);
    assertRefused(() -> new SetQuota(List.of(quota, quota), null), "quotas: has 'eng' twice");
    List<RoleQuota> quotas = new ArrayList<>(List.of(quota));
    SetQuota command = new SetQuota(quotas, null);
    quotas.clear();
    assertThat(command.quotas()).containsExactly(quota);
  }

  @Test
  void shouldSetWeightsOfEachRoleOnce() {
    assertRefused(
        () -> new SetWeights(List.of()), "weights: has 0 entries, but must have 1 to 1000");
    assertRefused(
        () -> new SetWeights(many(i -> new RoleWeight("r" + i, 1))),
        "weights: has 1001 entries, but must have 1 to 1000");
    RoleWeight weight = new RoleWeight("eng", 1);
    assertRefused(() -> new SetWeights(List.of(weight, weight)), "weights: has 'eng' twice");
    List<RoleWeight> weights = new ArrayList<>(List.of(weight));
    SetWeights command = new SetWeights(weights);
    weights.clear();
    assertThat(command.weights()).containsExactly(weight);
  }

  @Test
  void shouldNameEachAgentOnce() {
    List<Function<List<AgentId>, OperatorCommand>> commands =
        List.of(
            agents -> new ScheduleMaintenance(agents, new Window(1, null)),
            StartMaintenance::new,
            EndMaintenance::new);
    for (Function<List<AgentId>, OperatorCommand> command : commands) {
      assertThat(command.apply(List.of(AGENT))).isNotNull();
      assertRefused(
          () -> command.apply(List.of()), "agents: has 0 entries, but must have 1 to 1000");
      assertRefused(
          () -> command.apply(many(i -> new AgentId("a" + i))),
          "agents: has 1001 entries, but must have 1 to 1000");
      assertRefused(() -> command.apply(List.of(AGENT, AGENT)), "agents: has 'a' twice");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 2_592_000_001L, Long.MAX_VALUE})
  void shouldBoundSpans(long millis) {
    String message = "Millis: is " + millis + ", but must be 0 to 2592000000";
    assertRefused(() -> new DrainAgent(AGENT, millis, null, null), "maxGrace" + message);
    assertRefused(() -> new DrainAgent(AGENT, null, millis, null), "deadline" + message);
    assertThat(new DrainAgent(AGENT, 0L, 2_592_000_000L, true).maxGraceMillis()).isZero();
  }

  @Test
  void shouldReserveSomething() {
    String message = "resources: is empty, but must name something";
    assertRefused(() -> new ReserveResources(AGENT, Resources.parse("")), message);
    assertRefused(() -> new UnreserveResources(AGENT, Resources.parse("")), message);
    assertRefused(
        () ->
            new ReserveResources(
                AGENT, Resources.parse("cpus(+a):2"), Resources.parse("cpus(b,+b/c):2")),
        "source: is 'cpus(b,+b/c):2', but may differ from 'cpus(+a):2' in dynamic reservations"
            + " only");
  }

  private static <T> List<T> many(Function<Integer, T> make) {
    return IntStream.range(0, 1_001).mapToObj(make::apply).toList();
  }

  private static @Nullable Quantities parse(@Nullable String text) {
    return text == null ? null : Quantities.parse(text);
  }

  private static void assertRefused(ThrowingCallable code, String message) {
    assertThatIllegalArgumentException().isThrownBy(code).withMessage(message);
  }
}

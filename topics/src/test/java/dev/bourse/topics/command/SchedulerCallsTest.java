package dev.bourse.topics.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import dev.bourse.topics.resources.Resources;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What frameworks may say. */
class SchedulerCallsTest {

  private static final FrameworkId ETL = new FrameworkId("etl");
  private static final String NAME =
      ", but must be 1 to 128 characters of A-Z a-z 0-9 . _ -, the first a letter or digit";

  /** Every call, by its session. */
  static List<Function<String, Object>> calls() {
    FrameworkInfo info = FrameworkInfo.of("n", "r");
    return List.of(
        s -> new SubscribeFramework(ETL, s, info),
        s -> new UpdateFramework(ETL, s, info),
        s -> new DisconnectFramework(ETL, s, null),
        s -> new AcceptOffers(ETL, s, List.of(1L), List.of(), null),
        s -> new DeclineOffers(ETL, s, List.of(1L), null),
        s -> new ReviveOffers(ETL, s, List.of()),
        s -> new SuppressOffers(ETL, s, List.of()),
        s -> new KillTasks(ETL, s, List.of("t"), null),
        s -> new AcknowledgeUpdate(ETL, s, "t", "u"),
        s -> new ReconcileTasks(ETL, s, List.of()),
        s -> new SendMessage(ETL, s, "t", ""),
        s -> new AnswerInverseOffers(ETL, s, List.of(1L), true),
        s -> new FrameworkHeartbeat(ETL, s));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void shouldNameASession(Function<String, Object> call) {
    assertThat(call.apply("s".repeat(64))).isNotNull();
    assertRefused(() -> call.apply(""), "session: is missing");
    assertRefused(() -> call.apply("s".repeat(65)), "session: has 65 characters, but may have 64");
  }

  @Test
  void shouldNameOffers() {
    List<Function<List<Long>, Object>> calls =
        List.of(
            offers -> new AcceptOffers(ETL, "s", offers, List.of(), null),
            offers -> new DeclineOffers(ETL, "s", offers, null),
            offers -> new AnswerInverseOffers(ETL, "s", offers, false));
    for (Function<List<Long>, Object> call : calls) {
      assertRefused(() -> call.apply(List.of()), "offers: has 0 entries, but must have 1 to 1000");
      assertRefused(
          () -> call.apply(LongStream.range(0, 1_001).boxed().toList()),
          "offers: has 1001 entries, but must have 1 to 1000");
    }
  }

  @Test
  void shouldBoundOperations() {
    OfferOperation operation = OfferOperation.reserve(Resources.parse("cpus:1"));
    assertThat(accept(Collections.nCopies(100, operation)).operations()).hasSize(100);
    assertRefused(
        () -> accept(Collections.nCopies(101, operation)),
        "operations: has 101 entries, but may have 100");
  }

  @Test
  void shouldNameTasks() {
    assertRefused(() -> kill(List.of()), "tasks: has 0 entries, but must have 1 to 1000");
    assertRefused(
        () -> kill(Collections.nCopies(1_001, "t")),
        "tasks: has 1001 entries, but must have 1 to 1000");
    assertRefused(() -> kill(List.of("t", "a~b")), "tasks[1]: is 'a~b'" + NAME);
    assertRefused(
        () -> new AcknowledgeUpdate(ETL, "s", "x".repeat(129), "u"),
        "task: is '" + "x".repeat(40) + "…'" + NAME);
    assertRefused(() -> new SendMessage(ETL, "s", "", ""), "task: is ''" + NAME);
    assertRefused(
        () -> new ReconcileTasks(ETL, "s", Collections.nCopies(10_001, new TaskRef("t", null))),
        "tasks: has 10001 entries, but may have 10000");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 2_592_000_001L, Long.MAX_VALUE})
  void shouldBoundTheGrace(long millis) {
    assertRefused(
        () -> new KillTasks(ETL, "s", List.of("t"), millis),
        "graceMillis: is " + millis + ", but must be 0 to 2592000000");
  }

  @Test
  void shouldNameRoles() {
    List<Function<List<String>, Object>> calls =
        List.of(
            roles -> new ReviveOffers(ETL, "s", roles),
            roles -> new SuppressOffers(ETL, "s", roles));
    for (Function<List<String>, Object> call : calls) {
      assertThat(call.apply(List.of("eng/etl", "*"))).isNotNull();
      assertRefused(
          () -> call.apply(List.of("a", "/b")),
          "roles[1]: is '/b', but must be a path without empty parts: no slash at its start or"
              + " end, and no two together");
      assertRefused(
          () -> call.apply(Collections.nCopies(257, "a")),
          "roles: has 257 entries, but may have 256");
    }
  }

  @Test
  void shouldBoundTexts() {
    assertThat(new SendMessage(ETL, "s", "t", "x".repeat(65_536)).data()).hasSize(65_536);
    assertRefused(
        () -> new SendMessage(ETL, "s", "t", "x".repeat(65_537)),
        "data: has 65537 characters, but may have 65536");
    assertRefused(
        () -> new DisconnectFramework(ETL, "s", "x".repeat(4_097)),
        "message: has 4097 characters, but may have 4096");
    assertRefused(
        () -> new AcknowledgeUpdate(ETL, "s", "t", "x".repeat(65)),
        "update: has 65 characters, but may have 64");
    assertRefused(() -> new AcknowledgeUpdate(ETL, "s", "t", ""), "update: is missing");
    assertRefused(
        () -> new TeardownFramework(ETL, "x".repeat(65)),
        "session: has 65 characters, but may have 64");
    assertRefused(() -> new RejectCall(ETL, "KillTasks", ""), "reason: is missing");
    assertRefused(
        () -> new RejectCall(ETL, "KillTasks", "x".repeat(4_097)),
        "reason: has 4097 characters, but may have 4096");
  }

  private static AcceptOffers accept(List<OfferOperation> operations) {
    return new AcceptOffers(ETL, "s", List.of(1L), operations, null);
  }

  private static KillTasks kill(List<String> tasks) {
    return new KillTasks(ETL, "s", tasks, null);
  }

  private static void assertRefused(ThrowingCallable code, String message) {
    assertThatIllegalArgumentException().isThrownBy(code).withMessage(message);
  }
}

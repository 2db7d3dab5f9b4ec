package dev.bourse.topics.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.topics.framework.OfferOperation.Type;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.resources.Resources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfferOperationTest {

  private static final Resources CPU = Resources.parse("cpus:1");
  private static final TaskInfo TASK = TaskInfo.of("t", CPU, ProcessSpec.of(List.of("x")));

  @ParameterizedTest
  @EnumSource(names = {"LAUNCH", "LAUNCH_GROUP"})
  void shouldLaunchTasks(Type type) {
    assertThat(new OfferOperation(type, List.of(TASK), null, "id").tasks()).containsExactly(TASK);
    assertRefused(
        () -> new OfferOperation(type, null, null, null),
        "tasks: is missing, but " + type + " needs it");
    assertRefused(
        () -> new OfferOperation(type, List.of(TASK), CPU, null),
        "resources: is given, but " + type + " does not take it");
    assertRefused(
        () -> new OfferOperation(type, List.of(), null, null),
        "tasks: has 0 entries, but must have 1 to 1000");
    assertRefused(
        () -> new OfferOperation(type, Collections.nCopies(1_001, TASK), null, null),
        "tasks: has 1001 entries, but must have 1 to 1000");
  }

  @ParameterizedTest
  @EnumSource(names = {"RESERVE", "UNRESERVE"})
  void shouldReserveResources(Type type) {
    assertThat(new OfferOperation(type, null, CPU, null).resources()).isEqualTo(CPU);
    assertRefused(
        () -> new OfferOperation(type, null, null, null),
        "resources: is missing, but " + type + " needs it");
    assertRefused(
        () -> new OfferOperation(type, List.of(TASK), CPU, null),
        "tasks: is given, but " + type + " does not take it");
  }

  @Test
  void shouldBeMadeInShort() {
    assertThat(OfferOperation.launch(List.of(TASK)))
        .isEqualTo(new OfferOperation(Type.LAUNCH, List.of(TASK), null, null));
    assertThat(OfferOperation.launchGroup(List.of(TASK)))
        .isEqualTo(new OfferOperation(Type.LAUNCH_GROUP, List.of(TASK), null, null));
    assertThat(OfferOperation.reserve(CPU))
        .isEqualTo(new OfferOperation(Type.RESERVE, null, CPU, null));
    assertThat(OfferOperation.unreserve(CPU))
        .isEqualTo(new OfferOperation(Type.UNRESERVE, null, CPU, null));
  }

  @Test
  void shouldBoundIds() {
    assertThat(new OfferOperation(Type.RESERVE, null, CPU, "x".repeat(128)).id()).hasSize(128);
    assertRefused(
        () -> new OfferOperation(Type.RESERVE, null, CPU, "x".repeat(129)),
        "id: has 129 characters, but may have 128");
  }

  @Test
  void shouldCopyTasks() {
    List<TaskInfo> tasks = new ArrayList<>(List.of(TASK));
    OfferOperation operation = OfferOperation.launch(tasks);
    tasks.clear();
    assertThat(operation.tasks()).containsExactly(TASK);
  }

  @Test
  void shouldCheckTasks() {
    String allowed =
        ", but must be 1 to 128 characters of A-Z a-z 0-9 . _ -, the first a letter or digit";
    assertRefused(
        () -> TaskInfo.of("a~b", CPU, ProcessSpec.of(List.of("x"))), "task: is 'a~b'" + allowed);
    assertRefused(() -> new TaskRef("a b", null), "task: is 'a b'" + allowed);
    assertRefused(
        () -> new TaskInfo("t", CPU, null, "x".repeat(129), null, null, null, null, null, null),
        "executor: has 129 characters, but may have 128");
  }

  @Test
  void shouldCheckWindows() {
    assertThat(new Window(0, null).durationMillis()).isNull();
    assertRefused(() -> new Window(-1, null), "startAt: is -1, but must be 0 or more");
    assertRefused(() -> new Window(0, 0L), "durationMillis: is 0, but must be more than 0");
  }

  private static void assertRefused(ThrowingCallable code, String message) {
    assertThatIllegalArgumentException().isThrownBy(code).withMessage(message);
  }
}

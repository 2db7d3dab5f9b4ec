package dev.bourse.topics.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @ParameterizedTest(name = "{0} is an id")
  @ValueSource(strings = {"a", "Z", "0", "a.b_c-D9", "a..", "9-", "01hf7yat000c000019"})
  void shouldAccept(String value) {
    assertThat(new JobId(value)).hasToString(value);
    assertThat(new TaskId(value)).hasToString(value);
    assertThat(new AgentId(value)).hasToString(value);
    assertThat(JobId.isValid(value)).isTrue();
    assertThat(TaskId.isValid(value)).isTrue();
    assertThat(AgentId.isValid(value)).isTrue();
  }

  @ParameterizedTest(name = "''{0}'' is no id")
  @NullSource
  @ValueSource(
      strings = {
        "", ".", "..", "-a", "_a", "a b", "a/b", "a:b", "a\u0000", "ä", "aä", "a\n", "{", "a@"
      })
  void shouldRefuse(String value) {
    String found = value == null ? "missing" : "'" + value + "'";
    String allowed = "characters of A-Z a-z 0-9 . _ -, the first a letter or digit";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JobId(value))
        .withMessage("id: is " + found + ", but must be 1 to 128 " + allowed);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TaskId(value))
        .withMessage("task: is " + found + ", but must be 1 to 140 " + allowed);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AgentId(value))
        .withMessage("agent: is " + found + ", but must be 1 to 128 " + allowed);
    assertThat(JobId.isValid(value)).isFalse();
    assertThat(TaskId.isValid(value)).isFalse();
    assertThat(AgentId.isValid(value)).isFalse();
  }

  @Test
  void shouldBoundTheLength() {
    String longest = "a".repeat(128);
    assertThat(JobId.isValid(longest)).isTrue();
    assertThat(AgentId.isValid(longest)).isTrue();
    assertThat(JobId.isValid(longest + "a")).isFalse();
    assertThat(AgentId.isValid(longest + "a")).isFalse();
    assertThat(TaskId.of(new JobId(longest), Integer.MAX_VALUE).value()).hasSize(139);
    assertThat(TaskId.isValid("a".repeat(140))).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TaskId("a".repeat(141)))
        .withMessageStartingWith("task: is '" + "a".repeat(40) + "…', but");
  }

  @Test
  void shouldNameTasksAfterTheirJob() {
    assertThat(TaskId.of(new JobId("j"), 0)).isEqualTo(new TaskId("j.0"));
  }

  @Test
  void shouldSortByValue() {
    assertThat(new JobId("a")).isLessThan(new JobId("b"));
    assertThat(new TaskId("a")).isLessThan(new TaskId("b"));
    assertThat(new AgentId("a")).isLessThan(new AgentId("b"));
  }

  @Test
  void shouldSortByTime() {
    SplittableRandom random = new SplittableRandom(7);
    List<JobId> ids = new ArrayList<>();
    long time = 0;
    for (int i = 0; i < 1_000; i++) {
      time += 1 + random.nextLong(1L << random.nextInt(39));
      ids.add(JobId.timeOrdered(time, random.nextLong()));
    }
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void shouldTellIdsOfOneMillisecondApart() {
    assertThat(JobId.timeOrdered(0, 0)).hasToString("000000000000000000");
    assertThat(JobId.timeOrdered(1, 31)).hasToString("00000000010000000z");
    assertThat(JobId.timeOrdered(-1, -1)).hasToString("zzzzzzzzzzzzzzzzzz");
    assertThat(JobId.timeOrdered(5, 1L << 40)).isEqualTo(JobId.timeOrdered(5, 0));
    assertThat(JobId.timeOrdered(5, 1)).isLessThan(JobId.timeOrdered(5, 2));
  }
}

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
    assertThat(new FrameworkId(value)).hasToString(value);
    assertThat(JobId.isValid(value)).isTrue();
    assertThat(TaskId.isValid(value)).isTrue();
    assertThat(AgentId.isValid(value)).isTrue();
    assertThat(FrameworkId.isValid(value)).isTrue();
    assertThat(TaskId.isValidName(value)).isTrue();
  }

  @ParameterizedTest(name = "''{0}'' is no id")
  @NullSource
  @ValueSource(
      strings = {
        "", ".", "..", "-a", "_a", "a b", "a/b", "a:b", "a\u0000", "ä", "aä", "a\n", "{", "a@", "~",
        "~a"
      })
  void shouldRefuse(String value) {
    String found = value == null ? "missing" : "'" + value + "'";
    String allowed = "characters of A-Z a-z 0-9 . _ -, the first a letter or digit";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JobId(value))
        .withMessage("id: is " + found + ", but must be 1 to 128 " + allowed);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TaskId(value))
        .withMessage(
            "task: is "
                + found
                + ", but must be 1 to 140 "
                + allowed
                + ", or a framework's id, a tilde and a task's name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AgentId(value))
        .withMessage("agent: is " + found + ", but must be 1 to 128 " + allowed);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrameworkId(value))
        .withMessage("framework: is " + found + ", but must be 1 to 64 " + allowed);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskId.checkName("tasks[3]", value))
        .withMessage("tasks[3]: is " + found + ", but must be 1 to 128 " + allowed);
    assertThat(JobId.isValid(value)).isFalse();
    assertThat(TaskId.isValid(value)).isFalse();
    assertThat(AgentId.isValid(value)).isFalse();
    assertThat(FrameworkId.isValid(value)).isFalse();
    assertThat(TaskId.isValidName(value)).isFalse();
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
  void shouldNameTasksAfterTheirFramework() {
    TaskId id = TaskId.of(new FrameworkId("etl"), "extract.0");
    assertThat(id).isEqualTo(new TaskId("etl~extract.0"));
    assertThat(id.framework()).isEqualTo(new FrameworkId("etl"));
    assertThat(id.name()).isEqualTo("extract.0");
    TaskId ofJob = TaskId.of(new JobId("etl"), 0);
    assertThat(ofJob.framework()).isNull();
    assertThat(ofJob.name()).isEqualTo("etl.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskId.of(new FrameworkId("etl"), "a~b"))
        .withMessageStartingWith("task: is 'a~b', but must be 1 to 128 characters");
  }

  @ParameterizedTest(name = "''{0}'' is no id of a task")
  @ValueSource(strings = {"a~", "~a", "a~~b", "a~b~c", "a~-b", "a~.b", "-a~b", "a ~b", "a~b c"})
  void shouldRefuseTildesElsewhere(String value) {
    assertThat(TaskId.isValid(value)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TaskId(value))
        .withMessageContaining("task: is '" + value + "', but must be ");
  }

  @Test
  void shouldTellTasksOfFrameworksFromThoseOfJobs() {
    // A job's id holds no tilde and a framework's task has one, so no two are ever the same.
    assertThat(JobId.isValid("etl~extract")).isFalse();
    assertThat(AgentId.isValid("etl~extract")).isFalse();
    assertThat(FrameworkId.isValid("etl~extract")).isFalse();
    assertThat(TaskId.isValidName("etl~extract")).isFalse();
    for (String text : List.of("a", "a.0", "a.b.0", "a-1", "0")) {
      assertThat(TaskId.of(new JobId(text), 0).framework()).isNull();
      for (String name : List.of("a", "a.0", "b.0", "0")) {
        TaskId id = TaskId.of(new FrameworkId(text), name);
        assertThat(id.framework()).isEqualTo(new FrameworkId(text));
        assertThat(id.name()).isEqualTo(name);
        assertThat(id).isNotEqualTo(TaskId.of(new JobId(text), 0));
      }
    }
  }

  @Test
  void shouldBoundBothPartsOfTheTaskOfAFramework() {
    String id = "f".repeat(64);
    String name = "t".repeat(128);
    TaskId longest = TaskId.of(new FrameworkId(id), name);
    assertThat(longest.value()).hasSize(193);
    assertThat(new TaskId(longest.value()).framework()).isEqualTo(new FrameworkId(id));
    assertThat(longest.name()).isEqualTo(name);
    assertThat(FrameworkId.isValid(id + "f")).isFalse();
    assertThat(TaskId.isValid(id + "f~t")).isFalse();
    assertThat(TaskId.isValid("f~" + name + "t")).isFalse();
    assertThat(TaskId.isValidName(name + "t")).isFalse();
  }

  @Test
  void shouldSortByValue() {
    assertThat(new JobId("a")).isLessThan(new JobId("b"));
    assertThat(new TaskId("a")).isLessThan(new TaskId("b"));
    assertThat(new AgentId("a")).isLessThan(new AgentId("b"));
    assertThat(new FrameworkId("a")).isLessThan(new FrameworkId("b"));
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

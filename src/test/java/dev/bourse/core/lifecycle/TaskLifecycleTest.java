package dev.bourse.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskLifecycleTest {

  /** Rows: from. Columns: to, in the order of the states. {@code +} is allowed. */
  private static final List<String> TABLE =
      List.of(
          //                S S R K U | F F K D L E G G U
          "STAGING         - + + + + + + + + + - + + -",
          "STARTING        - - + + + + + + + + - + + -",
          "RUNNING         - - + + + + + + + + - + + -",
          "KILLING         - - - + + + + + + + - + + -",
          "UNREACHABLE     + + + + + + + + + + - + + -",
          "FINISHED        - - - - - - - - - - - - - -",
          "FAILED          - - - - - - - - - - - - - -",
          "KILLED          - - - - - - - - - - - - - -",
          "DROPPED         - - - - - - - - - - - - - -",
          "LOST            - - - - - - - - - - - - - -",
          "ERROR           - - - - - - - - - - - - - -",
          "GONE            - - - - - - - - - - - - - -",
          "GONE_BY_OPERATOR - - - - - - - - - - - - - -",
          "UNKNOWN         - - - - - - - - - - - - - -");

  @Test
  void shouldAllowExactlyTheTable() {
    List<String> actual = new ArrayList<>();
    for (TaskState from : TaskState.values()) {
      StringBuilder line = new StringBuilder("%-15s".formatted(from));
      for (TaskState to : TaskState.values()) {
        line.append(TaskLifecycle.allows(from, to) ? " +" : " -");
      }
      actual.add(line.toString());
    }

    assertThat(actual).isEqualTo(TABLE);
  }
}

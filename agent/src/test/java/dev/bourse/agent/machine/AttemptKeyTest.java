package dev.bourse.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.id.TaskId;
import org.junit.jupiter.api.Test;

class AttemptKeyTest {

  @Test
  void shouldOrderByEpochThenTaskThenAttempt() {
    assertThat(key("b", 2, 1)).isLessThan(key("a", 1, 2));
    assertThat(key("a", 2, 1)).isLessThan(key("b", 1, 1));
    assertThat(key("a", 1, 1)).isLessThan(key("a", 2, 1));
  }

  @Test
  void shouldNameTheFolderOfTheAttempt() {
    assertThat(key("job.0", 2, 17)).hasToString("job.0.2.17");
    assertThat(key("spark~t.1", 1, 17)).hasToString("spark~t.1.1.17");
  }

  private static AttemptKey key(String task, int attempt, long epoch) {
    return new AttemptKey(new TaskId(task), attempt, epoch);
  }
}

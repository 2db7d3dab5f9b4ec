package dev.bourse.topics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.topics.task.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of a job's specification. */
class JobTypesTest {

  @ParameterizedTest(name = "initial {0}, factor {1}, max {2}: {4} before retry {3}")
  @CsvSource({
    "1000, 2000, 300000, 1, 1000",
    "1000, 2000, 300000, 2, 2000",
    "1000, 2000, 300000, 9, 256000",
    "1000, 2000, 300000, 10, 300000",
    "1000, 2000, 300000, 2000000000, 300000",
    "1000, 1000, 300000, 2000000000, 1000",
    "0, 2000, 300000, 50, 0",
    "5000, 2000, 1000, 1, 1000",
    "1000, 1500, 300000, 3, 2250",
    "31622400000, 100000, 31622400000, 5, 31622400000",
    "9000000000000000, 100000, 9223372036854775807, 2, 9223372036854775807",
    "92233720368548, 100000, 9223372036854775807, 2, 9223372036854775807"
  })
  void shouldGrowTheWaitUpToItsMaximum(long initial, long factor, long max, int n, long wait) {
    assertThat(new Backoff(initial, factor, max, 0).millisBefore(n)).isEqualTo(wait);
  }

  @Test
  void shouldCoverEveryFailureUnlessToldOtherwise() {
    assertThat(RetryPolicy.NONE.covers(1, Reason.COMMAND_ENDED)).isTrue();
    assertThat(RetryPolicy.NONE.covers(null, null)).isTrue();
    RetryPolicy some =
        new RetryPolicy(1, Backoff.DEFAULT, List.of(75), List.of(Reason.LAUNCH_FAILED));
    assertThat(some.covers(75, Reason.COMMAND_ENDED)).isTrue();
    assertThat(some.covers(1, Reason.LAUNCH_FAILED)).isTrue();
    assertThat(some.covers(null, Reason.LAUNCH_FAILED)).isTrue();
    assertThat(some.covers(1, Reason.COMMAND_ENDED)).isFalse();
    assertThat(some.covers(null, null)).isFalse();
    RetryPolicy reasons =
        new RetryPolicy(1, Backoff.DEFAULT, List.of(), List.of(Reason.LAUNCH_FAILED));
    assertThat(reasons.covers(75, null)).isFalse();
  }

  @Test
  void shouldEndInTerminalStatesOnly() {
    assertThat(JobState.values())
        .filteredOn(JobState::isTerminal)
        .containsExactly(
            JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED, JobState.REJECTED);
  }

  @Test
  void shouldCopyWhatItIsGiven() {
    List<String> argv = new ArrayList<>(List.of("x"));
    SortedMap<String, String> env = new TreeMap<>();
    ProcessSpec process = new ProcessSpec(argv, env, null, null, null);
    argv.add("y");
    env.put("A", "1");
    assertThat(process).isEqualTo(ProcessSpec.of(List.of("x")));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> process.env().put("A", "1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProcessSpec.of(List.of()))
        .withMessage("argv: is empty, but must name a program");
  }

  @ParameterizedTest(name = "{0} is near {1}: {2}")
  @CsvSource({
    "command, command, true",
    "command, comand, true",
    "command, commannd, true",
    "command, comnand, true",
    "command, ocmmand, true",
    "command, commadn, true",
    "command, commands, true",
    "command, cmmnd, false",
    "command, comm, false",
    "command, dnammoc, false",
    "id, i, true",
    "id, di, true",
    "id, xy, false",
    "id, '', false",
    "ab, abcd, false"
  })
  void shouldFindNearMisses(String known, String given, boolean near) {
    assertThat(Section.isNear(known, given)).isEqualTo(near);
    assertThat(Section.isNear(given, known)).isEqualTo(near);
  }

  @Test
  void shouldPutThePathInThePlaceOfTheGeneralName() {
    IllegalArgumentException refusal = new IllegalArgumentException("quantity: is 'x', but");
    assertThat(FieldError.at("a.b", refusal)).hasToString("a.b: is 'x', but");
    assertThat(FieldError.at("", new IllegalArgumentException("resource cpus: is 'x'")))
        .hasToString("resource cpus: is 'x'");
  }
}

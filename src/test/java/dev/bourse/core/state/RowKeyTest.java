package dev.bourse.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowKeyTest {

  @ParameterizedTest
  @EnumSource
  void shouldReadWhatItWrites(Table table) {
    RowKey key = new RowKey(table, "a/b");

    assertThat(RowKey.parse(key.toString())).isEqualTo(key);
  }

  @Test
  void shouldBeReadableInTheChangelog() {
    assertThat(CellRow.INITIAL.key()).hasToString("cell/");
    assertThat(new RowKey(Table.FINISHED_JOBS, "a")).hasToString("finished/a");
    assertThat(OfferRow.keyOf(7)).hasToString("offer/7");
    assertThat(new TimerRow(5, TimerRow.Kind.EXPIRE_JOB, "a").key())
        .hasToString("timer/0000000000000000005/EXPIRE_JOB/a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "job", "/job", "nothing/a"})
  void shouldRefuseWhatIsNoKey(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowKey.parse(text))
        .withMessage("'" + text + "' is no key of a row");
  }

  @Test
  void shouldSortTimersByTimeWhetherByRowOrByKey() {
    List<TimerRow> byRow =
        Arrays.stream(TimerRow.Kind.values())
            .flatMap(
                kind ->
                    List.of(9L, 10L, Long.MAX_VALUE).stream()
                        .flatMap(
                            due ->
                                List.of("a", "a.0", "b").stream()
                                    .map(subject -> new TimerRow(due, kind, subject))))
            .sorted()
            .toList();

    assertThat(byRow).isSortedAccordingTo(Comparator.comparing(TimerRow::key));
    assertThat(byRow).extracting(TimerRow::dueAt).isSorted();
  }
}

package dev.bourse.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.journal.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutcomesTest {

  private static final Position POSITION = new Position(1, 5);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Outcomes outcomes = new Outcomes();
  private final Feed journal = new Feed(outcomes::read);

  @Test
  void shouldTellWhatBecameOfAnOperation() throws Exception {
    write("operations", 5, null);
    write("operations", 6, "it must not");

    assertThat(outcomes.await(List.of(POSITION, new Position(1, 6)), LONG))
        .containsExactly(new Outcomes.Outcome(null), new Outcomes.Outcome("it must not"));
  }

  @Test
  void shouldNotTakeOtherInputsForOperations() {
    write("submissions", 5, "not \"operations\" either");
    write(null, 5, null);
    journal.write("1", new byte[] {1, 2});
    journal.write("1", "{\"topic\":\"operations\"}".getBytes());

    assertThat(outcomes.get(POSITION)).isNull();
  }

  @Test
  void shouldWaitForTheOutcome() throws Exception {
    var waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return outcomes.await(List.of(POSITION), LONG);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    write("operations", 5, null);

    assertThat(waiting.get()).containsExactly(new Outcomes.Outcome(null));
  }

  @Test
  void shouldGiveUpWhenNobodyAnswers() throws Exception {
    write("operations", 5, null);

    assertThat(outcomes.await(List.of(new Position(0, 1), POSITION), Duration.ofMillis(10)))
        .containsExactly(null, new Outcomes.Outcome(null));
  }

  @Test
  void shouldHearOfWhatHasNoJournalEntry() {
    outcomes.reject(POSITION, "internal error");
    write("operations", 5, null);

    assertThat(outcomes.get(POSITION)).isEqualTo(new Outcomes.Outcome("internal error"));
  }

  @Test
  void shouldForgetWhatNobodyAsksForAnyMore() {
    for (int i = 0; i < 10_001; i++) {
      write("operations", 5 + i, null);
    }
    assertThat(outcomes.get(POSITION)).isNull();
    assertThat(outcomes.get(new Position(1, 6))).isNotNull();
  }

  private void write(String topic, long offset, String rejection) {
    journal.writeTyped(
        "1",
        new JournalEntry(
            JournalEntry.FORMAT, 1, topic, 1, offset, 1, List.of("x"), rejection, null, "0"));
  }
}

package dev.bourse.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.JobExpired;
import dev.bourse.topics.id.JobId;
import org.junit.jupiter.api.Test;

class DigestTest {

  @Test
  void shouldBeTheSameOnEveryMachineAndInEveryYear() {
    assertThat(Digest.text(digest(0, "a", "b"))).isEqualTo("78ed6781f136a14e");
    assertThat(Digest.text(new Digest(0).value())).isEqualTo("cbf29ce484222325");
  }

  /** Digests are taken of this text; a platform that writes it differently cannot replay. */
  @Test
  void shouldFindTheTextOfRecordsAsItWasWhenJournalsWereWritten() {
    assertThat(new JobExpired(new JobId("a"), true))
        .hasToString("JobExpired[job=a, launched=true]");
    assertThat(new AllocationCompleted(3)).hasToString("AllocationCompleted[launches=3]");
    assertThat(new Rejection("no")).hasToString("Rejection[reason=no]");
  }

  @Test
  void shouldGoOnFromAnEarlierValue() {
    assertThat(digest(digest(0, "a"), "b")).isEqualTo(digest(0, "a", "b"));
  }

  @Test
  void shouldTellWhereOneItemEnds() {
    assertThat(digest(0, "ab", "c")).isNotEqualTo(digest(0, "a", "bc"));
    assertThat(digest(0, "a", "b")).isNotEqualTo(digest(0, "b", "a"));
  }

  @Test
  void shouldAlwaysHaveSixteenDigits() {
    assertThat(Digest.text(0)).isEqualTo("0000000000000000");
    assertThat(Digest.text(-1)).isEqualTo("ffffffffffffffff");
  }

  private static long digest(long start, Object... items) {
    Digest digest = new Digest(start);
    for (Object item : items) {
      digest.add(item);
    }
    return digest.value();
  }
}

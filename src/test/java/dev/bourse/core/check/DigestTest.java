package dev.bourse.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.JobExpired;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.resources.Resources;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DigestTest {

  private enum Colour {
    RED
  }

  private record Old(String a) {}

  private static final class Newer {
    private record Old(String a, @Nullable Long b) {}
  }

  private static final class Swapped {
    private record Old(String b, String a) {}
  }

  /** Journals have these; they must never change. */
  @Test
  void shouldBeTheSameOnEveryMachineAndInEveryYear() {
    assertThat(Digest.text(digest(0))).isEqualTo("cbf29ce484222325");
    assertThat(Digest.text(digest(0, "a", "b"))).isEqualTo("753c34ae94ee4952");
    assertThat(Digest.text(digest(0, new Rejection("no")))).isEqualTo("b557267944e4df3f");
    assertThat(Digest.text(digest(0, new JobExpired(new JobId("a"), true))))
        .isEqualTo("529701812c54f6c4");
    assertThat(Digest.text(digest(0, List.of(1, 2L, Colour.RED, Resources.parse("cpus:1")))))
        .isEqualTo("496dd0e10762cbb7");
  }

  @Test
  void shouldNotSeeAComponentThatWasAddedLaterAndIsAbsent() {
    assertThat(digest(0, new Newer.Old("x", null))).isEqualTo(digest(0, new Old("x")));
    assertThat(digest(0, new Newer.Old("x", 1L))).isNotEqualTo(digest(0, new Old("x")));
  }

  @Test
  void shouldTellComponentsByTheirNames() {
    assertThat(digest(0, new Swapped.Old("x", "x"))).isNotEqualTo(digest(0, new Old("x")));
  }

  @Test
  void shouldTakeInWhatIsInACollection() {
    assertThat(digest(0, List.of("a", "b"))).isNotEqualTo(digest(0, List.of("b", "a")));
    assertThat(digest(0, new TreeSet<>(List.of("a")))).isEqualTo(digest(0, List.of("a")));
    TreeMap<String, Object> map = new TreeMap<>();
    map.put("a", 1);
    long one = digest(0, map);
    map.put("a", 2);
    assertThat(digest(0, map)).isNotEqualTo(one);
    assertThat(digest(0, Arrays.asList("a", null))).isNotEqualTo(digest(0, List.of("a")));
  }

  @Test
  void shouldRefuseWhatHasNoOrder() {
    assertThatIllegalArgumentException().isThrownBy(() -> digest(0, new HashMap<>()));
    assertThatIllegalArgumentException().isThrownBy(() -> digest(0, new HashSet<>()));
  }

  @Test
  void shouldTellTruthFromNumbersOfOtherSigns() {
    assertThat(digest(0, true)).isNotEqualTo(digest(0, false));
    assertThat(digest(0, 1L)).isEqualTo(digest(0, 1));
    assertThat(digest(0, -1L << 40)).isNotEqualTo(digest(0, 1L << 40));
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

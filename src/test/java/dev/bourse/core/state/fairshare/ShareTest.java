package dev.bourse.core.state.fairshare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void shouldCompareExactly() {
    assertThat(new Share(1, 3)).isEqualByComparingTo(new Share(2, 6));
    assertThat(new Share(1, 3)).isLessThan(new Share(1, 2));
    assertThat(Share.NOTHING).isLessThan(new Share(1, Long.MAX_VALUE));
    assertThat(Share.NOTHING).isEqualByComparingTo(new Share(0, 7));
  }

  @Test
  void shouldCompareWhereADoubleCannot() {
    long whole = Long.MAX_VALUE;

    assertThat(new Share(whole - 2, whole)).isLessThan(new Share(whole - 1, whole));
    assertThat((double) (whole - 2) / whole).isEqualTo((double) (whole - 1) / whole);
  }

  @Test
  void shouldDivideByTheWeight() {
    assertThat(new Share(2, 10, 2_000)).isEqualByComparingTo(new Share(1, 10, 1_000));
    assertThat(new Share(3, 10, 2_000)).isGreaterThan(new Share(1, 10, 1_000));
    assertThat(new Share(Long.MAX_VALUE, Long.MAX_VALUE, 1_000_000))
        .isLessThan(new Share(Long.MAX_VALUE, Long.MAX_VALUE, 999_999));
    assertThat(new Share(0, 1, 1_000)).isEqualByComparingTo(new Share(0, 9, 5_000));
  }

  @Test
  void shouldNotOverflow() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      Share left = random(random);
      Share right = random(random);

      int expected = Integer.signum(cross(left, right).compareTo(cross(right, left)));

      assertThat(Integer.signum(left.compareTo(right)))
          .as("%s, %s", left, right)
          .isEqualTo(expected);
    }
  }

  @Test
  void shouldDivideByUnequalWeightsExactlyAtAnySize() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 10_000; i++) {
      Share left = weighted(random);
      Share right = weighted(random);

      int expected =
          Integer.signum(weightedCross(left, right).compareTo(weightedCross(right, left)));

      assertThat(Integer.signum(left.compareTo(right)))
          .as("%s, %s", left, right)
          .isEqualTo(expected);
    }
  }

  @Test
  void shouldDivideByTheWeightWhereTheProductJustFits() {
    long fits = Long.MAX_VALUE / 1_000;

    for (long part : new long[] {fits - 1, fits, fits + 1, 2 * fits + 2}) {
      assertThat(new Share(part, 7, 1)).isGreaterThan(new Share(part, 7, 1_000));
      assertThat(new Share(part, 7, 1_000)).isLessThan(new Share(part, 7, 1));
      assertThat(new Share(part - 1, 1, 1_000)).isLessThan(new Share(part, 1_000, 1));
      assertThat(new Share(part, 1, 1_000)).isEqualByComparingTo(new Share(part, 1_000, 1));
      assertThat(new Share(part, 1_000, 1)).isLessThan(new Share(part + 1, 1, 1_000));
    }
  }

  private static Share weighted(SplittableRandom random) {
    Share share = random(random);
    return new Share(
        share.part(), share.whole(), 1 + (random.nextInt(1_000_000) >>> random.nextInt(20)));
  }

  private static BigInteger weightedCross(Share left, Share right) {
    return cross(left, right).multiply(BigInteger.valueOf(right.weight()));
  }

  private static Share random(SplittableRandom random) {
    return new Share(
        random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63),
        1 + (random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63)));
  }

  private static BigInteger cross(Share left, Share right) {
    return BigInteger.valueOf(left.part()).multiply(BigInteger.valueOf(right.whole()));
  }
}

package dev.bourse.core.state.fairshare;

/**
 * Numbers that look random and are the same for the same seed for ever (SplitMix64). What the
 * library draws below a bound is not specified and may differ in a later JDK, which would break
 * replay; and its first numbers for neighbouring seeds are alike.
 */
final class Chance {

  private long state;

  Chance(long seed) {
    this.state = seed;
  }

  /**
   * From 0 to the bound, exclusive. The high half of a product favours no number by more than 2⁻⁶⁴.
   */
  long below(long bound) {
    return Math.unsignedMultiplyHigh(next(), bound);
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}

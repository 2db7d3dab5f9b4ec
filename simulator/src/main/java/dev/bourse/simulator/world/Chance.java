package dev.bourse.simulator.world;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that is the same for the same seed, on every machine. */
public final class Chance {

  private final SplittableRandom random;

  /** From a seed. */
  public Chance(long seed) {
    this(new SplittableRandom(seed));
  }

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  /** Another source, so that what one part of a simulation draws does not move what others draw. */
  public Chance split() {
    return new Chance(random.split());
  }

  /** True once in {@code n} times; never when {@code n} is 0. */
  public boolean oneIn(int n) {
    return n > 0 && random.nextInt(n) == 0;
  }

  /** 0 to {@code bound - 1}. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends are possible. */
  public long between(long least, long most) {
    return random.nextLong(least, most + 1);
  }

  /** Any bits. */
  public long bits() {
    return random.nextLong();
  }

  /** One of a list that is not empty. */
  public <T> T of(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}

package dev.bourse.simulator.agent;

import dev.bourse.simulator.world.Chance;

/** How one machine reaches the log. */
public final class Network {

  private static final long USUAL_MILLIS = 20;

  private final boolean encodes;
  private boolean cut;
  private long slowestMillis = USUAL_MILLIS;
  private int repeatOneIn;

  /**
   * A good network.
   *
   * @param encodes whether records travel as bytes, as on a real topic
   */
  public Network(boolean encodes) {
    this.encodes = encodes;
  }

  boolean encodes() {
    return encodes;
  }

  boolean isCut() {
    return cut;
  }

  void cut(boolean now) {
    cut = now;
  }

  /** A record takes up to this long, in milliseconds. */
  public void slow(long millis) {
    slowestMillis = Math.max(USUAL_MILLIS, millis);
  }

  /** One in so many records arrives twice; 0 for none. */
  public void repeat(int oneIn) {
    repeatOneIn = oneIn;
  }

  long latency(Chance chance) {
    return chance.between(1, slowestMillis);
  }

  boolean repeats(Chance chance) {
    return chance.oneIn(repeatOneIn);
  }
}

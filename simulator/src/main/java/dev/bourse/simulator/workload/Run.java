package dev.bourse.simulator.workload;

/**
 * What an attempt does when it is left to itself.
 *
 * @param millis how long it runs; {@link #FOREVER} until it is told to end
 * @param exitCode with which it ends
 */
public record Run(long millis, int exitCode) {

  /** It does not end by itself. */
  public static final long FOREVER = Long.MAX_VALUE / 4;
}

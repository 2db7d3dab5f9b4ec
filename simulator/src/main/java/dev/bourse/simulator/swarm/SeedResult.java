package dev.bourse.simulator.swarm;

import dev.bourse.simulator.world.Coverage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one seed.
 *
 * @param plan what it stood for
 * @param steps how many steps the master committed
 * @param digest of the whole history
 * @param coverage what it came across
 * @param problem what went wrong; null when nothing did
 * @param story the last lines before it went wrong; empty when it did not
 */
public record SeedResult(
    Plan plan,
    int steps,
    String digest,
    Coverage coverage,
    @Nullable Throwable problem,
    List<String> story) {

  /** Whether all that must hold has held. */
  public boolean isGood() {
    return problem == null;
  }
}

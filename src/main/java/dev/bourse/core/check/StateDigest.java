package dev.bourse.core.check;

import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.Row;

/** A digest of a whole state: equal states, wherever they come from, have equal digests. */
public final class StateDigest {

  private StateDigest() {}

  /** The digest of every row, in order of their keys. */
  public static long of(ClusterState state) {
    Digest digest = new Digest(0);
    for (Row row : state.rows()) {
      digest.add(row);
    }
    return digest.value();
  }
}

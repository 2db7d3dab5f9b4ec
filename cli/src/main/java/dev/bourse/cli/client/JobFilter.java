package dev.bourse.cli.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list.
 *
 * @param state only this one, or null
 * @param role only this one, or null
 * @param labels each {@code key=value}
 * @param limit how many at most
 */
public record JobFilter(
    @Nullable String state, @Nullable String role, List<String> labels, int limit) {

  /** The server's limit for one page. */
  private static final int PAGE = 1_000;

  /** Copies. */
  public JobFilter {
    labels = List.copyOf(labels);
  }

  Query query(@Nullable String after, int found) {
    Query query = new Query().with("state", state).with("role", role);
    for (String label : labels) {
      query.with("label", label);
    }
    return query.with("limit", Math.min(PAGE, limit - found)).with("after", after);
  }
}

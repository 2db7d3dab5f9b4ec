package dev.bourse.topics.view;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A framework as users see it. What it holds is the sum over its tasks that are not over.
 *
 * @param id its id
 * @param state where it stands
 * @param info what it says of itself
 * @param suppressedRoles in which it wants no offers for now
 * @param subscribedAt when it first subscribed, in epoch milliseconds
 * @param changedAt when its state changed last, in epoch milliseconds
 * @param removalAt when it is removed unless it returns, in epoch milliseconds; 0 when it is there
 *     or over
 * @param message why it is where it is, or null
 */
public record FrameworkView(
    FrameworkId id,
    FrameworkState state,
    FrameworkInfo info,
    List<String> suppressedRoles,
    long subscribedAt,
    long changedAt,
    long removalAt,
    @Nullable String message)
    implements View {

  /** Copies. */
  public FrameworkView {
    suppressedRoles = List.copyOf(suppressedRoles);
  }

  @Override
  public String key() {
    return id.value();
  }
}

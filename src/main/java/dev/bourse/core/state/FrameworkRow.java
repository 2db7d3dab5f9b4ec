package dev.bourse.core.state;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.view.FrameworkState;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A framework that has subscribed.
 *
 * @param id its id
 * @param session the one in which it subscribed last
 * @param info what it says of itself
 * @param state where it stands
 * @param suppressed the roles in which it wants no offers for now
 * @param subscribedAt when it first subscribed, in epoch milliseconds
 * @param changedAt when its state changed last, in epoch milliseconds
 * @param timerAt when its state will change by itself, in epoch milliseconds; 0 for never
 * @param message why it is where it is, or null
 */
public record FrameworkRow(
    FrameworkId id,
    String session,
    FrameworkInfo info,
    FrameworkState state,
    SortedSet<String> suppressed,
    long subscribedAt,
    long changedAt,
    long timerAt,
    @Nullable String message)
    implements Row {

  /** Copies. */
  public FrameworkRow {
    suppressed = Collections.unmodifiableSortedSet(new TreeSet<>(suppressed));
  }

  @Override
  public RowKey key() {
    return keyOf(id);
  }

  /** The key of a framework. */
  public static RowKey keyOf(FrameworkId id) {
    return new RowKey(Table.FRAMEWORKS, id.value());
  }

  /** Whether it has a session. */
  public boolean isConnected() {
    return state == FrameworkState.CONNECTED;
  }

  /** Whether it wants to be offered something in a role. */
  public boolean wantsOffersIn(String role) {
    return isConnected() && !suppressed.contains(role) && info.role(role) != null;
  }

  /** Who says something else of itself. */
  public FrameworkRow withInfo(FrameworkInfo newInfo) {
    return new FrameworkRow(
        id, session, newInfo, state, suppressed, subscribedAt, changedAt, timerAt, message);
  }

  /** Of whom other roles are suppressed. */
  public FrameworkRow withSuppressed(SortedSet<String> roles) {
    return new FrameworkRow(
        id, session, info, state, roles, subscribedAt, changedAt, timerAt, message);
  }

  /** In another state, until a time. */
  public FrameworkRow withState(
      FrameworkState newState, long now, long until, @Nullable String why) {
    return new FrameworkRow(id, session, info, newState, suppressed, subscribedAt, now, until, why);
  }
}

package dev.bourse.gateway.rest;

import dev.bourse.topics.framework.Window;
import dev.bourse.topics.resources.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * When an agent is to be taken out of service.
 *
 * @param start when it begins
 * @param duration how long it takes; absent when that is not known
 */
public record Maintenance(String start, @Nullable String duration) {

  static @Nullable Maintenance of(@Nullable Window window) {
    if (window == null) {
      return null;
    }
    Long millis = window.durationMillis();
    return new Maintenance(
        Times.show(window.startAt()),
        millis == null
            ? null
            : Quantity.formatDuration(Math.min(millis, Quantity.MAX_DURATION_MILLIS)));
  }
}

package dev.bourse.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as people say them: {@code 12s ago}, {@code 1m30s}. */
public final class Times {

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;
  private static final int SECONDS_WITH_TENTHS = 10;

  private final Clock clock;

  /** Ages count from this clock's now. */
  public Times(Clock clock) {
    this.clock = clock;
  }

  /** How long ago a time is; empty when the field is absent. */
  public String ago(JsonNode time) {
    Instant instant = parse(time);
    if (instant == null) {
      return "";
    }
    long seconds = Math.max(0, Duration.between(instant, clock.instant()).toSeconds());
    return largestUnit(seconds) + " ago";
  }

  /** How long something took, up to now if it has not ended; empty if it has not started. */
  public String between(JsonNode start, JsonNode end) {
    Instant from = parse(start);
    if (from == null) {
      return "";
    }
    Instant to = parse(end);
    return span(Duration.between(from, to == null ? clock.instant() : to));
  }

  static String span(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    long seconds = millis / 1_000;
    if (seconds < SECONDS_WITH_TENTHS) {
      return seconds + "." + millis % 1_000 / 100 + "s";
    }
    if (seconds < MINUTE) {
      return seconds + "s";
    }
    if (seconds < HOUR) {
      return seconds / MINUTE + "m" + seconds % MINUTE + "s";
    }
    return seconds < DAY
        ? seconds / HOUR + "h" + seconds % HOUR / MINUTE + "m"
        : seconds / DAY + "d" + seconds % DAY / HOUR + "h";
  }

  private static String largestUnit(long seconds) {
    if (seconds < MINUTE) {
      return seconds + "s";
    }
    if (seconds < HOUR) {
      return seconds / MINUTE + "m";
    }
    return seconds < DAY ? seconds / HOUR + "h" : seconds / DAY + "d";
  }

  private static @Nullable Instant parse(JsonNode time) {
    try {
      return time.isTextual() ? Instant.parse(time.textValue()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}

package dev.bourse.gateway.rest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Points in time as the API shows them: ISO 8601, UTC, always with milliseconds. */
final class Times {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  static String show(long epochMillis) {
    return FORMAT.format(Instant.ofEpochMilli(epochMillis));
  }

  /** Null for 0, which stands for never. */
  static @Nullable String showUnlessZero(long epochMillis) {
    return epochMillis == 0 ? null : show(epochMillis);
  }
}

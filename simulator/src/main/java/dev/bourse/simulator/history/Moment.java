package dev.bourse.simulator.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment of a history, as a user names it. */
public sealed interface Moment {

  /** What is allowed. */
  String ALLOWED =
      "a time like 2026-11-23T08:30:00Z, a step like 1234, or the position of an input like"
          + " submissions/0:55";

  /** After the last step of this time or before, in epoch milliseconds. */
  record Time(long millis) implements Moment {}

  /** After this step. */
  record Step(long sequence) implements Moment {}

  /** After the step that took in this input. */
  record InputTaken(String topic, int partition, long offset) implements Moment {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Moment parse(String text) {
    Matcher position = Pattern.compile("(?:([a-z]+)/)?(\\d{1,9}):(\\d{1,18})").matcher(text);
    if (position.matches()) {
      String topic = position.group(1) == null ? "submissions" : position.group(1);
      return new InputTaken(
          topic, Integer.parseInt(position.group(2)), Long.parseLong(position.group(3)));
    }
    if (text.matches("\\d{1,18}")) {
      return new Step(Long.parseLong(text));
    }
    try {
      return new Time(OffsetDateTime.parse(text).toInstant().toEpochMilli());
    } catch (DateTimeException e) {
      try {
        return new Time(Instant.parse(text).toEpochMilli());
      } catch (DateTimeException again) {
        throw new IllegalArgumentException("is '" + text + "', but must be " + ALLOWED, again);
      }
    }
  }

  /** Whether a step lies after it: the state at the moment is the one before that step. */
  default boolean isBefore(RecordedStep step) {
    return switch (this) {
      case Time time -> step.entry().time() > time.millis();
      case Step number -> step.entry().sequence() > number.sequence();
      case InputTaken input -> false;
    };
  }

  /** Whether nothing later is wanted once this step has been made. */
  default boolean isReached(RecordedStep step) {
    return switch (this) {
      case Time time -> false;
      case Step number -> step.entry().sequence() >= number.sequence();
      case InputTaken input ->
          input.topic().equals(step.entry().topic())
              && input.partition() == step.entry().partition()
              && input.offset() == step.entry().offset();
    };
  }
}

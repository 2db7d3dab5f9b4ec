package dev.bourse.topics.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.topics.task.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code retry}. */
final class RetryReader {

  private static final int MAX_ATTEMPTS = 1_000;

  private final Section job;

  RetryReader(Section job) {
    this.job = job;
  }

  RetryPolicy read() {
    Section retry = job.section("retry");
    if (retry == null) {
      return RetryPolicy.NONE;
    }
    int attempts = retry.integer("attempts", 0, 0, MAX_ATTEMPTS);
    Backoff backoff = backoff(retry);
    // Sorted and without repetitions, so that the same meaning is the same policy.
    SortedSet<Integer> exitCodes = new TreeSet<>();
    SortedSet<Reason> reasons = new TreeSet<>();
    List<Object> on = retry.list("on", 300, RetryReader::exitCodeOrReason, allowed());
    for (Object item : on == null ? List.of() : on) {
      if (item instanceof Reason reason) {
        reasons.add(reason);
      } else {
        exitCodes.add((Integer) item);
      }
    }
    retry.close(field -> null);
    return new RetryPolicy(attempts, backoff, List.copyOf(exitCodes), List.copyOf(reasons));
  }

  private static Backoff backoff(Section retry) {
    Section backoff = retry.section("backoff");
    if (backoff == null) {
      return Backoff.DEFAULT;
    }
    Backoff fallback = Backoff.DEFAULT;
    long initial = JobDocuments.duration(backoff, "initial", fallback.initialMillis());
    long factor =
        backoff.quantity("factor", fallback.factorThousandths(), Unit.NUMBER, 1_000, 100_000);
    long max = JobDocuments.duration(backoff, "max", Math.max(initial, fallback.maxMillis()));
    long jitter = backoff.quantity("jitter", fallback.jitterThousandths(), Unit.NUMBER, 0, 1_000);
    if (max < initial) {
      backoff.error(
          "max",
          "is %s, but must not be less than initial, %s"
              .formatted(Unit.DURATION.show(max), Unit.DURATION.show(initial)));
    }
    backoff.close(field -> null);
    return new Backoff(initial, factor, max, jitter);
  }

  private static @Nullable Object exitCodeOrReason(JsonNode node) {
    if (node.isInt() && node.intValue() >= 1 && node.intValue() <= 255) {
      return node.intValue();
    }
    return Arrays.stream(Reason.values())
        .filter(reason -> node.isTextual() && reason.name().equals(node.textValue()))
        .findFirst()
        .orElse(null);
  }

  private static String allowed() {
    return "an exit code from 1 to 255 or one of "
        + String.join(", ", Arrays.stream(Reason.values()).map(Reason::name).toList());
  }
}

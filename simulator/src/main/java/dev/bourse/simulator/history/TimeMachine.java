package dev.bourse.simulator.history;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes to a moment of a history: from the nearest snapshot, if there is one, else from nothing. */
public final class TimeMachine {

  private final RecordSource source;
  private final @Nullable Snapshots snapshots;

  /**
   * For this history.
   *
   * @param snapshots where to look for one to start from; null for nowhere
   */
  public TimeMachine(RecordSource source, @Nullable Snapshots snapshots) {
    this.source = source;
    this.snapshots = snapshots;
  }

  /**
   * The state at a moment.
   *
   * @throws HistoryException when the history has a hole, does not reach the moment, or comes to
   *     something else than was recorded
   */
  public Verifier goTo(Moment moment) {
    return goTo(moment, verifier -> {});
  }

  /**
   * The state at a moment.
   *
   * @param each is shown every step on the way
   * @throws HistoryException when the history has a hole, does not reach the moment, or comes to
   *     something else than was recorded
   */
  public Verifier goTo(Moment moment, Consumer<Verifier> each) {
    Snapshot start = start(moment);
    Verifier verifier = new Verifier(start);
    try (Steps steps =
        new ReadAhead(new History(source, start == null ? null : start.bookmark()))) {
      RecordedStep step = start != null && isAt(start, moment) ? null : steps.next();
      while (step != null && !moment.isBefore(step)) {
        Verifier.Difference difference = verifier.take(step);
        if (difference != null) {
          throw new HistoryException(
              "step "
                  + step.entry().sequence()
                  + " comes to something else than was recorded; see bourse replay --verify");
        }
        each.accept(verifier);
        if (moment.isReached(step)) {
          return verifier;
        }
        step = steps.next();
      }
    }
    checkReached(moment, verifier);
    return verifier;
  }

  private @Nullable Snapshot start(Moment moment) {
    if (snapshots == null) {
      return null;
    }
    return switch (moment) {
      case Moment.Time time -> snapshots.before(time.millis());
      case Moment.Step step -> snapshots.newest(step.sequence());
      case Moment.InputTaken input -> null;
    };
  }

  private static boolean isAt(Snapshot start, Moment moment) {
    return moment instanceof Moment.Step step && step.sequence() == start.bookmark().sequence();
  }

  private void checkReached(Moment moment, Verifier verifier) {
    long last = verifier.state().cell().steps();
    switch (moment) {
      case Moment.Step step when step.sequence() > last ->
          throw new HistoryException(
              "step " + step.sequence() + " is not there; the last one is " + last);
      case Moment.InputTaken input ->
          throw new HistoryException(
              "no step has taken in %s %d:%d"
                  .formatted(input.topic(), input.partition(), input.offset()));
      default -> {}
    }
  }
}

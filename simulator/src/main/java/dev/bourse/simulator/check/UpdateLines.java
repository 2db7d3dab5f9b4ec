package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FrameworkConnected;
import dev.bourse.core.event.FrameworkDisconnected;
import dev.bourse.core.event.FrameworkForgotten;
import dev.bourse.core.event.FrameworkRemoved;
import dev.bourse.core.event.UpdateAcknowledged;
import dev.bourse.core.event.UpdateQueued;
import dev.bourse.core.event.UpdateResent;
import dev.bourse.topics.command.AcknowledgeUpdate;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.command.Tick;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.scheduler.SchedulerEvent;
import dev.bourse.topics.scheduler.TaskUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a framework hears of its tasks, written down a second time: of each task one update after
 * the other, the next when the one before is acknowledged; one that is not is said again after a
 * wait that doubles, and at once in a new session. Nothing else is said, and nothing after it is
 * acknowledged.
 */
final class UpdateLines {

  /** More than so many do not wait; then the oldest but the first goes. */
  private static final int MOST = 16;

  private static final class Line {
    private final List<TaskUpdate> waiting = new ArrayList<>();
    private long dueAt;
    private long waitMillis;

    private void sent(long now, long millis) {
      dueAt = now + millis;
      waitMillis = millis;
    }
  }

  private final Map<TaskId, Line> lines = new TreeMap<>();
  private final TreeSet<FrameworkId> connected = new TreeSet<>();
  private SchedulingSettings settings = SchedulingSettings.DEFAULT;

  void take(Envelope envelope, Outcome outcome, SchedulingSettings now) {
    settings = now;
    List<TaskUpdate> expected = new ArrayList<>();
    for (Event event : outcome.events()) {
      take(event, envelope.command(), outcome.time(), expected);
    }
    if (envelope.command() instanceof AcknowledgeUpdate call && outcome.rejection() == null) {
      checkTaken(call);
    }
    List<TaskUpdate> told = new ArrayList<>();
    for (SchedulerEvent notice : outcome.notices()) {
      if (notice instanceof TaskUpdate update && update.update() != null) {
        told.add(update);
      }
    }
    expect(told.equals(expected), "frameworks hear", told, "and not", expected);
    if (envelope.command() instanceof Tick tick) {
      checkNoneIsLate(tick, outcome);
    }
  }

  private void take(Event event, Command cause, long now, List<TaskUpdate> expected) {
    switch (event) {
      case FrameworkConnected e -> {
        connected.add(e.framework());
        // The old session hears nothing more: all is to be said again.
        ofFramework(e.framework()).forEach(line -> line.dueAt = now);
      }
      case FrameworkDisconnected e -> connected.remove(e.framework());
      case FrameworkRemoved e -> forget(e.framework());
      case FrameworkForgotten e -> forget(e.framework());
      case UpdateQueued e -> queued(e, now, expected);
      case UpdateAcknowledged e -> acknowledged(e, cause, now, expected);
      case UpdateResent e -> resent(e, cause, now, expected);
      default -> {}
    }
  }

  private List<Line> ofFramework(FrameworkId framework) {
    List<Line> found = new ArrayList<>();
    lines.forEach(
        (task, line) -> {
          if (framework.equals(task.framework())) {
            found.add(line);
          }
        });
    return found;
  }

  private void forget(FrameworkId framework) {
    connected.remove(framework);
    lines.keySet().removeIf(task -> framework.equals(task.framework()));
  }

  private boolean isThere(TaskId task) {
    FrameworkId framework = task.framework();
    return framework != null && connected.contains(framework);
  }

  private void queued(UpdateQueued e, long now, List<TaskUpdate> expected) {
    Line line = lines.computeIfAbsent(e.task(), task -> new Line());
    for (TaskUpdate earlier : line.waiting) {
      expect(!Objects.equals(earlier.update(), e.update().update()), e, "is called as", earlier);
    }
    if (line.waiting.size() == MOST) {
      line.waiting.remove(1);
    }
    line.waiting.add(e.update());
    if (line.waiting.size() == 1) {
      line.sent(now, settings.resendMillis());
      if (isThere(e.task())) {
        expected.add(e.update());
      }
    }
  }

  private void acknowledged(
      UpdateAcknowledged e, Command cause, long now, List<TaskUpdate> expected) {
    @Nullable Line line = lines.get(e.task());
    expect(
        line != null
            && cause instanceof AcknowledgeUpdate call
            && isOf(e.task(), call)
            && call.update().equals(line.waiting.getFirst().update()),
        "nobody has acknowledged it:",
        e,
        cause);
    if (line != null) {
      line.waiting.removeFirst();
      if (line.waiting.isEmpty()) {
        lines.remove(e.task());
      } else {
        line.sent(now, settings.resendMillis());
        expected.add(line.waiting.getFirst());
      }
    }
  }

  private static boolean isOf(TaskId task, AcknowledgeUpdate call) {
    return call.framework().equals(task.framework()) && call.task().equals(task.name());
  }

  /** What was acknowledged is not on its way any more. */
  private void checkTaken(AcknowledgeUpdate call) {
    lines.forEach(
        (task, line) ->
            expect(
                !isOf(task, call) || !call.update().equals(line.waiting.getFirst().update()),
                call,
                "is not taken off the line of",
                task));
  }

  private void resent(UpdateResent e, Command cause, long now, List<TaskUpdate> expected) {
    @Nullable Line line = lines.get(e.task());
    expect(line != null && now >= line.dueAt, e, "and nothing is due at", now);
    expect(e.sent() == isThere(e.task()), e, "and its framework is there:", !e.sent());
    if (line == null) {
      return;
    }
    long wait =
        cause instanceof SubscribeFramework
            ? settings.resendMillis()
            : e.sent()
                ? Math.min(settings.maxResendMillis(), 2 * line.waitMillis)
                : settings.maxResendMillis();
    expect(e.resendAt() == now + wait, e, "and is to wait for", wait);
    line.sent(now, wait);
    if (e.sent()) {
      expected.add(line.waiting.getFirst());
    }
  }

  private void checkNoneIsLate(Tick tick, Outcome outcome) {
    if (Bounds.hasRunAll(tick, outcome)) {
      lines.forEach(
          (task, line) ->
              expect(
                  line.dueAt > outcome.time(),
                  line.waiting.getFirst(),
                  "is not said again, and due since",
                  line.dueAt));
    }
  }

  private static void expect(boolean holds, Object... otherwise) {
    if (!holds) {
      throw new Violation(
          Stream.of(otherwise).map(String::valueOf).collect(Collectors.joining(" ")));
    }
  }
}

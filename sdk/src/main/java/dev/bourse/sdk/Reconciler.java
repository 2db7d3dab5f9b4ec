package dev.bourse.sdk;

import dev.bourse.topics.command.ReconcileTasks;
import dev.bourse.topics.framework.TaskRef;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks for tasks until each has been told of: the algorithm that Mesos gives its frameworks. Pauses
 * double, and each is shorter by up to a fifth, differently for each framework, so that not all ask
 * at once after the master has changed.
 */
final class Reconciler {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int MAX_IN_CALL = 1_000;

  /** Tasks that were asked for together. */
  private static final class Round {

    private final SortedMap<String, TaskRef> open = new TreeMap<>();
    private final Runnable onDone;

    private Round(Collection<TaskRef> tasks, Runnable onDone) {
      tasks.forEach(task -> open.put(task.task(), task));
      this.onDone = onDone;
    }
  }

  private final Subscriptions subscriptions;
  private final TaskPlaces places;
  private final SchedulerHost host;
  private final SplittableRandom jitter;
  private final Deque<Round> rounds = new ArrayDeque<>();
  private @Nullable Round present;

  Reconciler(Subscriptions subscriptions, TaskPlaces places, SchedulerHost host) {
    this.subscriptions = subscriptions;
    this.places = places;
    this.host = host;
    this.jitter = new SplittableRandom(subscriptions.framework().value().hashCode());
  }

  void begin(Collection<TaskRef> tasks, Runnable onDone) {
    rounds.add(new Round(tasks, onDone));
    if (present == null) {
      next();
    }
  }

  private void next() {
    while (present == null && !rounds.isEmpty()) {
      Round round = rounds.remove();
      if (round.open.isEmpty()) {
        round.onDone.run();
      } else {
        present = round;
        ask(round, FIRST_PAUSE);
      }
    }
  }

  private void ask(Round round, Duration pause) {
    if (round != present || subscriptions.isDeaf()) {
      return;
    }
    for (Subscription subscription : subscriptions.all()) {
      if (subscription.isSubscribed()) {
        ask(subscription, round);
      }
    }
    Duration doubled = pause.multipliedBy(2);
    Duration next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    long earlier = jitter.nextLong(pause.toMillis() / 5 + 1);
    host.after(pause.minusMillis(earlier), () -> ask(round, next));
  }

  private void ask(Subscription subscription, Round round) {
    List<TaskRef> asked = new ArrayList<>();
    for (TaskRef task : round.open.values()) {
      if (places.of(task.task()).contains(subscription.cell())) {
        asked.add(task);
      }
    }
    for (int from = 0; from < asked.size(); from += MAX_IN_CALL) {
      List<TaskRef> part = asked.subList(from, Math.min(asked.size(), from + MAX_IN_CALL));
      subscription.call(session -> new ReconcileTasks(subscriptions.framework(), session, part));
    }
  }

  /** The framework has been told where a task stands. */
  void told(String task) {
    Round round = present;
    if (round != null && round.open.remove(task) != null && round.open.isEmpty()) {
      present = null;
      round.onDone.run();
      next();
    }
  }
}

package dev.bourse.gateway.rest;

import dev.bourse.gateway.view.JobTable;
import dev.bourse.gateway.view.Registration;
import dev.bourse.gateway.view.Row;
import dev.bourse.gateway.view.TaskTable;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.TaskView;
import dev.bourse.topics.view.View;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends the present state of a job and of its task, and then every change until the job is over.
 */
final class JobEvents {

  /** A client that is so many changes behind is given up; it may ask again. */
  private static final int MAX_BEHIND = 1_000;

  private static final long KEEP_ALIVE_MILLIS = 15_000;

  /** A client that went away is noticed after this. */
  private static final long POLL_MILLIS = 500;

  /** The tables are read independently: the task's end may arrive after the job's. */
  private static final long STRAGGLER_MILLIS = 1_000;

  private final JobTable jobs;
  private final TaskTable tasks;
  private final EventStream events;
  private final BlockingQueue<Row<? extends View>> changes = new LinkedBlockingQueue<>(MAX_BEHIND);
  private final Map<String, Long> sent = new HashMap<>();
  private volatile boolean overflown;
  private @Nullable JobView job;
  private @Nullable TaskView task;

  JobEvents(JobTable jobs, TaskTable tasks, EventStream events) {
    this.jobs = jobs;
    this.tasks = tasks;
    this.events = events;
  }

  void run(JobId id, @Nullable TaskId taskId) throws IOException, InterruptedException {
    try (Registration _ = jobs.listen(id, this::offer);
        Registration _ = tasks.listen(id, this::offer)) {
      sendIfNew(jobs.row(id));
      sendIfNew(taskId == null ? null : tasks.row(taskId));
      follow();
    }
  }

  private void offer(Row<? extends View> row) {
    overflown |= !changes.offer(row);
  }

  private void follow() throws IOException, InterruptedException {
    long lastSent = System.currentTimeMillis();
    long overSince = Long.MAX_VALUE;
    while (!events.isClosed() && !overflown) {
      JobView now = job;
      if (now != null && now.state().isTerminal()) {
        overSince = Math.min(overSince, System.currentTimeMillis());
        if (isTaskOver(now) || System.currentTimeMillis() - overSince > STRAGGLER_MILLIS) {
          events.send("done", new LogEvents.Done(now.state().name()));
          return;
        }
      }
      if (sendIfNew(changes.poll(POLL_MILLIS, TimeUnit.MILLISECONDS))) {
        lastSent = System.currentTimeMillis();
      } else if (System.currentTimeMillis() - lastSent >= KEEP_ALIVE_MILLIS) {
        events.keepAlive();
        lastSent = System.currentTimeMillis();
      }
    }
  }

  private boolean isTaskOver(JobView over) {
    return over.attempts() == 0
        || (task != null && task.attempt() >= over.attempts() && task.state().isTerminal());
  }

  /** What the present state included may come once more as a change. */
  private boolean sendIfNew(@Nullable Row<? extends View> row) throws IOException {
    if (row == null || row.offset() <= sent.getOrDefault(keyOf(row.view()), -1L)) {
      return false;
    }
    sent.put(keyOf(row.view()), row.offset());
    switch (row.view()) {
      case JobView view -> {
        job = view;
        events.send("job", Job.of(view));
      }
      case TaskView view -> {
        task = view;
        events.send("task", Task.of(view));
      }
      default -> throw new IllegalStateException("no event for " + row.view());
    }
    return true;
  }

  private static String keyOf(View view) {
    return view.getClass().getSimpleName() + "/" + view.key();
  }
}

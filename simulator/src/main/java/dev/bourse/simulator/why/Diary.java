package dev.bourse.simulator.why;

import dev.bourse.core.Outcome;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.JobCancelRequested;
import dev.bourse.core.event.JobEnded;
import dev.bourse.core.event.JobExpired;
import dev.bourse.core.event.JobRejected;
import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.event.JobResubmitted;
import dev.bourse.core.event.JobRetryDue;
import dev.bourse.core.event.JobSubmitted;
import dev.bourse.core.event.TaskEnded;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.simulator.view.Shares;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.view.AgentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to one job, step by step, each with its reason. */
public final class Diary {

  /**
   * One thing that happened.
   *
   * @param step in which step
   * @param at in epoch milliseconds
   * @param event the name of the event
   * @param text what it means, in words
   */
  public record Entry(long step, long at, String event, String text) {}

  private final JobId job;
  private final TaskId task;
  private final List<Entry> entries = new ArrayList<>();

  /** Of this job. */
  public Diary(JobId job) {
    this.job = job;
    this.task = TaskId.of(job, 0);
  }

  /**
   * Takes in a step.
   *
   * @param state after it
   */
  public void take(Outcome outcome, ClusterState state) {
    for (Event event : outcome.events()) {
      String text = text(event, state);
      if (text != null) {
        entries.add(
            new Entry(outcome.sequence(), outcome.time(), event.getClass().getSimpleName(), text));
      }
    }
  }

  /** Everything, oldest first. */
  public List<Entry> entries() {
    return entries;
  }

  private @Nullable String text(Event event, ClusterState state) {
    return switch (event) {
      case JobSubmitted e when e.job().equals(job) ->
          "submitted: role %s, priority %d, asks for %s"
              .formatted(e.spec().role(), e.spec().priority(), e.spec().resources());
      case JobResubmitted e when e.job().equals(job) -> "submitted again, which changes nothing";
      case JobRejected e when e.job().equals(job) -> "refused: " + e.errors();
      case JobCancelRequested e when e.job().equals(job) ->
          "its end was asked for" + (e.message() == null ? "" : ": " + e.message());
      case TaskLaunched e when e.job().equals(job) -> placed(e, state);
      case TaskStatusChanged e when e.task().equals(task) ->
          e.state() + because(e.reason(), e.message());
      case TaskKillRequested e when e.task().equals(task) -> "told to end: " + e.reason();
      case TaskEnded e when e.task().equals(task) ->
          "attempt %s%s".formatted(e.state(), because(e.reason(), e.message()));
      case JobRequeued e when e.job().equals(job) -> again(e);
      case JobRetryDue e when e.job().equals(job) -> "waits for resources again";
      case JobEnded e when e.job().equals(job) ->
          "ended " + e.state() + because(e.reason(), e.message());
      case JobExpired e when e.job().equals(job) -> "forgotten, as its ttl said";
      default -> null;
    };
  }

  private static String placed(TaskLaunched e, ClusterState state) {
    int there = 0;
    int room = 1;
    for (AgentRow agent : state.agents()) {
      if (agent.state() == AgentState.REGISTERED) {
        there++;
        boolean other = !agent.id().equals(e.agent());
        room += other && state.free(agent.id()).contains(e.resources()) ? 1 : 0;
      }
    }
    return ("attempt %d placed on %s: one of %d with room, of %d agents; its role %s holds %s of the"
            + " cluster with it; epoch %d")
        .formatted(
            e.attempt(),
            e.agent(),
            room,
            there,
            e.role(),
            Shares.percent(state.shares().held(e.role()), state.total()),
            e.epoch());
  }

  private static String again(JobRequeued e) {
    return "will be tried again from %s on: %s%s"
        .formatted(
            Instant.ofEpochMilli(e.retryAt()),
            e.counts() ? "this counts as one of its retries" : "it was not its fault",
            because(e.reason(), e.message()));
  }

  private static String because(@Nullable Object reason, @Nullable String message) {
    if (reason == null && message == null) {
      return "";
    }
    return " ("
        + (reason == null ? "" : reason)
        + (reason != null && message != null ? ": " : "")
        + (message == null ? "" : message)
        + ")";
  }
}

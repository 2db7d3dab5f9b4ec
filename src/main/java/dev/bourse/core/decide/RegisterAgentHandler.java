package dev.bourse.core.decide;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.AgentBarred;
import dev.bourse.core.event.AgentRegistered;
import dev.bourse.core.event.RegistrationQuestioned;
import dev.bourse.core.event.StaleAttemptFound;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.frameworks.OfferEnds;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.TaskReport;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskSource;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes an agent in and reconciles what both sides believe about its tasks:
 *
 * <ul>
 *   <li>what an earlier run or a replaced incarnation of the agent said arrives too late: it is
 *       refused;
 *   <li>another incarnation that has not heard of the present registration may be one that is long
 *       gone: it is asked, and believed when it answers;
 *   <li>another incarnation: nothing that ran before is known there; all of it is lost;
 *   <li>a task of ours that the agent should have heard of ({@code epoch ≤ lastEpoch}) but does not
 *       report: its launch was not delivered;
 *   <li>a task of ours above {@code lastEpoch}: its launch is on its way; if it was unreachable it
 *       is not any more;
 *   <li>a task that both know: if it was unreachable it is not any more; if it was told to end and
 *       goes on, it is told again;
 *   <li>a task that only the agent knows: it does not count, and is ended.
 * </ul>
 */
final class RegisterAgentHandler implements CommandHandler<RegisterAgent> {

  private final Attempts attempts;

  RegisterAgentHandler(Attempts attempts) {
    this.attempts = attempts;
  }

  @Override
  public @Nullable Rejection handle(RegisterAgent command, Context context) {
    AgentRow before = context.state().agent(command.agent());
    if (before != null && before.isBarred()) {
      String why =
          before.care().down()
              ? "it is out of service"
              : "it was said to be gone for ever, or has been emptied for good";
      context.emit(new AgentBarred(command.agent(), why));
      return notLetIn(command.agent(), why);
    }
    boolean sameState = before != null && before.incarnation().equals(command.incarnation());
    if (before != null && before.hasSeenTheLastOf(command.incarnation(), command.run())) {
      return new Rejection(
          "run: is "
              + command.run()
              + " of incarnation '"
              + command.incarnation()
              + "', but agent '"
              + command.agent()
              + "' is in run "
              + before.run()
              + " of '"
              + before.incarnation()
              + "'");
    }
    if (before != null
        && !sameState
        && !Long.valueOf(before.registration()).equals(command.answers())) {
      context.emit(new RegistrationQuestioned(command.agent(), before.registration()));
      return null;
    }
    Resources layout = Layouts.of(command.resources(), before);
    if (layout == null || (sameState && !layout.contains(held(command.agent(), context)))) {
      return tooLittle(command, layout == null ? reserved(before) : held(command.agent(), context));
    }
    OfferEnds.rescindOn(command.agent(), "the agent has registered anew", context);
    if (!sameState) {
      loseAll(command, context);
      AgentRow emptied = context.state().agent(command.agent());
      if (emptied != null && emptied.isBarred()) {
        return notLetIn(command.agent(), "it has been emptied for good");
      }
    }
    long registration = context.state().cell().registrations() + 1;
    context.emit(
        new AgentRegistered(
            registration,
            command,
            layout.equals(command.resources()) ? null : layout,
            context.now()));
    reconcile(command, context);
    return null;
  }

  private static Rejection notLetIn(AgentId agent, String why) {
    return new Rejection("agent: '" + agent + "' is not let in: " + why);
  }

  private static Rejection tooLittle(RegisterAgent command, Resources needed) {
    return new Rejection(
        "resources: are '"
            + command.resources()
            + "', but what is in use or reserved on agent '"
            + command.agent()
            + "' is '"
            + needed
            + "'; offer at least that until it is free");
  }

  private static Resources reserved(@Nullable AgentRow before) {
    return before == null ? Resources.EMPTY : before.offered().reserved();
  }

  private static Resources held(AgentId agent, Context context) {
    Resources held = Resources.EMPTY;
    for (TaskRow task : context.state().tasksOf(agent)) {
      held = held.plus(task.resources());
    }
    return held;
  }

  private void loseAll(RegisterAgent command, Context context) {
    for (TaskRow task : new ArrayList<>(context.state().tasksOf(command.agent()))) {
      attempts.lose(
          task, Reason.AGENT_RESTARTED, "the agent came back with an empty state folder", context);
    }
  }

  private void reconcile(RegisterAgent command, Context context) {
    TreeMap<Long, TaskReport> reports = new TreeMap<>();
    for (TaskReport report : command.tasks()) {
      reports.put(report.epoch(), report);
    }
    for (TaskRow before : new ArrayList<>(context.state().tasksOf(command.agent()))) {
      // One of its group may just have been lost, so that it is to end.
      TaskRow task = Objects.requireNonNull(context.state().task(before.id()));
      TaskReport report = reports.remove(task.epoch());
      if (report != null) {
        comeBack(task, report.state(), context);
        killAgain(task, report.state(), context);
      } else if (task.epoch() <= command.lastEpoch()) {
        attempts.lose(
            task,
            notDelivered(task),
            Reason.LAUNCH_NOT_DELIVERED,
            "the agent does not know of it",
            context);
      } else {
        comeBack(task, TaskState.STAGING, context);
      }
    }
    for (TaskReport stale : reports.values()) {
      context.emit(
          new StaleAttemptFound(command.agent(), stale.task(), stale.attempt(), stale.epoch()));
    }
  }

  /** A framework's task that was never heard of has not been started; else it is over. */
  private static TaskState notDelivered(TaskRow task) {
    if (task.framework() == null) {
      return TaskState.LOST;
    }
    return task.status().startedAt() == 0 ? TaskState.DROPPED : TaskState.GONE;
  }

  /** An agent that could not write down that it was told to end a task may have forgotten it. */
  private static void killAgain(TaskRow task, TaskState reported, Context context) {
    Reason reason = task.killReason();
    if (reason != null && reported == TaskState.RUNNING) {
      context.emit(new TaskKillRequested(task.id(), reason, null, null));
    }
  }

  private void comeBack(TaskRow task, TaskState reported, Context context) {
    if (task.state() != TaskState.UNREACHABLE) {
      return;
    }
    boolean runs = reported != TaskState.STAGING && reported != TaskState.KILLING;
    TaskState now = runs ? TaskState.RUNNING : reported;
    attempts.change(
        new TaskStatusChanged(
            task.id(),
            now,
            task.status().sequence(),
            task.framework() == null ? null : Reason.AGENT_REREGISTERED,
            null,
            task.status().startedAt(),
            task.status().timeoutAt()),
        TaskSource.MASTER,
        context);
  }
}

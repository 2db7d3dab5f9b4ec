package dev.bourse.simulator.swarm;

import dev.bourse.core.apply.Changes;
import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.decide.Decisions;
import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.BucketDrawn;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FilterSet;
import dev.bourse.core.event.JobCancelRequested;
import dev.bourse.core.event.JobEnded;
import dev.bourse.core.event.JobRequeued;
import dev.bourse.core.event.JobSubmitted;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.OfferExpired;
import dev.bourse.core.event.OfferRescinded;
import dev.bourse.core.event.OffersSuppressed;
import dev.bourse.core.event.StaleAttemptFound;
import dev.bourse.core.event.StatusAcknowledged;
import dev.bourse.core.event.TaskArchived;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.event.TaskStatusChanged;
import dev.bourse.core.event.UpdateAcknowledged;
import dev.bourse.core.event.UpdateQueued;
import dev.bourse.core.event.UpdateResent;
import dev.bourse.core.event.UpdateSent;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.BucketRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.core.state.TimerRow;
import dev.bourse.core.state.mutable.MutableClusterState;
import dev.bourse.simulator.master.Rules;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.Allocate;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeclineOffers;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.Upkeep;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What may be wrong in a core. Each goes wrong rarely, and depends on nothing but the state: so it
 * is wrong in the same way in leader, standby and replay, and comparing these does not show it.
 */
enum Defect {
  /** What one attempt held is never free again. */
  RELEASE_SKIPPED(changes(Defect::skipRelease)),
  /** An answered offer keeps what it held. */
  OFFER_KEPT(changes((event, state) -> !(event instanceof OfferAccepted && rarely(state)))),
  /** The same report counts twice. */
  STATUS_ACCEPTED_TWICE(decisions(Defect::acceptTwice)),
  /** A back-off never ends. */
  RETRY_LOST(losing(TimerRow.Kind.RETRY_JOB)),
  /** An attempt may run for ever. */
  TIMEOUT_LOST(losing(TimerRow.Kind.TIME_OUT_TASK)),
  /** A finished job is never forgotten. */
  EXPIRY_LOST(losing(TimerRow.Kind.EXPIRE_JOB)),
  /** An agent that stays away is waited for without end. */
  REMOVAL_LOST(losing(TimerRow.Kind.REMOVE_AGENT)),
  /** A removed agent is remembered for ever. */
  FORGETTING_LOST(losing(TimerRow.Kind.FORGET_AGENT)),
  /** A user's request to end a job is not noted. */
  CANCEL_FORGOTTEN(
      changes((event, state) -> !(event instanceof JobCancelRequested && rarely(state)))),
  /** An agent is not told to end an attempt. */
  KILL_NOT_SENT(dropping(TaskKillRequested.class)),
  /** An agent is not told to end what does not count any more. */
  STALE_ATTEMPT_LEFT(dropping(StaleAttemptFound.class)),
  /** An agent says the same for ever. */
  REPORT_NOT_ACKNOWLEDGED(emitting(Defect::keepSilent)),
  /** Something would fit, and nobody tries. */
  ALLOCATION_SKIPPED(decisions(Defect::skipAllocation)),
  /** The place of an attempt is given away while the agent is only silent. */
  UNREACHABLE_GIVEN_UP(emitting(Defect::giveUpUnreachable)),
  /** The cluster's fault uses up one of the job's retries. */
  WRONG_BLAME(emitting(Defect::blame)),
  /** A retry does not wait. */
  RETRY_TOO_SOON(emitting(Defect::hurry)),
  /** A job that failed is said to have succeeded. */
  FAILURE_PRAISED(emitting(Defect::praise)),
  /** Two launches have one epoch. */
  EPOCH_REUSED(emitting(Defect::reuseEpoch)),
  /** A silent agent that has registered again is taken for silent. */
  OLD_SILENCE_BELIEVED(decisions(Defect::believeOldSilence)),
  /** A late goodbye sends away an agent that is back. */
  OLD_GOODBYE_BELIEVED(decisions(Defect::believeOldGoodbye)),
  /** An agent that lost its state folder is believed to run what it ran. */
  EMPTY_FOLDER_BELIEVED(decisions(Defect::believeEmptyFolder)),
  /** A later job of a role goes before an earlier one. */
  QUEUE_JUMPED(emitting(Defect::jumpQueue)),
  /** What was declined is offered again at once. */
  REFUSAL_FORGOTTEN(dropping(FilterSet.class)),
  /** A call of an older session counts. */
  OLD_SESSION_BELIEVED(decisions(Defect::believeOldSession)),
  /** A framework is over, and its tasks go on. */
  TEARDOWN_LEAVES_TASKS(
      emitting(
          (event, context) ->
              event instanceof TaskKillRequested kill && kill.reason() == Reason.FRAMEWORK_REMOVED
                  ? null
                  : event)),
  /** An agent that is deactivated keeps its offers. */
  DEACTIVATION_FORGETS_OFFERS(dropping(OfferRescinded.class)),
  /** An agent counts as empty while something runs there. */
  EMPTIED_TOO_SOON(emitting(Defect::emptyTooSoon)),
  /** An update that is not acknowledged is never said again. */
  UPDATE_LOST(
      emitting(
          (event, context) ->
              event instanceof UpdateResent && rarely(context.state().cell().steps())
                  ? null
                  : event)),
  /** An update is said once more, though its framework has acknowledged it. */
  ACKNOWLEDGEMENT_IGNORED(dropping(UpdateAcknowledged.class)),
  /** A framework does not hear how one of its tasks ended. */
  END_NOT_TOLD(
      emitting(
          (event, context) ->
              event instanceof UpdateQueued news
                      && news.update().state().isTerminal()
                      && rarely(context.state().cell().steps())
                  ? null
                  : event)),
  /** A framework is offered something in a role that it has suppressed. */
  SUPPRESSION_IGNORED(dropping(OffersSuppressed.class)),
  /** An offer that nobody answers is not taken back. */
  OFFER_TIMEOUT_IGNORED(dropping(OfferExpired.class)),
  /** What is stopped for others may not be. */
  VICTIM_NOT_PREEMPTIBLE(emitting(FrameworkDefects::stopAnother)),
  /** More are stopped for others than may be in a minute. */
  PREEMPTIONS_NOT_RATIONED(
      emitting(
          (event, context) ->
              event instanceof BucketDrawn draw && draw.name().equals(BucketRow.PREEMPTIONS)
                  ? null
                  : event)),
  /** What declines one part of an agent calls off that another part was declined. */
  LAST_REFUSAL_COUNTS(emitting(FrameworkDefects::forgetEarlier)),
  /** A framework hears nothing of a task that it could not launch. */
  REFUSED_TASK_NOT_ANSWERED(
      emitting(
          (event, context) ->
              event instanceof UpdateSent said
                      && said.update().state() == TaskState.ERROR
                      && rarely(context.state().cell().steps())
                  ? null
                  : event)),
  /** What was only shown is used, whatever the quota leaves by now. */
  OPTIMISM_BELIEVED(decisions(FrameworkDefects::believeOptimism));

  private static final int ONE_IN = 97;

  private final Rules rules;

  Defect(Rules rules) {
    this.rules = rules;
  }

  Rules rules() {
    return rules;
  }

  private static boolean rarely(MutableClusterState state) {
    return rarely(state.cell().steps());
  }

  private static boolean rarely(long steps) {
    return steps % ONE_IN < 3;
  }

  /** Whether an event is to be applied. */
  private interface Filter {
    boolean lets(Event event, MutableClusterState state);
  }

  private static Rules changes(Filter filter) {
    Rules sound = Rules.ofTheCore();
    Changes changes =
        (event, state) -> {
          if (filter.lets(event, state)) {
            sound.changes().apply(event, state);
          }
        };
    return sound.with(changes);
  }

  private static Rules decisions(BiFunction<Command, Context, @Nullable Command> instead) {
    Rules sound = Rules.ofTheCore();
    Decisions decisions =
        (command, context) -> {
          @Nullable Command other = instead.apply(command, context);
          return other == null ? null : sound.decisions().handle(other, context);
        };
    return new Rules(decisions, sound.changes());
  }

  private static Rules emitting(BiFunction<Event, Context, @Nullable Event> instead) {
    Rules sound = Rules.ofTheCore();
    Decisions decisions =
        (command, context) -> {
          Context other =
              new Context(
                  context.state(),
                  context.now(),
                  context.position(),
                  event -> {
                    @Nullable Event altered = instead.apply(event, context);
                    if (altered != null) {
                      context.emit(altered);
                    }
                  });
          @Nullable Rejection rejection = sound.decisions().handle(command, other);
          return rejection;
        };
    return new Rules(decisions, sound.changes());
  }

  private static Rules dropping(Class<? extends Event> type) {
    return emitting(
        (event, context) ->
            type.isInstance(event) && rarely(context.state().cell().steps()) ? null : event);
  }

  private static @Nullable Event keepSilent(Event event, Context context) {
    return event instanceof StatusAcknowledged known && rarely(known.epoch()) ? null : event;
  }

  private static Rules losing(TimerRow.Kind kind) {
    Rules sound = Rules.ofTheCore();
    Changes changes =
        (event, state) -> {
          sound.changes().apply(event, state);
          if (rarely(state)) {
            state.timers().stream()
                .filter(timer -> timer.kind() == kind)
                .findFirst()
                .ifPresent(timer -> state.remove(timer.key()));
          }
        };
    return sound.with(changes);
  }

  private static boolean skipRelease(Event event, MutableClusterState state) {
    return !(event instanceof TaskArchived && rarely(state));
  }

  private static Command acceptTwice(Command command, Context context) {
    if (command instanceof ReportStatus report && !report.state().isTerminal()) {
      TaskRow task = context.state().task(report.task());
      if (task != null
          && task.epoch() == report.epoch()
          && task.status().sequence() == report.sequence()) {
        context.emit(
            new TaskStatusChanged(
                task.id(),
                report.state(),
                report.sequence(),
                report.reason(),
                report.message(),
                report.startedAt(),
                0));
      }
    }
    return command;
  }

  private static @Nullable Command skipAllocation(Command command, Context context) {
    if (command instanceof Allocate && rarely(context.state().cell().steps())) {
      context.emit(new AllocationCompleted(0));
      return null;
    }
    return command;
  }

  private static Event giveUpUnreachable(Event event, Context context) {
    return event instanceof TaskStatusChanged changed && changed.state() == TaskState.UNREACHABLE
        ? new TaskStatusChanged(
            changed.task(),
            TaskState.RUNNING,
            changed.sequence() + 1,
            null,
            null,
            changed.startedAt(),
            changed.timeoutAt())
        : event;
  }

  private static Event blame(Event event, Context context) {
    return event instanceof JobRequeued requeued && rarely(context.state().cell().steps())
        ? new JobRequeued(
            requeued.job(),
            requeued.retryAt(),
            !requeued.counts(),
            requeued.reason(),
            requeued.message())
        : event;
  }

  private static Event hurry(Event event, Context context) {
    return event instanceof JobRequeued requeued && rarely(context.state().cell().steps())
        ? new JobRequeued(
            requeued.job(),
            context.now() + 1,
            requeued.counts(),
            requeued.reason(),
            requeued.message())
        : event;
  }

  private static Event praise(Event event, Context context) {
    return event instanceof JobEnded ended && ended.state() == JobState.FAILED
        ? new JobEnded(ended.job(), JobState.SUCCEEDED, null, null, ended.at())
        : event;
  }

  private static Event reuseEpoch(Event event, Context context) {
    return event instanceof TaskLaunched launched
            && launched.epoch() > 1
            && rarely(context.state().cell().steps())
        ? new TaskLaunched(
            launched.task(),
            launched.job(),
            launched.attempt(),
            launched.epoch() - 1,
            launched.agent(),
            launched.role(),
            launched.resources(),
            launched.at())
        : event;
  }

  private static Command believeOldSilence(Command command, Context context) {
    if (command instanceof MarkAgentUnreachable silence) {
      AgentRow agent = context.state().agent(silence.agent());
      if (agent != null) {
        return new MarkAgentUnreachable(
            silence.agent(), agent.registration(), silence.silentMillis());
      }
    }
    return command;
  }

  private static Command believeOldGoodbye(Command command, Context context) {
    if (command instanceof DeregisterAgent goodbye) {
      AgentRow agent = context.state().agent(goodbye.agent());
      if (agent != null) {
        return new DeregisterAgent(
            goodbye.agent(), agent.incarnation(), agent.run(), goodbye.message());
      }
    }
    return command;
  }

  private static Command believeEmptyFolder(Command command, Context context) {
    if (command instanceof RegisterAgent arrival) {
      AgentRow agent = context.state().agent(arrival.agent());
      if (agent != null && !agent.incarnation().equals(arrival.incarnation())) {
        return new RegisterAgent(
            arrival.agent(),
            agent.incarnation(),
            agent.run(),
            arrival.hostname(),
            arrival.resources(),
            arrival.attributes(),
            arrival.isolation(),
            arrival.version(),
            arrival.lastEpoch(),
            arrival.answers(),
            arrival.tasks(),
            arrival.region(),
            arrival.zone());
      }
    }
    return command;
  }

  private static Command believeOldSession(Command command, Context context) {
    if (command instanceof DeclineOffers call) {
      FrameworkRow framework = context.state().framework(call.framework());
      if (framework != null && rarely(context.state().cell().steps())) {
        return new AcceptOffers(
            call.framework(), framework.session(), call.offers(), List.of(), null);
      }
    }
    return command;
  }

  private static Event emptyTooSoon(Event event, Context context) {
    return event instanceof UpkeepChanged changed
            && changed.upkeep().drain() == Upkeep.Drain.DRAINING
        ? new UpkeepChanged(changed.agent(), changed.upkeep().drained())
        : event;
  }

  private static Event jumpQueue(Event event, Context context) {
    return event instanceof JobSubmitted submitted && rarely(context.state().cell().steps())
        ? new JobSubmitted(
            submitted.job(),
            submitted.spec(),
            submitted.fingerprint(),
            submitted.position(),
            Math.max(1, submitted.order() - 10),
            submitted.at())
        : event;
  }
}

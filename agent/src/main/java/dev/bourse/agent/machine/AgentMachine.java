package dev.bourse.agent.machine;

import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.order.RequestRegistration;
import dev.bourse.topics.order.ShutdownAgent;
import dev.bourse.topics.task.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything an agent decides, as a pure function of events and time. Whoever runs it feeds it
 * {@link Event}s one after the other, carries out the {@link Action}s in order, and sends a {@link
 * Event.Tick} when {@link #nextDue} has come. Not thread-safe.
 *
 * <p>The promises:
 *
 * <ul>
 *   <li>A launch is carried out at most once, however often the order arrives: its epoch must be
 *       above all that were seen, and the checkpoint is on disk before the process starts.
 *   <li>The newest report of an attempt is sent until it is acknowledged, first after 10 s, then at
 *       doubled intervals up to 10 min. An attempt is forgotten only when its last report is
 *       acknowledged.
 *   <li>There is no queue: what is launched starts at once.
 * </ul>
 */
public final class AgentMachine {

  private final AgentProfile profile;
  private final Reports reports;
  private final Registration registration;
  private final SortedMap<AttemptKey, Attempt> attempts = new TreeMap<>();
  private long lastEpoch;
  private boolean stopping;

  /** Why the master does not want this agent any more; null while it does. */
  private @Nullable String unwanted;

  private boolean stopped;

  /** A machine that expects {@link Event.Recovered} first. */
  public AgentMachine(AgentProfile profile) {
    this.profile = profile;
    this.reports = new Reports(profile.agent());
    this.registration = new Registration(profile, this::registrationMessage);
  }

  /**
   * Decides.
   *
   * @param now in epoch milliseconds; should not go back
   */
  public List<Action> on(Event event, long now) {
    List<Action> actions = new ArrayList<>();
    Consumer<Action> out = actions::add;
    switch (event) {
      case Event.Recovered recovered -> recover(recovered, now, out);
      case Event.OrderReceived(Order order) -> obey(order, now, out);
      case Event.CheckpointWritten(LaunchTask launch) ->
          out.accept(new Action.StartProcess(launch));
      case Event.CheckpointFailed e ->
          with(e.key(), a -> a.dropped(Reason.CHECKPOINT_FAILED, e.message(), now, out));
      case Event.ProcessStarted(AttemptKey key) -> with(key, a -> a.started(now, out));
      case Event.StartFailed e ->
          with(e.key(), a -> a.startFailed(e.exitCode(), e.message(), now, out));
      case Event.ProcessEnded e -> with(e.key(), a -> a.ended(e.end(), out));
      case Event.OutputDrained(AttemptKey key) -> with(key, a -> a.drained(now, out));
      case Event.StopRequested(boolean killTasks) -> stop(killTasks, now, out);
      case Event.Tick() -> tick(now, out);
    }
    if (stopping && !stopped) {
      stopIfIdle(out);
    }
    return actions;
  }

  /**
   * When it wants a {@link Event.Tick}, in epoch milliseconds; {@link Long#MAX_VALUE} for never.
   */
  public long nextDue() {
    long due = registration.nextDue();
    for (Attempt attempt : attempts.values()) {
      due = Math.min(due, attempt.nextDue());
    }
    return due;
  }

  /** The highest epoch among the orders it has seen; 0 for none. */
  public long lastEpoch() {
    return lastEpoch;
  }

  /** Why the master does not want this agent any more; null while it does. */
  public @Nullable String unwanted() {
    return unwanted;
  }

  /** How often the agent has been started from its folder. */
  public long run() {
    return profile.run();
  }

  private void recover(Event.Recovered recovered, long now, Consumer<Action> out) {
    see(recovered.lastEpoch());
    for (RecoveredAttempt found : recovered.attempts()) {
      AttemptKey key = found.key();
      see(key.epoch());
      Attempt attempt = new Attempt(key, reports, found.startedAt(), found.graceMillis());
      attempts.put(key, attempt);
      attempt.recover(found, now, out);
    }
    registration.register(now, out);
  }

  private void obey(Order order, long now, Consumer<Action> out) {
    switch (order) {
      case LaunchTask launch -> launch(launch, now, out);
      case KillTask kill -> kill(kill, now, out);
      case AcknowledgeStatus acknowledgement -> acknowledge(acknowledgement, out);
      case ConfirmRegistration confirmation -> registration.confirm(confirmation, now, out);
      case RequestRegistration request -> registration.register(request, now, out);
      case ShutdownAgent shutdown -> shutDown(shutdown, now, out);
    }
  }

  private void launch(LaunchTask launch, long now, Consumer<Action> out) {
    if (stopping
        || launch.epoch() <= lastEpoch
        || !launch.incarnation().equals(profile.incarnation())) {
      return;
    }
    see(launch.epoch());
    AttemptKey key = AttemptKey.of(launch);
    attempts.put(key, new Attempt(key, reports, now, launch.killGraceMillis()));
    out.accept(new Action.WriteCheckpoint(launch, now));
  }

  private void kill(KillTask kill, long now, Consumer<Action> out) {
    if (!kill.incarnation().equals(profile.incarnation())) {
      return;
    }
    AttemptKey key = AttemptKey.of(kill);
    Attempt known = attempts.get(key);
    if (known != null) {
      known.kill(kill.graceMillis(), null, now, out);
      return;
    }
    if (stopping) {
      // Its launch may have been ignored a moment ago, and comes again after a restart; so does
      // this.
      return;
    }
    // Should its launch arrive after all, it comes too late.
    see(kill.epoch());
    Attempt unknown = new Attempt(key, reports, 0, kill.graceMillis());
    attempts.put(key, unknown);
    unknown.unknown(now, out);
  }

  private void acknowledge(AcknowledgeStatus acknowledgement, Consumer<Action> out) {
    AttemptKey key = AttemptKey.of(acknowledgement);
    Attempt attempt = attempts.get(key);
    if (attempt != null && attempt.acknowledged(acknowledgement.sequence())) {
      attempts.remove(key);
      out.accept(new Action.Forget(key));
    }
  }

  /** The order comes again at each registration, so the second of a run says nothing new. */
  private void shutDown(ShutdownAgent shutdown, long now, Consumer<Action> out) {
    if (unwanted == null) {
      unwanted = shutdown.message();
      stop(true, now, out);
    }
  }

  private void stop(boolean killTasks, long now, Consumer<Action> out) {
    if (stopped) {
      return;
    }
    stopping = true;
    if (killTasks) {
      for (Attempt attempt : attempts.values()) {
        attempt.kill(Reason.AGENT_REMOVED, now, out);
      }
    } else {
      leave(out);
    }
  }

  private void stopIfIdle(Consumer<Action> out) {
    if (!isLive()) {
      leave(out);
    }
  }

  private boolean isLive() {
    return attempts.values().stream().anyMatch(Attempt::isLive);
  }

  /**
   * A goodbye says that nothing is left of this agent, so it is only said when that is so. A master
   * that does not want the agent has given up what ran here, and waits for no report of it.
   */
  private void leave(Consumer<Action> out) {
    stopped = true;
    if (unwanted != null && !isLive()) {
      registration.deregister("the agent was shut down: " + unwanted, out);
    } else if (attempts.isEmpty()) {
      registration.deregister("the agent was stopped", out);
    }
    registration.end();
    out.accept(new Action.Stopped());
  }

  private void tick(long now, Consumer<Action> out) {
    registration.tick(now, out);
    for (Attempt attempt : attempts.values()) {
      attempt.tick(now, out);
    }
  }

  private void see(long epoch) {
    lastEpoch = Math.max(lastEpoch, epoch);
  }

  private void with(AttemptKey key, Consumer<Attempt> then) {
    @Nullable Attempt attempt = attempts.get(key);
    if (attempt != null) {
      then.accept(attempt);
    }
  }

  private RegisterAgent registrationMessage() {
    return Registration.message(
        profile, lastEpoch, attempts.values().stream().map(Attempt::asRegistered).toList());
  }
}

package dev.bourse.sdk;

import dev.bourse.topics.command.DisconnectFramework;
import dev.bourse.topics.command.SchedulerCall;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.Supplier;

/** The sessions of a framework in one cell, of which there is one at a time. */
final class Subscription {

  private static final Duration FIRST_REPEAT = Duration.ofSeconds(2);
  private static final Duration LONGEST_REPEAT = Duration.ofMinutes(1);
  private static final int MAX_WAITING = 10_000;
  private static final int MAX_SESSIONS = 100;

  private enum State {
    SUBSCRIBING,
    SUBSCRIBED,
    OVER
  }

  private final int cell;
  private final FrameworkId framework;
  private final Supplier<FrameworkInfo> info;
  private final SchedulerHost host;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final Recent<Boolean> sessions = new Recent<>(MAX_SESSIONS);
  private final OfferBook offers = new OfferBook();
  private final UpdateLedger updates = new UpdateLedger();
  private State state = State.SUBSCRIBING;
  private String session = "-";
  private long heartbeatMillis = FrameworkHeartbeat.DEFAULT_INTERVAL_MILLIS;

  Subscription(int cell, FrameworkId framework, Supplier<FrameworkInfo> info, SchedulerHost host) {
    this.cell = cell;
    this.framework = framework;
    this.info = info;
    this.host = host;
  }

  int cell() {
    return cell;
  }

  OfferBook offers() {
    return offers;
  }

  UpdateLedger updates() {
    return updates;
  }

  /** Whether this is the session that it is in, or has asked for. */
  boolean isIn(String name) {
    return session.equals(name);
  }

  /** Whether this is, or was not long ago, a session of this cell. */
  boolean knows(String name) {
    return sessions.get(name) != null;
  }

  boolean isSubscribed() {
    return state == State.SUBSCRIBED;
  }

  boolean isOver() {
    return state == State.OVER;
  }

  /** Asks for a new session, again and again until it is answered. */
  void subscribe() {
    lose();
    session = host.newSession();
    sessions.put(session, true);
    ask(session, FIRST_REPEAT);
  }

  private void ask(String asked, Duration repeat) {
    if (state != State.SUBSCRIBING || !isIn(asked)) {
      return;
    }
    host.send(cell, new SubscribeFramework(framework, session, info.get()));
    Duration doubled = repeat.multipliedBy(2);
    Duration next = doubled.compareTo(LONGEST_REPEAT) < 0 ? doubled : LONGEST_REPEAT;
    host.after(repeat, () -> ask(asked, next));
  }

  /** The session is over, and nothing is asked for yet: calls wait. */
  void lose() {
    state = State.SUBSCRIBING;
    session = "-";
    offers.clear();
    updates.clear();
  }

  /** The session begins; whether it had not yet. What was called before is sent. */
  boolean begin(FrameworkSubscribed subscribed) {
    if (state != State.SUBSCRIBING || !isIn(subscribed.session())) {
      return false;
    }
    state = State.SUBSCRIBED;
    heartbeatMillis = Math.max(1, subscribed.heartbeatMillis());
    beat(session);
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
    return true;
  }

  private void beat(String beating) {
    if (state == State.SUBSCRIBED && isIn(beating)) {
      host.send(cell, new FrameworkHeartbeat(framework, session));
      host.after(Duration.ofMillis(heartbeatMillis), () -> beat(beating));
    }
  }

  /** Sends a call in the session, or in the next when there is none; checks it in any case. */
  void call(Function<String, SchedulerCall> call) {
    SchedulerCall checked = call.apply(session);
    if (state == State.SUBSCRIBED) {
      host.send(cell, checked);
    } else if (state == State.SUBSCRIBING) {
      await(() -> host.send(cell, call.apply(session)));
    }
  }

  /** Ends the framework, in the next session when there is none. */
  void tearDown() {
    if (state == State.SUBSCRIBED) {
      host.send(cell, new TeardownFramework(framework, session));
    } else if (state == State.SUBSCRIBING) {
      await(this::tearDown);
    }
  }

  private void await(Runnable call) {
    if (waiting.size() == MAX_WAITING) {
      throw new IllegalStateException(
          "calls: " + MAX_WAITING + " wait for a session in cell " + cell + ", but no more may");
    }
    waiting.add(call);
  }

  /** Says goodbye, also to a session that is only asked for. */
  void disconnect() {
    if (state != State.OVER) {
      host.send(cell, new DisconnectFramework(framework, session, null));
      close();
    }
  }

  /** There will be no other session. */
  void close() {
    state = State.OVER;
    waiting.clear();
    offers.clear();
    updates.clear();
  }
}

package dev.bourse.agent.machine;

import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.TaskReport;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.RequestRegistration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The agent's standing with the master: registers until it is confirmed, then gives signs of life.
 */
final class Registration {

  private static final long FIRST_WAIT_MILLIS = 1_000;
  private static final long MAX_WAIT_MILLIS = 60_000;

  private final AgentProfile profile;
  private final Supplier<RegisterAgent> message;
  private final Resend resend = new Resend(FIRST_WAIT_MILLIS, MAX_WAIT_MILLIS);
  private long number;

  /** The registration in the newest request; null when there was none. */
  private @Nullable Long asked;

  private long heartbeatAt = Resend.NEVER;
  private boolean over;

  Registration(AgentProfile profile, Supplier<RegisterAgent> message) {
    this.profile = profile;
    this.message = message;
  }

  static RegisterAgent message(AgentProfile profile, long lastEpoch, List<TaskReport> tasks) {
    return new RegisterAgent(
        profile.agent(),
        profile.incarnation(),
        profile.run(),
        profile.hostname(),
        profile.resources(),
        profile.attributes(),
        profile.isolation(),
        profile.version(),
        lastEpoch,
        null,
        tasks,
        profile.region(),
        profile.zone());
  }

  /** At the start. */
  void register(long now, Consumer<Action> out) {
    if (!over) {
      send(out);
      resend.start(now);
    }
  }

  /** When the master asks for it. */
  void register(RequestRegistration request, long now, Consumer<Action> out) {
    if (request.registration() != null) {
      asked = request.registration();
    }
    register(now, out);
  }

  private void send(Consumer<Action> out) {
    out.accept(new Action.SendRegistration(message.get().answering(asked)));
  }

  void confirm(ConfirmRegistration order, long now, Consumer<Action> out) {
    // A confirmation may come twice, and that of an older registration after that of a newer one.
    // One for an earlier run proves nothing: that run may have said goodbye since.
    if (!order.incarnation().equals(profile.incarnation())
        || order.run() != profile.run()
        || order.registration() <= number
        || over) {
      return;
    }
    boolean first = number == 0;
    number = order.registration();
    resend.stop();
    if (first) {
      out.accept(new Action.AnnounceReady());
      beat(now, out);
    }
  }

  void deregister(String message, Consumer<Action> out) {
    out.accept(
        new Action.SendDeregistration(
            new DeregisterAgent(profile.agent(), profile.incarnation(), profile.run(), message)));
  }

  /** The agent has stopped: whatever it said now would be taken for its return. */
  void end() {
    over = true;
    resend.stop();
    heartbeatAt = Resend.NEVER;
  }

  void tick(long now, Consumer<Action> out) {
    if (resend.isDue(now)) {
      send(out);
    }
    if (heartbeatAt <= now) {
      beat(now, out);
    }
  }

  long nextDue() {
    return Math.min(resend.dueAt(), heartbeatAt);
  }

  private void beat(long now, Consumer<Action> out) {
    out.accept(new Action.SendHeartbeat(new Heartbeat(profile.agent(), number)));
    heartbeatAt = now + profile.heartbeatMillis();
  }
}

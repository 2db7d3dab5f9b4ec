package dev.bourse.sdk;

import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.SchedulerCall;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is sent, in virtual time. Sessions are {@code s1}, {@code s2} and so on. */
public final class FakeHost extends Clock implements SchedulerHost {

  /** Something that was sent. */
  record Sent(int cell, Command command) {}

  private final Agenda agenda = new Agenda(this);
  private final List<Sent> sent = new ArrayList<>();
  private int heartbeats;
  private int sessions;
  private Instant now = Instant.EPOCH;

  @Override
  public void send(int cell, SchedulerCall call) {
    sent.add(new Sent(cell, call));
  }

  @Override
  public void send(int cell, TeardownFramework teardown) {
    sent.add(new Sent(cell, teardown));
  }

  @Override
  public void send(int cell, FrameworkHeartbeat sign) {
    heartbeats++;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public void after(Duration delay, Runnable action) {
    agenda.after(delay, action);
  }

  @Override
  public String newSession() {
    return "s" + ++sessions;
  }

  /** Lets time pass, and what is due be done, millisecond by millisecond. */
  public void pass(Duration time) {
    for (long millis = 0; millis < time.toMillis(); millis++) {
      now = now.plusMillis(1);
      agenda.runDue();
    }
  }

  /** What was sent since this was last called, without heartbeats. */
  List<Sent> takeSent() {
    List<Sent> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  /** The commands that were sent since, to any cell. */
  public List<Command> takeCommands() {
    return takeSent().stream().map(Sent::command).toList();
  }

  /** How many heartbeats were sent since this was last called. */
  int takeHeartbeats() {
    int count = heartbeats;
    heartbeats = 0;
    return count;
  }
}

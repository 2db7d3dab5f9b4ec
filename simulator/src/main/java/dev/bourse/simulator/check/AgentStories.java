package dev.bourse.simulator.check;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.event.AgentBarred;
import dev.bourse.core.event.AgentBecameUnreachable;
import dev.bourse.core.event.AgentForgotten;
import dev.bourse.core.event.AgentRegistered;
import dev.bourse.core.event.AgentRemoved;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.UpkeepChanged;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeactivateAgent;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.command.EndMaintenance;
import dev.bourse.topics.command.MarkAgentGone;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.ReactivateAgent;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ScheduleMaintenance;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.StartMaintenance;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.view.Upkeep;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows every agent: it is taken for silent, sent away and forgotten for what it, or silence, has
 * said under its present registration, and never before the time that it was promised.
 */
final class AgentStories {

  /**
   * Where an agent stands.
   *
   * @param facts what it said of itself when it registered
   * @param registration the number of that of now
   * @param removable from when on, in epoch milliseconds; {@link Long#MAX_VALUE} for never
   * @param forgettable from when on, in epoch milliseconds; {@link Long#MAX_VALUE} for never
   * @param upkeep what an operator has in mind with it
   */
  private record Story(
      RegisterAgent facts, long registration, long removable, long forgettable, Upkeep upkeep) {

    private Story until(long newRemovable, long newForgettable) {
      return new Story(facts, registration, newRemovable, newForgettable, upkeep);
    }

    private Story with(Upkeep newUpkeep) {
      return new Story(facts, registration, removable, forgettable, newUpkeep);
    }

    private boolean isEmptiedForGood() {
      return upkeep.drain() == Upkeep.Drain.DRAINED && upkeep.markGone();
    }
  }

  private static final long FOR_EVER = Long.MAX_VALUE - 1;

  private final Map<AgentId, Story> agents = new TreeMap<>();
  private long lastRegistration;

  /**
   * Goes on.
   *
   * @param settings that count in this step
   */
  void take(Envelope envelope, Outcome outcome, Settings settings) {
    for (Event event : outcome.events()) {
      take(event, envelope.command(), outcome.time(), settings);
    }
  }

  private void take(Event event, Command cause, long now, Settings settings) {
    switch (event) {
      case AgentRegistered e -> registered(e, cause);
      case AgentBecameUnreachable e -> {
        expect(e.removalAt() == now + settings.agentRemovalMillis(), "is waited for wrongly", e);
        silent(e, cause);
      }
      case AgentRemoved e -> {
        removed(e, cause, now, settings);
      }
      case AgentForgotten e -> {
        expect(now >= story(e.agent(), e).forgettable(), "is to be remembered", e);
        agents.remove(e.agent());
      }
      case UpkeepChanged e -> upkeep(e, cause);
      case AgentBarred e -> {
        Story story = agents.get(e.agent());
        expect(
            story != null && (story.upkeep().down() || story.upkeep().markGone()), "is wanted", e);
      }
      default -> {}
    }
  }

  /** What an operator has in mind with an agent is what he has said, or that it is empty now. */
  private void upkeep(UpkeepChanged e, Command cause) {
    Story story = story(e.agent(), e);
    boolean said =
        switch (cause) {
          case DeactivateAgent c -> c.agent().equals(e.agent()) && e.upkeep().deactivated();
          case ReactivateAgent c -> c.agent().equals(e.agent()) && e.upkeep().isOffered();
          case DrainAgent c -> c.agent().equals(e.agent()) && e.upkeep().drain() != null;
          case MarkAgentGone c -> c.agent().equals(e.agent()) && e.upkeep().markGone();
          case ScheduleMaintenance c ->
              c.agents().contains(e.agent()) == (e.upkeep().unavailability() != null)
                  || c.window() == null;
          case StartMaintenance c -> c.agents().contains(e.agent());
          case EndMaintenance c -> c.agents().contains(e.agent()) && !e.upkeep().down();
          default -> false;
        };
    boolean emptied =
        story.upkeep().drain() == Upkeep.Drain.DRAINING
            && e.upkeep().drain() == Upkeep.Drain.DRAINED;
    expect(said || emptied, "was not said to be so", e);
    agents.put(e.agent(), story.with(e.upkeep()));
  }

  private void registered(AgentRegistered e, Command cause) {
    expect(e.registration() > lastRegistration, "registrations rise", e);
    expect(e.facts().equals(cause), "said something else: " + cause, e);
    lastRegistration = e.registration();
    Story story = agents.get(e.facts().agent());
    if (story != null && story.facts().incarnation().equals(e.facts().incarnation())) {
      expect(e.facts().run() >= story.facts().run(), "is in run " + story.facts().run(), e);
    } else if (story != null) {
      Long answer = e.facts().answers();
      expect(answer != null && answer == story.registration(), "has not heard of its last one", e);
    }
    Upkeep upkeep = story == null ? Upkeep.NONE : story.upkeep();
    expect(!upkeep.down(), "is out of service", e);
    expect(
        story == null || story.forgettable() == Long.MAX_VALUE || !upkeep.markGone(),
        "was to be gone for ever",
        e);
    agents.put(
        e.facts().agent(),
        new Story(e.facts(), e.registration(), Long.MAX_VALUE, Long.MAX_VALUE, upkeep));
  }

  private void silent(AgentBecameUnreachable e, Command cause) {
    Story story = story(e.agent(), e);
    expect(
        cause instanceof MarkAgentUnreachable silence
            && silence.registration() == story.registration(),
        "has registered again since",
        e);
    agents.put(e.agent(), story.until(e.removalAt(), Long.MAX_VALUE));
  }

  private void removed(AgentRemoved e, Command cause, long now, Settings settings) {
    Story story = story(e.agent(), e);
    boolean endsForGood =
        story.isEmptiedForGood()
            || (cause instanceof MarkAgentGone gone && gone.agent().equals(e.agent()))
            || (cause instanceof StartMaintenance down && down.agents().contains(e.agent()));
    expect(story.forgettable() != FOR_EVER || cause instanceof EndMaintenance, "is gone", e);
    // One that was to be gone once it is empty, and goes before that, is as gone.
    boolean isForEver = endsForGood || story.upkeep().markGone() || story.upkeep().down();
    expect(
        e.forgetAt() == (isForEver ? 0 : now + settings.agentMemoryMillis()),
        "is remembered wrongly",
        e);
    if (endsForGood) {
      agents.put(e.agent(), story.until(Long.MAX_VALUE, FOR_EVER));
      return;
    }
    boolean backInService =
        cause instanceof EndMaintenance end
            && end.agents().contains(e.agent())
            && story.forgettable() < Long.MAX_VALUE;
    boolean saidGoodbye =
        cause instanceof DeregisterAgent goodbye
            && goodbye.incarnation().equals(story.facts().incarnation())
            && goodbye.run() >= story.facts().run();
    expect(
        saidGoodbye || backInService || now >= story.removable(),
        "has not been away for long enough",
        e);
    agents.put(e.agent(), story.until(Long.MAX_VALUE, isForEver ? FOR_EVER : e.forgetAt()));
  }

  private Story story(AgentId agent, Event event) {
    @Nullable Story story = agents.get(agent);
    if (story == null) {
      throw new Violation("there is no such agent: " + event);
    }
    return story;
  }

  private static void expect(boolean holds, String otherwise, Event event) {
    if (!holds) {
      throw new Violation("an agent %s: %s".formatted(otherwise, event));
    }
  }
}

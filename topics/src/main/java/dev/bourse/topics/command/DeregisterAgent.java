package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The agent says goodbye and runs nothing any more.
 *
 * @param agent which
 * @param incarnation of which state folder; a goodbye of an older one is ignored
 * @param run how often its agent has been started; a goodbye that arrives after the next start is
 *     ignored, since the agent is back
 * @param message for people, or null; at most 4,096 characters
 */
public record DeregisterAgent(AgentId agent, String incarnation, long run, @Nullable String message)
    implements Command {

  /** Checks. */
  public DeregisterAgent {
    Objects.requireNonNull(agent, "agent: is missing");
    Texts.check("incarnation", incarnation, 256);
    Texts.checkOptional("message", message, Texts.MAX_MESSAGE);
  }
}

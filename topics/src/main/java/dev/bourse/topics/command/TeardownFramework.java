package dev.bourse.topics.command;

import dev.bourse.topics.id.FrameworkId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ends a framework: all of its tasks are killed, and its id is retired.
 *
 * @param framework which
 * @param session the one in which it subscribed last; null when an operator asks for it
 */
public record TeardownFramework(FrameworkId framework, @Nullable String session)
    implements Command {

  /** Checks. */
  public TeardownFramework {
    Objects.requireNonNull(framework, "framework: is missing");
    Texts.checkOptional("session", session, Calls.MAX_SESSION);
  }
}

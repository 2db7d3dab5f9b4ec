package dev.bourse.topics.command;

import dev.bourse.topics.id.FrameworkId;
import java.util.Objects;

/**
 * A call of a framework that cannot be read: it is answered with the reason.
 *
 * @param framework who
 * @param call what kind of call it says that it is; {@code unknown} when it is none
 * @param reason what is wrong with the record
 */
public record RejectCall(FrameworkId framework, String call, String reason) implements Command {

  /** Checks. */
  public RejectCall {
    Objects.requireNonNull(framework, "framework: is missing");
    Objects.requireNonNull(call, "call: is missing");
    Texts.check("reason", reason, Texts.MAX_MESSAGE);
  }
}

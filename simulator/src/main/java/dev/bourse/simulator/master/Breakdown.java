package dev.bourse.simulator.master;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.decide.Decisions;
import dev.bourse.topics.command.Command;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Has a step fail in its middle, as one does that meets a defect of the core. */
final class Breakdown implements Decisions {

  /** The failure. */
  static final class Failure extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private Failure() {
      super("a step breaks down");
    }
  }

  private final Decisions sound;
  private int eventsLeft;

  Breakdown(Decisions sound) {
    this.sound = sound;
  }

  /** The step that comes fails with its event of this number, if it has so many. */
  void at(int event) {
    eventsLeft = event;
  }

  @Override
  public @Nullable Rejection handle(Command command, Context context) {
    if (eventsLeft == 0) {
      return sound.handle(command, context);
    }
    return sound.handle(
        command,
        new Context(
            context.state(),
            context.now(),
            context.position(),
            event -> {
              context.emit(event);
              if (eventsLeft > 0 && --eventsLeft == 0) {
                throw new Failure();
              }
            }));
  }
}

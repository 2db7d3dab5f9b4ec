package dev.bourse.gateway.rest;

import dev.bourse.gateway.command.OperationWriter;
import dev.bourse.gateway.view.Outcomes;
import dev.bourse.gateway.view.Position;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.TeardownFramework;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has commands of operators decided: writes them, and waits for what becomes of them. */
@Singleton
final class Operator {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static final String PENDING =
      "No master has decided it within %d s. It is on the log and counts as soon as one does."
          .formatted(LIMIT.toSeconds());

  private final OperationWriter writer;
  private final Outcomes outcomes;

  Operator(OperationWriter writer, Outcomes outcomes) {
    this.writer = writer;
    this.outcomes = outcomes;
  }

  /**
   * Has commands decided, one after the other, and answers.
   *
   * @throws ProblemException when one is refused; those after it are not written then
   */
  Response respond(List<Command> commands) throws InterruptedException {
    Decision decision = decide(commands);
    return Response.status(isApplied(decision) ? Response.Status.OK : Response.Status.ACCEPTED)
        .entity(decision)
        .build();
  }

  static boolean isApplied(Decision decision) {
    return decision.message() == null;
  }

  /** Has a command decided, and answers. */
  Response respond(Command command) throws InterruptedException {
    return respond(List.of(command));
  }

  Decision decide(List<Command> commands) throws InterruptedException {
    List<Position> all = new ArrayList<>();
    boolean isDecided = true;
    for (Command command : commands) {
      List<Position> positions = writer.write(command);
      all.addAll(positions);
      // What is before it on the log has not been decided: neither will be this.
      isDecided = isDecided && isApplied(command, positions);
    }
    return new Decision(
        isDecided ? "APPLIED" : "PENDING",
        all.stream().map(Position::toString).toList(),
        isDecided ? null : PENDING);
  }

  /** Whether it is applied; false when that is not known in time. */
  private boolean isApplied(Command command, List<Position> positions) throws InterruptedException {
    List<Outcomes.@Nullable Outcome> known = outcomes.await(positions, LIMIT);
    int applied = 0;
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      Outcomes.Outcome outcome = known.get(i);
      if (outcome != null && outcome.rejection() == null) {
        applied++;
      } else if (outcome != null && outcome.rejection() != null) {
        String cell = positions.size() == 1 ? "" : "cell " + positions.get(i).partition() + ": ";
        reasons.add(cell + outcome.rejection());
      }
    }
    // A framework lives in one cell; the others do not know it.
    boolean isOneEnough = command instanceof TeardownFramework;
    if (isOneEnough ? reasons.size() == positions.size() : !reasons.isEmpty()) {
      throw refused(isOneEnough ? reasons.subList(0, 1) : reasons, applied);
    }
    return isOneEnough ? applied > 0 : applied == positions.size();
  }

  private static ProblemException refused(List<String> reasons, int applied) {
    String detail = String.join("; ", reasons);
    return new ProblemException(
        Kind.CONFLICT, applied == 0 ? detail : detail + "; other cells have applied it");
  }
}

package dev.bourse.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A job as the server shows it.
 *
 * @param tree all of it
 */
public record Job(JsonNode tree) {

  private static final Set<String> TERMINAL =
      Set.of("SUCCEEDED", "FAILED", "CANCELLED", "REJECTED");

  /** Its id. */
  public String id() {
    return text("id");
  }

  /** Its state. */
  public String state() {
    return text("state");
  }

  /** Whether its state is final. */
  public boolean isTerminal() {
    return TERMINAL.contains(state());
  }

  /** Whether somebody ended it. */
  public boolean isCancelled() {
    return state().equals("CANCELLED");
  }

  /** How its process ended, as a shell reports it. */
  public OptionalInt exitCode() {
    JsonNode code = tree.path("exitCode");
    return code.isInt() ? OptionalInt.of(code.intValue()) : OptionalInt.empty();
  }

  /** A field as text; empty when it is absent. */
  public String text(String field) {
    return tree.path(field).asText();
  }
}

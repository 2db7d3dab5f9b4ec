package dev.bourse.core.replay;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.StateMachine;
import dev.bourse.core.check.Digest;
import dev.bourse.core.context.Position;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.table.Tables;
import dev.bourse.topics.command.ApplySettings;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * Re-decides a cell's journal from its beginning. Each step must come to the digest that the
 * journal has; since digests are chained, the first difference is where the histories part.
 */
public final class Replay {

  private final StateMachine machine;
  private @Nullable Outcome last;

  /** From an empty cell. */
  public Replay() {
    this(new Tables());
  }

  /**
   * From the state that a cell had.
   *
   * @param tables as they were after some step; the next entry is the one after that
   */
  public Replay(Tables tables) {
    machine = new StateMachine(tables);
  }

  /** The state after the last step. */
  public ClusterState state() {
    return machine.state();
  }

  /** What the last step came to; null before the first. */
  public @Nullable Outcome last() {
    return last;
  }

  /**
   * Makes one step.
   *
   * @param entry of the journal
   * @param input the command that stands where the entry says; null when the entry is of the host
   * @return what is different, or null
   * @throws IllegalArgumentException when the entry is of a format that is not known here, or needs
   *     an input and has none
   */
  public @Nullable Difference step(JournalEntry entry, @Nullable Command input) {
    Outcome outcome = machine.step(envelope(entry, input));
    last = outcome;
    boolean same =
        outcome.sequence() == entry.sequence()
            && Digest.text(outcome.digest()).equals(entry.digest());
    return same ? null : new Difference(entry, outcome);
  }

  private Envelope envelope(JournalEntry entry, @Nullable Command input) {
    if (entry.format() != JournalEntry.FORMAT) {
      throw new IllegalArgumentException(
          "format: is %d, and this version of Bourse decides by format %d; use the one that wrote it"
              .formatted(entry.format(), JournalEntry.FORMAT));
    }
    String topic = entry.topic();
    if (topic == null) {
      return new Envelope(ofHost(entry), null, entry.time());
    }
    if (input == null) {
      throw new IllegalArgumentException("the input of " + entry + " is missing");
    }
    Position position = new Position(topic, entry.partition(), entry.offset());
    return new Envelope(input, position, entry.time());
  }

  private Command ofHost(JournalEntry entry) {
    Settings settings = entry.settings();
    return settings == null ? machine.tick() : new ApplySettings(settings);
  }

  /**
   * A step that came to something else.
   *
   * @param recorded what the journal says
   * @param decided what was decided now
   */
  public record Difference(JournalEntry recorded, Outcome decided) {}
}

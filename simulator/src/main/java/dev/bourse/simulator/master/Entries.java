package dev.bourse.simulator.master;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.check.Digest;
import dev.bourse.core.context.Position;
import dev.bourse.topics.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/** Entries of the journal, as the master writes them. */
public final class Entries {

  private Entries() {}

  /** The entry of a step. */
  public static JournalEntry of(Envelope envelope, Outcome outcome) {
    @Nullable Position position = envelope.position();
    return new JournalEntry(
        JournalEntry.FORMAT,
        outcome.sequence(),
        position == null ? null : position.topic(),
        position == null ? 0 : position.partition(),
        position == null ? 0 : position.offset(),
        outcome.time(),
        outcome.steps(),
        outcome.rejection() == null ? null : outcome.rejection().reason(),
        outcome.settings(),
        Digest.text(outcome.digest()));
  }
}

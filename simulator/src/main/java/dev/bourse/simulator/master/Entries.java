package dev.bourse.simulator.master;

import dev.bourse.core.Outcome;
import dev.bourse.core.check.Digest;
import dev.bourse.core.context.Position;
import dev.bourse.topics.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/** Entries of the journal, as the master writes them. */
final class Entries {

  private Entries() {}

  static JournalEntry of(Transaction.Step step) {
    Outcome outcome = step.outcome();
    @Nullable Position position = step.envelope().position();
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

package dev.bourse.simulator.history;

import dev.bourse.topics.journal.JournalEntry;
import java.util.List;

/**
 * Finds what a recorded step has told others: orders to agents, news to frameworks, and rows of the
 * public tables.
 */
@FunctionalInterface
public interface RecordedOutputs {

  /** For a history of which only the journal and the inputs are kept. */
  RecordedOutputs NONE = entry -> List.of();

  /** The outputs of a step, {@code topic key value} each, in the order of their topics. */
  List<String> of(JournalEntry entry);
}

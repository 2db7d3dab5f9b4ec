package dev.bourse.simulator.history;

import dev.bourse.topics.command.Command;
import dev.bourse.topics.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * One step of a recorded history.
 *
 * @param offset of the entry in the journal
 * @param entry of the journal
 * @param input the command that was decided on; null when the step is the host's own
 */
public record RecordedStep(long offset, JournalEntry entry, @Nullable Command input) {}

package dev.bourse.topics.journal;

import dev.bourse.topics.command.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a cell: which input was applied when, what was run for it, and a digest of what came
 * out. The inputs themselves stay on their topics; replay feeds them to the same core in this order
 * and must get the same digests.
 *
 * @param format of this record and of the digest; {@value #FORMAT}
 * @param sequence 1 for the first step of a cell, then one more for each
 * @param topic where the input came from; null for a step of the host: a tick, or other settings
 * @param partition of the input; 0 for a step of the host
 * @param offset of the input; 0 for a step of the host
 * @param time the logical time of the step, in epoch milliseconds; never goes back
 * @param steps the kinds of commands that were run, in order
 * @param rejection why the input was not applied; null when it was
 * @param settings what the operator has configured, when this step is what makes it count; else
 *     null
 * @param digest the digest of every event since the cell began, as 16 hexadecimal digits
 */
public record JournalEntry(
    int format,
    long sequence,
    @Nullable String topic,
    int partition,
    long offset,
    long time,
    List<String> steps,
    @Nullable String rejection,
    @Nullable Settings settings,
    String digest) {

  /** The format that this version writes. */
  public static final int FORMAT = 4;
}

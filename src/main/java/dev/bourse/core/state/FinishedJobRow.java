package dev.bourse.core.state;

import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobState;

/**
 * What is remembered of a job that is over, so that its id is not used twice by mistake.
 *
 * @param id its id
 * @param fingerprint of the document; empty when it was rejected
 * @param state how it ended
 * @param launched whether it ever had a task
 * @param expiresAt when it is forgotten, in epoch milliseconds
 */
public record FinishedJobRow(
    JobId id, String fingerprint, JobState state, boolean launched, long expiresAt) implements Row {

  @Override
  public RowKey key() {
    return keyOf(id);
  }

  /** The key of a finished job. */
  public static RowKey keyOf(JobId id) {
    return new RowKey(Table.FINISHED_JOBS, id.value());
  }
}

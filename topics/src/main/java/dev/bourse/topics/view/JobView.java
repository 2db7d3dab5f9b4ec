package dev.bourse.topics.view;

import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.FieldError;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as users see it.
 *
 * @param id its id
 * @param state where it stands
 * @param spec the document with defaults filled in; null when it was rejected
 * @param fingerprint of the document; empty when it was rejected
 * @param reason why it ended as it did, where the state alone does not say it
 * @param message for people, or null
 * @param errors why it was rejected; else empty
 * @param task its task; null when it was rejected
 * @param attempts how many attempts have been launched
 * @param cancelling whether its end has been asked for and is awaited
 * @param exit how the last attempt ended; null while none has
 * @param submittedAt in epoch milliseconds
 * @param startedAt when its first process started, in epoch milliseconds; 0 before
 * @param endedAt when it reached a terminal state, in epoch milliseconds; 0 before
 * @param retryAt when the next attempt may start, in epoch milliseconds; 0 when it need not wait
 * @param position the newest record of {@code submissions} that this row knows of, as {@code
 *     partition:offset}
 */
public record JobView(
    JobId id,
    JobState state,
    @Nullable JobSpec spec,
    String fingerprint,
    @Nullable Reason reason,
    @Nullable String message,
    List<FieldError> errors,
    @Nullable TaskId task,
    int attempts,
    boolean cancelling,
    @Nullable TaskExit exit,
    long submittedAt,
    long startedAt,
    long endedAt,
    long retryAt,
    String position)
    implements View {

  @Override
  public String key() {
    return id.value();
  }
}

package dev.bourse.gateway.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.view.JobView;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job. Times are ISO 8601, UTC, with milliseconds.
 *
 * @param id its id
 * @param name for people
 * @param labels for people and for filters
 * @param role who pays; absent when the job was rejected
 * @param state where it stands
 * @param reason why it ended as it did, where the state alone does not say it
 * @param message for people
 * @param errors why it was rejected
 * @param task the id of its task; absent when it was rejected
 * @param attempts how many attempts have been launched
 * @param cancelling whether its end has been asked for and is awaited
 * @param exitCode of the last attempt, 0 to 255 as a shell reports it
 * @param signal that ended the last attempt
 * @param submittedAt when
 * @param startedAt when its first process started
 * @param endedAt when it reached a terminal state
 * @param retryAt when the next attempt may start
 * @param position the newest record of the submissions that this answer knows of
 * @param spec the job document
 */
@Schema(description = "A job.")
public record Job(
    String id,
    @Nullable String name,
    Map<String, String> labels,
    @Nullable String role,
    @Schema(enumeration = {"QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED", "REJECTED"})
        String state,
    @Nullable String reason,
    @Nullable String message,
    @Nullable List<FieldProblem> errors,
    @Nullable String task,
    int attempts,
    boolean cancelling,
    @Nullable Integer exitCode,
    @Nullable Integer signal,
    String submittedAt,
    @Nullable String startedAt,
    @Nullable String endedAt,
    @Nullable String retryAt,
    String position,
    @Schema(
            implementation = Object.class,
            description = "The job document as a user would write it.")
        @Nullable ObjectNode spec) {

  static Job of(JobView view) {
    JobSpec spec = view.spec();
    TaskExit exit = view.exit();
    return new Job(
        view.id().value(),
        spec == null ? null : spec.name(),
        spec == null ? Map.of() : spec.labels(),
        spec == null ? null : spec.role(),
        view.state().name(),
        view.reason() == null ? null : view.reason().name(),
        view.message(),
        view.errors().isEmpty() ? null : errors(view),
        view.task() == null ? null : view.task().value(),
        view.attempts(),
        view.cancelling(),
        exit == null ? null : exit.exitCode(),
        exit == null ? null : exit.signal(),
        Times.show(view.submittedAt()),
        Times.showUnlessZero(view.startedAt()),
        Times.showUnlessZero(view.endedAt()),
        Times.showUnlessZero(view.retryAt()),
        view.position(),
        spec == null ? null : SpecDocument.of(spec));
  }

  static List<FieldProblem> errors(JobView view) {
    return view.errors().stream().map(e -> new FieldProblem(e.field(), e.message())).toList();
  }
}

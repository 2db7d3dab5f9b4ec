package dev.bourse.gateway.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.view.TaskView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A task: its newest attempt, and those before it. Times are ISO 8601, UTC, with milliseconds.
 *
 * @param id its id
 * @param job whose; absent when it is the task of a framework
 * @param framework whose; absent when it is the task of a job
 * @param state of the newest attempt
 * @param attempt its number, 1 for the first
 * @param agent where
 * @param role who pays
 * @param resources what is set aside for it while it is not terminal
 * @param reason why, where the state alone does not say it
 * @param message for people
 * @param exitCode 0 to 255 as a shell reports it
 * @param signal that ended it
 * @param launchedAt when the launch was decided
 * @param startedAt when the process started
 * @param endedAt when it was seen to have ended
 * @param earlier the attempts before, oldest first; at most the last 20
 */
@Schema(description = "A task: its newest attempt, and those before it.")
public record Task(
    String id,
    @Nullable String job,
    @Nullable String framework,
    String state,
    int attempt,
    String agent,
    String role,
    @Schema(implementation = Object.class) ObjectNode resources,
    @Nullable String reason,
    @Nullable String message,
    @Nullable Integer exitCode,
    @Nullable Integer signal,
    String launchedAt,
    @Nullable String startedAt,
    @Nullable String endedAt,
    List<EarlierAttempt> earlier) {

  static Task of(TaskView view) {
    TaskExit exit = view.exit();
    return new Task(
        view.id().value(),
        view.job() == null ? null : view.job().value(),
        view.framework() == null ? null : view.framework().value(),
        view.state().name(),
        view.attempt(),
        view.agent().value(),
        view.role(),
        Amounts.of(view.resources()),
        view.reason() == null ? null : view.reason().name(),
        view.message(),
        exit == null ? null : exit.exitCode(),
        exit == null ? null : exit.signal(),
        Times.show(view.launchedAt()),
        Times.showUnlessZero(view.startedAt()),
        exit == null ? null : Times.showUnlessZero(exit.endedAt()),
        view.earlier().stream().map(EarlierAttempt::of).toList());
  }
}

package dev.bourse.topics.view;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Attempt;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as users see it: its newest attempt, and those before it.
 *
 * @param id its id
 * @param job whose; null for the task of a framework
 * @param state of the newest attempt
 * @param attempt its number, 1 for the first
 * @param epoch of its launch
 * @param agent where
 * @param role who pays
 * @param resources what is set aside for it while it is not terminal
 * @param reason why, where the state alone does not say it
 * @param message for people, or null
 * @param exit how it ended; null while it has not
 * @param launchedAt when the launch was decided, in epoch milliseconds
 * @param startedAt when the process started, in epoch milliseconds; 0 before
 * @param earlier the attempts before, oldest first; at most the last 20
 * @param framework whose; null for the task of a job
 */
public record TaskView(
    TaskId id,
    @Nullable JobId job,
    TaskState state,
    int attempt,
    long epoch,
    AgentId agent,
    String role,
    Resources resources,
    @Nullable Reason reason,
    @Nullable String message,
    @Nullable TaskExit exit,
    long launchedAt,
    long startedAt,
    List<Attempt> earlier,
    @Nullable FrameworkId framework)
    implements View {

  @Override
  public String key() {
    return id.value();
  }
}

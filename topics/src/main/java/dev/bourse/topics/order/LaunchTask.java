package dev.bourse.topics.order;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.resources.Resources;
import org.jspecify.annotations.Nullable;

/**
 * Start an attempt, at most once, against resources that are set aside for it.
 *
 * @param agent who
 * @param incarnation the agent's incarnation that is meant; another one ignores the order
 * @param task which task
 * @param job whose; null for the task of a framework
 * @param attempt 1 for the first
 * @param epoch the number of this launch, rising for each agent and unique in the cell
 * @param process what to run
 * @param resources what it may use
 * @param killGraceMillis between TERM and KILL
 * @param logCapBytes how much output is kept, for each stream
 * @param framework whose; null for the task of a job
 * @param limits the most that it may use of cpus and memory; null for as much as is set aside
 */
public record LaunchTask(
    AgentId agent,
    String incarnation,
    TaskId task,
    @Nullable JobId job,
    int attempt,
    long epoch,
    ProcessSpec process,
    Resources resources,
    long killGraceMillis,
    long logCapBytes,
    @Nullable FrameworkId framework,
    @Nullable Resources limits)
    implements Order {}

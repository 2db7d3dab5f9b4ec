package dev.bourse.core.state;

import dev.bourse.topics.command.Settings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The state as deciders see it. Every collection is in a fixed order. */
public interface ClusterState {

  /** What the cell knows about itself. */
  CellRow cell();

  /** The settings under which it decides; those of a cluster that sets nothing, at first. */
  Settings settings();

  /** The agent with this id, or null. */
  @Nullable AgentRow agent(AgentId id);

  /** All agents by id. */
  Collection<AgentRow> agents();

  /** The job with this id that is not over, or null. */
  @Nullable JobRow job(JobId id);

  /** All jobs that are not over, by id. */
  Collection<JobRow> jobs();

  /** What is remembered of the job with this id that is over, or null. */
  @Nullable FinishedJobRow finishedJob(JobId id);

  /** The attempt of this task that is not over, or null. */
  @Nullable TaskRow task(TaskId id);

  /** All attempts that are not over, by id. */
  Collection<TaskRow> tasks();

  /** The attempts on an agent, by id. */
  Collection<TaskRow> tasksOf(AgentId agent);

  /** The offer with this number that is not answered, or null. */
  @Nullable OfferRow offer(long number);

  /** All offers that are not answered. */
  Collection<OfferRow> offers();

  /** Everything that has to be done later, soonest first. */
  SortedSet<TimerRow> timers();

  /** What of an agent is neither used nor offered. */
  Resources free(AgentId agent);

  /** What tasks and offers hold of an agent. */
  Resources used(AgentId agent);

  /** What a role holds over all agents. */
  Quantities usedBy(String role);

  /** What all registered agents have together. */
  Quantities total();

  /** The jobs of each role that wait for resources. */
  SortedMap<String, PendingJobs> pending();

  /** What may fit since everything was tried last. */
  Untried untried();

  /** Every row, by key. */
  Collection<Row> rows();
}

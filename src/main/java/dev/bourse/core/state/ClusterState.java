package dev.bourse.core.state;

import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.framework.MinAllocatable;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The state as deciders see it. Every collection is in a fixed order. */
public interface ClusterState {

  /** What the cell knows about itself. */
  CellRow cell();

  /** The settings under which it decides; those of a cluster that sets nothing, at first. */
  Settings settings();

  /** What counts for a role: what an operator has said last, or what is configured. */
  RoleSettings role(String name);

  /** The roles of which something is said, by name. */
  SortedMap<String, RoleSettings> roles();

  /** The least that is worth an offer, unless a framework says otherwise. */
  MinAllocatable minAllocatable();

  /** The agent with this id, or null. */
  @Nullable AgentRow agent(AgentId id);

  /** All agents by id. */
  Collection<AgentRow> agents();

  /** The agents that are offered and of which something is free, by id. */
  List<AgentRow> open();

  /** The framework with this id, or null. */
  @Nullable FrameworkRow framework(FrameworkId id);

  /** All frameworks by id. */
  Collection<FrameworkRow> frameworks();

  /** The frameworks that are there and have said what is worth an offer to them. */
  SortedSet<FrameworkId> modest();

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

  /** The attempts of a framework, by id. */
  Collection<TaskRow> tasksOf(FrameworkId framework);

  /**
   * Some attempts of a framework, by id.
   *
   * @param after the one before the first; null to begin with the first
   * @param most how many
   */
  List<TaskRow> tasksOf(FrameworkId framework, @Nullable TaskId after, int most);

  /** The offer with this number that is not answered, or null. */
  @Nullable OfferRow offer(long number);

  /** All offers that are not answered. */
  Collection<OfferRow> offers();

  /** The offers that a framework has not answered, the oldest first. */
  List<OfferRow> offersOf(FrameworkId framework);

  /** The offers of an agent that are not answered, the oldest first. */
  List<OfferRow> offersOn(AgentId agent);

  /** The inverse offer with this number, or null. */
  @Nullable InverseOfferRow inverseOffer(long number);

  /** All inverse offers. */
  Collection<InverseOfferRow> inverseOffers();

  /** What is kept of an agent, or null. */
  @Nullable HoldRow hold(AgentId agent);

  /** All that is kept, by agent. */
  Collection<HoldRow> holds();

  /** What a framework will not be offered of an agent in a role for now, each thing on its own. */
  List<FilterRow> filtersOn(FrameworkId framework, String role, AgentId agent);

  /** What a framework has declined in a role; null for all roles. */
  List<FilterRow> filtersOf(FrameworkId framework, @Nullable String role);

  /** All that frameworks have declined. */
  Collection<FilterRow> filters();

  /** What a framework is to hear of a task and has not acknowledged, or null. */
  @Nullable UpdatesRow updates(TaskId task);

  /** What frameworks have not acknowledged, by task. */
  Collection<UpdatesRow> updates();

  /** What a framework has not acknowledged, by task. */
  List<UpdatesRow> updatesOf(FrameworkId framework);

  /** Whether anything of an agent's tasks is not acknowledged. */
  boolean hasUpdatesOn(AgentId agent);

  /** How far a framework has been told of its tasks, or null. */
  @Nullable ReconciliationRow reconciliation(FrameworkId framework);

  /** How often a client was given something in a role, and when; null for never. */
  @Nullable ClientRow client(String role, String client);

  /** How much is left of something that is rationed; null for all of it. */
  @Nullable BucketRow bucket(String name);

  /** Everything that has to be done later, soonest first. */
  SortedSet<TimerRow> timers();

  /** Whether it is arranged when to look next for who has waited for too long. */
  boolean isLookArranged();

  /** What of an agent is neither used nor offered. */
  Resources free(AgentId agent);

  /** What tasks and offers hold of an agent. */
  Resources used(AgentId agent);

  /** What a role holds over all agents, without the roles below it. */
  Quantities usedBy(String role);

  /**
   * What counts against the quota of a role: what it and the roles below it hold, and what is
   * reserved for them and not in use.
   */
  Quantities consumedBy(String role);

  /** Whether anything is reserved that is not in use. */
  boolean hasSpareReservations();

  /** What is free of agents that are offered, and reserved for nobody. */
  Quantities spare();

  /** What all registered agents have together. */
  Quantities total();

  /** Who is offered something before whom. */
  Shares shares();

  /** The jobs of each role that wait for resources. */
  SortedMap<String, PendingJobs> pending();

  /** What may fit since everything was tried last. */
  Untried untried();

  /** Every row, by key. */
  Collection<Row> rows();
}

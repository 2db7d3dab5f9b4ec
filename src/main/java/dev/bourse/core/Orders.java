package dev.bourse.core;

import dev.bourse.core.event.AgentBecameUnreachable;
import dev.bourse.core.event.AgentRegistered;
import dev.bourse.core.event.RegistrationQuestioned;
import dev.bourse.core.event.StaleAttemptFound;
import dev.bourse.core.event.StatusAcknowledged;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.order.RequestRegistration;
import java.util.Objects;

/** The orders that events mean. */
final class Orders {

  private Orders() {}

  static Order confirm(AgentRegistered event) {
    return new ConfirmRegistration(
        event.facts().agent(),
        event.facts().incarnation(),
        event.facts().run(),
        event.registration());
  }

  static Order comeBack(AgentBecameUnreachable event, ClusterState state) {
    AgentRow agent = Objects.requireNonNull(state.agent(event.agent()));
    return new RequestRegistration(
        event.agent(),
        "you were not heard of for " + event.silentMillis() + " ms",
        agent.registration());
  }

  static Order ask(RegistrationQuestioned event) {
    return new RequestRegistration(
        event.agent(),
        "your state folder is another one; if you are there, say so again",
        event.registration());
  }

  static Order launch(TaskLaunched event, ClusterState state) {
    AgentRow agent = Objects.requireNonNull(state.agent(event.agent()));
    JobRow job = Objects.requireNonNull(state.job(event.job()));
    JobSpec spec = job.spec();
    return new LaunchTask(
        event.agent(),
        agent.incarnation(),
        event.task(),
        event.job(),
        event.attempt(),
        event.epoch(),
        spec.process(),
        event.resources(),
        spec.killGraceMillis(),
        spec.logCapBytes());
  }

  static Order kill(TaskKillRequested event, ClusterState state) {
    TaskRow task = Objects.requireNonNull(state.task(event.task()));
    JobRow job = Objects.requireNonNull(state.job(task.job()));
    return new KillTask(
        task.agent(),
        incarnation(task.agent(), state),
        task.id(),
        task.attempt(),
        task.epoch(),
        job.spec().killGraceMillis());
  }

  static Order kill(StaleAttemptFound event, ClusterState state) {
    return new KillTask(
        event.agent(),
        incarnation(event.agent(), state),
        event.task(),
        event.attempt(),
        event.epoch(),
        JobSpec.DEFAULT_KILL_GRACE_MILLIS);
  }

  private static String incarnation(AgentId agent, ClusterState state) {
    return Objects.requireNonNull(state.agent(agent)).incarnation();
  }

  static Order acknowledge(StatusAcknowledged event) {
    return new AcknowledgeStatus(
        event.agent(), event.task(), event.attempt(), event.epoch(), event.sequence());
  }
}

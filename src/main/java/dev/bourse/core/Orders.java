package dev.bourse.core;

import dev.bourse.core.event.AgentBarred;
import dev.bourse.core.event.AgentBecameUnreachable;
import dev.bourse.core.event.AgentRegistered;
import dev.bourse.core.event.FrameworkTaskLaunched;
import dev.bourse.core.event.RegistrationQuestioned;
import dev.bourse.core.event.StaleAttemptFound;
import dev.bourse.core.event.StatusAcknowledged;
import dev.bourse.core.event.TaskKillRequested;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.JobRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.order.RequestRegistration;
import dev.bourse.topics.order.ShutdownAgent;
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
        spec.logCapBytes(),
        null,
        null);
  }

  static Order launch(FrameworkTaskLaunched event, ClusterState state) {
    AgentRow agent = Objects.requireNonNull(state.agent(event.agent()));
    TaskInfo info = event.info();
    Long logCap = info.logCapBytes();
    return new LaunchTask(
        event.agent(),
        agent.incarnation(),
        event.task(),
        null,
        1,
        event.epoch(),
        process(event, state),
        info.resources(),
        event.killGraceMillis(),
        logCap == null ? JobSpec.DEFAULT_LOG_CAP_BYTES : logCap,
        event.framework(),
        info.limits());
  }

  /** As the user that the framework has said, unless the task says another. */
  private static ProcessSpec process(FrameworkTaskLaunched event, ClusterState state) {
    ProcessSpec command = Objects.requireNonNull(event.info().command());
    FrameworkRow framework = Objects.requireNonNull(state.framework(event.framework()));
    return command.user() != null
        ? command
        : new ProcessSpec(
            command.argv(),
            command.env(),
            command.workdir(),
            framework.info().user(),
            command.stdin());
  }

  static Order shutdown(AgentBarred event) {
    return new ShutdownAgent(event.agent(), event.message());
  }

  static Order kill(TaskKillRequested event, ClusterState state) {
    TaskRow task = Objects.requireNonNull(state.task(event.task()));
    return new KillTask(
        task.agent(),
        incarnation(task.agent(), state),
        task.id(),
        task.attempt(),
        task.epoch(),
        event.graceMillis() != null ? event.graceMillis() : grace(task, state));
  }

  private static long grace(TaskRow task, ClusterState state) {
    if (task.terms() != null) {
      return task.terms().killGraceMillis();
    }
    JobRow job = Objects.requireNonNull(state.job(Objects.requireNonNull(task.job())));
    return job.spec().killGraceMillis();
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

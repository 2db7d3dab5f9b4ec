package dev.bourse.core.decide;

import static dev.bourse.core.testing.Agents.register;
import static dev.bourse.core.testing.Jobs.job;
import static dev.bourse.core.testing.Jobs.reject;
import static dev.bourse.core.testing.Jobs.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.AllocationCompleted;
import dev.bourse.core.event.JobResubmitted;
import dev.bourse.core.event.JobSubmitted;
import dev.bourse.core.event.OfferAccepted;
import dev.bourse.core.event.OfferMade;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Jobs;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.Step;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.job.JobSpec;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.TaskView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmitJobHandlerTest {

  private static final JobId A = new JobId("a");
  private static final TaskId TASK = TaskId.of(A, 0);
  private static final AgentId N1 = new AgentId("n1");

  private final ClusterFixture cluster = new ClusterFixture();

  @Test
  void shouldQueueAJobWhenThereIsNoAgent() {
    Jobs a = job("a");

    Step step = cluster.when(a.submit());

    step.thenApplied()
        .thenEvents(
            new JobSubmitted(A, a.spec(), a.fingerprint(), step.token(), 1, cluster.now()),
            new AllocationCompleted(0))
        .thenOrders()
        .thenTables("JOBS/a");
    JobView view = cluster.job("a");
    assertThat(view.state()).isEqualTo(JobState.QUEUED);
    assertThat(view.attempts()).isZero();
    assertThat(view.submittedAt()).isEqualTo(cluster.now());
    assertThat(view.spec()).isEqualTo(a.spec());
    assertThat(view.fingerprint()).isEqualTo(a.fingerprint());
  }

  @Test
  void shouldLaunchAJobInTheStepOfItsSubmission() {
    cluster.given(register("n1"));
    Jobs a = job("a").command("sleep 5");
    Resources all = Resources.parse("cpus:4;memory:4096;disk:10240");
    Resources needed = JobSpec.DEFAULT_RESOURCES;

    Step step = cluster.when(a.submit());

    step.thenEvents(
            new JobSubmitted(A, a.spec(), a.fingerprint(), step.token(), 1, cluster.now()),
            new OfferMade(1, N1, "default", all, cluster.now(), null, 0, false),
            new OfferAccepted(1),
            new TaskLaunched(TASK, A, 1, 1, N1, "default", needed, cluster.now()),
            new AllocationCompleted(1))
        .thenOrders(
            new LaunchTask(
                N1,
                "first",
                TASK,
                A,
                1,
                1,
                ProcessSpec.of(List.of("/bin/sh", "-c", "sleep 5")),
                needed,
                JobSpec.DEFAULT_KILL_GRACE_MILLIS,
                JobSpec.DEFAULT_LOG_CAP_BYTES,
                null,
                null))
        .thenTables("JOBS/a", "TASKS/a.0");
    TaskView task = cluster.taskOf("a");
    assertThat(task.state()).isEqualTo(TaskState.STAGING);
    assertThat(task.launchedAt()).isEqualTo(cluster.now());
    assertThat(cluster.state().free(N1)).isEqualTo(all.minus(needed));
    assertThat(step.outcome().steps()).containsExactly("SubmitJob", "Allocate");
  }

  @Test
  void shouldTakeTheSameDocumentAgainAsTheSameJob() {
    cluster.given(submit("a"));

    Step again = cluster.when(submit("a"));

    again.thenApplied().thenEvents(new JobResubmitted(A, again.token())).thenTables("JOBS/a");
    assertThat(cluster.job("a").position()).isEqualTo(again.token());
    assertThat(cluster.state().pending().get("default").size()).isEqualTo(1);
  }

  @Test
  void shouldTakeTheSameDocumentOfAFinishedJobAsDone() {
    cluster.given(register("n1"), submit("a"));
    cluster.given(Reports.of(cluster.launchOf("a")).finished());

    cluster.when(submit("a")).thenApplied().thenNothing();

    assertThat(cluster.job("a").state()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void shouldRefuseAnotherDocumentUnderTheIdOfALiveJob() {
    cluster.given(submit("a"));
    String position = cluster.job("a").position();

    cluster
        .when(job("a").command("other").submit())
        .thenRejected("id: 'a' is taken", "QUEUED", "another id")
        .thenNothing();

    assertThat(cluster.job("a").position()).isEqualTo(position);
  }

  @Test
  void shouldRefuseAnotherDocumentUnderTheIdOfAFinishedJob() {
    cluster.given(register("n1"), submit("a"));
    cluster.given(Reports.of(cluster.launchOf("a")).finished());

    cluster
        .when(job("a").command("other").submit())
        .thenRejected("id: 'a' is taken", "SUCCEEDED")
        .thenNothing();
  }

  @Test
  void shouldAcceptACorrectedDocumentAfterARejection() {
    cluster.when(reject("a", "resources.cpus", "is -1, but must be more than 0"));

    cluster
        .when(submit("a"))
        .thenApplied()
        .thenKinds(JobSubmitted.class, AllocationCompleted.class)
        .thenTables("JOBS/a");

    assertThat(cluster.job("a").state()).isEqualTo(JobState.QUEUED);
    assertThat(cluster.job("a").errors()).isEmpty();
  }

  @Test
  void shouldGiveAnIdAwayAgainWhenItsJobIsForgotten() {
    cluster.given(register("n1"), job("a").ttl(Duration.ofHours(1)).submit());
    cluster.given(Reports.of(cluster.launchOf("a")).finished());
    cluster.afterAll(Duration.ofHours(1));

    cluster.when(job("a").command("other").submit()).thenApplied();

    assertThat(cluster.job("a").attempts()).isEqualTo(1);
    assertThat(cluster.launchOf("a").epoch()).isEqualTo(2);
  }

  @Test
  void shouldTakeBackEverythingOfASubmissionThatCannotBeApplied() {
    cluster.given(register("n1"), submit("a"));

    Throwable thrown = cluster.whenItThrows(new SubmitJob(new JobId("b"), null, "broken"));

    assertThat(thrown).isInstanceOf(NullPointerException.class);
    cluster.when(submit("b")).thenApplied();
    assertThat(cluster.launchOf("b").agent()).isEqualTo(N1);
  }
}

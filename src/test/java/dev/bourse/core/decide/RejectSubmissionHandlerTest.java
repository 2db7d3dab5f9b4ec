package dev.bourse.core.decide;

import static dev.bourse.core.testing.Agents.register;
import static dev.bourse.core.testing.Jobs.reject;
import static dev.bourse.core.testing.Jobs.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.JobExpired;
import dev.bourse.core.event.JobRejected;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Reports;
import dev.bourse.core.testing.Step;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.FieldError;
import dev.bourse.topics.job.JobState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectSubmissionHandlerTest {

  private static final JobId A = new JobId("a");
  private static final FieldError ERROR = new FieldError("command", "is missing");

  private final ClusterFixture cluster = new ClusterFixture();

  @Test
  void shouldShowWhyThereIsNoSuchJob() {
    Step step = cluster.when(reject("a", "command", "is missing"));

    step.thenRejected("command: is missing")
        .thenEvents(
            new JobRejected(
                A,
                List.of(ERROR),
                step.token(),
                cluster.now(),
                cluster.now() + Settings.DEFAULT.rejectionMemoryMillis()))
        .thenOrders()
        .thenTables("JOBS/a");
    assertThat(cluster.job("a").state()).isEqualTo(JobState.REJECTED);
    assertThat(cluster.job("a").errors()).containsExactly(ERROR);
    assertThat(cluster.job("a").position()).isEqualTo(step.token());
  }

  @Test
  void shouldShowTheNewestOfSeveralRejections() {
    cluster.when(reject("a", "command", "is missing"));
    cluster.after(Duration.ofMinutes(1));

    Step second = cluster.when(reject("a", "priority", "is 101, but must be 0 to 100"));

    second.thenRejected("priority").thenTables("JOBS/a");
    assertThat(cluster.job("a").errors())
        .containsExactly(new FieldError("priority", "is 101, but must be 0 to 100"));
    assertThat(cluster.job("a").position()).isEqualTo(second.token());
  }

  @Test
  void shouldLeaveAJobThatHasTheId() {
    cluster.given(submit("a"));

    cluster.when(reject("a", "command", "is missing")).thenRejected("command").thenNothing();

    assertThat(cluster.job("a").state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void shouldLeaveAFinishedJobThatHadTheId() {
    cluster.given(register("n1"), submit("a"));
    cluster.given(Reports.of(cluster.launchOf("a")).finished());

    cluster.when(reject("a", "command", "is missing")).thenRejected("command").thenNothing();

    assertThat(cluster.job("a").state()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void shouldForgetARejectionInTheEnd() {
    cluster.when(reject("a", "command", "is missing"));

    cluster.after(Duration.ofMillis(Settings.DEFAULT.rejectionMemoryMillis()));

    cluster.tick().thenEvents(new JobExpired(A, false)).thenTables("-JOBS/a");
    assertThat(cluster.job("a")).isNull();
  }
}

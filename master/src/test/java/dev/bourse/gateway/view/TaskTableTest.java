package dev.bourse.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.gateway.testing.Views;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTableTest {

  private static final AgentId A1 = new AgentId("a1");
  private static final AgentId A2 = new AgentId("a2");

  private final TaskTable table = new TaskTable(new Progress());
  private final Feed feed = new Feed(table::read);

  @Test
  void shouldFindTheTasksOfAJob() {
    feed.write(Views.task("j", TaskState.RUNNING, "a1"));
    feed.write(Views.task("k", TaskState.RUNNING, "a1"));

    assertThat(table.ofJob(new JobId("j"))).hasSize(1);
    assertThat(table.ofJob(new JobId("x"))).isEmpty();
  }

  @Test
  void shouldCountWhatIsNotTerminal() {
    feed.write(Views.task("j", TaskState.STAGING, "a1"));
    feed.write(Views.task("k", TaskState.UNREACHABLE, "a1"));
    assertThat(table.liveOn(A1)).hasSize(2);

    feed.write(Views.task("j", TaskState.LOST, "a1"));
    assertThat(table.liveOn(A1)).hasSize(1);
    assertThat(table.ofJob(new JobId("j"))).hasSize(1);
  }

  @Test
  void shouldFollowATaskToAnotherAgent() {
    feed.write(Views.task("j", TaskState.STAGING, "a1"));
    feed.write(Views.task("j", TaskState.STAGING, "a2"));

    assertThat(table.liveOn(A1)).isEmpty();
    assertThat(table.liveOn(A2)).hasSize(1);
  }

  @Test
  void shouldForgetATaskThatEnded() {
    feed.write(Views.task("j", TaskState.STAGING, "a1"));
    feed.end("j.0");

    assertThat(table.liveOn(A1)).isEmpty();
    assertThat(table.ofJob(new JobId("j"))).isEmpty();
  }

  @Test
  void shouldKeepTheTasksOfFrameworks() {
    FrameworkId framework = new FrameworkId("f");
    feed.write(Views.frameworkTask("f", "t1", TaskState.RUNNING, "a1", "eng", "cpus:1"));
    feed.write(Views.frameworkTask("f", "t2", TaskState.FINISHED, "a1", "eng", "cpus:2"));
    assertThat(table.ofFramework(framework)).hasSize(2);
    assertThat(table.liveOn(A1)).hasSize(1);
    List<String> live = new ArrayList<>();
    table.forEachLive(task -> live.add(task.id().value()));
    assertThat(live).containsExactly("f~t1");

    feed.end("f~t1");
    assertThat(table.ofFramework(framework)).hasSize(1);
    assertThat(table.liveOn(A1)).isEmpty();
  }
}

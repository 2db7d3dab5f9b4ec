package dev.bourse.master.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.RoleWeight;
import dev.bourse.topics.command.SetWeights;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.order.AcknowledgeStatus;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import dev.bourse.topics.view.FrameworkState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The topology with the real core, and a virtual clock. */
class MasterTopologyTest {

  private final TopologyFixture master = new TopologyFixture();

  @AfterEach
  void replayFindsTheSame() {
    master.verifyReplay();
    master.close();
  }

  @Test
  void shouldRunAJobFromItsDocument() {
    master.register("a1", "cpus:2;memory:1024;disk:4096");
    assertThat(master.orders()).singleElement().isInstanceOf(ConfirmRegistration.class);

    master.submit("hello", "{\"command\":[\"echo\",\"hello\"]}");
    LaunchTask launch = (LaunchTask) master.orders().getFirst();
    assertThat(launch.process().argv()).containsExactly("echo", "hello");
    assertThat(master.job("hello").state()).isEqualTo(JobState.QUEUED);
    assertThat(master.task("hello.0").state()).isEqualTo(TaskState.STAGING);

    master.running(launch, 1);
    assertThat(master.orders()).singleElement().isInstanceOf(AcknowledgeStatus.class);
    assertThat(master.job("hello").state()).isEqualTo(JobState.RUNNING);

    master.exited(launch, 2, 0);
    assertThat(master.job("hello").state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(master.task("hello.0").state()).isEqualTo(TaskState.FINISHED);
    assertThat(master.journal())
        .extracting(e -> e.steps().getFirst())
        .containsExactly(
            "ApplySettings", "RegisterAgent", "SubmitJob", "ReportStatus", "ReportStatus");
  }

  @Test
  void shouldSetAsideWhatItCannotReadAndGoOn() {
    master.send(Topic.SUBMISSIONS, "x", null, "{\"command\":");
    master.send(Topic.SUBMISSIONS, "y", "dev.bourse.job.submit.v9", "{}");
    master.send(Topic.MEMBERSHIP, "a1", null, "{}");
    master.send(Topic.MEMBERSHIP, "a1", RecordType.REGISTER_AGENT.ceType(), "[]");
    master.send(Topic.STATUS, "a1", RecordType.REPORT_STATUS.ceType(), "{\"agent\":\"a 1\"}");
    master.send(Topic.STATUS, null, null, "\u0000");

    assertThat(master.deadLetterReasons())
        .hasSize(6)
        .allSatisfy(reason -> assertThat(reason).isNotBlank());
    assertThat(master.job("x").state()).isEqualTo(JobState.REJECTED);
    master.submit("fine", "{\"command\":[\"true\"]}");
    assertThat(master.job("fine").state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void shouldKeepTheRecordAndItsPlaceOnTheDeadLetters() {
    master.submit("same", "{\"command\":[\"true\"]}");
    master.submit("same", "{\"command\":[\"false\"]}");

    var letter = master.deadLetters().getFirst();
    assertThat(new String(letter.getValue(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("{\"command\":[\"false\"]}");
    assertThat(TopologyFixture.header(letter, "bourse_topic")).isEqualTo("bourse.submissions");
    assertThat(TopologyFixture.header(letter, "bourse_offset")).isEqualTo("1");
    assertThat(TopologyFixture.header(letter, "bourse_reason")).contains("taken");
    assertThat(master.job("same").state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void shouldReportASilentAgentThroughTheLog() {
    master.register("a1", "cpus:2;memory:1024;disk:4096");
    master.silence(31_000);
    master.advance(Duration.ofSeconds(1));
    master.noteOwnInputs();

    assertThat(master.agent("a1").state()).isEqualTo(AgentState.UNREACHABLE);
  }

  @Test
  void shouldRunTheTaskOfAFramework() {
    master.register("a1", "cpus:2;memory:1024;disk:4096");
    master.subscribe("f1", "s1");
    assertThat(master.framework("f1").state()).isEqualTo(FrameworkState.CONNECTED);
    assertThat(master.notices(Topic.UPDATES))
        .singleElement()
        .isInstanceOf(FrameworkSubscribed.class);
    ResourceOffer offer = (ResourceOffer) master.notices(Topic.OFFERS).getFirst();

    FrameworkId framework = offer.framework();
    TaskInfo task =
        TaskInfo.of("t1", Resources.parse("cpus:1"), ProcessSpec.of(List.of("/bin/true")));
    master.send(
        Topic.ACCEPTS,
        "f1",
        new AcceptOffers(
            framework,
            "s1",
            List.of(offer.offer()),
            List.of(OfferOperation.launch(List.of(task))),
            null));

    LaunchTask launch = master.launches().getFirst();
    assertThat(launch.framework()).isEqualTo(framework);
    assertThat(launch.job()).isNull();
    assertThat(master.task("f1~t1").framework()).isEqualTo(framework);
    assertThat(master.notices(Topic.OFFERS))
        .first()
        .isEqualTo(new OfferEnded(framework, "s1", offer.offer(), OfferEnded.How.ACCEPTED, null));
    master.running(launch, 1);
    TaskUpdate update = (TaskUpdate) master.notices(Topic.UPDATES).getLast();
    assertThat(update.task()).isEqualTo("t1");
    assertThat(update.state()).isEqualTo(TaskState.RUNNING);
  }

  @Test
  void shouldTellAFrameworkWhatItsCallLacks() {
    master.send(Topic.ACCEPTS, "f1", RecordType.ACCEPT.ceType(), "[]");
    master.send(Topic.ACCEPTS, null, null, "{}");

    assertThat(master.deadLetterReasons()).hasSize(2);
    assertThat(master.notices(Topic.UPDATES)).singleElement().isInstanceOf(CallRefused.class);
  }

  @Test
  void shouldDoWhatOperatorsAskFor() {
    master.send(Topic.OPERATIONS, "dev", new SetWeights(List.of(new RoleWeight("dev", 3_000))));

    assertThat(master.role("dev").weight()).isEqualTo(3_000);
    master.send(Topic.OPERATIONS, "dev", null, "{}");
    assertThat(master.deadLetterReasons()).singleElement().asString().startsWith("header ce_type");
  }

  @Test
  void shouldReportASilentFrameworkThroughTheLog() {
    master.subscribe("f1", "s1");
    master.silence(16_000);
    master.advance(Duration.ofSeconds(1));
    master.noteOwnInputs();

    assertThat(master.framework("f1").state()).isEqualTo(FrameworkState.REMOVED);
    assertThat(master.notices(Topic.UPDATES))
        .filteredOn(SessionEnded.class::isInstance)
        .extracting(notice -> ((SessionEnded) notice).cause())
        .contains(SessionEnded.Cause.DISCONNECTED);
  }

  @Test
  void shouldRunTimersByTheClockOfTheHost() {
    master.register("a1", "cpus:2;memory:1024;disk:4096");
    master.submit("slow", "{\"command\":[\"sleep\",\"9\"],\"retry\":{\"attempts\":1}}");
    LaunchTask first = master.launches().getFirst();
    master.running(first, 1);
    master.exited(first, 2, 3);
    assertThat(master.job("slow").retryAt()).isPositive();

    master.advance(Duration.ofSeconds(2));

    LaunchTask second = master.launches().getFirst();
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.epoch()).isGreaterThan(first.epoch());
  }

  @Test
  void shouldComeBackFromItsChangelog() {
    master.register("a1", "cpus:1;memory:1024;disk:4096");
    master.submit("one", "{\"command\":[\"true\"]}");
    master.submit("two", "{\"command\":[\"true\"]}");
    LaunchTask launch = master.launches().getFirst();
    master.running(launch, 1);
    List<String> before = master.rows();

    assertThat(master.rowsRestoredFromChangelog()).isEqualTo(before);
  }

  @Test
  void shouldForgetAnAgentThatSaysGoodbye() {
    master.register("a1", "cpus:1;memory:1024;disk:4096");
    master.send(
        Topic.MEMBERSHIP,
        new AgentId("a1").value(),
        new DeregisterAgent(new AgentId("a1"), "i1", 1, null));

    assertThat(master.agent("a1").state()).isEqualTo(AgentState.GONE);
  }
}

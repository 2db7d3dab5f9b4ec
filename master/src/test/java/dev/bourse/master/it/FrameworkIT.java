package dev.bourse.master.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.testing.KafkaCluster;
import dev.bourse.testing.KafkaExtension;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.AcknowledgeUpdate;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.kafka.TopicVerifier;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import dev.bourse.topics.order.ConfirmRegistration;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.FrameworkState;
import dev.bourse.topics.view.FrameworkView;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A framework that is nothing but records; the test plays the agent as well. */
@ExtendWith(KafkaExtension.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FrameworkIT {

  private static final AgentId AGENT = new AgentId("a1");
  private static final FrameworkId FRAMEWORK = new FrameworkId("f1");
  private static final String SESSION = "s1";

  @TempDir Path directory;
  private final KafkaCluster kafka;
  private final Layout layout = Layout.withPrefix("it-" + UUID.randomUUID() + ".");
  private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
  private RawClient client;
  private MasterProcess master;

  FrameworkIT(KafkaCluster kafka) {
    this.kafka = kafka;
  }

  @BeforeEach
  void start() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      new TopicVerifier(admin, layout).ensure();
    }
    master =
        MasterProcess.start(
            directory.resolve("err"),
            Map.of(
                "bourse.kafka.bootstrap", kafka.bootstrapServers(),
                "bourse.prefix", layout.prefix(),
                "bourse.master.offers.framework-timeout", "5s",
                "bourse.master.offers.heartbeat", "200ms",
                "quarkus.http.port", "0"));
    client =
        new RawClient(
            kafka.bootstrapServers(),
            layout,
            List.of(Topic.OFFERS, Topic.UPDATES, Topic.LAUNCHES, Topic.FRAMEWORKS));
    assertThat(master.awaitReady()).startsWith("ready http://");
    register();
  }

  @AfterEach
  void stop() {
    heart.shutdownNow();
    client.close();
    master.close();
  }

  @Test
  void shouldRunATaskOfAFrameworkUntilItTearsItselfDown() {
    beat();
    LaunchTask launch = launch("t1");
    assertThat(launch.task()).hasToString("f1~t1");
    assertThat(launch.job()).isNull();
    assertThat(launch.process().argv()).containsExactly("/bin/true");
    OfferEnded ended = client.await(OfferEnded.class, any -> true);
    assertThat(ended.how()).isEqualTo(OfferEnded.How.ACCEPTED);

    report(launch, 1, TaskState.RUNNING, null);
    TaskUpdate running = client.await(TaskUpdate.class, u -> u.state() == TaskState.RUNNING);
    assertThat(running.task()).isEqualTo("t1");
    assertThat(running.agent()).isEqualTo(AGENT);
    report(launch, 2, TaskState.FINISHED, new TaskExit(0, null, 1, 2));
    acknowledge(running);
    TaskUpdate finished = client.await(TaskUpdate.class, u -> u.state() == TaskState.FINISHED);
    assertThat(finished.exit().exitCode()).isZero();
    acknowledge(finished);

    call(new TeardownFramework(FRAMEWORK, SESSION));
    client.await(SessionEnded.class, end -> end.cause() == SessionEnded.Cause.REMOVED);
    client.await(FrameworkView.class, view -> view.state() == FrameworkState.REMOVED);
    assertThat(client.all(KillTask.class)).isEmpty();
  }

  @Test
  void shouldEndAFrameworkThatIsNotHeardOfAnyMoreAndItsTasks() {
    var beating = beat();
    LaunchTask launch = launch("t1");
    report(launch, 1, TaskState.RUNNING, null);
    acknowledge(client.await(TaskUpdate.class, u -> u.state() == TaskState.RUNNING));
    assertThat(client.all(SessionEnded.class)).isEmpty();

    beating.cancel(false);
    SessionEnded end = client.await(SessionEnded.class, any -> true);
    assertThat(end.session()).isEqualTo(SESSION);
    assertThat(end.cause()).isEqualTo(SessionEnded.Cause.DISCONNECTED);
    assertThat(end.message()).startsWith("was not heard of for ");
    client.await(FrameworkView.class, view -> view.state() == FrameworkState.REMOVED);
    KillTask kill = client.await(KillTask.class, any -> true);
    assertThat(kill.task()).isEqualTo(launch.task());
    assertThat(kill.epoch()).isEqualTo(launch.epoch());
  }

  private void register() {
    client.send(
        Topic.MEMBERSHIP,
        AGENT.value(),
        new RegisterAgent(
            AGENT,
            "i1",
            1,
            "a1.example",
            Resources.parse("cpus:2;memory:1024;disk:4096"),
            Attributes.EMPTY,
            "none",
            "test",
            0,
            null,
            List.of(),
            null,
            null));
    client.await(ConfirmRegistration.class, any -> true);
  }

  private Future<?> beat() {
    return heart.scheduleAtFixedRate(
        () ->
            client.send(
                Topic.HEARTBEATS, FRAMEWORK.value(), new FrameworkHeartbeat(FRAMEWORK, SESSION)),
        0,
        200,
        TimeUnit.MILLISECONDS);
  }

  /** Subscribes, takes the first offer, and launches a task on it. */
  private LaunchTask launch(String task) {
    FrameworkInfo info =
        new FrameworkInfo(
            "raw", List.of(RoleInfo.of("dev")), null, null, null, null, null, null, null);
    call(new SubscribeFramework(FRAMEWORK, SESSION, info));
    FrameworkSubscribed subscribed = client.await(FrameworkSubscribed.class, any -> true);
    assertThat(subscribed.timeoutMillis()).isEqualTo(5_000);
    ResourceOffer offer = client.await(ResourceOffer.class, any -> true);
    assertThat(offer.agent()).isEqualTo(AGENT);
    assertThat(offer.role()).isEqualTo("dev");
    TaskInfo wanted =
        TaskInfo.of(task, Resources.parse("cpus:1"), ProcessSpec.of(List.of("/bin/true")));
    call(
        new AcceptOffers(
            FRAMEWORK,
            SESSION,
            List.of(offer.offer()),
            List.of(OfferOperation.launch(List.of(wanted))),
            null));
    return client.await(LaunchTask.class, launch -> FRAMEWORK.equals(launch.framework()));
  }

  private void report(LaunchTask launch, long sequence, TaskState state, @Nullable TaskExit exit) {
    client.send(
        Topic.STATUS,
        AGENT.value(),
        new ReportStatus(
            AGENT,
            launch.task(),
            launch.attempt(),
            launch.epoch(),
            sequence,
            state,
            null,
            null,
            1,
            exit));
  }

  private void acknowledge(TaskUpdate update) {
    call(new AcknowledgeUpdate(FRAMEWORK, SESSION, update.task(), String.valueOf(update.update())));
  }

  private void call(Object call) {
    client.send(Topic.ACCEPTS, FRAMEWORK.value(), call);
  }
}

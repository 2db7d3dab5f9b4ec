package dev.bourse.core.frameworks;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Framework.framework;
import static dev.bourse.core.testing.Framework.launch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.Framework;
import dev.bourse.core.testing.Reports;
import dev.bourse.topics.command.RejectCall;
import dev.bourse.topics.command.SendMessage;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.view.FrameworkState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Frameworks come, go, come back, and end. */
class SessionStoriesTest {

  private final ClusterFixture cluster = new ClusterFixture();
  private final Framework fw = framework("fw", "r").failoverTimeout(60_000);

  private FrameworkRow row() {
    return cluster.state().framework(fw.id());
  }

  private void launched(String name) {
    cluster.given(fw.subscribe(), agent("n1").resources("cpus:4;memory:4096").register());
    cluster.given(fw.accept(cluster.offersTo("fw"), launch(name, "cpus:1;memory:64")));
  }

  @Test
  void shouldTellAFrameworkThatItHasASession() {
    cluster.given(fw.subscribe());

    FrameworkSubscribed told = cluster.toldTo("fw", FrameworkSubscribed.class).getFirst();
    assertThat(told.session()).isEqualTo("s1");
    assertThat(told.heartbeatMillis()).isEqualTo(2_000);
    assertThat(told.timeoutMillis()).isEqualTo(15_000);
    cluster.given(fw.subscribe());
    assertThat(cluster.toldTo("fw", FrameworkSubscribed.class)).hasSize(2);
    assertThat(cluster.toldTo("fw", SessionEnded.class)).isEmpty();
  }

  @Test
  void shouldRefuseACallWithoutASession() {
    cluster.when(fw.revive()).thenRejected("framework", "'fw'", "subscribe first");

    assertThat(cluster.toldTo("fw", CallRefused.class)).hasSize(1);
  }

  @Test
  void shouldRefuseAnotherPrincipalOrUser() { // case 122
    cluster.given(framework("a", "r").principal("alice").user("www").subscribe());

    cluster
        .when(framework("a", "r").principal("bob").user("www").session("s2").subscribe())
        .thenRejected("info.principal", "'bob'", "'alice'");
    cluster
        .when(framework("a", "r").principal("alice").user("root").update())
        .thenRejected("info.user", "'root'", "'www'");
  }

  @Test
  void shouldKeepTheTasksForTheFailoverTimeout() {
    launched("t");

    cluster.given(fw.disconnect());
    assertThat(row().state()).isEqualTo(FrameworkState.DISCONNECTED);
    cluster.afterAll(Duration.ofSeconds(59));
    assertThat(cluster.state().task(new TaskId("fw~t")).killReason()).isNull();

    cluster.failOver();
    cluster.afterAll(Duration.ofSeconds(1));
    assertThat(row().state()).isEqualTo(FrameworkState.REMOVED);
    assertThat(cluster.state().task(new TaskId("fw~t")).killReason())
        .isEqualTo(Reason.FRAMEWORK_REMOVED);
    assertThat(cluster.orders().getLast()).isInstanceOf(KillTask.class);
  }

  @Test
  void shouldTakeOverItsTasks() {
    launched("t");
    cluster.given(fw.disconnect());
    cluster.after(Duration.ofSeconds(30));

    cluster.given(fw.session("s2").subscribe());

    assertThat(row().isConnected()).isTrue();
    assertThat(cluster.toldTo("fw", FrameworkSubscribed.class).getLast().tasks()).isEqualTo(1);
    cluster.afterAll(Duration.ofSeconds(60));
    assertThat(row().isConnected()).isTrue();
  }

  @Test
  void shouldEndAtOnceWithoutAFailoverTimeout() {
    Framework brief = framework("brief", "r");
    cluster.given(brief.subscribe(), brief.disconnect());

    assertThat(cluster.state().framework(brief.id()).state()).isEqualTo(FrameworkState.REMOVED);
    assertThat(cluster.toldTo("brief", SessionEnded.class))
        .extracting(SessionEnded::cause)
        .containsExactly(SessionEnded.Cause.DISCONNECTED, SessionEnded.Cause.REMOVED);
  }

  @Test
  void shouldRetireTheIdOfAFrameworkThatIsOver() {
    launched("t");
    cluster.given(fw.teardown());
    assertThat(row().state()).isEqualTo(FrameworkState.REMOVED);

    cluster.when(fw.session("s2").subscribe()).thenRejected("'fw' is over", "another id");
    assertThat(cluster.toldTo("fw", SessionEnded.class).getLast().session()).isEqualTo("s2");
    cluster.when(fw.teardown()).thenRejected("'fw' is over: it has ended itself");
    cluster.given(Reports.of(cluster.launchOf("fw", "t")).killed());
    assertThat(cluster.state().updates()).isEmpty();
    cluster.afterAll(Duration.ofDays(31));
    assertThat(row()).isNull();
    cluster.given(fw.session("s3").subscribe());
  }

  @Test
  void shouldNotBeEndedByAnOlderSession() {
    cluster.given(fw.subscribe());
    TeardownFramework late = fw.teardown();
    cluster.given(fw.session("s2").subscribe());

    cluster.when(late).thenRejected("session", "'s1'");

    assertThat(row().isConnected()).isTrue();
  }

  @Test
  void shouldLetAnOperatorEndAFramework() {
    launched("t");

    cluster.given(new TeardownFramework(fw.id(), null));

    assertThat(row().message()).contains("operator");
    assertThat(cluster.state().offers()).isEmpty();
  }

  @Test
  void shouldLeaveARole() {
    Framework two = framework("two", "a", "b");
    cluster.given(two.subscribe());
    cluster.given(agent("n1").resources("cpus:1;memory:64").register());
    cluster.given(agent("n2").resources("cpus:1;memory:64").register());
    assertThat(cluster.offersTo("two")).extracting(ResourceOffer::role).contains("a", "b");

    cluster.given(framework("two", "b").update());

    assertThat(cluster.offersTo("two")).extracting(ResourceOffer::role).containsOnly("b");
    assertThat(cluster.offersTo("two")).hasSize(2);
  }

  @Test
  void shouldSayWhatCannotBeRead() {
    cluster
        .when(new RejectCall(fw.id(), "AcceptOffers", "operations[0].type: is missing"))
        .thenRejected("operations[0].type");

    assertThat(cluster.toldTo("fw", CallRefused.class))
        .extracting(CallRefused::reason)
        .containsExactly("operations[0].type: is missing");
  }

  @Test
  void shouldRefuseAMessageToAnExecutorThatThereIsNot() {
    launched("t");

    cluster.when(new SendMessage(fw.id(), "s1", "t", "hello")).thenRejected("'t'", "no executor");
  }

  @Test
  void shouldNotConfuseTasksOfFrameworksWithSimilarNames() {
    Framework a = framework("a", "r");
    Framework b = framework("a-b", "r");
    cluster.given(a.subscribe(), b.subscribe());
    for (int i = 0; i < 4; i++) {
      cluster.given(agent("n" + i).resources("cpus:1;memory:64").register());
    }
    cluster.given(a.accept(cluster.offersTo("a").getFirst(), launch("t", "cpus:1")));
    cluster.given(b.accept(cluster.offersTo("a-b").getFirst(), launch("t", "cpus:1")));

    assertThat(cluster.state().tasksOf(a.id())).hasSize(1);
    assertThat(cluster.state().tasksOf(b.id())).hasSize(1);
  }
}

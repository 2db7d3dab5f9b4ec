package dev.bourse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.DeclineOffers;
import dev.bourse.topics.command.SchedulerCall;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.command.SuppressOffers;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.scheduler.OfferEnded.How;
import dev.bourse.topics.scheduler.SessionEnded.Cause;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionCallsTest {

  private final FakeHost host = new FakeHost();
  private final Recorder scheduler = new Recorder();
  private final SchedulerSession session =
      new SchedulerSession(Events.ID, Events.INFO, scheduler, List.of(0), false, host);
  private final SchedulerDriver driver = session.driver();

  @BeforeEach
  void start() {
    session.start();
  }

  private void subscribe() {
    session.event(0, Events.subscribed("s1"));
    host.takeSent();
    scheduler.takeTold();
  }

  @Test
  void shouldForgetOffersThatHaveEnded() {
    subscribe();
    for (long offer = 1; offer <= 5; offer++) {
      session.event(0, Events.offer("s1", offer));
    }
    session.flush();
    scheduler.takeTold();

    session.event(0, Events.offerEnded("s1", 1, How.RESCINDED));
    session.event(0, Events.offerEnded("s1", 2, How.EXPIRED));
    session.event(0, Events.offerEnded("s1", 3, How.CONFLICT));
    session.event(0, Events.offerEnded("s1", 4, How.DECLINED));

    assertThat(scheduler.takeTold()).containsExactly("RESCINDED 1", "EXPIRED 2", "CONFLICT 3");
    assertThat(driver.offers()).containsExactly(Events.offer("s1", 5));
    driver.decline(List.of(Events.offer("s1", 1), Events.offer("s1", 5)), Duration.ofSeconds(7));
    driver.decline(Events.offer("s1", 5));
    assertThat(host.takeCommands())
        .containsExactly(new DeclineOffers(Events.ID, "s1", List.of(5L), 7_000L));
    assertThat(driver.offers()).isEmpty();
  }

  @Test
  void shouldLetTheMasterAnswerForOffersThatAreGone() {
    subscribe();
    session.event(0, Events.offer("s1", 1));
    session.flush();
    session.event(0, Events.ended("s1", Cause.DISCONNECTED));
    List<OfferOperation> launch =
        List.of(OfferOperation.launch(List.of(Events.task("t", "cpus:1"))));

    driver.accept(List.of(Events.offer("s1", 1)), launch, null);
    host.takeCommands();
    session.event(0, Events.subscribed("s2"));

    assertThat(host.takeCommands())
        .containsExactly(new AcceptOffers(Events.ID, "s2", List.of(1L), launch, null));
    assertThatThrownBy(() -> driver.accept(List.of(Events.offer("x", 1)), launch, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("offer: is 1 of session 'x', but must be one that this framework was made");
  }

  @Test
  void shouldKeepCallsUntilASessionBegins() {
    driver.kill("t1", Duration.ofSeconds(1));
    driver.suppress("eng");
    assertThat(host.takeCommands()).hasSize(1);

    session.event(0, Events.subscribed("s1"));

    assertThat(host.takeCommands())
        .extracting(command -> command.getClass().getSimpleName())
        .containsExactly("KillTasks", "SuppressOffers");
  }

  @Test
  void shouldNotKeepCallsWithoutABound() {
    for (int i = 0; i < 10_000; i++) {
      driver.kill("t1");
    }
    assertThatThrownBy(() -> driver.kill("t1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("10000 wait");
  }

  @Test
  void shouldRememberWhatIsSuppressedForTheNextSession() {
    subscribe();

    driver.suppress();
    assertThat(driver.info().roles().getFirst().isSuppressed()).isTrue();
    session.event(0, Events.ended("s1", Cause.DISCONNECTED));
    assertThat(host.takeCommands())
        .containsExactly(
            new SuppressOffers(Events.ID, "s1", List.of()),
            new SubscribeFramework(Events.ID, "s2", driver.info()));

    driver.revive("eng");
    assertThat(driver.info()).isEqualTo(Events.INFO);
    assertThatThrownBy(() -> driver.revive("ops"))
        .hasMessage("roles: has 'ops', but may have only eng");
  }

  @Test
  void shouldSendEveryKindOfCall() {
    subscribe();
    FrameworkInfo renamed = FrameworkInfo.of("new name", "eng");

    driver.message("t1", "hello");
    driver.reconcile();
    driver.update(renamed);
    driver.acceptInverse(List.of(Events.inverseOffer("s1", 1)));
    driver.declineInverse(List.of(Events.inverseOffer("s1", 2)));
    driver.revive();

    assertThat(host.takeCommands())
        .allSatisfy(command -> assertThat(((SchedulerCall) command).session()).isEqualTo("s1"))
        .extracting(command -> command.getClass().getSimpleName())
        .containsExactly(
            "SendMessage",
            "ReconcileTasks",
            "UpdateFramework",
            "AnswerInverseOffers",
            "AnswerInverseOffers",
            "ReviveOffers");
    assertThat(driver.info()).isEqualTo(renamed);
    assertThat(driver.framework()).isEqualTo(Events.ID);
    assertThat(driver.now()).isEqualTo(host.now());
  }

  @Test
  void shouldRefuseWhatNoMasterWouldTake() {
    subscribe();

    assertThatThrownBy(() -> driver.kill("t1", Duration.ofSeconds(-1)))
        .hasMessage("grace: is PT-1S, but must be 0 or more");
    assertThatThrownBy(() -> driver.accept(List.of(), List.of(), null))
        .hasMessage("offers: is empty, but must have at least one");
    assertThatThrownBy(() -> session.event(1, Events.subscribed("s1")))
        .hasMessage("cell: is 1, but must be one of [0]");
    assertThat(host.takeCommands()).isEmpty();
  }
}

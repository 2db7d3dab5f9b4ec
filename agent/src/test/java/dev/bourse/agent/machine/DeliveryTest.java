package dev.bourse.agent.machine;

import static dev.bourse.agent.machine.MachineTester.key;
import static dev.bourse.agent.machine.MachineTester.registered;
import static dev.bourse.agent.machine.MachineTester.reports;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.task.TaskState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** At least once: Mesos conformance cases 135 to 137. */
class DeliveryTest {

  private final MachineTester agent = registered();

  @Test
  void shouldSendAReportAgainAfterTenSecondsThenAtDoubledIntervalsUpToTenMinutes() { // case 136
    agent.run(1);
    List<Long> waits = new ArrayList<>();
    long last = agent.now;
    while (waits.size() < 9) {
      if (!reports(agent.after(1_000)).isEmpty()) {
        waits.add((agent.now - last) / 1_000);
        last = agent.now;
      }
    }
    assertThat(waits).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L, 600L);
  }

  @Test
  void shouldBeginAnewWithEachReport() {
    agent.run(1);
    agent.after(10_000);
    ReportStatus last = agent.ended(1, 0);
    assertThat(reports(agent.after(9_999))).isEmpty();
    assertThat(reports(agent.after(1))).containsExactly(last);
  }

  @Test
  void shouldStopSendingWhatIsAcknowledged() {
    agent.run(1);
    assertThat(agent.acknowledge(1, 1)).isEmpty();
    assertThat(reports(agent.after(3_600_000))).isEmpty();
  }

  @Test
  void shouldForgetAnAttemptWhoseLastReportIsAcknowledged() {
    agent.run(1);
    agent.ended(1, 0);
    assertThat(agent.acknowledge(1, 2)).containsExactly(new Action.Forget(key(1)));
    assertThat(agent.acknowledge(1, 2)).isEmpty();
  }

  @Test
  void shouldTakeALaterAcknowledgementForAllBefore() {
    agent.run(1);
    agent.ended(1, 0);
    assertThat(agent.acknowledge(1, 99)).containsExactly(new Action.Forget(key(1)));
  }

  @Test
  void shouldNotForgetForTheAcknowledgementOfAnEarlierReport() {
    agent.run(1);
    ReportStatus last = agent.ended(1, 0);
    assertThat(agent.acknowledge(1, 1)).isEmpty();
    assertThat(reports(agent.after(10_000))).containsExactly(last);
  }

  @Test
  void shouldNotSendAReportWhileItsOutputIsSent() {
    agent.run(1);
    agent.exited(1, 0);
    assertThat(reports(agent.after(3_600_000))).isEmpty();
    assertThat(agent.acknowledge(1, 99)).isEmpty();
    assertThat(reports(agent.drained(1)))
        .extracting(ReportStatus::state)
        .containsExactly(TaskState.FINISHED);
  }

  @Test
  void shouldIgnoreAnAcknowledgementOfWhatItDoesNotKnow() {
    assertThat(agent.acknowledge(9, 1)).isEmpty();
  }
}

package dev.bourse.master.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.liveness.Heartbeat;
import org.junit.jupiter.api.Test;

class HeartbeatLogTest {

  private static final AgentId AGENT = new AgentId("a1");

  private long now = 1_000_000;
  private final HeartbeatLog log = new HeartbeatLog(() -> now);

  @Test
  void shouldCountSilenceFromTheLastHeartbeat() {
    log.note(new Heartbeat(AGENT, 1));
    now += 700;
    log.note(new Heartbeat(AGENT, 1));
    now += 300;

    assertThat(log.silentMillis(AGENT, 1)).isEqualTo(300);
  }

  @Test
  void shouldCondemnNobodyItWasNotListeningFor() {
    assertThat(log.silentMillis(AGENT, 1)).isZero();
    now += 500;
    assertThat(log.silentMillis(AGENT, 1)).isEqualTo(500);
  }

  @Test
  void shouldBeginAnewWithANewRegistration() {
    log.note(new Heartbeat(AGENT, 1));
    now += 90_000;

    assertThat(log.silentMillis(AGENT, 2)).isZero();
  }

  @Test
  void shouldNotTakeAHeartbeatOfAnOlderRegistrationForOneOfTheNew() {
    assertThat(log.silentMillis(AGENT, 2)).isZero();
    now += 400;
    log.note(new Heartbeat(AGENT, 1));

    assertThat(log.silentMillis(AGENT, 2)).isEqualTo(400);
  }
}

package dev.bourse.master.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import dev.bourse.topics.liveness.Heartbeat;
import org.junit.jupiter.api.Test;

class HeartbeatLogTest {

  private static final AgentId AGENT = new AgentId("a1");
  private static final FrameworkId FRAMEWORK = new FrameworkId("f1");

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

  @Test
  void shouldCountTheSilenceOfAFrameworkInItsPresentSession() {
    log.note(new FrameworkHeartbeat(FRAMEWORK, "s1"));
    now += 300;
    assertThat(log.silentMillis(FRAMEWORK, "s1")).isEqualTo(300);
    assertThat(log.silentMillis(FRAMEWORK, "s2")).isZero();
    now += 200;
    log.note(new FrameworkHeartbeat(FRAMEWORK, "s1"));
    assertThat(log.silentMillis(FRAMEWORK, "s1")).isZero();
    assertThat(log.silentMillis(FRAMEWORK, "s2")).isEqualTo(200);
  }

  @Test
  void shouldForgetTheSessionsThatNobodyAsksFor() {
    log.note(new FrameworkHeartbeat(FRAMEWORK, "old"));
    now += HeartbeatLog.MEMORY_MILLIS - 1;
    assertThat(log.silentMillis(FRAMEWORK, "silent")).isZero();
    now += 1;
    log.note(new FrameworkHeartbeat(FRAMEWORK, "new"));

    assertThat(log.sessions()).isEqualTo(2);
    assertThat(log.silentMillis(FRAMEWORK, "silent")).isEqualTo(1);
  }
}

package dev.bourse.core.explain;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Agents.unreachable;
import static dev.bourse.core.testing.Framework.framework;
import static dev.bourse.core.testing.Framework.launch;
import static dev.bourse.core.testing.Jobs.job;
import static dev.bourse.core.testing.Jobs.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.explain.Waiting.Exclusion;
import dev.bourse.core.explain.Waiting.Nearest;
import dev.bourse.core.explain.Waiting.Quota;
import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.topics.command.ApplySettings;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each reason for which an agent does not take a job, and the nearest way out. */
class ExplainerTest {

  private static final AgentId N1 = new AgentId("n1");

  private final ClusterFixture cluster = new ClusterFixture();

  @Test
  void shouldSayThatThereIsNoAgent() {
    cluster.given(submit("a"));

    Waiting why = explain("a");

    assertThat(why.exclusions()).isEmpty();
    assertThat(why.place()).isEqualTo(1);
    assertThat(why.nearest().agent()).isNull();
    assertThat(why.role().shareThousandths()).isZero();
  }

  @Test
  void shouldCountEachReason() {
    cluster.given(
        agent("n1").resources("cpus:2;memory:4096").register(),
        agent("n2").resources("cpus:8;memory:100").register(),
        agent("n3").resources("cpus:8;memory:4096").register(),
        unreachable("n3", 3),
        job("a").resources("cpus:4;memory:512").submit());

    assertThat(explain("a").exclusions())
        .containsExactlyInAnyOrder(
            new Exclusion("too little cpus on the whole machine", 1, List.of(N1)),
            new Exclusion("too little memory on the whole machine", 1, List.of(new AgentId("n2"))),
            new Exclusion("agent is UNREACHABLE", 1, List.of(new AgentId("n3"))));
  }

  @Test
  void shouldSayWhatWouldHaveToBecomeFree() {
    cluster.given(
        agent("n1").resources("cpus:4;memory:4096").register(),
        job("a").resources("cpus:3;memory:1024").submit(),
        job("b").resources("cpus:2;memory:512").submit());

    Waiting why = explain("b");

    assertThat(why.exclusions())
        .containsExactly(new Exclusion("too little cpus free", 1, List.of(N1)));
    assertThat(why.nearest())
        .isEqualTo(
            new Nearest(
                N1,
                Resources.parse("cpus:1;memory:3072"),
                Resources.parse("cpus:1"),
                true,
                Resources.parse("cpus:1;memory:512")));
    assertThat(why.role().shareThousandths()).isEqualTo(750);
  }

  @Test
  void shouldNameTheFrameworksThatHaveNotAnswered() {
    cluster.given(
        framework("fw", "r").subscribe(),
        agent("n1").resources("cpus:4;memory:4096").register(),
        job("a").resources("cpus:3;memory:1024").submit());

    assertThat(explain("a").exclusions())
        .containsExactly(
            new Exclusion(
                "it is offered to framework 'fw', which has not answered yet", 1, List.of(N1)));

    cluster.given(framework("fw", "r").accept(cluster.offersTo("fw"), launch("t", "cpus:2")));
    cluster.afterAll(Duration.ofSeconds(6));
    // What is left is offered again, and would not be enough.
    assertThat(explain("a").exclusions())
        .containsExactly(new Exclusion("too little cpus, memory free", 1, List.of(N1)));
  }

  @Test
  void shouldSayWhatMachineWouldHaveToBeThere() {
    cluster.given(
        agent("n1").resources("cpus:4;memory:4096").register(),
        job("a").resources("cpus:64;memory:512").submit());

    Nearest nearest = explain("a").nearest();

    assertThat(nearest.fitsWhenIdle()).isFalse();
    assertThat(nearest.missing()).isEqualTo(Resources.parse("cpus:60"));
  }

  @Test
  void shouldTellThePlaceInTheQueueAndTheRolesAhead() {
    cluster.given(
        agent("n1").resources("cpus:1;memory:1024").register(),
        job("held").role("first").resources("cpus:1;memory:64").submit(),
        job("a").role("first").resources("cpus:1;memory:64").submit(),
        job("b").role("first").priority(90).resources("cpus:1;memory:64").submit(),
        job("c").role("second").resources("cpus:1;memory:64").submit());

    assertThat(explain("a").place()).isEqualTo(2);
    assertThat(explain("a").queued()).isEqualTo(2);
    assertThat(explain("b").place()).isEqualTo(1);
    assertThat(explain("a").rolesAhead()).isEqualTo(1);
    assertThat(explain("c").rolesAhead()).isZero();
  }

  @Test
  void shouldSayThatTheRoleIsAtItsLimit() {
    cluster.given(
        new ApplySettings(
            Settings.DEFAULT.withRoles(
                new TreeMap<>(
                    Map.of("small", new RoleSettings(2_000, Quantities.parse("cpus:2")))))),
        agent("n1").resources("cpus:8;memory:4096").register(),
        job("a").role("small").resources("cpus:1.5;memory:64").submit(),
        job("b").role("small").resources("cpus:1;memory:64").submit(),
        job("c").role("small").resources("cpus:3;memory:64").submit());

    Quantities limit = Quantities.parse("cpus:2");
    assertThat(explain("b").quota()).isEqualTo(new Quota(limit, Resources.parse("cpus:0.5"), true));
    assertThat(explain("b").roomOn()).containsExactly(N1);
    assertThat(explain("c").quota())
        .isEqualTo(new Quota(limit, Resources.parse("cpus:2.5"), false));
    assertThat(explain("b").role().weight()).isEqualTo(2_000);
    assertThat(explain("b").role().limit()).isEqualTo(limit);
  }

  @Test
  void shouldSayNothingOfALimitThatLeavesEnough() {
    cluster.given(
        new ApplySettings(
            Settings.DEFAULT.withRoles(
                new TreeMap<>(
                    Map.of("small", new RoleSettings(1_000, Quantities.parse("disk:1")))))),
        job("a").role("small").resources("cpus:1").submit());

    assertThat(explain("a").quota()).isNull();
  }

  private Waiting explain(String job) {
    return new Explainer(cluster.state()).explain(cluster.state().job(new JobId(job)));
  }
}

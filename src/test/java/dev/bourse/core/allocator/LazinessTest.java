package dev.bourse.core.allocator;

import static dev.bourse.core.testing.Agents.agent;
import static dev.bourse.core.testing.Framework.framework;
import static dev.bourse.core.testing.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.testing.ClusterFixture;
import dev.bourse.core.testing.RandomMarket;
import dev.bourse.core.testing.Step;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.resources.Quantities;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An allocation looks only at what has changed since the last one. What it decides must be what
 * looking at everything would decide.
 */
class LazinessTest {

  /** More of them with {@code -Dseeds=N}. */
  private static final int SEEDS = 20;

  private static final int COMMANDS = 300;

  static LongStream seeds() {
    Long only = Long.getLong("seed");
    return only == null ? LongStream.range(0, Long.getLong("seeds", SEEDS)) : LongStream.of(only);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldDecideWhatTryingEverythingWouldDecide(long seed) {
    RandomMarket market = new RandomMarket(seed);
    try {
      for (int i = 0; i < COMMANDS; i++) {
        market.act();
      }
    } catch (AssertionError | RuntimeException e) {
      int size = market.story().size();
      throw new AssertionError(
          "after %d commands, of which the last are %s; repeat with: ./mvnw -pl src -am test -Dtest=LazinessTest -Dseed=%d -Dsurefire.failIfNoSpecifiedTests=false"
              .formatted(size, market.story().subList(Math.max(0, size - 5), size), seed),
          e);
    }
    assertThat(market.offersMade()).isPositive();
  }

  @Test
  void shouldPassByAJobThatOnlySeemsToFit() {
    ClusterFixture cluster = new ClusterFixture();
    cluster.given(
        agent("n1").resources("cpus:4;memory:1024;ports:[5-10];ports(r):[1-4]").register());

    // The ports are there, but no reservation has all of them.
    cluster.given(
        job("a").role("r").resources("cpus:1;memory:16;ports:[3-6]").submit(),
        job("b").role("s").resources("cpus:1;memory:16;ports:[3-6]").submit());
    Step step = cluster.when(job("c").role("r").resources("cpus:1;memory:16").submit());

    assertThat(step.jobsLaunched()).containsExactly("c");
  }

  @Test
  void shouldLaunchJobsOnCrumbsOnceSomebodyTakesCrumbs() {
    ClusterFixture cluster = new ClusterFixture();
    cluster.given(
        agent("n1").resources("cpus:0.005;memory:16").register(),
        job("a").resources("cpus:0.005;memory:8").submit());
    assertThat(cluster.job("a").state()).isEqualTo(JobState.QUEUED);

    RoleInfo takesAnything = new RoleInfo("r", true, "", null);
    Step step = cluster.when(framework("f").in(takesAnything).subscribe());

    assertThat(step.jobsLaunched()).containsExactly("a");
  }

  @Test
  void shouldUseALimitElsewhereOnceAReservationIsGone() {
    ClusterFixture cluster = new ClusterFixture();
    cluster.given(
        new SetQuota(List.of(new RoleQuota("r", Quantities.parse("cpus:4"), null)), null),
        agent("n1").resources("cpus(r):4;memory:16").register(),
        agent("n2").resources("cpus:4;memory:1024").register(),
        job("a").role("r").resources("cpus:1;memory:64").submit());
    assertThat(cluster.job("a").state()).isEqualTo(JobState.QUEUED);

    Step step = cluster.when(agent("n1").run(2).resources("memory:16").register());

    assertThat(step.jobsLaunched()).containsExactly("a");
  }
}

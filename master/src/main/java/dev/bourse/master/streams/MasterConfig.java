package dev.bourse.master.streams;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operator may set about the master. */
@ConfigMapping(prefix = "bourse.master")
public interface MasterConfig {

  /** Whether this process hosts the core; a gateway on its own does not. */
  @WithDefault("true")
  boolean enabled();

  /** How long an agent may be silent before it counts as unreachable. */
  @WithDefault("30s")
  Duration agentTimeout();

  /** How long an unreachable agent may stay away before its tasks are given up. */
  @WithDefault("10m")
  Duration agentRemovalTimeout();

  /**
   * How long this process may be silent before a standby takes over. The broker's {@code
   * group.min.session.timeout.ms} is the least it can be.
   */
  @WithDefault("1s")
  Duration sessionTimeout();

  /** How often decisions are committed: less is faster, more is cheaper. */
  @WithDefault("5ms")
  Duration commitInterval();

  /** How many other processes keep a copy of the state. */
  @WithDefault("1")
  int standbys();

  /** About offers and frameworks. */
  Offers offers();

  /** Weight and quota of roles, by name; a role that is not named has weight 1 and no quota. */
  Map<String, Role> roles();

  /** What is set for a role. */
  interface Role {

    /** How much of the cluster it gets beside others: of weight 2, twice as much as of weight 1. */
    @WithDefault("1")
    BigDecimal weight();

    /** The most that its jobs hold together, as in {@code cpus:8;memory:16384}. */
    Optional<String> limit();

    /** What is kept free for it as long as it does not hold it, as in {@code cpus:4}. */
    Optional<String> guarantee();
  }

  /** What is set about offers and frameworks. */
  interface Offers {

    /** How many offers one step makes at most. */
    @WithDefault("1000")
    int offersPerStep();

    /** After how long an offer that is not answered is taken back; 0 for never. */
    @WithDefault("30s")
    Duration offerTimeout();

    /** How long what was declined is not offered again to who declined it and says no time. */
    @WithDefault("5s")
    Duration refuse();

    /** The least time for which that is so. */
    @WithDefault("1s")
    Duration allocationInterval();

    /** The least that is worth an offer: alternatives parted by {@code |}. */
    @WithDefault("cpus:0.01|memory:32")
    String minAllocatable();

    /** In which order roles and frameworks are offered resources: {@code DRF} or {@code RANDOM}. */
    @WithDefault("DRF")
    String sorter();

    /** Names of resources that do not count in shares. */
    Optional<List<String>> excludedResources();

    /** How many calls a framework may make each second on average; 0 for no bound. */
    @WithDefault("1000")
    int callsPerSecond();

    /** How many calls it may make at once. */
    @WithDefault("5000")
    int callBurst();

    /** How often a framework is to give a sign of life. */
    @WithDefault("2s")
    Duration heartbeat();

    /** After how much silence it counts as disconnected. */
    @WithDefault("15s")
    Duration frameworkTimeout();

    /** After how long an update that is not acknowledged is sent again, doubling each time. */
    @WithDefault("10s")
    Duration resend();

    /** The longest such wait. */
    @WithDefault("10m")
    Duration maxResend();

    /** After how long of waiting capacity is held back for what does not fit; 0 for never. */
    @WithDefault("5m")
    Duration reserveAfter();

    /** After how long of waiting others may be stopped for it; 0 for never. */
    @WithDefault("1m")
    Duration preemptAfter();

    /** How many attempts may be stopped for others each minute. */
    @WithDefault("60")
    int preemptionsPerMinute();

    /** How many agents may become unreachable each minute; 0 for no bound. */
    @WithDefault("0")
    int agentRemovalsPerMinute();

    /** Where the master is: agents elsewhere are offered only to who can handle that. */
    Optional<String> region();
  }
}

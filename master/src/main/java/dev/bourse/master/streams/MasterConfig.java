package dev.bourse.master.streams;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
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

  /** Weight and quota of roles, by name; a role that is not named has weight 1 and no limit. */
  Map<String, Role> roles();

  /** What is set for a role. */
  interface Role {

    /** How much of the cluster it gets beside others: of weight 2, twice as much as of weight 1. */
    @WithDefault("1")
    BigDecimal weight();

    /** The most that its jobs hold together, as in {@code cpus:8;memory:16384}. */
    Optional<String> limit();
  }
}

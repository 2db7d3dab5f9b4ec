package dev.bourse.topics.framework;

import dev.bourse.topics.command.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a framework says of itself. {@code user} and {@code principal} stay what they were when it
 * first subscribed.
 *
 * @param name for people
 * @param roles in which it is offered resources, at least one; more than one needs {@code
 *     MULTI_ROLE}
 * @param capabilities what it can handle; none by default
 * @param failoverTimeoutMillis how long its tasks outlive its scheduler: when it has been
 *     disconnected for longer, all of them are killed and the id is retired; 0, the default, is at
 *     once
 * @param user the account that its tasks run as unless they say otherwise; null for the agent's
 *     task user
 * @param principal who it acts as; written into its reservations
 * @param hostname where its scheduler runs, for people
 * @param webUrl where people can look at it
 * @param labels for people and filters
 */
public record FrameworkInfo(
    String name,
    List<RoleInfo> roles,
    @Nullable List<Capability> capabilities,
    @Nullable Long failoverTimeoutMillis,
    @Nullable String user,
    @Nullable String principal,
    @Nullable String hostname,
    @Nullable String webUrl,
    @Nullable SortedMap<String, String> labels) {

  /** The most roles that a framework may be in. */
  public static final int MAX_ROLES = 256;

  private static final int MAX_TEXT = 256;
  private static final int MAX_URL = 2_048;
  private static final long MAX_FAILOVER_MILLIS = 365L * 24 * 3_600_000;

  /** Checks and copies. */
  public FrameworkInfo {
    Texts.check("name", name, MAX_TEXT);
    Texts.checkOptional("user", user, MAX_TEXT);
    Texts.checkOptional("principal", principal, MAX_TEXT);
    Texts.checkOptional("hostname", hostname, MAX_TEXT);
    Texts.checkOptional("webUrl", webUrl, MAX_URL);
    capabilities = checkCapabilities(capabilities);
    labels = Labels.check("labels", labels);
    if (failoverTimeoutMillis != null
        && (failoverTimeoutMillis < 0 || failoverTimeoutMillis > MAX_FAILOVER_MILLIS)) {
      throw new IllegalArgumentException(
          "failoverTimeoutMillis: is "
              + failoverTimeoutMillis
              + ", but must be 0 to "
              + MAX_FAILOVER_MILLIS);
    }
    roles = checkRoles(roles, capabilities);
  }

  private static @Nullable List<Capability> checkCapabilities(
      @Nullable List<Capability> capabilities) {
    if (capabilities == null) {
      return null;
    }
    Set<Capability> once = EnumSet.noneOf(Capability.class);
    for (Capability capability : capabilities) {
      if (!once.add(capability)) {
        throw new IllegalArgumentException("capabilities: has '" + capability + "' twice");
      }
    }
    return List.copyOf(capabilities);
  }

  private static List<RoleInfo> checkRoles(
      List<RoleInfo> roles, @Nullable List<Capability> capabilities) {
    if (roles.isEmpty() || roles.size() > MAX_ROLES) {
      throw new IllegalArgumentException(
          "roles: has " + roles.size() + " entries, but must have 1 to " + MAX_ROLES);
    }
    TreeSet<String> names = new TreeSet<>();
    for (RoleInfo role : roles) {
      if (!names.add(role.role())) {
        throw new IllegalArgumentException("roles: has '" + role.role() + "' twice");
      }
    }
    boolean multiRole = capabilities != null && capabilities.contains(Capability.MULTI_ROLE);
    if (names.size() > 1 && !multiRole) {
      throw new IllegalArgumentException(
          "roles: are " + names + ", but more than one needs the capability MULTI_ROLE");
    }
    return List.copyOf(roles);
  }

  /** A framework of one role of which nothing more is said. */
  public static FrameworkInfo of(String name, String role) {
    return new FrameworkInfo(
        name, List.of(RoleInfo.of(role)), null, null, null, null, null, null, null);
  }

  /** Whether it can handle something. */
  public boolean can(Capability capability) {
    return capabilities != null && capabilities.contains(capability);
  }

  /** How long its tasks outlive its scheduler. */
  public long failoverMillis() {
    return failoverTimeoutMillis == null ? 0 : failoverTimeoutMillis;
  }

  /** What it wants of a role, or null when it is not in it. */
  public @Nullable RoleInfo role(String role) {
    for (RoleInfo info : roles) {
      if (info.role().equals(role)) {
        return info;
      }
    }
    return null;
  }
}

package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An agent is there, or there again.
 *
 * @param agent its id, kept across restarts
 * @param incarnation the identity of its state folder: a new one means that nothing of what it ran
 *     before is known any more. An order for another incarnation is ignored by the agent
 * @param run how often its agent has been started, this time included: 1 and up. What an earlier
 *     run said may arrive late, and does not count any more
 * @param hostname for people
 * @param resources everything it offers, with its static reservations; dynamic ones are not its own
 *     to tell
 * @param attributes facts about it
 * @param isolation how it contains tasks: "none", "cgroup-v1" or "cgroup-v2"
 * @param version of the agent's program
 * @param lastEpoch the highest epoch among the launch orders it has received; 0 for none. A task of
 *     the master's with an epoch up to this that the agent does not report is lost; one above it is
 *     still on its way
 * @param answers the registration in the newest request that it has heard; null for none. Who comes
 *     with another state folder is believed when it answers what it was asked: so what was said of
 *     a folder long ago, and arrives late, is not
 * @param tasks the attempts it knows and whose end is not acknowledged yet
 * @param region where it is, or null when that does not matter
 * @param zone where in the region, or null
 */
public record RegisterAgent(
    AgentId agent,
    String incarnation,
    long run,
    String hostname,
    Resources resources,
    Attributes attributes,
    String isolation,
    @Nullable String version,
    long lastEpoch,
    @Nullable Long answers,
    List<TaskReport> tasks,
    @Nullable String region,
    @Nullable String zone)
    implements Command {

  private static final int MAX_TEXT = 256;

  /** Characters of the text forms; what an agent says of itself is in every view of it. */
  private static final int MAX_LIST = 64 << 10;

  /** Checks and copies. */
  public RegisterAgent {
    Objects.requireNonNull(agent, "agent: is missing");
    Texts.check("incarnation", incarnation, MAX_TEXT);
    Texts.check("hostname", hostname, MAX_TEXT);
    Texts.check("isolation", isolation, MAX_TEXT);
    Texts.checkOptional("version", version, MAX_TEXT);
    Texts.checkOptional("region", region, MAX_TEXT);
    Texts.checkOptional("zone", zone, MAX_TEXT);
    Objects.requireNonNull(resources, "resources: is missing");
    Objects.requireNonNull(attributes, "attributes: is missing");
    Texts.checkOptional("resources", resources.toString(), MAX_LIST);
    Texts.checkOptional("attributes", attributes.toString(), MAX_LIST);
    checkReservations(resources);
    resources.quantities().checkOfOne("resources");
    if (run < 1) {
      throw new IllegalArgumentException("run: is " + run + ", but must be 1 or more");
    }
    if (lastEpoch < 0) {
      throw new IllegalArgumentException("lastEpoch: is " + lastEpoch + ", but must be 0 or more");
    }
    tasks = List.copyOf(Objects.requireNonNull(tasks, "tasks: is missing"));
  }

  private static void checkReservations(Resources resources) {
    Resources dynamic = resources.reservedDynamically();
    if (!dynamic.isEmpty()) {
      throw new IllegalArgumentException(
          "resources: is '" + dynamic + "', but the reservations of an agent must be static");
    }
  }

  /** The same, as the answer to a request. */
  public RegisterAgent answering(@Nullable Long registration) {
    return new RegisterAgent(
        agent,
        incarnation,
        run,
        hostname,
        resources,
        attributes,
        isolation,
        version,
        lastEpoch,
        registration,
        tasks,
        region,
        zone);
  }
}

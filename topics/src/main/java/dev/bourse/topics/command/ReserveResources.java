package dev.bourse.topics.command;

import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.resources.Resources;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reserves what is free on an agent, or moves a reservation. What has been offered of it is taken
 * back.
 *
 * @param agent which
 * @param resources as they are to be, with the new reservation on top: {@code cpus(+eng):2}
 * @param source as they are now: {@code cpus(+ops):2}; null for the same without the new
 *     reservation. They may differ in their dynamic reservations only
 */
public record ReserveResources(AgentId agent, Resources resources, @Nullable Resources source)
    implements OperatorCommand {

  /** Checks. */
  public ReserveResources {
    Objects.requireNonNull(agent, "agent: is missing");
    Calls.resources(resources);
    if (source != null
        && !source.withoutDynamicReservations().equals(resources.withoutDynamicReservations())) {
      throw new IllegalArgumentException(
          "source: is '"
              + source
              + "', but may differ from '"
              + resources
              + "' in dynamic reservations only");
    }
  }

  /** Of what is reserved for nobody, or for a role above. */
  public ReserveResources(AgentId agent, Resources resources) {
    this(agent, resources, null);
  }
}

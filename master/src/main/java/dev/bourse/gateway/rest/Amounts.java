package dev.bourse.gateway.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Quantity;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Scalar;
import dev.bourse.topics.resources.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Resources as a job document has them: {@code {"cpus":0.5,"memory":"256Mi","ports":"[1-5]"}}. What
 * is reserved is named as in the text form: {@code {"cpus(eng,+eng/backend@alice)":2}}.
 */
final class Amounts {

  private Amounts() {}

  static ObjectNode of(Resources resources) {
    ObjectNode amounts = JsonNodeFactory.instance.objectNode();
    resources.entries().forEach(entry -> put(amounts, entry, entry.value()));
    return amounts;
  }

  static ObjectNode of(Quantities quantities) {
    ObjectNode amounts = JsonNodeFactory.instance.objectNode();
    quantities.amounts().forEach((name, amount) -> put(amounts, name, name, amount));
    return amounts;
  }

  /** What is reserved, by the role that it is reserved for, innermost. */
  static ObjectNode byRole(Resources resources) {
    ObjectNode roles = JsonNodeFactory.instance.objectNode();
    for (Resource entry : resources.reserved().entries()) {
      String role = entry.reservedFor();
      if (role != null && !roles.has(role)) {
        roles.set(role, of(resources.reservedFor(role).quantities()));
      }
    }
    return roles;
  }

  /**
   * What is left. Where more is used than there is, because an agent has shrunk, nothing is left.
   */
  static ObjectNode left(Resources all, Resources used) {
    ObjectNode amounts = JsonNodeFactory.instance.objectNode();
    for (Resource entry : all.entries()) {
      put(amounts, entry, left(entry, used));
    }
    return amounts;
  }

  /** Adds a number as people write it: 1, 0.5. */
  static void put(ObjectNode object, String field, long thousandths) {
    if (thousandths % 1_000 == 0) {
      object.put(field, thousandths / 1_000);
    } else {
      object.put(field, BigDecimal.valueOf(thousandths, 3).stripTrailingZeros());
    }
  }

  private static void put(ObjectNode amounts, Resource entry, Value value) {
    String name = entry.identity();
    if (!(value instanceof Scalar(long thousandths))) {
      amounts.put(name, value.toString());
    } else {
      put(amounts, name, entry.name(), thousandths);
    }
  }

  private static void put(ObjectNode amounts, String field, String resource, long thousandths) {
    if (resource.equals(Resources.MEMORY) || resource.equals(Resources.DISK)) {
      amounts.put(field, Quantity.formatMebibytes(thousandths));
    } else {
      put(amounts, field, thousandths);
    }
  }

  /** What is left of one entry. */
  static Value left(Resource entry, Resources used) {
    return left(entry.value(), valueOf(used, entry));
  }

  private static Value left(Value all, @Nullable Value used) {
    if (used == null || all.getClass() != used.getClass()) {
      return all;
    }
    return all instanceof Scalar(long total) && used instanceof Scalar(long taken)
        ? new Scalar(Math.max(0, total - taken))
        : all.minus(used);
  }

  private static @Nullable Value valueOf(Resources resources, Resource identity) {
    return resources.entries().stream()
        .filter(
            entry ->
                entry.name().equals(identity.name())
                    && entry.reservations().equals(identity.reservations()))
        .map(Resource::value)
        .findFirst()
        .orElse(null);
  }
}

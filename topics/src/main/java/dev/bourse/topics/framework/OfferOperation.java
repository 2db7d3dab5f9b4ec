package dev.bourse.topics.framework;

import dev.bourse.topics.command.Texts;
import dev.bourse.topics.resources.Resources;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be done with offered resources. Operations are applied in order, and a later one may
 * use what an earlier one made.
 *
 * @param type what to do
 * @param tasks of {@code LAUNCH} those to be launched, each on its own; of {@code LAUNCH_GROUP}
 *     those to be launched all or none, which end together; else null
 * @param resources of {@code RESERVE} the resources as they are to be, with the new reservation on
 *     top: {@code cpus(+eng@alice):2}; of {@code UNRESERVE} as they are; else null
 * @param id under which the framework hears what came of it; null when it does not want to
 */
public record OfferOperation(
    Type type, @Nullable List<TaskInfo> tasks, @Nullable Resources resources, @Nullable String id) {

  /** The most tasks in one operation. */
  public static final int MAX_TASKS = 1_000;

  private static final int MAX_ID = 128;

  /** What to do. */
  public enum Type {
    /** Launch tasks, each on its own. */
    LAUNCH,
    /** Launch tasks, all or none; when one of them does not end well, all end. */
    LAUNCH_GROUP,
    /** Keep resources for a role, also after the task that uses them. */
    RESERVE,
    /** Take off the last reservation. */
    UNRESERVE
  }

  /** Checks and copies. */
  public OfferOperation {
    Objects.requireNonNull(type, "type: is missing");
    boolean launches = type == Type.LAUNCH || type == Type.LAUNCH_GROUP;
    tasks = tasks == null ? null : List.copyOf(tasks);
    require(launches, tasks, "tasks", type);
    require(!launches, resources, "resources", type);
    if (tasks != null && (tasks.isEmpty() || tasks.size() > MAX_TASKS)) {
      throw new IllegalArgumentException(
          "tasks: has " + tasks.size() + " entries, but must have 1 to " + MAX_TASKS);
    }
    Texts.checkOptional("id", id, MAX_ID);
  }

  private static void require(boolean wanted, @Nullable Object value, String field, Type type) {
    if (wanted && value == null) {
      throw new IllegalArgumentException(field + ": is missing, but " + type + " needs it");
    }
    if (!wanted && value != null) {
      throw new IllegalArgumentException(field + ": is given, but " + type + " does not take it");
    }
  }

  /** Launches tasks, each on its own. */
  public static OfferOperation launch(List<TaskInfo> tasks) {
    return new OfferOperation(Type.LAUNCH, tasks, null, null);
  }

  /** Launches tasks, all or none. */
  public static OfferOperation launchGroup(List<TaskInfo> tasks) {
    return new OfferOperation(Type.LAUNCH_GROUP, tasks, null, null);
  }

  /** Reserves resources, which are given as they are to be. */
  public static OfferOperation reserve(Resources resources) {
    return new OfferOperation(Type.RESERVE, null, resources, null);
  }

  /** Takes off the last reservation of resources, which are given as they are. */
  public static OfferOperation unreserve(Resources resources) {
    return new OfferOperation(Type.UNRESERVE, null, resources, null);
  }
}

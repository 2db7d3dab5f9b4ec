package dev.bourse.sdk;

import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.ResourceOffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with offers of one agent and one role, put together step by step:
 *
 * <pre>{@code
 * driver.accept(Accept.of(offer).launch(task).refuse(Duration.ofMinutes(5)));
 * }</pre>
 *
 * <p>Each operation is checked when it is added: what it needs must be in what the offers and the
 * operations before it leave, with the same reservations, or it is an {@link
 * IllegalArgumentException} that names the task or operation, what it needs and what is left. After
 * {@link #unchecked} the master alone judges. Not for several threads.
 */
public final class Accept {

  private final List<ResourceOffer> offers;
  private final List<OfferOperation> operations = new ArrayList<>();
  private Resources left = Resources.EMPTY;
  private boolean checked = true;
  private @Nullable Duration refuse;

  private Accept(List<ResourceOffer> offers) {
    this.offers = List.copyOf(offers);
    for (ResourceOffer offer : offers) {
      left = left.plus(offer.resources());
    }
  }

  /** Of some offers, as {@link #of(List)}. */
  public static Accept of(ResourceOffer... offers) {
    return of(List.of(offers));
  }

  /**
   * Of some offers, with nothing to be done yet.
   *
   * @throws IllegalArgumentException when there is none, or they are not of one agent, one role and
   *     one session
   */
  public static Accept of(List<ResourceOffer> offers) {
    if (offers.isEmpty()) {
      throw new IllegalArgumentException("offers: is empty, but must have at least one");
    }
    ResourceOffer first = offers.getFirst();
    for (ResourceOffer offer : offers) {
      checkSame("agents", first.agent(), offer.agent());
      checkSame("roles", first.role(), offer.role());
      checkSame("sessions", first.session(), offer.session());
    }
    return new Accept(offers);
  }

  private static void checkSame(String what, Object one, Object other) {
    if (!one.equals(other)) {
      throw new IllegalArgumentException(
          "offers: are of the " + what + " " + one + " and " + other + ", but must be of one");
    }
  }

  /** What is added from now on is not checked here, and {@link #left} does not change any more. */
  public Accept unchecked() {
    checked = false;
    return this;
  }

  /** Launches tasks, each on its own. */
  public Accept launch(TaskInfo... tasks) {
    return launch(List.of(tasks));
  }

  /** Launches tasks, each on its own; what is launched in a row is one operation. */
  public Accept launch(List<TaskInfo> tasks) {
    OfferOperation before = operations.isEmpty() ? null : operations.getLast();
    add(OfferOperation.launch(tasks));
    OfferOperation joined = before == null ? null : joined(before, tasks);
    if (joined != null) {
      operations.removeLast();
      operations.set(operations.size() - 1, joined);
    }
    return this;
  }

  private static @Nullable OfferOperation joined(OfferOperation before, List<TaskInfo> tasks) {
    List<TaskInfo> launched = before.tasks();
    if (before.type() != OfferOperation.Type.LAUNCH
        || launched == null
        || before.id() != null
        || launched.size() + tasks.size() > OfferOperation.MAX_TASKS) {
      return null;
    }
    List<TaskInfo> all = new ArrayList<>(launched);
    all.addAll(tasks);
    return OfferOperation.launch(all);
  }

  /** Launches tasks, all or none; when one of them does not end well, all end. */
  public Accept launchGroup(TaskInfo... tasks) {
    return add(OfferOperation.launchGroup(List.of(tasks)));
  }

  /**
   * Keeps resources for a role, also after the task that uses them.
   *
   * @param resources as they are to be: {@code cpus(+eng):2}; what is checked is that so much is
   *     unreserved
   */
  public Accept reserve(Resources resources) {
    return add(OfferOperation.reserve(resources));
  }

  /**
   * Takes off the last reservation of resources.
   *
   * @param resources as they are
   */
  public Accept unreserve(Resources resources) {
    return add(OfferOperation.unreserve(resources));
  }

  /** Adds any operation; the way to one that has an id, of which the framework hears. */
  public Accept add(OfferOperation operation) {
    if (checked) {
      left = after(operation);
    }
    operations.add(operation);
    return this;
  }

  /** For how long what is left is not to be offered again; the cluster's default is 5 s. */
  public Accept refuse(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("refuse: is " + duration + ", but must be 0 or more");
    }
    refuse = duration;
    return this;
  }

  private Resources after(OfferOperation operation) {
    Resources resources = operation.resources();
    List<TaskInfo> tasks = operation.tasks();
    if (resources == null) {
      return tasks == null ? left : afterLaunch(tasks);
    }
    String type = operation.type().name();
    return switch (operation.type()) {
      case RESERVE -> taken(type, left, withoutReservation(resources)).plus(resources);
      case UNRESERVE -> taken(type, left, resources).plus(withoutReservation(resources));
      case LAUNCH, LAUNCH_GROUP -> left;
    };
  }

  private Resources afterLaunch(List<TaskInfo> tasks) {
    Resources rest = left;
    for (TaskInfo task : tasks) {
      rest = taken("task '" + task.task() + "'", rest, task.resources());
    }
    return rest;
  }

  private static Resources taken(String what, Resources from, Resources needed) {
    if (!from.contains(needed)) {
      throw new IllegalArgumentException(
          "resources: " + what + " needs '" + needed + "', but there is only '" + from + "' left");
    }
    return from.minus(needed);
  }

  /** The resources before they were reserved. */
  private static Resources withoutReservation(Resources reserved) {
    return reserved.popReservation();
  }

  /** The offers that are used. */
  public List<ResourceOffer> offers() {
    return offers;
  }

  /** What is to be done, in order. */
  public List<OfferOperation> operations() {
    return List.copyOf(operations);
  }

  /** For how long what is left is not to be offered again; null for the cluster's default. */
  public @Nullable Duration refuse() {
    return refuse;
  }

  /** What the offers and the operations so far leave. */
  public Resources left() {
    return left;
  }
}

package dev.bourse.sdk;

import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.AcknowledgeUpdate;
import dev.bourse.topics.command.AnswerInverseOffers;
import dev.bourse.topics.command.DeclineOffers;
import dev.bourse.topics.command.KillTasks;
import dev.bourse.topics.command.ReconcileTasks;
import dev.bourse.topics.command.ReviveOffers;
import dev.bourse.topics.command.SchedulerCall;
import dev.bourse.topics.command.SendMessage;
import dev.bourse.topics.command.SuppressOffers;
import dev.bourse.topics.command.UpdateFramework;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.scheduler.InverseOffer;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.TaskUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes calls of what a framework asks for, each in the cell that it is about. */
final class SessionDriver implements SchedulerDriver {

  private static final int MAX_OFFERS = 1_000;

  private final Subscriptions subscriptions;
  private final TaskPlaces places;
  private final Reconciler reconciler;
  private final SchedulerHost host;
  private final boolean manual;

  SessionDriver(
      Subscriptions subscriptions,
      TaskPlaces places,
      Reconciler reconciler,
      SchedulerHost host,
      boolean manual) {
    this.subscriptions = subscriptions;
    this.places = places;
    this.reconciler = reconciler;
    this.host = host;
    this.manual = manual;
  }

  @Override
  public FrameworkId framework() {
    return subscriptions.framework();
  }

  @Override
  public FrameworkInfo info() {
    return subscriptions.info();
  }

  @Override
  public List<ResourceOffer> offers() {
    List<ResourceOffer> offers = new ArrayList<>();
    subscriptions.all().forEach(subscription -> offers.addAll(subscription.offers().standing()));
    return offers;
  }

  @Override
  public void accept(Accept accept) {
    accept(accept.offers(), accept.operations(), accept.refuse());
  }

  @Override
  public void accept(
      List<ResourceOffer> offers, List<OfferOperation> operations, @Nullable Duration refuse) {
    Long refuseMillis = millis("refuse", refuse);
    if (offers.isEmpty()) {
      throw new IllegalArgumentException("offers: is empty, but must have at least one");
    }
    Subscription in = subscriptions.of(offers.getFirst());
    List<Long> numbers = offers.stream().map(ResourceOffer::offer).toList();
    if (subscriptions.isDeaf()) {
      return;
    }
    in.call(s -> new AcceptOffers(framework(), s, numbers, operations, refuseMillis));
    offers.forEach(in.offers()::answer);
    for (OfferOperation operation : operations) {
      List<TaskInfo> tasks = operation.tasks();
      if (tasks != null) {
        tasks.forEach(task -> places.launched(task.task(), in.cell()));
      }
    }
  }

  @Override
  public void decline(Collection<ResourceOffer> offers, @Nullable Duration refuse) {
    Long refuseMillis = millis("refuse", refuse);
    for (Subscription in : subscriptions.all()) {
      List<Long> numbers =
          offers.stream()
              .filter(offer -> in.isIn(offer.session()) && in.offers().answer(offer))
              .map(ResourceOffer::offer)
              .toList();
      for (int from = 0; from < numbers.size(); from += MAX_OFFERS) {
        List<Long> part = numbers.subList(from, Math.min(numbers.size(), from + MAX_OFFERS));
        call(in, s -> new DeclineOffers(framework(), s, part, refuseMillis));
      }
    }
  }

  @Override
  public void revive(String... roles) {
    List<String> some = List.of(roles);
    subscriptions.setInfo(Suppression.set(info(), some, false));
    everywhere(s -> new ReviveOffers(framework(), s, some));
  }

  @Override
  public void suppress(String... roles) {
    List<String> some = List.of(roles);
    subscriptions.setInfo(Suppression.set(info(), some, true));
    everywhere(s -> new SuppressOffers(framework(), s, some));
  }

  @Override
  public void kill(String task, @Nullable Duration grace) {
    Long graceMillis = millis("grace", grace);
    about(task, s -> new KillTasks(framework(), s, List.of(task), graceMillis));
  }

  @Override
  public void acknowledge(TaskUpdate update) {
    if (!manual) {
      throw new IllegalStateException(
          "update: is acknowledged by the driver, unless manual acknowledgement is asked for");
    }
    for (int cell : places.of(update.task())) {
      acknowledge(subscriptions.in(cell), update);
    }
  }

  void acknowledge(Subscription in, TaskUpdate update) {
    String id = update.update();
    if (id != null) {
      in.updates().acknowledged(update);
      call(in, s -> new AcknowledgeUpdate(framework(), s, update.task(), id));
      places.done(update);
    }
  }

  @Override
  public void reconcile() {
    everywhere(s -> new ReconcileTasks(framework(), s, List.of()));
  }

  @Override
  public void reconcile(Collection<TaskRef> tasks, Runnable onDone) {
    if (!subscriptions.isDeaf()) {
      reconciler.begin(tasks, onDone);
    }
  }

  @Override
  public void message(String task, String data) {
    about(task, s -> new SendMessage(framework(), s, task, data));
  }

  @Override
  public void acceptInverse(Collection<InverseOffer> offers) {
    answer(offers, true);
  }

  @Override
  public void declineInverse(Collection<InverseOffer> offers) {
    answer(offers, false);
  }

  private void answer(Collection<InverseOffer> offers, boolean accepted) {
    for (InverseOffer offer : offers) {
      Subscription in = subscriptions.of(offer);
      if (in.isIn(offer.session())) {
        List<Long> number = List.of(offer.offer());
        call(in, s -> new AnswerInverseOffers(framework(), s, number, accepted));
      }
    }
  }

  @Override
  public void update(FrameworkInfo info) {
    subscriptions.setInfo(info);
    everywhere(s -> new UpdateFramework(framework(), s, info));
  }

  @Override
  public void teardown() {
    if (!subscriptions.isDeaf()) {
      subscriptions.end();
    }
  }

  @Override
  public void stop() {
    subscriptions.all().forEach(Subscription::disconnect);
  }

  @Override
  public Instant now() {
    return host.now();
  }

  @Override
  public void after(Duration delay, Runnable action) {
    host.after(
        delay,
        () -> {
          if (!subscriptions.isOver()) {
            action.run();
          }
        });
  }

  private void about(String task, Function<String, SchedulerCall> call) {
    places.of(task).forEach(cell -> call(subscriptions.in(cell), call));
  }

  private void everywhere(Function<String, SchedulerCall> call) {
    subscriptions.all().forEach(subscription -> call(subscription, call));
  }

  private void call(Subscription in, Function<String, SchedulerCall> call) {
    if (!subscriptions.isDeaf()) {
      in.call(call);
    }
  }

  private static @Nullable Long millis(String field, @Nullable Duration duration) {
    if (duration == null) {
      return null;
    }
    if (duration.isNegative()) {
      throw new IllegalArgumentException(field + ": is " + duration + ", but must be 0 or more");
    }
    return duration.toMillis();
  }
}

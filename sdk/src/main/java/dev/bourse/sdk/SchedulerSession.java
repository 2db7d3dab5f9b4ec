package dev.bourse.sdk;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.scheduler.AgentFailed;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.InverseOffer;
import dev.bourse.topics.scheduler.InverseOfferEnded;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.OfferEvent;
import dev.bourse.topics.scheduler.OperationUpdate;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SchedulerEvent;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The protocol between a framework and the cluster, without Kafka: it subscribes in every cell,
 * sends signs of life, tells the {@link Scheduler} what happens and acknowledges it. For hosts of
 * frameworks, such as a driver or a simulated cluster; frameworks see the {@link SchedulerDriver}.
 *
 * <p>A host calls {@link #start}, then {@link #event} for each record of the framework on {@code
 * offers} and {@code updates}, in the order of each partition, and {@link #flush} when there is no
 * other at hand; all by one thread, which also does what was to be done later, until {@link
 * #isOver}. What the scheduler throws comes through, and then the session is of no use any more.
 */
public final class SchedulerSession {

  private final Scheduler scheduler;
  private final boolean manual;
  private final Subscriptions subscriptions;
  private final TaskPlaces places;
  private final Reconciler reconciler;
  private final SessionDriver driver;

  /**
   * A framework that has not said anything yet.
   *
   * @param framework its id
   * @param info what it says of itself at first
   * @param scheduler who is told what happens
   * @param cells the partitions of {@code accepts} where it wants offers from, at least one
   * @param manualAcknowledgement whether the scheduler acknowledges updates itself
   * @param host who hosts it
   */
  public SchedulerSession(
      FrameworkId framework,
      FrameworkInfo info,
      Scheduler scheduler,
      Collection<Integer> cells,
      boolean manualAcknowledgement,
      SchedulerHost host) {
    this.scheduler = scheduler;
    this.manual = manualAcknowledgement;
    this.subscriptions = new Subscriptions(framework, info, cells, host);
    this.places = new TaskPlaces(subscriptions.cells());
    this.reconciler = new Reconciler(subscriptions, places, host);
    this.driver = new SessionDriver(subscriptions, places, reconciler, host, manual);
  }

  /** Subscribes in every cell, again after 2 s doubling to 1 min until it is answered. */
  public void start() {
    subscriptions.all().forEach(Subscription::subscribe);
  }

  /** What the scheduler is given to call. */
  public SchedulerDriver driver() {
    return driver;
  }

  /** Whether no session will follow: the host can let go of it. */
  public boolean isOver() {
    return subscriptions.isOver();
  }

  /**
   * Takes in a record. What is of another framework or an older session is ignored. Offers are kept
   * until {@link #flush}.
   *
   * @param cell the partition that it was in
   * @throws IllegalArgumentException when the framework does not want offers from this cell
   */
  public void event(int cell, SchedulerEvent event) {
    Subscription in = subscriptions.in(cell);
    if (in.isOver() || !event.framework().equals(subscriptions.framework())) {
      return;
    }
    switch (event) {
      case FrameworkSubscribed subscribed -> begin(in, subscribed);
      case SessionEnded ended -> end(in, ended);
      case CallRefused refused -> refuse(in, refused);
      case OfferEvent offer -> offer(in, offer);
      case TaskUpdate update -> update(in, update);
      case OperationUpdate update -> scheduler.operationUpdate(driver, update);
      case AgentFailed failed -> scheduler.agentFailed(driver, failed);
    }
  }

  /** Tells of the offers that came since it was last called: one batch of each kind. */
  public void flush() {
    List<ResourceOffer> offers = new ArrayList<>();
    List<InverseOffer> inverse = new ArrayList<>();
    for (Subscription in : subscriptions.all()) {
      if (in.isSubscribed()) {
        offers.addAll(in.offers().show());
        inverse.addAll(in.offers().showInverse());
      }
    }
    if (!offers.isEmpty()) {
      scheduler.resourceOffers(driver, List.copyOf(offers));
    }
    if (!inverse.isEmpty() && !isOver()) {
      scheduler.inverseOffers(driver, List.copyOf(inverse));
    }
  }

  private void begin(Subscription in, FrameworkSubscribed subscribed) {
    if (in.begin(subscribed)) {
      scheduler.subscribed(driver, subscribed);
    }
  }

  private void end(Subscription in, SessionEnded ended) {
    if (!in.isIn(ended.session())) {
      return;
    }
    boolean again = ended.cause() == SessionEnded.Cause.DISCONNECTED;
    if (again) {
      in.lose();
    } else {
      in.close();
    }
    scheduler.disconnected(driver, ended);
    if (again && !in.isOver()) {
      in.subscribe();
      if (subscriptions.isEnding()) {
        in.tearDown();
      }
    }
  }

  private void refuse(Subscription in, CallRefused refused) {
    String session = refused.session();
    if (session == null || in.isIn(session)) {
      scheduler.refused(driver, refused);
    }
  }

  private void offer(Subscription in, OfferEvent event) {
    if (!in.isIn(event.session())) {
      return;
    }
    switch (event) {
      case ResourceOffer offer -> in.offers().add(offer);
      case InverseOffer offer -> in.offers().add(offer);
      case OfferEnded ended -> {
        if (in.offers().end(ended) && !isOwnAnswer(ended)) {
          scheduler.offerEnded(driver, ended);
        }
      }
      case InverseOfferEnded ended -> {
        if (in.offers().end(ended)) {
          scheduler.inverseOfferEnded(driver, ended);
        }
      }
    }
  }

  private static boolean isOwnAnswer(OfferEnded ended) {
    return switch (ended.how()) {
      case ACCEPTED, DECLINED -> true;
      case RESCINDED, EXPIRED, CONFLICT -> false;
    };
  }

  /** Without a session it could not be acknowledged: it is repeated in the next, or asked for. */
  private void update(Subscription in, TaskUpdate update) {
    if (!in.isSubscribed()) {
      return;
    }
    switch (in.updates().judge(update)) {
      case TELL -> tell(in, update);
      case ACKNOWLEDGE -> driver.acknowledge(in, update);
      case IGNORE -> {}
    }
  }

  private void tell(Subscription in, TaskUpdate update) {
    if (!places.take(in.cell(), update)) {
      return;
    }
    in.updates().told(update);
    scheduler.statusUpdate(driver, update);
    if (update.update() == null) {
      places.done(update);
    } else if (!manual) {
      driver.acknowledge(in, update);
    }
    reconciler.told(update.task());
  }
}

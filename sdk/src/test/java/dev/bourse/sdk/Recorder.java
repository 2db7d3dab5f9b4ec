package dev.bourse.sdk;

import dev.bourse.topics.scheduler.AgentFailed;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.InverseOffer;
import dev.bourse.topics.scheduler.InverseOfferEnded;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.OperationUpdate;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it is told. */
class Recorder implements Scheduler {

  private final List<String> told = new ArrayList<>();

  /** What it was told since this was last called. */
  List<String> takeTold() {
    List<String> taken = List.copyOf(told);
    told.clear();
    return taken;
  }

  @Override
  public void subscribed(SchedulerDriver driver, FrameworkSubscribed session) {
    told.add("subscribed " + session.session());
  }

  @Override
  public void resourceOffers(SchedulerDriver driver, List<ResourceOffer> offers) {
    told.add("offers " + offers.stream().map(ResourceOffer::offer).toList());
  }

  @Override
  public void offerEnded(SchedulerDriver driver, OfferEnded offer) {
    told.add(offer.how() + " " + offer.offer());
  }

  @Override
  public void inverseOffers(SchedulerDriver driver, List<InverseOffer> offers) {
    told.add("inverse " + offers.stream().map(InverseOffer::offer).toList());
  }

  @Override
  public void inverseOfferEnded(SchedulerDriver driver, InverseOfferEnded offer) {
    told.add("inverse ended " + offer.offer());
  }

  @Override
  public void statusUpdate(SchedulerDriver driver, TaskUpdate update) {
    told.add(update.task() + " " + update.state());
  }

  @Override
  public void operationUpdate(SchedulerDriver driver, OperationUpdate update) {
    told.add(update.operation() + " " + update.state());
  }

  @Override
  public void agentFailed(SchedulerDriver driver, AgentFailed agent) {
    told.add(agent.agent() + " failed");
  }

  @Override
  public void refused(SchedulerDriver driver, CallRefused call) {
    told.add("refused " + call.call());
  }

  @Override
  public void disconnected(SchedulerDriver driver, SessionEnded session) {
    told.add(session.cause() + " " + session.session());
  }
}

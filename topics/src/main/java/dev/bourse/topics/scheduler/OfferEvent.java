package dev.bourse.topics.scheduler;

/** What is on the {@code offers} topic. */
public sealed interface OfferEvent extends SchedulerEvent
    permits InverseOffer, InverseOfferEnded, OfferEnded, ResourceOffer {

  /** The session of the framework that is meant; to any other it says nothing. */
  String session();

  /** The number of the offer, unique in the cell. */
  long offer();
}

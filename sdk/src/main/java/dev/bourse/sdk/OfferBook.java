package dev.bourse.sdk;

import dev.bourse.topics.scheduler.InverseOffer;
import dev.bourse.topics.scheduler.InverseOfferEnded;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The offers of one session: those that are to be shown, and those that were and stand. */
final class OfferBook {

  private final Map<Long, ResourceOffer> pending = new LinkedHashMap<>();
  private final Map<Long, InverseOffer> pendingInverse = new LinkedHashMap<>();
  private final Map<Long, ResourceOffer> shown = new LinkedHashMap<>();

  void add(ResourceOffer offer) {
    pending.put(offer.offer(), offer);
  }

  void add(InverseOffer offer) {
    pendingInverse.put(offer.offer(), offer);
  }

  /** Forgets an offer; whether it had been shown to the framework. */
  boolean end(OfferEnded ended) {
    shown.remove(ended.offer());
    return pending.remove(ended.offer()) == null;
  }

  /** Forgets an inverse offer; whether it had been shown to the framework. */
  boolean end(InverseOfferEnded ended) {
    return pendingInverse.remove(ended.offer()) == null;
  }

  /** Those that are to be shown, which from now on stand. */
  List<ResourceOffer> show() {
    List<ResourceOffer> offers = new ArrayList<>(pending.values());
    shown.putAll(pending);
    pending.clear();
    return offers;
  }

  /** Those that are to be shown. */
  List<InverseOffer> showInverse() {
    List<InverseOffer> offers = new ArrayList<>(pendingInverse.values());
    pendingInverse.clear();
    return offers;
  }

  /** The framework has answered; whether the offer stood. */
  boolean answer(ResourceOffer offer) {
    return shown.remove(offer.offer(), offer);
  }

  /** Those that stand. */
  Collection<ResourceOffer> standing() {
    return shown.values();
  }

  void clear() {
    pending.clear();
    pendingInverse.clear();
    shown.clear();
  }
}

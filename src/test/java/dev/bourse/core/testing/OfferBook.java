package dev.bourse.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SchedulerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What frameworks are told, as it is told them: each offer is made once and ends once. */
final class OfferBook {

  private final List<SchedulerEvent> told = new ArrayList<>();
  private final TreeMap<Long, ResourceOffer> outstanding = new TreeMap<>();

  void take(SchedulerEvent notice) {
    told.add(notice);
    if (notice instanceof ResourceOffer offer) {
      assertThat(outstanding.put(offer.offer(), offer)).as("the same offer twice").isNull();
    }
    if (notice instanceof OfferEnded ended) {
      assertThat(outstanding.remove(ended.offer())).as("what has ended").isNotNull();
    }
  }

  List<ResourceOffer> outstanding(String framework) {
    return outstanding.values().stream()
        .filter(offer -> offer.framework().value().equals(framework))
        .toList();
  }

  List<SchedulerEvent> told(String framework) {
    return told.stream().filter(notice -> notice.framework().value().equals(framework)).toList();
  }

  int size() {
    return outstanding.size();
  }
}

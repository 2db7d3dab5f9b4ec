package dev.bourse.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.gateway.testing.Views;
import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.scheduler.InverseOffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferTableTest {

  private final OfferTable table = new OfferTable();
  private final Feed feed = new Feed(table::read);

  @Test
  void shouldKeepWhatHasNotEnded() {
    feed.writeTyped("f", Views.offer("f", 1, "a1", "eng", "cpus:1"));
    feed.writeTyped("f", Views.offer("f", 2, "a1", "eng", "cpus:1"));
    feed.writeTyped("g", Views.offer("g", 3, "a2", "eng", "cpus:1"));
    feed.writeTyped("f", Views.offerEnded("f", 1));

    assertThat(numbers()).containsExactly(2L, 3L);
    assertThat(table.countOf(new FrameworkId("f"))).isEqualTo(1);
    assertThat(table.countOf(new FrameworkId("fg"))).isZero();
  }

  @Test
  void shouldNotTakeTheOffersOfTwoCellsForOne() {
    feed.cell(0).writeTyped("f", Views.offer("f", 1, "a1", "eng", "cpus:1"));
    feed.cell(1).writeTyped("f", Views.offer("f", 1, "a2", "eng", "cpus:1"));
    feed.cell(0).writeTyped("f", Views.offerEnded("f", 1));

    assertThat(table.all()).extracting(o -> o.offer().agent()).containsExactly(new AgentId("a2"));
    assertThat(table.countOf(new FrameworkId("f"))).isEqualTo(1);
  }

  @Test
  void shouldSkipWhatIsNoOffer() {
    feed.write("f", new byte[] {1});
    feed.writeTyped(
        "f", new InverseOffer(new FrameworkId("f"), "s", 9, new AgentId("a"), new Window(1, null)));
    feed.writeTyped("f", Views.offerEnded("f", 8));
    feed.writeTyped("f", Views.offer("f", 2, "a1", "eng", "cpus:1"));

    assertThat(numbers()).containsExactly(2L);
  }

  private List<Long> numbers() {
    return table.all().stream().map(o -> o.offer().offer()).toList();
  }
}

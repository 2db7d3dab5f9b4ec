package dev.bourse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.ResourceOffer;
import org.junit.jupiter.api.Test;

class OffersTest {

  private static final ResourceOffer OFFER =
      Events.offer("s", 1, "a1", "cpus:4;cpus(eng):2;gpus:1;memory:512;ports:[100-110]");

  @Test
  void shouldTakeWhatIsReservedFirst() {
    assertThat(Offers.take(OFFER, "cpus:1;memory:256"))
        .hasValue(Resources.parse("cpus(eng):1;memory:256"));
    assertThat(Offers.take(OFFER, "cpus:5.5")).hasValue(Resources.parse("cpus(eng):2;cpus:3.5"));
  }

  @Test
  void shouldTakeTheFirstPorts() {
    assertThat(Offers.take(OFFER, "ports:2;gpus:1"))
        .hasValue(Resources.parse("gpus:1;ports:[100-101]"));
  }

  @Test
  void shouldTakeNothingWhenThereIsTooLittleOfOne() {
    assertThat(Offers.take(OFFER, "cpus:6.1")).isEmpty();
    assertThat(Offers.take(OFFER, "cpus:1;disk:1")).isEmpty();
    assertThat(Offers.take(OFFER, "gpus:0.5")).isEmpty();
    assertThatThrownBy(() -> Offers.take(OFFER, "cpus"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldSayWhatFits() {
    assertThat(Offers.fits(OFFER, Resources.parse("cpus:4;cpus(eng):2"))).isTrue();
    assertThat(Offers.fits(OFFER, Resources.parse("cpus:5"))).isFalse();
  }
}

package dev.bourse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.OfferOperation.Type;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.ResourceOffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptTest {

  private static final ResourceOffer OFFER = Events.offer("s", 1, "a1", "cpus:4;cpus(+eng):2");

  @Test
  void shouldPutOperationsTogether() {
    Accept accept =
        Accept.of(OFFER)
            .launch(Events.task("t1", "cpus:1"))
            .launch(Events.task("t2", "cpus(+eng):1"))
            .launchGroup(Events.task("t3", "cpus:1"), Events.task("t4", "cpus:1"))
            .refuse(Duration.ofMinutes(1));

    assertThat(accept.offers()).containsExactly(OFFER);
    assertThat(accept.operations())
        .extracting(OfferOperation::type)
        .containsExactly(Type.LAUNCH, Type.LAUNCH_GROUP);
    assertThat(accept.operations().getFirst().tasks()).hasSize(2);
    assertThat(accept.refuse()).isEqualTo(Duration.ofMinutes(1));
    assertThat(accept.left()).isEqualTo(Resources.parse("cpus:1;cpus(+eng):1"));
  }

  @Test
  void shouldAddUpOffersOfOneAgent() {
    ResourceOffer other = Events.offer("s", 2, "a1", "cpus:4");

    assertThat(Accept.of(OFFER, other).launch(Events.task("t", "cpus:8")).operations()).hasSize(1);
  }

  @Test
  void shouldRefuseOffersThatDoNotBelongTogether() {
    assertThatThrownBy(() -> Accept.of(OFFER, Events.offer("s", 2, "a2", "cpus:4")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("offers: are of the agents a1 and a2, but must be of one");
    assertThatThrownBy(() -> Accept.of(OFFER, Events.offer("r", 2, "a1", "cpus:4")))
        .hasMessage("offers: are of the sessions s and r, but must be of one");
    assertThatThrownBy(() -> Accept.of(List.of()))
        .hasMessage("offers: is empty, but must have at least one");
  }

  @Test
  void shouldSayWhatDoesNotFit() {
    Accept accept = Accept.of(OFFER).launch(Events.task("t1", "cpus:3"));

    assertThatThrownBy(() -> accept.launch(Events.task("t2", "cpus:2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "resources: task 't2' needs 'cpus:2', but there is only 'cpus:1;cpus(+eng):2' left");
    assertThat(accept.operations()).hasSize(1);
    assertThat(accept.unchecked().launch(Events.task("t2", "cpus:2")).operations().getFirst())
        .satisfies(operation -> assertThat(operation.tasks()).hasSize(2));
  }

  @Test
  void shouldUseWhatAnEarlierOperationMade() {
    Accept accept =
        Accept.of(OFFER)
            .unreserve(Resources.parse("cpus(+eng):2"))
            .launch(Events.task("t1", "cpus:5"))
            .reserve(Resources.parse("cpus(+eng):1"));

    assertThat(accept.left()).isEqualTo(Resources.parse("cpus(+eng):1"));
    assertThatThrownBy(() -> accept.reserve(Resources.parse("cpus(+eng):1")))
        .hasMessage("resources: RESERVE needs 'cpus:1', but there is only 'cpus(+eng):1' left");
    assertThatThrownBy(() -> accept.unreserve(Resources.parse("cpus(+ops):1")))
        .hasMessageContaining("UNRESERVE needs 'cpus(+ops):1'");
  }

  @Test
  void shouldKeepAnOperationThatHasAnId() {
    OfferOperation reserve =
        new OfferOperation(Type.RESERVE, null, Resources.parse("cpus(+eng):1"), "r1");

    assertThat(Accept.of(OFFER).add(reserve).operations()).containsExactly(reserve);
    assertThatThrownBy(() -> Accept.of(OFFER).refuse(Duration.ofMillis(-1)))
        .hasMessage("refuse: is PT-0.001S, but must be 0 or more");
  }
}

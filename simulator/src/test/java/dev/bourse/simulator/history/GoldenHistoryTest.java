package dev.bourse.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.event.Event;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A history that an earlier version has written must come to the same for ever. When this fails,
 * what was decided then is decided otherwise now: that wants a new format of the journal, and a new
 * folder beside this one.
 */
class GoldenHistoryTest {

  /** Nothing of this kind happens in it. */
  private static final Set<String> NOT_IN_IT =
      Set.of(
          "AgentForgotten",
          "FrameworkForgotten",
          "FrameworkUpdated",
          "HoldReleased",
          "JobExpired",
          "OfferConflicted",
          "ReconciliationContinued",
          "RegistrationQuestioned",
          "SubscriptionRefused",
          "TaskForgotten");

  @Test
  void shouldDecideAsTheVersionThatWroteItDid() throws URISyntaxException {
    Verifier verifier = new Verifier(null);
    Set<String> met = new TreeSet<>();
    try (Steps steps = new History(new FolderSource(folder("history-format-3")), null)) {
      for (RecordedStep step = steps.next(); step != null; step = steps.next()) {
        assertThat(verifier.take(step)).as("step %d", step.entry().sequence()).isNull();
        verifier.last().events().forEach(event -> met.add(event.getClass().getSimpleName()));
      }
    }

    assertThat(verifier.steps()).isEqualTo(1_617);
    assertThat(met)
        .containsAll(
            Arrays.stream(Event.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(kind -> !NOT_IN_IT.contains(kind))
                .toList());
  }

  @Test
  void shouldRefuseWhatAnEarlierVersionHasWritten() throws URISyntaxException {
    Verifier verifier = new Verifier(null);
    try (Steps steps = new History(new FolderSource(folder("history-format-2")), null)) {
      Verifier.Difference difference = verifier.take(steps.next());

      assertThat(difference.decided()).isNull();
      assertThat(difference.violations())
          .containsExactly(
              "format: is 2, and this version of Bourse decides by format 3; use the one that wrote"
                  + " it");
    }
  }

  private static Path folder(String name) throws URISyntaxException {
    return Path.of(GoldenHistoryTest.class.getResource("/golden/" + name).toURI());
  }
}

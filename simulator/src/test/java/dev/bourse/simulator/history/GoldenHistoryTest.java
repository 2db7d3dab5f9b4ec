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
 * Histories that an earlier version has written must come to the same for ever. When this fails,
 * what was decided then is decided otherwise now: that wants a new format of the journal, and a new
 * folder beside this one.
 */
class GoldenHistoryTest {

  /** Nothing of this kind happens in them. */
  private static final Set<String> NOT_IN_THEM =
      Set.of(
          "AgentBarred",
          "FrameworkForgotten",
          "ReconciliationContinued",
          "SubscriptionRefused",
          "SubscriptionRepeated");

  @Test
  void shouldDecideAsTheVersionThatWroteThemDid() throws URISyntaxException {
    Set<String> met = new TreeSet<>();
    assertThat(verify("history-format-4", met)).isEqualTo(1_358);
    assertThat(verify("history-format-4-second", met)).isEqualTo(1_346);

    assertThat(met)
        .containsAll(
            Arrays.stream(Event.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(kind -> !NOT_IN_THEM.contains(kind))
                .toList());
  }

  private static long verify(String folder, Set<String> met) throws URISyntaxException {
    Verifier verifier = new Verifier(null);
    try (Steps steps = new History(new FolderSource(folder(folder)), null)) {
      for (RecordedStep step = steps.next(); step != null; step = steps.next()) {
        assertThat(verifier.take(step)).as("step %d", step.entry().sequence()).isNull();
        verifier.last().events().forEach(event -> met.add(event.getClass().getSimpleName()));
      }
    }
    return verifier.steps();
  }

  @Test
  void shouldRefuseWhatAnEarlierVersionHasWritten() throws URISyntaxException {
    Verifier verifier = new Verifier(null);
    try (Steps steps = new History(new FolderSource(folder("history-format-2")), null)) {
      Verifier.Difference difference = verifier.take(steps.next());

      assertThat(difference.decided()).isNull();
      assertThat(difference.violations())
          .containsExactly(
              "format: is 2, and this version of Bourse decides by format 4; use the one that wrote"
                  + " it");
    }
  }

  private static Path folder(String name) throws URISyntaxException {
    return Path.of(GoldenHistoryTest.class.getResource("/golden/" + name).toURI());
  }
}

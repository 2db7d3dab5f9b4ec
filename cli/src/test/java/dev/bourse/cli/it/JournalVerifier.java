package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.check.Invariants;
import dev.bourse.simulator.history.History;
import dev.bourse.simulator.history.KafkaOutputs;
import dev.bourse.simulator.history.KafkaSource;
import dev.bourse.simulator.history.RecordedStep;
import dev.bourse.simulator.history.Steps;
import dev.bourse.simulator.history.Verifier;
import dev.bourse.simulator.view.DifferenceView;
import dev.bourse.topics.kafka.Topic;
import java.util.List;

/** Decides the whole history of a cluster once more, from nothing but its topics. */
final class JournalVerifier {

  private JournalVerifier() {}

  /** Fails at the first step that comes to something else than the journal says. */
  static void verify(String bootstrapServers) {
    KafkaSource source = new KafkaSource(bootstrapServers, Topic.DEFAULT_PREFIX, 0, false);
    Verifier verifier = new Verifier(null);
    try (Steps steps = new History(source, null)) {
      for (RecordedStep step = steps.next(); step != null; step = steps.next()) {
        assertThat(differences(verifier, step, source)).isEmpty();
      }
    }
    assertThat(Invariants.check(verifier.state())).isEmpty();
  }

  private static List<String> differences(
      Verifier verifier, RecordedStep step, KafkaSource source) {
    Verifier.Difference difference = verifier.take(step);
    return difference == null
        ? List.of()
        : new DifferenceView(difference, new KafkaOutputs(source)).lines();
  }
}

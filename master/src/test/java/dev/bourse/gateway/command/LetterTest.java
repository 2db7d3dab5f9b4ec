package dev.bourse.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.command.EndMaintenance;
import dev.bourse.topics.command.RoleWeight;
import dev.bourse.topics.command.SetWeights;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.command.Tick;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.kafka.Keys;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LetterTest {

  private static final int CELLS = 3;

  @Test
  void shouldTellEveryCellOfRolesAndFrameworks() {
    SetWeights weights = new SetWeights(List.of(new RoleWeight("eng", 2_000)));
    assertThat(Letter.of(weights, CELLS))
        .containsExactly(
            new Letter(0, "eng", weights),
            new Letter(1, "eng", weights),
            new Letter(2, "eng", weights));
    assertThat(Letter.of(new TeardownFramework(new FrameworkId("f"), null), CELLS))
        .extracting(Letter::key)
        .containsExactly("f", "f", "f");
  }

  @Test
  void shouldTellOnlyTheCellOfAnAgent() {
    AgentId agent = new AgentId("a7");
    DrainAgent drain = new DrainAgent(agent, null, null, null);
    assertThat(Letter.of(drain, CELLS))
        .containsExactly(new Letter(Keys.partition("a7", CELLS), "a7", drain));
  }

  @Test
  void shouldTellEachCellOfItsAgents() {
    List<AgentId> agents = IntStream.range(0, 20).mapToObj(i -> new AgentId("a" + i)).toList();
    List<Letter> letters = Letter.of(new EndMaintenance(agents), CELLS);
    assertThat(letters).extracting(Letter::cell).containsExactly(0, 1, 2);
    for (Letter letter : letters) {
      List<AgentId> there = ((EndMaintenance) letter.command()).agents();
      assertThat(there)
          .containsExactlyElementsOf(
              agents.stream()
                  .filter(a -> Keys.partition(a.value(), CELLS) == letter.cell())
                  .toList());
      assertThat(letter.key()).isEqualTo(there.getFirst().value());
    }
  }

  @Test
  void shouldRefuseWhatIsNoOperation() {
    assertThatThrownBy(() -> Letter.of(new Tick(1), CELLS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

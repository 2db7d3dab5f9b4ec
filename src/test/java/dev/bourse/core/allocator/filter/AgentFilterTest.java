package dev.bourse.core.allocator.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.table.Tables;
import dev.bourse.core.testing.Rows;
import dev.bourse.topics.view.AgentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentFilterTest {

  private final Tables state = new Tables();

  @Test
  void shouldVetoAnAgentThatIsNotThere() {
    AgentRow agent = Rows.agent("n1", "cpus:1");
    RegisteredFilter filter = new RegisteredFilter();

    assertThat(filter.veto(agent, state)).isNull();
    assertThat(filter.veto(agent.withState(AgentState.UNREACHABLE, 1, 2), state))
        .isEqualTo(new Veto("agent is UNREACHABLE"));
    assertThat(filter.veto(agent.withState(AgentState.GONE, 1, 2), state))
        .isEqualTo(new Veto("agent is GONE"));
  }

  @ParameterizedTest
  @CsvSource({
    "cpus:0.01, false",
    "memory:32, false",
    "cpus:0.009;memory:31.999, true",
    "disk:100000, true",
  })
  void shouldVetoCrumbs(String free, boolean vetoed) {
    AgentRow agent = Rows.agent("n1", free);
    state.put(agent);

    assertThat(new MinAllocatableFilter().veto(agent, state) != null).isEqualTo(vetoed);
  }

  @Test
  void shouldLookAtWhatIsFreeAndNotAtWhatThereIs() {
    AgentRow agent = Rows.agent("n1", "cpus:4");
    state.put(agent);
    state.put(Rows.task("a", "n1", "cpus:4"));

    assertThat(new MinAllocatableFilter().veto(agent, state))
        .isEqualTo(new Veto("nothing worth an offer is free"));
  }
}

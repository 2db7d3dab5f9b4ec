package dev.bourse.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyCommandTest {

  private static final String AFTER_A_MINUTE = "2026-01-01T00:01:00Z";

  @TempDir Path folder;
  private String from;

  @BeforeEach
  void record() {
    from = Recorded.in(folder.resolve("h"));
  }

  @Test
  void shouldSayWhatIsTooSmall() {
    assertThat(why("huge"))
        .contains(
            "job huge is QUEUED",
            "asks for   cpus:64",
            "place 1 of 1 in role batch, priority 50",
            "quota      no limit is set for the role",
            "1   agent is GONE: n",
            "1   too little cpus on the whole machine: n",
            "nearest    a machine like n",
            "or ask for no more than cpus:4");
  }

  @Test
  void shouldSayWhatMustBecomeFree() {
    assertThat(why("long-3", "--at", AFTER_A_MINUTE))
        .contains(
            "share      75.0 % of the cluster (cpus:6;",
            "weight 1; 1 other waiting role goes first",
            "2   too little cpus free: n0, n1",
            "nearest    cpus:1 more free on n");
  }

  @Test
  void shouldSayThatTheRoleIsAtItsLimit() {
    assertThat(why("small-1", "--at", AFTER_A_MINUTE))
        .contains(
            "quota      the limit of the role is reached: cpus:1; cpus:1 of it must be given back",
            "agents     1 of 2 has room, which does not help here");
  }

  @Test
  void shouldTellTheStoryOfWhatHasEnded() {
    assertThat(why("small-0"))
        .contains("is over: CANCELLED", "was asked for", "attempt KILLED (CANCELLED");
    assertThat(why("fails")).contains("is over: FAILED", "FAILED (COMMAND_ENDED: exit code 3)");
    assertThat(why("lost"))
        .containsSubsequence(
            "placed on n",
            "UNREACHABLE",
            "attempt LOST (AGENT_REMOVED",
            "will be tried again",
            "it was not its fault",
            "attempt 2 placed on n",
            "ended SUCCEEDED");
  }

  @Test
  void shouldTakeATaskForItsJobAndPrintJson() {
    assertThat(why("lost.0", "--json")).contains("\"event\" : \"TaskLaunched\"", "placed on");
  }

  @Test
  void shouldSayThatThereIsNoSuchJob() {
    ToolRun tool = new ToolRun();

    assertThat(tool.run("why", "--from", from, "nobody")).isEqualTo(1);

    assertThat(tool.err()).contains("job: there is no job 'nobody'");
  }

  private String why(String... args) {
    List<String> all = new ArrayList<>(List.of("why", "--from", from));
    all.addAll(List.of(args));
    ToolRun tool = new ToolRun();
    assertThat(tool.run(all.toArray(String[]::new))).isZero();
    return tool.out();
  }
}

package dev.bourse.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCommandTest {

  @TempDir Path folder;
  private final ToolRun tool = new ToolRun();
  private String from;

  @BeforeEach
  void record() {
    from = folder.resolve("h").toString();
    assertThat(new ToolRun().run("simulate", "--seed", "5", "--agents", "4", "--record", from))
        .isZero();
  }

  @Test
  void shouldSayThatAHistoryIsIdentical() {
    assertThat(tool.run("replay", "--from", from, "--verify")).isZero();

    assertThat(tool.out()).contains("decided again", ": identical", "digest ");
  }

  @Test
  void shouldShowADifferenceAndFail() throws IOException {
    Path journal = folder.resolve("h/journal.jsonl");
    List<String> lines = Files.readAllLines(journal);
    lines.set(40, lines.get(40).replaceAll("digest(.{5})....", "digest$10000"));
    Files.write(journal, lines);

    assertThat(tool.run("replay", "--from", from, "--verify")).isEqualTo(1);

    assertThat(tool.out()).contains("step 41 is where the histories part", "\n- digest ");
    ToolRun again = new ToolRun();
    assertThat(again.run("replay", "--from", from, "--verify", "--json")).isEqualTo(1);
    assertThat(again.out()).contains("\"identical\" : false", "\"step\" : 41");
    ToolRun audit = new ToolRun();
    String incidents = folder.resolve("i").toString();
    assertThat(audit.run("audit", "follow", "--once", "--from", from, "--incidents", incidents))
        .isEqualTo(1);
    assertThat(folder.resolve("i/incident-step-41.json")).content().contains("decidedNow");
  }

  @Test
  void shouldShowTheStateAtAStep() {
    assertThat(tool.run("replay", "--from", from, "--at", "50")).isZero();
    assertThat(tool.out()).contains("the state after step 50, ", "agents/  4");

    assertThat(tool.run("replay", "--from", from, "--at", "50", "agents")).isZero();
    assertThat(tool.out()).contains("STATE", "REGISTERED", "cpus:4");

    assertThat(tool.run("replay", "--from", from, "--at", "50", "agents/n0/hostname", "--json"))
        .isZero();
    assertThat(tool.out()).endsWith("\"n0.sim\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--verify --at 3",
        "--verify agents",
        "--at never",
      })
  void shouldRefuseWrongUsage(String arguments) {
    String[] words = ("replay --from " + from + " " + arguments).trim().split(" ");

    assertThat(tool.run(words)).isEqualTo(2);
  }

  @Test
  void shouldSayThatAPathLeadsNowhere() {
    assertThat(tool.run("replay", "--from", from, "--at", "50", "agents/none")).isEqualTo(1);

    assertThat(tool.err()).contains("PATH: there is no agents/none after step 50");
  }

  @Test
  void shouldSayThatAFolderIsNoHistory() {
    assertThat(tool.run("replay", "--from", folder.toString(), "--verify")).isEqualTo(1);

    assertThat(tool.err()).contains("must be a folder made by bourse export");
  }
}

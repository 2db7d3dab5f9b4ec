package dev.bourse.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfCommandTest {

  @TempDir Path folder;
  private final ToolRun tool = new ToolRun();
  private String from;
  private String twice;

  @BeforeEach
  void record() throws IOException {
    from = Recorded.in(folder.resolve("h"));
    twice = Files.writeString(folder.resolve("w.yaml"), "agents: {times: 2}\n").toString();
  }

  @Test
  void shouldShowShorterWaitsOnTwiceTheAgents() throws IOException {
    Path page = folder.resolve("page.html");

    int exit =
        tool.run("replay", "--from", from, "--what-if", twice, "--json", "--html", page.toString());

    assertThat(exit).isZero();
    JsonNode runs = new JsonMapper().readTree(tool.out()).path("runs");
    assertThat(wait(runs, "what if")).isLessThan(wait(runs, "modelled as recorded"));
    assertThat(runs.at("/what if/jobs")).isEqualTo(runs.at("/recorded/jobs"));
    assertThat(page).content().contains("<svg", "What if: w.yaml");
  }

  private static double wait(JsonNode runs, String name) {
    return runs.path(name).at("/waitSeconds/mean").asDouble();
  }

  @Test
  void shouldSayWhatIsWrongWithTheChange() throws IOException {
    String wrong = Files.writeString(folder.resolve("x.yaml"), "agents: {times: no}").toString();

    assertThat(tool.run("replay", "--from", from, "--what-if", wrong)).isEqualTo(1);

    assertThat(tool.err()).contains("x.yaml: agents.times: is ", "but must be a number above 0");
  }

  @Test
  void shouldRunATraceWithAChange() throws IOException {
    String trace =
        Files.writeString(folder.resolve("t.csv"), "submit,run\n0,60\n0,60\n").toString();

    assertThat(tool.run("simulate", "trace", trace, "--what-if", twice)).isZero();

    assertThat(tool.out()).contains("1 X CPUS:1", "WHAT IF", "wait, mean");
    assertThat(new ToolRun().run("simulate", "trace", trace, "--agents", "0")).isEqualTo(2);
    assertThat(new ToolRun().run("simulate", "trace", trace, "--resources", "x")).isEqualTo(1);
  }
}

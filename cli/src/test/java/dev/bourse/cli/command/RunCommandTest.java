package dev.bourse.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.cli.client.Json;
import dev.bourse.cli.fake.Cli;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest extends CommandTest {

  private static final String LOGS = "GET /v1/jobs/j1/logs";
  private static final String DONE = "event: done\ndata: {\"state\":\"SUCCEEDED\"}\n\n";

  @BeforeEach
  void acceptJobs() {
    server.answer("POST /v1/jobs", 200, "{\"id\":\"j1\",\"state\":\"QUEUED\"}");
  }

  @Test
  void shouldKeepTheStreamsApart() {
    server.events(LOGS, output("stdout", 0, "out\\n") + output("stderr", 0, "err\\n") + DONE);
    end("{\"id\":\"j1\",\"state\":\"SUCCEEDED\",\"exitCode\":0,\"reason\":\"COMMAND_ENDED\"}");
    assertThat(run("run", "--", "sh", "-c", "x")).isEqualTo(new Cli.Result(0, "out\n", "err\n"));
    assertThat(server.request(LOGS).query()).isEqualTo("follow=true");
  }

  @Test
  void shouldLeaveOptionsAfterTheCommandToTheCommand() throws Exception {
    server.events(LOGS, DONE);
    end("{\"id\":\"j1\",\"state\":\"SUCCEEDED\",\"exitCode\":0}");
    run("run", "--cpus", "2", "echo", "-n", "--help", "--", "-v");
    assertThat(Json.read(server.request("POST /v1/jobs").body()).path("command").toString())
        .isEqualTo("[\"echo\",\"-n\",\"--help\",\"--\",\"-v\"]");
  }

  @Test
  void shouldWriteEachByteOnceWhenTheStreamBreaks() {
    server.events(LOGS, output("stdout", 0, "abc"));
    server.problem(LOGS, 503, "{}");
    server.problem(LOGS, 404, "{}");
    server.events(LOGS, output("stdout", 0, "ab") + output("stdout", 2, "cde") + DONE);
    end("{\"id\":\"j1\",\"state\":\"SUCCEEDED\",\"exitCode\":0}");
    assertThat(run("run", "--", "x")).isEqualTo(new Cli.Result(0, "abcde", ""));
  }

  @Test
  void shouldShowEveryAttempt() {
    server.events(
        LOGS,
        output("stdout", 0, "one ")
            + "event: stdout\ndata: {\"attempt\":2,\"position\":0,\"base64\":\"dHdv\"}\n\n"
            + DONE);
    end("{\"id\":\"j1\",\"state\":\"SUCCEEDED\",\"exitCode\":0}");
    assertThat(run("run", "--", "x").out()).isEqualTo("one two");
  }

  @Test
  void shouldSayThatOutputWasDropped() {
    String end = "event: end\ndata: {\"attempt\":1,\"stream\":\"stdout\",\"dropped\":12}\n\n";
    server.events(LOGS, end);
    server.events(LOGS, end + DONE);
    end("{\"id\":\"j1\",\"state\":\"SUCCEEDED\",\"exitCode\":0}");
    assertThat(run("run", "--", "x").err()).contains("12 bytes of stdout").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, 7, 7",
    "FAILED, 137, 137",
    "SUCCEEDED, 0, 0",
    "CANCELLED, 143, 143",
    "CANCELLED, null, 123",
    "REJECTED, null, 125",
    "FAILED, null, 125"
  })
  void shouldPassOnTheExitCode(String state, String exitCode, int expected) {
    server.events(LOGS, DONE);
    end("{\"id\":\"j1\",\"state\":\"" + state + "\",\"exitCode\":" + exitCode + "}");
    assertThat(run("run", "--", "x").code()).isEqualTo(expected);
  }

  @Test
  void shouldSayWhatTheExitCodeCannot() {
    server.events(LOGS, DONE);
    end(
        "{\"id\":\"j1\",\"state\":\"FAILED\",\"reason\":\"LAUNCH_FAILED\",\"message\":\"no such"
            + " file\"}");
    assertThat(run("run", "--", "x"))
        .isEqualTo(
            new Cli.Result(125, "", "bourse: job j1: FAILED, LAUNCH_FAILED: no such file\n"));
  }

  @Test
  void shouldShowProgressToAPerson() {
    server.events(LOGS, DONE);
    end("{\"id\":\"j1\",\"state\":\"SUCCEEDED\",\"exitCode\":0}");
    assertThat(cli().interactive().run("run", "--", "x").err()).isEqualTo("bourse: job j1\n");
  }

  @Test
  void shouldExitWith125WhenTheJobCannotBeRun() {
    assertThat(run("run").code()).isEqualTo(125);
    assertThat(run("run", "--nonsense", "x").code()).isEqualTo(125);
    Cli.Result result = new Cli(directory).run("run", "--server", "localhost:1", "--", "x");
    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                125, "", "bourse: cannot reach http://localhost:1: nothing listens there\n"));
  }

  private void end(String job) {
    server.answer("GET /v1/jobs/j1", 200, job);
  }

  private static String output(String stream, int position, String text) {
    return ": keep-alive\nevent: %s\ndata: {\"attempt\":1,\"position\":%d,\"text\":\"%s\"}\n\n"
        .formatted(stream, position, text);
  }
}

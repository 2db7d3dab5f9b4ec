package dev.bourse.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.cli.client.Json;
import dev.bourse.cli.fake.Cli;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitCommandTest extends CommandTest {

  @Test
  void shouldPrintTheId() {
    server.answer("POST /v1/jobs", 202, "{\"id\":\"j1\",\"position\":\"0:1\"}");
    assertThat(run("submit", "--", "echo", "hi")).isEqualTo(new Cli.Result(0, "j1\n", ""));
  }

  @Test
  void shouldMakeADocumentOfOptions() throws Exception {
    accept();
    cli()
        .env("LANG", "C")
        .input("grüße")
        .run(
            "submit",
            "--id",
            "a",
            "--name",
            "n",
            "--cpus",
            "500m",
            "--memory",
            "1Gi",
            "--disk",
            "2Gi",
            "-e",
            "A=b=c",
            "-e",
            "LANG",
            "-e",
            "NOWHERE",
            "-l",
            "team=x",
            "--role",
            "a/b",
            "--priority",
            "70",
            "--timeout",
            "90s",
            "--retry",
            "3",
            "--user",
            "u",
            "--workdir",
            "/tmp",
            "-i",
            "--",
            "sh",
            "-c",
            "exit 7");
    assertThat(Json.read(server.request("POST /v1/jobs").body()))
        .isEqualTo(
            Json.read(
                """
                {"id":"a","name":"n","command":["sh","-c","exit 7"],"env":{"A":"b=c","LANG":"C"},
                 "workdir":"/tmp","user":"u","stdin":"grüße",
                 "resources":{"cpus":"500m","memory":"1Gi","disk":"2Gi"},"labels":{"team":"x"},
                 "role":"a/b","priority":70,"timeout":"90s","retry":{"attempts":3}}
                """));
  }

  @Test
  void shouldGiveEveryJobAnIdSoThatItCanTryAgain() throws Exception {
    server.problem("POST /v1/jobs", 503, "{\"title\":\"Kafka is away\"}");
    server.answer("POST /v1/jobs", 202, "{\"id\":\"j1\"}");
    assertThat(run("submit", "--", "true").code()).isZero();
    assertThat(server.requests())
        .hasSize(2)
        .extracting(r -> Json.read(r.body()).path("id").asText())
        .allMatch(id -> id.length() == 18)
        .satisfies(ids -> assertThat(ids.getFirst()).isEqualTo(ids.getLast()));
  }

  @Test
  void shouldWaitForTheDecision() {
    accept();
    run("submit", "--", "true");
    assertThat(server.request("POST /v1/jobs").query())
        .isEqualTo("wait=decided&waitTimeout=10000ms");
  }

  @Test
  void shouldReadYaml() throws Exception {
    accept();
    Files.writeString(
        directory.resolve("job.yaml"),
        """
        # a comment
        id: y
        command: [echo, "1"]
        env: {VERSION: 1.10, DEBUG: true}
        retry:
          attempts: 2
          on: [1]
        """);
    assertThat(run("submit", "job.yaml").code()).isZero();
    assertThat(server.request("POST /v1/jobs").body())
        .isEqualTo(
            "{\"id\":\"y\",\"command\":[\"echo\",\"1\"],\"env\":{\"VERSION\":1.10,\"DEBUG\":true},"
                + "\"retry\":{\"attempts\":2,\"on\":[1]}}");
  }

  @Test
  void shouldReadJsonFromStandardInputAndLetOptionsWin() throws Exception {
    accept();
    cli()
        .input("{\"id\":\"s\",\"shell\":\"exit 1\",\"resources\":{\"cpus\":2,\"gpus\":1}}")
        .run("submit", "-", "--cpus", "3", "--", "true");
    assertThat(Json.read(server.request("POST /v1/jobs").body()))
        .isEqualTo(
            Json.read(
                "{\"id\":\"s\",\"command\":[\"true\"],\"resources\":{\"cpus\":\"3\",\"gpus\":1}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[1]", "", "a: 1\na: 2", "{\"a\":1,\"a\":2}", "{\"a\":1", "{} {}", "a: ["})
  void shouldRefuseWhatIsNoDocument(String text) {
    Cli.Result result = cli().input(text).run("submit", "-");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("bourse: standard input: ").hasLineCount(1);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void shouldNameTheFileThatIsNotThere() {
    assertThat(run("submit", "nowhere.json"))
        .isEqualTo(new Cli.Result(2, "", "bourse: nowhere.json: no such file\n"));
  }

  @Test
  void shouldShowOneLineForEachWrongField() {
    server.problem(
        "POST /v1/jobs",
        400,
        "{\"title\":\"Invalid\",\"errors\":[{\"field\":\"cpus\",\"message\":\"is 'x'\"},"
            + "{\"field\":\"\",\"message\":\"too big\"}]}");
    assertThat(run("submit", "--", "true"))
        .isEqualTo(new Cli.Result(1, "", "bourse: cpus: is 'x'\nbourse: too big\n"));
  }

  @Test
  void shouldNeedOneDocumentOrACommand() {
    assertThat(run("submit").code()).isEqualTo(2);
    assertThat(run("submit", "a.json", "b.json").err()).contains("got [a.json, b.json]");
    assertThat(run("submit", "-", "-i").err()).contains("--stdin");
  }

  @Test
  void shouldLimitStandardInput() {
    Cli.Result result = cli().input("x".repeat((48 << 10) + 1)).run("submit", "-i", "--", "cat");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--stdin").contains("48 KiB");
  }

  private void accept() {
    server.answer("POST /v1/jobs", 202, "{\"id\":\"j1\"}");
  }
}

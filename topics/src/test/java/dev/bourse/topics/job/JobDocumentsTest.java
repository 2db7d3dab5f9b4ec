package dev.bourse.topics.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.topics.id.JobId;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.task.Reason;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from documents that are valid. */
class JobDocumentsTest {

  @Test
  void shouldFillInEveryDefault() {
    JobDocument document = Documents.read("{\"command\":[\"x\"]}");
    assertThat(document.id()).isNull();
    assertThat(document.spec())
        .isEqualTo(
            new JobSpec(
                null,
                new TreeMap<>(),
                "default",
                ProcessSpec.of(List.of("x")),
                Resources.parse("cpus:1;memory:256;disk:1024"),
                50,
                new RetryPolicy(0, new Backoff(1_000, 2_000, 300_000, 100), List.of(), List.of()),
                0,
                5_000,
                10_485_760,
                604_800_000));
  }

  @Test
  void shouldReadEveryField() {
    JobDocument document =
        Documents.read(
            """
            {
              "id": "hello-1",
              "name": "Say hello",
              "labels": {"team": "x"},
              "role": "eng/backend",
              "command": ["/bin/echo", "hello", ""],
              "env": {"A": "1", "B": ""},
              "workdir": "sub",
              "user": "nobody",
              "stdin": "in\\n",
              "resources": {"cpus": 0.5, "memory": "1Gi", "disk": 10, "gpus": 1, "fpga": "500m"},
              "priority": 99,
              "retry": {
                "attempts": 3,
                "backoff": {"initial": "2s", "factor": 1.5, "max": "1m", "jitter": 0},
                "on": [75, "LAUNCH_FAILED"]
              },
              "timeout": "1h30m",
              "killGrace": "250ms",
              "logs": {"cap": "1Mi"},
              "ttl": "1d"
            }
            """);
    assertThat(document.id()).isEqualTo(new JobId("hello-1"));
    assertThat(document.spec())
        .isEqualTo(
            new JobSpec(
                "Say hello",
                new TreeMap<>(Map.of("team", "x")),
                "eng/backend",
                new ProcessSpec(
                    List.of("/bin/echo", "hello", ""),
                    new TreeMap<>(Map.of("A", "1", "B", "")),
                    "sub",
                    "nobody",
                    "in\n"),
                Resources.parse("cpus:0.5;memory:1024;disk:10;gpus:1;fpga:0.5"),
                99,
                new RetryPolicy(
                    3,
                    new Backoff(2_000, 1_500, 60_000, 0),
                    List.of(75),
                    List.of(Reason.LAUNCH_FAILED)),
                5_400_000,
                250,
                1 << 20,
                86_400_000));
  }

  @Test
  void shouldRunShellLinesByTheShell() {
    assertThat(Documents.read("{\"shell\":\"a | b\"}").spec().process())
        .isEqualTo(ProcessSpec.of(List.of("/bin/sh", "-c", "a | b")));
  }

  @Test
  void shouldTakeNullForAbsent() {
    assertThat(
            Documents.read(
                """
                {"command": ["x"], "shell": null, "id": null, "name": null, "labels": null,
                 "role": null, "env": null, "workdir": null, "user": null, "stdin": null,
                 "resources": null, "priority": null, "retry": null, "timeout": null,
                 "killGrace": null, "logs": null, "ttl": null}
                """))
        .isEqualTo(Documents.read("{\"command\":[\"x\"]}"));
    assertThat(
            Documents.with(
                """
                "resources": {"cpus": null, "fpga": null}, "logs": {"cap": null},
                "retry": {"attempts": null, "on": null, "backoff": {"max": null}}
                """))
        .isEqualTo(Documents.with(""));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                             | cpus:1;disk:1024;memory:256",
        "{'cpus': 0.5}                  | cpus:0.5;disk:1024;memory:256",
        "{'cpus': '500m'}               | cpus:0.5;disk:1024;memory:256",
        "{'cpus': ' 2 '}                | cpus:2;disk:1024;memory:256",
        "{'cpus': 5e-1}                 | cpus:0.5;disk:1024;memory:256",
        "{'cpus': 1E2}                  | cpus:100;disk:1024;memory:256",
        "{'cpus': 0.001}                | cpus:0.001;disk:1024;memory:256",
        "{'memory': 512}                | cpus:1;disk:1024;memory:512",
        "{'memory': '512'}              | cpus:1;disk:1024;memory:512",
        "{'memory': '256Mi'}            | cpus:1;disk:1024;memory:256",
        "{'memory': '1Gi'}              | cpus:1;disk:1024;memory:1024",
        "{'memory': '512Ki'}            | cpus:1;disk:1024;memory:0.5",
        "{'memory': '1048576B'}         | cpus:1;disk:1024;memory:1",
        "{'memory': '1G'}               | cpus:1;disk:1024;memory:953.674",
        "{'memory': 0, 'disk': 0}       | cpus:1",
        "{'disk': '2Ti'}                | cpus:1;disk:2097152;memory:256",
        "{'gpus': 2}                    | cpus:1;disk:1024;gpus:2;memory:256",
        "{'gpus': 2.0}                  | cpus:1;disk:1024;gpus:2;memory:256",
        "{'gpus': 0}                    | cpus:1;disk:1024;memory:256",
        "{'fpga': 1, 'lic.x-1_Y': 2.5}  | cpus:1;disk:1024;fpga:1;lic.x-1_Y:2.5;memory:256",
        "{'cpus': 1000000000}           | cpus:1000000000;disk:1024;memory:256"
      })
  void shouldReadResources(String resources, String expected) {
    assertThat(Documents.with("\"resources\":" + resources.replace('\'', '"')).resources())
        .hasToString(expected);
  }

  @ParameterizedTest(name = "{0} is {1} ms")
  @CsvSource({
    "0, 0",
    "0s, 0",
    "90s, 90000",
    "1h30m, 5400000",
    "250ms, 250",
    "1.5h, 5400000",
    "PT1M30S, 90000",
    "2d, 172800000",
    "1w, 604800000",
    "366d, 31622400000"
  })
  void shouldReadDurations(String text, long millis) {
    JobSpec spec =
        Documents.with(
            "\"timeout\":\"%1$s\",\"killGrace\":\"%1$s\",\"ttl\":\"%1$s\"".formatted(text));
    assertThat(spec.timeoutMillis()).isEqualTo(millis);
    assertThat(spec.killGraceMillis()).isEqualTo(millis);
    assertThat(spec.ttlMillis()).isEqualTo(millis);
  }

  @ParameterizedTest(name = "{0} is {1} bytes")
  @CsvSource({
    "0, 0",
    "1, 1048576",
    "\"10Mi\", 10485760",
    "\"1Gi\", 1073741824",
    "\"512Ki\", 524288"
  })
  void shouldReadTheCapOfLogs(String cap, long bytes) {
    assertThat(Documents.with("\"logs\":{\"cap\":" + cap + "}").logCapBytes()).isEqualTo(bytes);
  }

  @Test
  void shouldTakeNumbersAndBooleansInMapsAsTheyAreWritten() {
    assertThat(
            Documents.with("\"env\":{\"A\":100.0,\"B\":1.10,\"C\":true,\"D\":7,\"E\":-0.5}")
                .process()
                .env())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("A", "100.0", "B", "1.10", "C", "true", "D", "7", "E", "-0.5"));
    assertThat(Documents.with("\"labels\":{\"build\":17}").labels()).containsEntry("build", "17");
  }

  @Test
  void shouldSortAndCollectWhatRetryIsOn() {
    RetryPolicy retry =
        Documents.with(
                """
                "retry": {"attempts": 1000, "on": [255, "CANCELLED", 1, "COMMAND_ENDED", 255]}
                """)
            .retry();
    assertThat(retry.onExitCodes()).containsExactly(1, 255);
    assertThat(retry.onReasons()).containsExactly(Reason.COMMAND_ENDED, Reason.CANCELLED);
    assertThat(retry.attempts()).isEqualTo(1_000);
  }

  @Test
  void shouldRaiseTheDefaultOfTheLongestBackoffToTheFirst() {
    assertThat(Documents.with("\"retry\":{\"backoff\":{\"initial\":\"10m\"}}").retry().backoff())
        .isEqualTo(new Backoff(600_000, 2_000, 600_000, 100));
  }

  @ParameterizedTest(name = "role {0}")
  @ValueSource(strings = {"default", "*", "a", "eng/backend/x", "Ä"})
  void shouldReadRoles(String role) {
    assertThat(Documents.with("\"role\":\"" + role + "\"").role()).isEqualTo(role);
  }

  @Test
  void shouldReadTheLargestOfEverything() {
    assertThat(
            Documents.read("{\"command\":[\"x\"" + ",\"\"".repeat(1_023) + "]}").spec().process())
        .extracting(process -> process.argv().size())
        .isEqualTo(1_024);
    assertThat(Documents.with("\"name\":\"" + "n".repeat(256) + "\"").name()).hasSize(256);
    assertThat(Documents.with("\"stdin\":\"" + "n".repeat(48 << 10) + "\"").process().stdin())
        .hasSize(48 << 10);
    assertThat(Documents.with("\"labels\":{\"" + "k".repeat(63) + "\":\"\"}").labels()).hasSize(1);
    String document = Documents.valid("");
    String padded = document + " ".repeat(JobDocuments.MAX_BYTES - document.length());
    assertThat(Documents.read(padded)).isEqualTo(Documents.read(document));
  }
}

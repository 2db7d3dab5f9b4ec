package dev.bourse.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.cli.client.Json;
import dev.bourse.cli.fake.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that change something about the cluster. */
class OperatorCommandsTest extends CommandTest {

  private static final String APPLIED = "{\"state\":\"APPLIED\",\"positions\":[\"0:1\"]}";
  private static final Cli.Result SILENCE = new Cli.Result(0, "", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "role set eng/web --weight 2         | PUT /v1/roles/eng/web | {'weight':'2'}",
        "role set eng --limit cpus:8 --force | PUT /v1/roles/eng     | {'limit':'cpus:8','force':true}",
        "role set a --limit none --guarantee cpus:1 | PUT /v1/roles/a | {'limit':null,'guarantee':'cpus:1'}",
        "teardown f                 | DELETE /v1/frameworks/f          | ",
        "agent drain a1             | POST /v1/agents/a1/drain         | {}",
        "agent drain a1 --max-grace 10s --deadline 5m --mark-gone | POST /v1/agents/a1/drain"
            + " | {'maxGrace':'10s','deadline':'5m','markGone':true}",
        "agent deactivate a1        | POST /v1/agents/a1/deactivate    | {}",
        "agent reactivate a1        | POST /v1/agents/a1/reactivate    | {}",
        "agent gone a1              | POST /v1/agents/a1/gone          | {}",
        "reserve a1 cpus(+eng):2    | POST /v1/agents/a1/reserve       | {'resources':'cpus(+eng):2'}",
        "unreserve a1 cpus(+eng):2  | POST /v1/agents/a1/unreserve     | {'resources':'cpus(+eng):2'}",
        "maintenance schedule a1 a2 --start 2030-01-31T08:00:00Z --duration 2h | POST /v1/maintenance"
            + " | {'agents':['a1','a2'],'start':'2030-01-31T08:00:00Z','duration':'2h'}",
        "maintenance schedule a1 --start now | POST /v1/maintenance"
            + " | {'agents':['a1'],'start':'2026-11-22T12:00:00Z'}",
        "maintenance schedule a1 --call-off | POST /v1/maintenance | {'agents':['a1'],'start':null}",
        "maintenance start a1 a2    | POST /v1/maintenance/start       | {'agents':['a1','a2']}",
        "maintenance end a1         | POST /v1/maintenance/end         | {'agents':['a1']}"
      })
  void shouldAskForIt(String command, String request, String body) throws Exception {
    server.answer(request, 200, APPLIED);
    assertThat(run(command.split(" "))).isEqualTo(SILENCE);
    String sent = server.request(request).body();
    if (body == null) {
      assertThat(sent).isEmpty();
    } else {
      assertThat(Json.read(sent)).isEqualTo(Json.read(body.replace('\'', '"')));
    }
  }

  @Test
  void shouldSayWhyItIsRefused() {
    server.problem(
        "PUT /v1/roles/eng",
        409,
        "{\"title\":\"In conflict\",\"detail\":\"limit: of role 'eng' is too low\",\"errors\":[]}");
    assertThat(run("role", "set", "eng", "--limit", "cpus:1"))
        .isEqualTo(new Cli.Result(1, "", "bourse: limit: of role 'eng' is too low\n"));
    server.problem(
        "POST /v1/agents/a1/drain",
        400,
        "{\"errors\":[{\"field\":\"deadline\",\"message\":\"is 'soon'\"}]}");
    assertThat(run("agent", "drain", "a1", "--deadline", "soon"))
        .isEqualTo(new Cli.Result(1, "", "bourse: deadline: is 'soon'\n"));
  }

  @Test
  void shouldSayThatNobodyHasDecided() {
    server.answer(
        "DELETE /v1/frameworks/f", 202, "{\"state\":\"PENDING\",\"message\":\"No master.\"}");
    assertThat(run("teardown", "f")).isEqualTo(new Cli.Result(3, "", "bourse: No master.\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "role set eng                | role set needs --weight, --limit or --guarantee",
        "role set eng --limit=       | --limit is empty, but must be like cpus:8, or none",
        "maintenance schedule a1     | maintenance schedule needs --start or --call-off",
        "maintenance schedule a1 --start now --call-off | and not both",
        "maintenance start           | Missing required parameter: 'AGENT'",
        "agent drain                 | Missing required parameter: 'AGENT'",
        "agent                       | Missing required subcommand",
        "reserve a1                  | Missing required parameter: 'RESOURCES'"
      })
  void shouldSayHowItIsUsed(String command, String message) {
    Cli.Result result = run(command.split(" "));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains(message);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void shouldHelpWithGroups() {
    assertThat(run("agent", "--help").out()).contains("drain", "deactivate", "reactivate", "gone");
    assertThat(run("maintenance", "schedule", "--help").out()).contains("--call-off", "--server");
  }
}

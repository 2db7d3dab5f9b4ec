package dev.bourse.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.cli.client.Json;
import dev.bourse.cli.fake.Cli;
import org.junit.jupiter.api.Test;

/** The commands that only show. */
class ShowCommandsTest extends CommandTest {

  private static final String JOB =
      """
      {"id":"j1","name":"nightly","labels":{"team":"x"},"role":"a","state":"FAILED",
       "reason":"COMMAND_ENDED","attempts":2,"exitCode":7,"submittedAt":"2026-11-22T11:59:48.000Z",
       "startedAt":"2026-11-22T11:59:50.000Z","endedAt":"2026-11-22T11:59:52.500Z",
       "spec":{"command":["sh","-c","exit 7"],"resources":{"cpus":1,"memory":"256Mi"}}}
      """;

  @Test
  void shouldListJobs() {
    server.answer("GET /v1/jobs", 200, "{\"jobs\":[" + JOB + "],\"next\":\"j1\"}");
    server.answer("GET /v1/jobs", 200, "{\"jobs\":[{\"id\":\"j0\",\"state\":\"QUEUED\"}]}");
    assertThat(run("list", "--state", "failed", "-l", "team=x", "-l", "a=b", "--role", "a"))
        .isEqualTo(
            new Cli.Result(
                0,
                """
                ID  NAME     ROLE  STATE   EXIT  TRIES  SUBMITTED  TOOK
                j1  nightly  a     FAILED  7     2      12s ago    2.5s
                j0  -        -     QUEUED  -     -      -          -
                """,
                ""));
    assertThat(server.requests())
        .extracting(r -> r.query())
        .containsExactly(
            "state=FAILED&role=a&label=team=x&label=a=b&limit=100",
            "state=FAILED&role=a&label=team=x&label=a=b&limit=99&after=j1");
  }

  @Test
  void shouldListJobsAsJson() throws Exception {
    server.answer("GET /v1/jobs", 200, "{\"jobs\":[" + JOB + "]}");
    assertThat(Json.read(run("list", "--json").out()).path(0)).isEqualTo(Json.read(JOB));
  }

  @Test
  void shouldShowAJobAndItsAttempts() {
    server.answer("GET /v1/jobs/j1", 200, JOB);
    server.answer(
        "GET /v1/jobs/j1/tasks",
        200,
        """
        {"tasks":[{"id":"j1-0","state":"FAILED","attempt":2,"agent":"a2","exitCode":7,"earlier":[
          {"attempt":1,"agent":"a1","state":"LOST","reason":"AGENT_REMOVED"}]}]}
        """);
    assertThat(run("status", "j1").out())
        .isEqualTo(
            """
            id         j1
            name       nightly
            state      FAILED
            reason     COMMAND_ENDED
            exit code  7
            role       a
            labels     team=x
            command    sh -c 'exit 7'
            resources  cpus=1 memory=256Mi
            submitted  12s ago
            started    10s ago
            ended      7s ago
            took       2.5s

            TASK  ATTEMPT  AGENT  STATE   EXIT  REASON         TOOK
            j1-0  1        a1     LOST    -     AGENT_REMOVED  -
            j1-0  2        a2     FAILED  7     -              -
            """);
  }

  @Test
  void shouldNotShowTheExitCodeOfAnEarlierAttemptWhileAJobRuns() {
    server.answer("GET /v1/jobs/j1", 200, "{\"id\":\"j1\",\"state\":\"RUNNING\",\"exitCode\":137}");
    server.answer("GET /v1/jobs/j1/tasks", 200, "{\"tasks\":[]}");
    assertThat(run("status", "j1").out()).isEqualTo("id         j1\nstate      RUNNING\n");
  }

  @Test
  void shouldShowAJobAsJson() throws Exception {
    server.answer("GET /v1/jobs/j1", 200, JOB);
    server.answer("GET /v1/jobs/j1/tasks", 200, "{\"tasks\":[{\"id\":\"j1-0\"}]}");
    assertThat(Json.read(run("status", "--json", "j1").out()).at("/tasks/0/id").asText())
        .isEqualTo("j1-0");
  }

  @Test
  void shouldListAgents() {
    server.answer(
        "GET /v1/agents",
        200,
        """
        {"agents":[{"id":"a1","state":"REGISTERED","hostname":"h","resources":{"cpus":2,"memory":"4Gi"},
         "used":{"cpus":0.5},"tasks":1,"changedAt":"2026-11-22T10:00:00.000Z"},
         {"id":"a2","state":"DRAINING","hostname":"h","region":"eu","zone":"eu-1","tasks":0,
         "reserved":{"eng":{"cpus":2,"memory":"1Gi"}},
         "upkeep":{"maintenance":{"start":"2026-11-23T10:00:00.000Z"}}}]}
        """);
    assertThat(run("agents").out())
        .isEqualTo(
            """
            ID  STATE       HOST  ZONE     TASKS  CPUS   MEMORY  DISK  RESERVED                MAINTENANCE               SINCE   VERSION
            a1  REGISTERED  h     -        1      0.5/2  0/4Gi   -     -                       -                         2h ago  -
            a2  DRAINING    h     eu/eu-1  0      -      -       -     eng(cpus=2 memory=1Gi)  2026-11-23T10:00:00.000Z  -       -
            """);
  }

  @Test
  void shouldListRoles() throws Exception {
    String roles =
        """
        {"roles":[{"role":"eng","weight":2,"limit":{"cpus":8,"memory":"16Gi"},"held":{"cpus":1.5},
         "reserved":{},"share":0.375,"frameworks":["f","g"],"queuedJobs":3}]}
        """;
    server.answer("GET /v1/roles", 200, roles);
    assertThat(run("roles").out())
        .isEqualTo(
            """
            ROLE  WEIGHT  SHARE  HELD      RESERVED  LIMIT               GUARANTEE  FRAMEWORKS  QUEUED
            eng   2       0.375  cpus=1.5  -         cpus=8 memory=16Gi  -          f,g         3
            """);
    assertThat(Json.read(run("roles", "--json").out())).isEqualTo(Json.read(roles).path("roles"));
  }

  @Test
  void shouldListFrameworks() {
    server.answer(
        "GET /v1/frameworks",
        200,
        """
        {"frameworks":[{"id":"f","name":"spark","state":"CONNECTED","roles":["eng","ops"],
         "tasks":{"RUNNING":2},"held":{"cpus":2},"offers":1,
         "changedAt":"2026-11-22T11:59:48.000Z"}]}
        """);
    assertThat(run("frameworks").out())
        .isEqualTo(
            """
            ID  NAME   STATE      ROLES    TASKS      HELD    OFFERS  SINCE    MESSAGE
            f   spark  CONNECTED  eng,ops  RUNNING=2  cpus=2  1       12s ago  -
            """);
  }

  @Test
  void shouldListOffers() {
    server.answer(
        "GET /v1/offers",
        200,
        """
        {"offers":[{"offer":7,"framework":"f","agent":"a1","role":"eng",
         "resources":{"cpus(+eng)":2},"since":"2026-11-22T11:59:48.000Z"}]}
        """);
    assertThat(run("offers", "--framework", "f", "--agent", "a1").out())
        .isEqualTo(
            """
            OFFER  FRAMEWORK  AGENT  ROLE  RESOURCES     SINCE    EXPIRES
            7      f          a1     eng   cpus(+eng)=2  12s ago  -
            """);
    assertThat(server.request("GET /v1/offers").query()).isEqualTo("framework=f&agent=a1");
  }

  @Test
  void shouldListMaintenance() {
    server.answer(
        "GET /v1/maintenance",
        200,
        """
        {"agents":[{"agent":"a1","state":"DOWN","down":true,"start":"2026-11-22T11:00:00.000Z",
         "duration":"2h"}]}
        """);
    assertThat(run("maintenance", "list").out())
        .isEqualTo(
            """
            AGENT  STATE  START                     DURATION
            a1     DOWN   2026-11-22T11:00:00.000Z  2h
            """);
  }

  @Test
  void shouldPrintLogs() {
    server.events(
        "GET /v1/jobs/j1/logs",
        "event: stdout\ndata: {\"attempt\":1,\"position\":0,\"text\":\"hé\\n\"}\n\n"
            + "event: done\ndata: {}\n\n");
    assertThat(run("logs", "--stream", "stdout", "j1")).isEqualTo(new Cli.Result(0, "hé\n", ""));
    assertThat(server.request("GET /v1/jobs/j1/logs").query())
        .isEqualTo("follow=false&stream=stdout");
  }

  @Test
  void shouldNotWaitForTheLogsOfAJobThatDoesNotExist() {
    Cli.Result result = run("logs", "-f", "j1");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("no GET /v1/jobs/j1");
  }

  @Test
  void shouldCancelJobs() {
    server.answer("DELETE /v1/jobs/a", 202, "{\"id\":\"a\"}");
    server.problem("DELETE /v1/jobs/b", 409, "{\"detail\":\"job b has SUCCEEDED already\"}");
    assertThat(run("cancel", "a", "b"))
        .isEqualTo(new Cli.Result(1, "", "bourse: job b has SUCCEEDED already\n"));
  }
}

package dev.bourse.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.cli.fake.Cli;
import dev.bourse.cli.local.DevFolder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOptionTest extends CommandTest {

  @Test
  void shouldPreferTheOption() {
    Cli.Result result = run("agents", "--server", "http://localhost:1/");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo("bourse: cannot reach http://localhost:1: nothing listens there\n");
  }

  @Test
  void shouldFindTheDevCluster() throws Exception {
    server.answer("GET /v1/agents", 200, "{\"agents\":[]}");
    Path home = Files.createDirectories(directory.resolve("home/dev")).getParent();
    new DevFolder(home.resolve("dev")).announce(URI.create(server.url()), "localhost:9392");
    Cli.Result result =
        new Cli(directory).env("BOURSE_HOME", home.toString()).run("agents", "--json");
    assertThat(result.code()).isZero();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldNotBelieveInADevClusterThatIsGone() throws Exception {
    Files.createDirectories(directory.resolve(".bourse/dev"));
    Files.writeString(
        directory.resolve(".bourse/dev/cluster.json"),
        "{\"pid\":1,\"started\":\"1970-01-01T00:00:00Z\",\"server\":\"http://localhost:1\"}");
    assertNoCluster();
  }

  @Test
  void shouldAdviseWhenThereIsNoCluster() {
    assertNoCluster();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://host", "http://", "http://a b", "://"})
  void shouldRefuseWhatIsNoAddress(String text) {
    Cli.Result result = run("list", "--server", text);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("bourse: --server: is '" + text + "', but must be");
  }

  @Test
  void shouldNoticeAForeignServer() {
    server.answer("GET /v1/agents", 200, "<html>");
    assertThat(run("agents").err())
        .isEqualTo("bourse: " + server.url() + " is not a Bourse server\n");
  }

  @Test
  void shouldShowTheWholeStoryOnRequest() {
    assertThat(run("-v", "agents").err()).contains("ProblemException").contains("\tat ");
    assertThat(cli().env("BOURSE_DEBUG", "1").run("agents").err()).contains("\tat ");
  }

  private void assertNoCluster() {
    Cli.Result result = new Cli(directory).run("list");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo(
            "bourse: no cluster: start one with ./bourse dev, or point --server or BOURSE_SERVER at"
                + " one\n");
  }
}

package dev.bourse.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.cli.fake.Cli;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevCommandTest {

  @TempDir Path directory;

  @Test
  void shouldNameThePortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(run("dev", "--port", port))
          .isEqualTo(
              new Cli.Result(
                  1,
                  "",
                  "bourse: port %s is in use; choose another with --port, or 0 for a free one\n"
                      .formatted(port)));
      assertThat(run("dev", "--port", "0", "--kafka-port", port).err()).contains("--kafka-port");
    }
  }

  @Test
  void shouldCheckItsOptions() {
    assertThat(run("dev", "--agents", "0").err()).contains("--agents: is 0");
    assertThat(run("dev", "--port", "70000").err()).contains("--port: is 70000");
    assertThat(run("dev", "--port", "x").code()).isEqualTo(2);
  }

  @Test
  void shouldSayHowItIsFoundInAFolderWhereNobodyLooks() {
    assertThat(welcome(true)).contains("./bourse run -- echo hello");
    assertThat(welcome(false)).contains("./bourse run --server http://h:1 -- echo hello");
  }

  private String welcome(boolean standard) {
    return DevWelcome.text(URI.create("http://h:1"), "h:2", List.of("a"), directory, standard);
  }

  private Cli.Result run(String... args) {
    return new Cli(directory).run(args);
  }
}

package dev.bourse.cli.command;

import dev.bourse.cli.fake.Cli;
import dev.bourse.cli.fake.FakeServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A command against a fake server. */
abstract class CommandTest {

  @TempDir Path directory;

  FakeServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = new FakeServer();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  Cli cli() {
    return new Cli(directory).env("BOURSE_SERVER", server.url());
  }

  Cli.Result run(String... args) {
    return cli().run(args);
  }
}

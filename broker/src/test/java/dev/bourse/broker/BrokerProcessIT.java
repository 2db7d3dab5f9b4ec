package dev.bourse.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessIT {

  private static final Path LIB =
      Path.of(System.getProperty("bourse.root"), "broker", "target", "lib");

  @TempDir Path directory;

  @Test
  void shouldKeepTopicsAcrossRestartAndCrash() throws Exception {
    try (BrokerProcess broker = start(0)) {
      createTopic(broker, "first");
      assertThat(topicsOf(broker)).containsExactly("first");
    }
    BrokerProcess crashed = start(0);
    try {
      assertThat(topicsOf(crashed)).containsExactly("first");
      createTopic(crashed, "second");
    } finally {
      crashed.kill();
    }
    assertThat(crashed.isAlive()).isFalse();
    try (BrokerProcess broker = start(0)) {
      assertThat(topicsOf(broker)).containsExactlyInAnyOrder("first", "second");
    }
    assertThat(directory.resolve("server.properties")).exists();
  }

  @Test
  void shouldStopWhenItsParentIsGone() throws Exception {
    Process broker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                LIB.resolve("*").toString(),
                "dev.bourse.broker.BrokerMain",
                "--dir",
                directory.toString(),
                "--follow-stdin")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(broker.inputReader().readLine()).startsWith("ready 127.0.0.1:");
      broker.outputWriter().close();
      assertThat(broker.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(broker.exitValue()).isZero();
    } finally {
      broker.destroyForcibly();
    }
  }

  @Test
  void shouldSayWhyItCannotStart() throws Exception {
    try (BrokerProcess first = start(0)) {
      int taken = Integer.parseInt(first.bootstrapServers().split(":")[1]);
      assertThatThrownBy(
              () ->
                  BrokerProcess.start(
                      directory.resolve("other"), LIB, taken, BrokerProcess.DEFAULT_JVM_OPTIONS))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("did not start")
          .hasMessageContaining("Address already in use");
    }
    assertThatThrownBy(() -> BrokerProcess.start(directory, Path.of("nowhere"), 0, List.of()))
        .hasMessageContaining("./mvnw -pl broker package");
  }

  @Test
  void shouldLogNoErrorWhenAllIsWell() throws Exception {
    try (BrokerProcess broker = start(0)) {
      createTopic(broker, "quiet");
    }
    assertThat(Files.readString(directory.resolve("broker.log"))).doesNotContain(" ERROR ");
  }

  private BrokerProcess start(int port) throws Exception {
    return BrokerProcess.start(directory, LIB, port, BrokerProcess.DEFAULT_JVM_OPTIONS);
  }

  private static void createTopic(BrokerProcess broker, String name) throws Exception {
    try (Admin admin = admin(broker)) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(20, TimeUnit.SECONDS);
    }
  }

  private static Set<String> topicsOf(BrokerProcess broker) throws Exception {
    try (Admin admin = admin(broker)) {
      return admin.listTopics().names().get(20, TimeUnit.SECONDS);
    }
  }

  private static Admin admin(BrokerProcess broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}

package dev.bourse.cli.it;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The example in Python, in a process that shares no code with us. */
final class Python {

  private static final String INTERPRETER = "/usr/bin/python3";
  private static final String REQUIRED = "BOURSE_REQUIRE_PYTHON";

  private Python() {}

  /**
   * Skips the test where the example cannot run, or fails it where the environment says that it has
   * to.
   */
  static void require(Path folder) throws IOException, InterruptedException {
    String problem = problem(folder);
    if (problem == null) {
      return;
    }
    String message =
        INTERPRETER
            + " cannot import confluent_kafka (Debian: python3-confluent-kafka): "
            + problem;
    if ("1".equals(System.getenv(REQUIRED))) {
      fail(message);
    }
    Assumptions.abort(message);
  }

  private static @Nullable String problem(Path folder) throws IOException, InterruptedException {
    if (!Path.of(INTERPRETER).toFile().canExecute()) {
      return "it is not there";
    }
    Script.Result result = run(folder, "-c", "import confluent_kafka");
    return result.code() == 0 ? null : result.err().strip();
  }

  /** The framework, with its own tasks as the last arguments after {@code --}. */
  static Script startFramework(Workbench bench, Path folder, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(INTERPRETER);
    command.add(Script.inRoot("examples/python/hello_framework.py").toString());
    command.addAll(List.of("--bootstrap", bench.cluster().bootstrapServers()));
    command.addAll(List.of(args));
    return Script.start(folder, command);
  }

  /** Something that ends by itself. */
  static Script.Result run(Path folder, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(INTERPRETER, "-B"));
    command.addAll(List.of(args));
    try (Script script = Script.start(folder, command)) {
      return script.await();
    }
  }
}

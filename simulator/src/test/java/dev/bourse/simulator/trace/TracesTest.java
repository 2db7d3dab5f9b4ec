package dev.bourse.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.simulator.workload.Metrics;
import dev.bourse.simulator.workload.WorkloadRun;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.resources.Resources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracesTest {

  private static final String SWF =
      """
      ; Version: 2.2
      ; MaxProcs: 4
        1   0  -1  60  2 -1 -1  2 -1   -1 1 7 1 1 1 -1 -1 -1
        2  10  -1  30 -1 -1 -1  4 -1 2048 1 8 1 1 1 -1 -1 -1

        3  20  -1  -1  2 -1 -1  2 -1   -1 0 7 1 1 1 -1 -1 -1
      """;

  @TempDir Path folder;

  @Test
  void shouldReadTheStandardWorkloadFormat() throws IOException {
    Trace trace = read("a.swf", SWF);

    assertThat(trace.processors()).isEqualTo(4);
    assertThat(trace.skipped()).isEqualTo(1);
    assertThat(trace.jobs())
        .containsExactly(
            new TraceJob("1", 0, 60, 2_000, 0, "7", 50),
            new TraceJob("2", 10, 30, 4_000, 8, "8", 50));
  }

  @Test
  void shouldReadWhatIsPacked() throws IOException {
    Path file = folder.resolve("a.swf.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(SWF.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(Traces.read(file).jobs()).hasSize(2);
  }

  @Test
  void shouldReadCommaSeparatedValues() throws IOException {
    Trace trace = read("a.csv", "submit,run,user,cpus\n5,60,ann,0.5\n0,1.5,,\n");

    assertThat(trace.jobs())
        .containsExactly(
            new TraceJob("2", 0, 1.5, 1_000, 0, "unknown", 50),
            new TraceJob("1", 5, 60, 500, 0, "ann", 50));
  }

  @Test
  void shouldRunATrace() throws IOException {
    Trace trace = read("a.swf", SWF);

    Metrics metrics =
        Metrics.of(
            WorkloadRun.of(
                Traces.workload(trace, 1, Resources.parse("cpus:4;memory:64"), Settings.DEFAULT)));

    // The second needs all four processors, and has to wait for the first: from 10 s to 60 s.
    assertThat(metrics.roles()).containsOnlyKeys("user-7", "user-8");
    assertThat(metrics.roles().get("user-8").waits().mean()).isEqualTo(50_000);
    assertThat(metrics.end() - metrics.begin()).isEqualTo(90_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.swf|1 2 3|line 1: has 3 fields, but must have 18",
        "a.swf|1 x -1 60 2 -1 -1 2 -1 -1 1 7 1 1 1 -1 -1 -1|line 1: field 2 is 'x', but must be",
        "a.csv|submit,walk|line 1: column 'walk' is unknown; there is id, submit, run",
        "a.csv|submit|line 1: column 'run' is missing",
        "a.csv|submit,run\\n1|line 2: has 1 cells, but must have 2",
        "a.csv|submit,run\\n1,-3|line 2: run is '-3', but must be a number from 0 to 1000000000",
        "a.csv|submit,run\\n1,|line 2: run is '', but must be a number"
      })
  void shouldSayWhatIsWrong(String name, String text, String message) {
    assertThatThrownBy(() -> read(name, text.replace("\\n", "\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(name);
  }

  @Test
  void shouldSayThatAFileIsMissing() {
    assertThatThrownBy(() -> Traces.read(folder.resolve("none.swf")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.swf: cannot be read");
  }

  private Trace read(String name, String text) throws IOException {
    return Traces.read(Files.writeString(folder.resolve(name), text));
  }
}

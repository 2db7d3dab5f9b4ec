package dev.bourse.agent.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {

  @ParameterizedTest
  @CsvSource({
    "4096,20480,3072,15360",
    "2048,10240,1024,5120",
    "2047,10239,1023,5119",
    "512,100,256,50",
  })
  void shouldLeaveSomethingForTheSystem(long memory, long disk, long memoryLeft, long diskLeft) {
    assertThat(Machine.offered(4, memory, disk))
        .hasToString(
            "cpus:4;disk:%d;memory:%d;ports:[31000-32000]".formatted(diskLeft, memoryLeft));
  }

  @Test
  void shouldReadTheTotalOfMemory() throws IOException {
    assertThat(Machine.totalMemoryMib("MemTotal:       24683452 kB\nMemFree: 1 kB\n"))
        .isEqualTo(24_104);
    assertThatThrownBy(() -> Machine.totalMemoryMib("MemFree: 1 kB"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void shouldLookAtThisMachine() throws IOException {
    assertThat(Machine.resources(Path.of("/tmp")).names())
        .containsExactly("cpus", "disk", "memory", "ports");
    assertThat(Machine.hostname()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"host-1.example.org,host-1.example.org", "my host,my-host", "--x,x", "ä,agent"})
  void shouldMakeAnIdOfAHostname(String hostname, String id) {
    assertThat(Machine.asAgentId(hostname)).hasToString(id);
  }
}

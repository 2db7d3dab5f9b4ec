package dev.bourse.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.cli.client.Json;
import org.junit.jupiter.api.Test;

class QueueNoticeTest {

  @Test
  void shouldShowWhatAgentsThatGetWorkHave() throws Exception {
    String agents =
        """
        [{"id":"a1","state":"REGISTERED","available":{"cpus":2,"memory":"1Gi","disk":"3Gi"}},
         {"id":"a2","state":"GONE","available":{"cpus":4}},
         {"id":"a3","state":"DRAINING","available":{"cpus":4}}]
        """;
    assertThat(QueueNotice.text("j", Json.read(agents), 0))
        .isEqualTo("job j is still queued; free now: a1: cpus 2, memory 1Gi, disk 3Gi");
    assertThat(QueueNotice.text("j", Json.read("[]"), 3))
        .isEqualTo(
            "job j is still queued; free now: no agent;"
                + " offered to frameworks that have not answered: 3 offers");
  }
}

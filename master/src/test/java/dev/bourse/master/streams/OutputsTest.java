package dev.bourse.master.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.Outcome;
import dev.bourse.core.TableChange;
import dev.bourse.core.TableChange.PublicTable;
import dev.bourse.topics.command.RoleSettings;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.TaskId;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.order.KillTask;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.view.RoleView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.junit.jupiter.api.Test;

/** What cell 3 of 4 writes, and where. */
class OutputsTest {

  private static final FrameworkId FRAMEWORK = new FrameworkId("f1");

  private final MockProcessorContext<Address, byte[]> context = context();
  private final Outputs outputs = new Outputs(context, new Layout("bourse.", 4, 4, 4, -1));

  @Test
  void shouldWriteWhatFrameworksAndRolesAreAboutInItsOwnPartition() {
    outputs.release(
        new Outcome(
            List.of("Tick"),
            null,
            List.of(),
            List.of(new KillTask(new AgentId("a1"), "i1", new TaskId("f1~t"), 1, 1, 1)),
            List.of(
                new FrameworkSubscribed(FRAMEWORK, "s1", 1, 2, 3, 0),
                new OfferEnded(FRAMEWORK, "s1", 7, OfferEnded.How.EXPIRED, "late")),
            List.of(
                new TableChange(
                    PublicTable.ROLES,
                    "dev",
                    new RoleView("dev", RoleSettings.DEFAULT_WEIGHT, null, null)),
                new TableChange(PublicTable.FRAMEWORKS, "f1", null),
                new TableChange(PublicTable.TASKS, "f1~t", null)),
            List.of(),
            9,
            1_000,
            0),
        null);

    assertThat(context.forwarded().stream().map(OutputsTest::text))
        .containsExactly(
            "to-launches a1 by key 3-9-0",
            "to-updates f1 in 3 3-9-1",
            "to-offers f1 in 3 3-9-2",
            "to-roles dev in 3 3-9-3",
            "to-frameworks f1 in 3 null",
            "to-tasks f1~t by key null",
            "to-journal 3 in 3 3-9-6");
  }

  private static String text(CapturedForward<? extends Address, ? extends byte[]> forward) {
    Address address = forward.record().key();
    return "%s %s %s %s"
        .formatted(
            forward.childName().orElseThrow(),
            new String(address.key(), StandardCharsets.UTF_8),
            address.cell() == null ? "by key" : "in " + address.cell(),
            CloudEvents.text(forward.record().headers(), "ce_id"));
  }

  private static MockProcessorContext<Address, byte[]> context() {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    return new MockProcessorContext<>(
        config, new org.apache.kafka.streams.processor.TaskId(0, 3), null);
  }
}

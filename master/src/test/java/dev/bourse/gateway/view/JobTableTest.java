package dev.bourse.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.gateway.testing.Views;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobState;
import dev.bourse.topics.view.JobView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobTableTest {

  private final JobTable table = new JobTable(new Progress());
  private final Feed feed = new Feed(table::read);

  @Test
  void shouldKeepTheNewestRow() {
    feed.write(Views.job("a").build());
    feed.write(Views.job("a").state(JobState.RUNNING).build());

    assertThat(table.get(new JobId("a")).state()).isEqualTo(JobState.RUNNING);
    assertThat(table.newestFirst()).hasSize(1);
  }

  @Test
  void shouldOrderByTimeThenById() {
    feed.write(Views.job("a").submittedAt(1).build());
    feed.write(Views.job("b").submittedAt(3).build());
    feed.write(Views.job("c").submittedAt(2).build());
    feed.write(Views.job("d").submittedAt(2).build());

    assertThat(ids(table.newestFirst())).containsExactly("b", "d", "c", "a");
    assertThat(ids(table.olderThan(table.get(new JobId("d"))))).containsExactly("c", "a");
  }

  @Test
  void shouldMoveAJobThatWasSubmittedAnew() {
    feed.write(Views.job("a").submittedAt(1).build());
    feed.write(Views.job("b").submittedAt(2).build());
    feed.write(Views.job("a").submittedAt(3).build());

    assertThat(ids(table.newestFirst())).containsExactly("a", "b");
  }

  @Test
  void shouldForgetARowThatEnded() {
    feed.write(Views.job("a").build());
    feed.end("a");
    feed.end("never-there");

    assertThat(table.get(new JobId("a"))).isNull();
    assertThat(table.newestFirst()).isEmpty();
  }

  @Test
  void shouldSkipWhatIsNoRow() {
    feed.write("a", new byte[] {1, 2, 3});
    feed.write("a", "{}".getBytes());
    feed.write("b", dev.bourse.topics.codec.RecordCodec.encode(Views.job("c").build()));
    feed.write(Views.job("d").build());

    assertThat(ids(table.newestFirst())).containsExactly("d");
  }

  @Test
  void shouldTellListenersUntilTheyLeave() {
    List<JobState> heard = new ArrayList<>();
    try (var _ = table.listen(new JobId("a"), row -> heard.add(row.view().state()))) {
      feed.write(Views.job("a").build());
      feed.write(Views.job("b").build());
      feed.write(Views.job("a").state(JobState.RUNNING).build());
    }
    feed.write(Views.job("a").state(JobState.SUCCEEDED).build());

    assertThat(heard).containsExactly(JobState.QUEUED, JobState.RUNNING);
  }

  @Test
  void shouldCountTheJobsThatWait() {
    String eng = "{\"shell\":\"x\",\"role\":\"eng\"}";
    feed.write(Views.job("a").spec(eng).build());
    feed.write(Views.job("a").spec(eng).build());
    feed.write(Views.job("b").spec(eng).build());
    feed.write(Views.job("c").state(JobState.RUNNING).build());
    feed.write(Views.job("d").state(JobState.REJECTED).build());
    assertThat(table.queuedByRole()).isEqualTo(Map.of("eng", 2));

    feed.write(Views.job("a").spec(eng).state(JobState.RUNNING).build());
    feed.end("b");
    assertThat(table.queuedByRole()).isEmpty();
  }

  private static List<String> ids(Collection<JobView> jobs) {
    return jobs.stream().map(job -> job.id().value()).toList();
  }
}

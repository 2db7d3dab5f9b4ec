package dev.bourse.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.gateway.testing.Views;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.view.FrameworkState;
import dev.bourse.topics.view.FrameworkView;
import org.junit.jupiter.api.Test;

class FrameworkTableTest {

  private static final FrameworkId F = new FrameworkId("f");

  private final FrameworkTable table = new FrameworkTable(new Progress());
  private final Feed feed = new Feed(table::read);

  @Test
  void shouldShowWhereAFrameworkStandsBest() {
    feed.cell(0).write(Views.framework("f", FrameworkState.REMOVED, "eng"));
    feed.cell(1).write(Views.framework("f", FrameworkState.CONNECTED, "eng"));
    feed.cell(2).write(Views.framework("f", FrameworkState.DISCONNECTED, "eng"));
    feed.cell(0).write(Views.framework("g", FrameworkState.CONNECTED, "eng"));

    assertThat(table.get(F).state()).isEqualTo(FrameworkState.CONNECTED);
    assertThat(table.all())
        .extracting(FrameworkView::state)
        .containsExactly(FrameworkState.CONNECTED, FrameworkState.CONNECTED);
    feed.cell(1).end("f");
    assertThat(table.get(F).state()).isEqualTo(FrameworkState.DISCONNECTED);
  }

  @Test
  void shouldForgetWhatHasEnded() {
    feed.write(Views.framework("f", FrameworkState.REMOVED, "eng"));
    feed.end("f");

    assertThat(table.get(F)).isNull();
    assertThat(table.all()).isEmpty();
  }
}

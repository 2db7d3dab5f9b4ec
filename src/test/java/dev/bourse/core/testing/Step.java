package dev.bourse.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.core.Outcome;
import dev.bourse.core.TableChange;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.TaskLaunched;
import dev.bourse.topics.order.Order;
import java.util.List;

/** What a command came to, and what a story expects of it. */
public final class Step {

  private final Outcome outcome;
  private final String token;

  Step(Outcome outcome, String token) {
    this.outcome = outcome;
    this.token = token;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** Where the command stood in the log, as users see it. */
  public String token() {
    return token;
  }

  public Step thenApplied() {
    assertThat(outcome.rejection()).isNull();
    return this;
  }

  public Step thenRejected(String... words) {
    assertThat(outcome.rejection()).isNotNull();
    assertThat(outcome.rejection().reason()).contains(words);
    return this;
  }

  /** The whole list. */
  public Step thenEvents(Event... events) {
    assertThat(outcome.events()).containsExactly(events);
    return this;
  }

  /** The kinds of the whole list. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final Step thenKinds(Class<? extends Event>... kinds) {
    assertThat(kinds()).isEqualTo(List.of(kinds));
    return this;
  }

  /** Among others. */
  public Step thenAlso(Event... events) {
    assertThat(outcome.events()).containsSubsequence(events);
    return this;
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final Step thenNever(Class<? extends Event>... kinds) {
    assertThat(kinds()).doesNotContainAnyElementsOf(List.of(kinds));
    return this;
  }

  /** The whole list. */
  public Step thenOrders(Order... orders) {
    assertThat(outcome.orders()).containsExactly(orders);
    return this;
  }

  /** The whole list: {@code JOBS/a} for a row, {@code -JOBS/a} for a tombstone. */
  public Step thenTables(String... changes) {
    assertThat(outcome.tables()).extracting(Step::text).containsExactly(changes);
    return this;
  }

  /** Nothing happened, and nobody hears of it. */
  public Step thenNothing() {
    return thenEvents().thenOrders().thenTables();
  }

  /** The roles that were given something, in order. */
  public List<String> rolesServed() {
    return launches().stream().map(TaskLaunched::role).toList();
  }

  /** The jobs that were launched, in order. */
  public List<String> jobsLaunched() {
    return launches().stream().map(launch -> launch.job().value()).toList();
  }

  private List<TaskLaunched> launches() {
    return outcome.events().stream()
        .filter(TaskLaunched.class::isInstance)
        .map(TaskLaunched.class::cast)
        .toList();
  }

  private List<Class<? extends Event>> kinds() {
    return outcome.events().stream().<Class<? extends Event>>map(Event::getClass).toList();
  }

  private static String text(TableChange change) {
    return (change.view() == null ? "-" : "") + change.table() + "/" + change.key();
  }
}

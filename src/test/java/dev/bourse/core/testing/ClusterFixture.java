package dev.bourse.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.StateMachine;
import dev.bourse.core.TableChange.PublicTable;
import dev.bourse.core.check.Invariants;
import dev.bourse.core.context.Position;
import dev.bourse.core.event.Event;
import dev.bourse.core.event.FrameworkConnected;
import dev.bourse.core.event.JobSubmitted;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.Row;
import dev.bourse.core.state.table.Tables;
import dev.bourse.topics.command.Allocate;
import dev.bourse.topics.command.ApplySettings;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.Tick;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SchedulerEvent;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.view.AgentView;
import dev.bourse.topics.view.JobView;
import dev.bourse.topics.view.TaskView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A cell without its host: the real state machine, with a clock that stands still until it is told.
 * After every step, whatever the story is about, it checks that
 *
 * <ul>
 *   <li>the invariants hold, timers stand for exactly those who wait, and attempts go lawful ways;
 *   <li>a replay of the same inputs on another machine comes to the very same outcome;
 *   <li>a standby that knows nothing but row changes has the same state and gives the same answers;
 *   <li>the public tables show what the state says.
 * </ul>
 */
public final class ClusterFixture {

  /** When every story begins. */
  public static final long START = 1_000_000;

  private static final int MAX_TICKS = 10_000;

  private final Tables replayTables = new Tables();
  private final StateMachine replay;
  private final PublicTables published = new PublicTables();
  private final TaskHistories histories = new TaskHistories();
  private final OfferBook book = new OfferBook();
  private final TreeSet<String> roles = new TreeSet<>();
  private final List<Order> orders = new ArrayList<>();
  private Tables tables = new Tables();
  private Tables standby = new Tables();
  private StateMachine machine;
  private long now = START;
  private long offset;

  public ClusterFixture() {
    this(Settings.DEFAULT);
  }

  public ClusterFixture(Settings settings) {
    machine = new StateMachine(tables);
    replay = new StateMachine(replayTables);
    if (!settings.equals(Settings.DEFAULT)) {
      given(new ApplySettings(settings));
    }
  }

  /** Commands that are applied before the story begins. */
  public ClusterFixture given(Command... commands) {
    for (Command command : commands) {
      when(command).thenApplied();
    }
    return this;
  }

  /** One step. */
  public Step when(Command command) {
    return step(envelope(command));
  }

  /** One step at a time that the host took from elsewhere. */
  public Step whenAt(long time, Command command) {
    return step(new Envelope(command, envelope(command).position(), time));
  }

  /** The tick of the host, be it due or not. */
  public Step tick() {
    return when(machine.tick());
  }

  /** Lets time pass. Nothing runs. */
  public ClusterFixture after(Duration duration) {
    now += duration.toMillis();
    return this;
  }

  /** Lets time pass and runs everything that has become due. */
  public ClusterFixture afterAll(Duration duration) {
    after(duration);
    return settle();
  }

  /** Ticks for as long as a tick is due. */
  public ClusterFixture settle() {
    for (int i = 0; machine.isTickDue(now); i++) {
      assertThat(i).as("ticks, and there is no end of it").isLessThan(MAX_TICKS);
      tick();
    }
    return this;
  }

  /** A step that must throw leaves everything, on every machine, as it was. */
  public Throwable whenItThrows(Command command) {
    List<Row> rows = new ArrayList<>(tables.rows());
    Throwable thrown = catchThrowable(() -> machine.step(envelope(command)));
    assertThat(thrown).isNotNull();
    assertThat(tables.rows()).containsExactlyElementsOf(rows);
    check();
    return thrown;
  }

  /** The standby takes over, and another one begins to follow it. */
  public ClusterFixture failOver() {
    tables = standby;
    machine = new StateMachine(tables);
    standby = States.restored(tables.rows());
    return this;
  }

  public ClusterState state() {
    return tables;
  }

  public boolean isTickDue() {
    return machine.isTickDue(now);
  }

  public long now() {
    return now;
  }

  /** The job as users see it; null when they do not. */
  public JobView job(String id) {
    return (JobView) published.get(PublicTable.JOBS, id);
  }

  /** The task of a job as users see it; null when they do not. */
  public TaskView taskOf(String job) {
    return (TaskView) published.get(PublicTable.TASKS, job + ".0");
  }

  /** The task of a framework as users see it; null when they do not. */
  public TaskView frameworkTask(String framework, String task) {
    return (TaskView) published.get(PublicTable.TASKS, framework + "~" + task);
  }

  /** The agent as users see it; null when they do not. */
  public AgentView agent(String id) {
    return (AgentView) published.get(PublicTable.AGENTS, id);
  }

  /** The offers that a framework has not answered, as it was told of them. */
  public List<ResourceOffer> offersTo(String framework) {
    return book.outstanding(framework);
  }

  /** Everything of a kind that a framework was told. */
  public <E extends SchedulerEvent> List<E> toldTo(String framework, Class<E> kind) {
    return book.told(framework).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The updates that a framework was told of a task. */
  public List<TaskUpdate> updatesOf(String framework, String task) {
    return toldTo(framework, TaskUpdate.class).stream()
        .filter(update -> update.task().equals(task))
        .toList();
  }

  /** Everything that agents were told. */
  public List<Order> orders() {
    return orders;
  }

  /** The newest launch of a framework's task. */
  public LaunchTask launchOf(String framework, String task) {
    return orders.stream()
        .filter(LaunchTask.class::isInstance)
        .map(LaunchTask.class::cast)
        .filter(launch -> launch.task().value().equals(framework + "~" + task))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** The newest launch of a job. */
  public LaunchTask launchOf(String job) {
    return orders.stream()
        .filter(LaunchTask.class::isInstance)
        .map(LaunchTask.class::cast)
        .filter(launch -> launch.job() != null && launch.job().value().equals(job))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private Envelope envelope(Command command) {
    boolean fromHost =
        command instanceof Tick || command instanceof Allocate || command instanceof ApplySettings;
    return new Envelope(command, fromHost ? null : new Position("input", 0, offset++), now);
  }

  private Step step(Envelope envelope) {
    Outcome outcome = machine.step(envelope);
    outcome.events().forEach(this::take);
    outcome.tables().forEach(published::take);
    outcome.rows().forEach(change -> standby.restore(change.key(), change.row()));
    orders.addAll(outcome.orders());
    outcome.notices().forEach(book::take);
    assertThat(book.size()).as("offers outstanding").isEqualTo(tables.offers().size());
    assertThat(replay.step(envelope)).as("the outcome of the replay").isEqualTo(outcome);
    States.assertSameRows(replayTables, tables);
    published.assertMatches(tables, outcome.rows());
    check();
    return new Step(outcome, envelope.position() == null ? "" : envelope.position().token());
  }

  private void take(Event event) {
    histories.take(event);
    if (event instanceof JobSubmitted submitted) {
      roles.add(submitted.spec().role());
    }
    if (event instanceof FrameworkConnected connected) {
      connected.info().roles().forEach(role -> roles.add(role.role()));
    }
  }

  private void check() {
    assertThat(Invariants.check(tables)).as("violated invariants").isEmpty();
    States.assertSame(standby, tables, roles);
  }
}

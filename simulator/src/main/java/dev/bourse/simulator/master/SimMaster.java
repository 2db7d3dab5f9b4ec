package dev.bourse.simulator.master;

import dev.bourse.core.TableChange;
import dev.bourse.core.check.Digest;
import dev.bourse.core.state.table.Tables;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.command.DisconnectFramework;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.journal.JournalEntry;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.order.Order;
import dev.bourse.topics.scheduler.SchedulerEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one cell's master: one leads, the other follows the changelog. What the leader
 * decides leaves with a commit or not at all; a leader that was replaced cannot commit.
 */
public final class SimMaster {

  private static final long DETECTION_MILLIS = 1_500;
  private static final int FOLLOW_ONE_IN = 4;

  private final World world;
  private final SimLog log;
  private final Chance chance;
  private final Rules rules;
  private final Coverage coverage;
  private final Committed watcher;
  private final Leader leader;
  private final Changelog changelog = new Changelog();
  private final List<Instance> instances;
  private final Map<Topic, Integer> positions = new EnumMap<>(Topic.class);
  private @Nullable Instance leading;
  private Settings settings;
  private long term;

  /** A master that does not run yet. */
  public SimMaster(
      World world,
      SimLog log,
      Chance chance,
      Rules rules,
      Settings settings,
      long agentTimeoutMillis,
      Coverage coverage,
      Committed watcher) {
    this.world = world;
    this.log = log;
    this.chance = chance;
    this.rules = rules;
    this.instances = List.of(new Instance("master-0", rules), new Instance("master-1", rules));
    this.settings = settings;
    this.coverage = coverage;
    this.watcher = watcher;
    this.leader =
        new Leader(this, world, log, chance.split(), agentTimeoutMillis, coverage, watcher);
    SimLog.INPUTS.forEach(topic -> log.input(topic).onAppend(this::wake));
  }

  /** Starts the first leader. */
  public void start() {
    elect();
  }

  /** The index of the process that leads; that of the first when none does. */
  public int leader() {
    return leading == null ? 0 : instances.indexOf(leading);
  }

  /** How many processes there are. */
  public int size() {
    return instances.size();
  }

  /** A sign of life of an agent reaches every process that runs. */
  public void heartbeat(Heartbeat heartbeat) {
    for (Instance instance : instances) {
      if (instance.isReady()) {
        instance.heard.note(heartbeat, world.now());
      }
    }
  }

  /** A sign of life of a framework reaches every process that runs. */
  public void heartbeat(FrameworkHeartbeat heartbeat) {
    for (Instance instance : instances) {
      if (instance.isReady()) {
        instance.heard.note(heartbeat, world.now());
      }
    }
  }

  /** The process ends at once, and comes back after a while. */
  public void crash(int index, long downMillis) {
    Instance instance = instances.get(index);
    if (!instance.up) {
      return;
    }
    world.note(instance.name, "crashes for %d ms", downMillis);
    if (instance.open != null && !instance.open.isEmpty()) {
      coverage.mark(Situation.COMMIT_LOST_IN_CRASH);
    }
    instance.up = false;
    instance.paused = false;
    instance.forget();
    instance.heard.forget();
    abandoned(instance);
    world.after(downMillis, () -> restart(instance));
  }

  /** The leader's process ends the next time that it has decided something and is to commit it. */
  public void crashBeforeCommit(long downMillis) {
    leader.beforeCommit(instance -> crash(instances.indexOf(instance), downMillis));
  }

  /** The next step that may fails in its middle, and its record is set aside. */
  public void breakDown() {
    leader.breakDown();
  }

  private void restart(Instance instance) {
    instance.up = true;
    instance.clockOffset = 0;
    world.note(instance.name, "starts again");
    if (leading == null) {
      elect();
    }
  }

  /** The process stands still, and does not know it. */
  public void pause(int index, long millis) {
    Instance instance = instances.get(index);
    if (!instance.isReady()) {
      return;
    }
    world.note(instance.name, "stands still for %d ms", millis);
    instance.paused = true;
    if (millis > DETECTION_MILLIS) {
      world.after(
          DETECTION_MILLIS,
          () -> {
            if (instance.paused) {
              abandoned(instance);
            }
          });
    }
    world.after(millis, () -> resume(instance));
  }

  private void resume(Instance instance) {
    if (!instance.paused) {
      return;
    }
    instance.paused = false;
    if (instance.machine != null) {
      // It goes on with what it was about to do; whether it still may is found out by committing.
      leader.commit(instance);
      leader.work(instance);
    }
    if (leading == null) {
      elect();
    }
  }

  /** The transaction fails; the same process begins again from the changelog. */
  public void abort() {
    Instance instance = leading;
    if (instance == null || instance.paused) {
      return;
    }
    world.note(instance.name, "loses its transaction");
    coverage.mark(Situation.TRANSACTION_ABORTED);
    instance.forget();
    abandoned(instance);
  }

  /** The clock of a process goes wrong by so much. */
  public void jump(int index, long millis) {
    Instance instance = instances.get(index);
    world.note(instance.name, "sees its clock jump by %d ms", millis);
    if (millis < 0) {
      coverage.mark(Situation.CLOCK_WENT_BACK);
    }
    instance.clockOffset += millis;
    wake();
  }

  /** Every process has a right clock again. */
  public void setClocks() {
    instances.forEach(instance -> instance.clockOffset = 0);
    wake();
  }

  /** The operator configures something else; whoever leads next decides under it. */
  public void configure(Settings newSettings) {
    settings = newSettings;
    abort();
  }

  private void abandoned(Instance instance) {
    if (instance != leading) {
      return;
    }
    leading = null;
    SimLog.INPUTS.forEach(topic -> log.input(topic).gap(1));
    world.after(
        chance.between(0, DETECTION_MILLIS),
        () -> {
          if (leading == null) {
            elect();
          }
        });
  }

  /** The one that stands by takes over; without one, whoever is there starts from nothing. */
  private void elect() {
    Instance next = candidate();
    if (next == null) {
      return;
    }
    boolean hot = next.followed > 0;
    if (hot) {
      next.followed = changelog.follow(next.tables, next.followed);
    } else {
      next.tables = new Tables();
      next.followed = changelog.restore(next.tables);
    }
    if (next.followed > 0) {
      coverage.mark(hot ? Situation.MASTER_TAKEN_OVER : Situation.MASTER_RESTORED_FROM_NOTHING);
    }
    world.note(next.name, hot ? "takes over" : "leads, restored from the changelog");
    watcher.promoted(next.tables);
    leading = next;
    next.term = ++term;
    next.open = null;
    next.machine = new Rules(next.breakdown, rules.changes()).machine(next.tables);
    leader.lead(next, settings);
  }

  private @Nullable Instance candidate() {
    Instance best = null;
    for (Instance instance : instances) {
      if (instance.isReady() && (best == null || instance.followed > best.followed)) {
        best = instance;
      }
    }
    return best;
  }

  /** Something may be there to do. */
  private void wake() {
    if (leading != null) {
      leader.wake(leading, chance.between(1, 10));
    }
  }

  Settings settings() {
    return settings;
  }

  Map<Topic, Integer> positions() {
    return positions;
  }

  boolean leads(Instance instance) {
    return instance == leading && instance.term == term;
  }

  /** It finds out that another leads; nothing of what it decided has happened. */
  void fenced(Instance instance) {
    world.note(instance.name, "is fenced");
    coverage.mark(Situation.MASTER_WAS_A_ZOMBIE);
    instance.forget();
  }

  /** Everything in the transaction happens. */
  void release(Instance instance, Transaction transaction) {
    positions.putAll(transaction.positions());
    long clock = world.now() + instance.clockOffset;
    for (Transaction.Step step : transaction.steps()) {
      changelog.add(step.outcome().rows());
      JournalEntry entry = Entries.of(step.envelope(), step.outcome());
      log.journal().add(entry);
      step.outcome().tables().forEach((TableChange change) -> log.change(change));
      watcher.committed(step.envelope(), entry, step.outcome());
    }
    instance.followed = changelog.size();
    for (Transaction.Step step : transaction.steps()) {
      for (Order order : step.outcome().orders()) {
        log.launches(order.agent()).append(clock, order.agent().value(), order);
      }
    }
    for (Transaction.Step step : transaction.steps()) {
      for (SchedulerEvent notice : step.outcome().notices()) {
        log.told(notice).append(clock, notice.framework().value(), notice);
      }
    }
    for (MarkAgentUnreachable report : transaction.reports()) {
      log.input(Topic.MEMBERSHIP).append(clock, report.agent().value(), report);
    }
    for (DisconnectFramework report : transaction.disconnections()) {
      log.input(Topic.ACCEPTS).append(clock, report.framework().value(), report);
    }
    log.launches().forEach(partition -> partition.gap(1));
    log.offers().gap(1);
    log.updates().gap(1);
    follow();
  }

  private void follow() {
    for (Instance instance : instances) {
      if (instance != leading && instance.isReady() && chance.oneIn(FOLLOW_ONE_IN)) {
        if (instance.followed == 0) {
          instance.followed = changelog.restore(instance.tables);
        } else {
          instance.followed = changelog.follow(instance.tables, instance.followed);
        }
      }
    }
  }

  /** The digest of the newest committed step, as it is shown. */
  public String digest() {
    return log.journal().isEmpty() ? Digest.text(0) : log.journal().getLast().digest();
  }
}

package dev.bourse.core.testing;

import dev.bourse.core.state.AgentRow;
import dev.bourse.core.state.ClusterState;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.core.state.OfferRow;
import dev.bourse.core.state.TaskRow;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.ApplySettings;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeactivateAgent;
import dev.bourse.topics.command.DeclineOffers;
import dev.bourse.topics.command.DisconnectFramework;
import dev.bourse.topics.command.DrainAgent;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.ReactivateAgent;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.ReserveResources;
import dev.bourse.topics.command.ReviveOffers;
import dev.bourse.topics.command.RoleQuota;
import dev.bourse.topics.command.RoleWeight;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.command.SetQuota;
import dev.bourse.topics.command.SetWeights;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.command.SuppressOffers;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.command.UnreserveResources;
import dev.bourse.topics.command.UpdateFramework;
import dev.bourse.topics.framework.AttributeConstraint;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.order.LaunchTask;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Reservation;
import dev.bourse.topics.resources.Resource;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.resources.Scalar;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskExit;
import dev.bourse.topics.task.TaskState;
import dev.bourse.topics.view.AgentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What agents, frameworks, users and operators may say next, by chance. */
final class MarketMoves {

  private static final List<String> ROLES = List.of("a", "a/b", "a/c", "d", "e/f");
  private static final List<String> JOB_SIZES =
      List.of(
          "cpus:1;memory:256",
          "cpus:3;memory:64",
          "cpus:0.005;memory:8",
          "cpus:0.5;memory:16;ports:[3-6]",
          "cpus:2;memory:900");
  private static final List<String> MACHINES =
      List.of(
          "cpus:4;memory:1024;ports:[1-10]",
          "cpus:4;cpus(a):2;memory:1024;ports(d):[1-4];ports:[5-10]",
          "cpus:2;memory:512;gpus:1",
          "cpus(a/b):3;cpus:1;memory(a):512;memory:512",
          "cpus:0.005;memory:16");

  private final SplittableRandom random;
  private final ClusterState tables;
  private final Supplier<Command> tick;
  private int tasks;
  private int jobs;
  private int runs = 1;

  /**
   * In a market.
   *
   * @param tables what there is at the time
   * @param tick makes the command that time has passed
   */
  MarketMoves(SplittableRandom random, ClusterState tables, Supplier<Command> tick) {
    this.random = random;
    this.tables = tables;
    this.tick = tick;
  }

  /** Whether a while passes before the next one. */
  boolean doesTimePass() {
    return random.nextInt(22) == 0;
  }

  /** Anything that anybody may say. */
  Command anything() {
    return switch (random.nextInt(42)) {
      case 0, 1, 2 -> subscribe();
      case 3, 4, 5, 6, 7, 8, 9 -> accept();
      case 10, 11, 12, 13 -> decline();
      case 14, 15 -> revive();
      case 16 -> suppress();
      case 17, 18, 19, 20, 21 -> submit();
      case 22, 23, 24, 25, 26, 27 -> end();
      case 28 -> update();
      case 29, 30 -> registration(random.nextInt(6));
      case 31 -> rarely() ? new DeactivateAgent(agent()) : new ReactivateAgent(agent());
      case 32 -> reserve();
      case 33 -> unreserve();
      case 34 -> quota();
      case 35 -> new SetWeights(List.of(new RoleWeight(role(), 500 + random.nextInt(2_000))));
      case 36 -> unreachable();
      case 37 -> disconnect();
      case 38 -> rarely() ? new ApplySettings(randomSettings()) : tick.get();
      case 39 -> rarely() ? new DrainAgent(agent(), 1_000L, 5_000L, false) : decline();
      case 40 -> Jobs.cancel("j" + random.nextInt(jobs + 1));
      case 41 -> rarely() ? teardown() : accept();
      default -> tick.get();
    };
  }

  Settings randomSettings() {
    SchedulingSettings usual = SchedulingSettings.DEFAULT;
    return new Settings(20_000, 60_000, 60_000, 1 + random.nextInt(4), 1 + random.nextInt(10))
        .withScheduling(
            new SchedulingSettings(
                1 + random.nextInt(6),
                random.nextInt(3) * 3_000L,
                usual.refuseMillis(),
                usual.allocationIntervalMillis(),
                usual.minAllocatable(),
                rarely() ? SchedulingSettings.Sorter.RANDOM : SchedulingSettings.Sorter.DRF,
                usual.excludedResources(),
                0,
                usual.callBurst(),
                usual.heartbeatMillis(),
                usual.frameworkTimeoutMillis(),
                600_000,
                600_000,
                random.nextInt(3) * 4_000L,
                random.nextInt(3) * 3_000L,
                random.nextInt(20),
                0,
                rarely() ? "here" : null));
  }

  RegisterAgent registration(int number) {
    Agents agent = Agents.agent("n" + number).run(runs++).resources(any(MACHINES));
    if (random.nextBoolean()) {
      agent.attributes("rack:r" + random.nextInt(2));
    }
    if (rarely()) {
      agent.region("there");
    }
    for (TaskRow task : tables.tasksOf(new AgentId("n" + number))) {
      if (random.nextInt(6) > 0) {
        agent.has(
            new LaunchTask(
                task.agent(),
                "first",
                task.id(),
                task.job(),
                task.attempt(),
                task.epoch(),
                ProcessSpec.of(List.of("x")),
                task.resources(),
                0,
                0,
                task.framework(),
                null),
            TaskState.RUNNING);
      }
    }
    return agent.register();
  }

  private SubscribeFramework subscribe() {
    return new SubscribeFramework(
        new FrameworkId("f" + random.nextInt(5)), "s" + random.nextInt(1_000), info());
  }

  private FrameworkInfo info() {
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      names.add(role());
    }
    List<RoleInfo> roles = new ArrayList<>();
    for (String name : names) {
      String least = rarely() ? "cpus:2" : rarely() ? "" : null;
      roles.add(new RoleInfo(name, rarely(), least, rarely() ? constraints() : null));
    }
    EnumSet<Capability> capabilities =
        EnumSet.of(Capability.MULTI_ROLE, Capability.RESERVATION_REFINEMENT);
    for (Capability capability : Capability.values()) {
      if (random.nextBoolean()) {
        capabilities.add(capability);
      }
    }
    return new FrameworkInfo(
        "f", roles, new ArrayList<>(capabilities), 3_600_000L, null, null, null, null, null);
  }

  private List<List<AttributeConstraint>> constraints() {
    AttributeConstraint.Predicate predicate =
        any(
            List.of(
                AttributeConstraint.Predicate.EQUALS,
                AttributeConstraint.Predicate.MATCHES,
                AttributeConstraint.Predicate.NOT_MATCHES));
    return List.of(List.of(new AttributeConstraint("rack", predicate, "r" + random.nextInt(2))));
  }

  private Command accept() {
    OfferRow offer = anyOffer();
    if (offer == null) {
      return revive();
    }
    OfferOperation operation;
    Resources part = part(offer.resources());
    if (random.nextInt(4) == 0) {
      operation = reserving(part, offer.role());
    } else {
      TaskInfo task = TaskInfo.of("t" + tasks++, part, ProcessSpec.of(List.of("/bin/sleep", "1")));
      operation = OfferOperation.launch(List.of(task));
    }
    if (operation == null) {
      return decline();
    }
    return new AcceptOffers(
        offer.framework(),
        session(offer.framework()),
        List.of(offer.number()),
        List.of(operation),
        random.nextBoolean() ? null : random.nextLong(5_000));
  }

  private static OfferOperation reserving(Resources part, String role) {
    Resources unreserved = part.unreserved();
    return unreserved.isEmpty()
        ? null
        : new OfferOperation(
            OfferOperation.Type.RESERVE,
            null,
            unreserved.pushReservation(Reservation.ofDynamic(role, null)),
            null);
  }

  /** Some entries, each whole or half of it. */
  private Resources part(Resources all) {
    List<Resource> some = new ArrayList<>();
    for (Resource entry : all.entries()) {
      boolean whole = random.nextBoolean();
      if (entry.value() instanceof Scalar(long thousandths) && !entry.name().equals("gpus")) {
        long amount = whole ? thousandths : Math.max(1, thousandths / 2);
        some.add(new Resource(entry.name(), entry.reservations(), new Scalar(amount)));
      } else if (whole) {
        some.add(entry);
      }
    }
    return some.isEmpty() ? all : Resources.of(some);
  }

  private Command decline() {
    OfferRow offer = anyOffer();
    return offer == null
        ? submit()
        : new DeclineOffers(
            offer.framework(),
            session(offer.framework()),
            List.of(offer.number()),
            random.nextLong(20_000));
  }

  private Command revive() {
    FrameworkId id = new FrameworkId("f" + random.nextInt(5));
    return new ReviveOffers(id, session(id), List.of());
  }

  private Command suppress() {
    FrameworkId id = new FrameworkId("f" + random.nextInt(5));
    return new SuppressOffers(id, session(id), List.of());
  }

  private Command disconnect() {
    FrameworkId id = new FrameworkId("f" + random.nextInt(5));
    return new DisconnectFramework(id, session(id), null);
  }

  private Command teardown() {
    FrameworkId id = new FrameworkId("f" + random.nextInt(5));
    return new TeardownFramework(id, session(id));
  }

  private Command update() {
    FrameworkId id = new FrameworkId("f" + random.nextInt(5));
    return new UpdateFramework(id, session(id), info());
  }

  private Command submit() {
    Jobs job = Jobs.job("j" + jobs++).role(role()).resources(any(JOB_SIZES));
    if (random.nextInt(3) == 0) {
      job.timeout(Duration.ofSeconds(1 + random.nextInt(60)));
    }
    return job.priority(10 * random.nextInt(10)).preemptible(random.nextInt(4) > 0).submit();
  }

  private Command end() {
    TaskRow task = any(tables.tasks());
    if (task == null || task.state().isTerminal()) {
      return submit();
    }
    if (task.state() == TaskState.STAGING && random.nextBoolean()) {
      return running(task);
    }
    TaskState state = random.nextBoolean() ? TaskState.FINISHED : TaskState.FAILED;
    return new ReportStatus(
        task.agent(),
        task.id(),
        task.attempt(),
        task.epoch(),
        task.status().sequence() + 1,
        state,
        Reason.COMMAND_ENDED,
        null,
        500,
        new TaskExit(state == TaskState.FINISHED ? 0 : 1, null, 500, 700));
  }

  private static Command running(TaskRow task) {
    return new ReportStatus(
        task.agent(),
        task.id(),
        task.attempt(),
        task.epoch(),
        task.status().sequence() + 1,
        TaskState.RUNNING,
        null,
        null,
        500,
        null);
  }

  private Command reserve() {
    AgentId agent = agent();
    Resources free = tables.free(agent).unreserved();
    String role = role();
    return free.isEmpty()
        ? end()
        : new ReserveResources(
            agent, part(free).pushReservation(Reservation.ofDynamic(role, null)));
  }

  private Command unreserve() {
    for (AgentRow agent : tables.agents()) {
      Resources reserved = tables.free(agent.id()).reservedDynamically();
      if (!reserved.isEmpty()) {
        return new UnreserveResources(agent.id(), reserved);
      }
    }
    return end();
  }

  private Command quota() {
    Quantities guarantee =
        random.nextBoolean() ? null : Quantities.parse("cpus:" + (1 + random.nextInt(5)));
    Quantities limit =
        random.nextBoolean() ? null : Quantities.parse("cpus:" + (5 + random.nextInt(6)));
    return new SetQuota(List.of(new RoleQuota(role(), limit, guarantee)), true);
  }

  private Command unreachable() {
    AgentRow agent = any(tables.agents());
    return agent == null || agent.state() != AgentState.REGISTERED
        ? tick.get()
        : new MarkAgentUnreachable(agent.id(), agent.registration(), 30_000);
  }

  private OfferRow anyOffer() {
    return any(tables.offers());
  }

  private String session(FrameworkId id) {
    FrameworkRow framework = tables.framework(id);
    return framework == null ? "none" : framework.session();
  }

  private AgentId agent() {
    return new AgentId("n" + random.nextInt(6));
  }

  private String role() {
    return any(ROLES);
  }

  private boolean rarely() {
    return random.nextInt(4) == 0;
  }

  private <T> T any(Collection<T> all) {
    if (all.isEmpty()) {
      return null;
    }
    return new ArrayList<>(all).get(random.nextInt(all.size()));
  }
}

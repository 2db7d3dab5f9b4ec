package dev.bourse.simulator.load;

import dev.bourse.simulator.agent.Behaviour;
import dev.bourse.simulator.agent.Behaviour.OnTerm;
import dev.bourse.simulator.log.Bytes;
import dev.bourse.simulator.log.Partition;
import dev.bourse.simulator.log.SimLog;
import dev.bourse.simulator.log.SimRecord;
import dev.bourse.simulator.world.Chance;
import dev.bourse.simulator.world.Coverage;
import dev.bourse.simulator.world.Situation;
import dev.bourse.simulator.world.World;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.AcknowledgeUpdate;
import dev.bourse.topics.command.AnswerInverseOffers;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeclineOffers;
import dev.bourse.topics.command.DisconnectFramework;
import dev.bourse.topics.command.KillTasks;
import dev.bourse.topics.command.ReconcileTasks;
import dev.bourse.topics.command.ReviveOffers;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.command.SuppressOffers;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.command.UpdateFramework;
import dev.bourse.topics.framework.Capability;
import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.RoleInfo;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Reservation;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.InverseOffer;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SchedulerEvent;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A framework driven by chance, without a library below it: it uses offers, declines and hoards
 * them, acknowledges late, twice or wrongly, says what makes no sense, ends and comes back. When it
 * is told to, it behaves, ends what it runs, and tears itself down.
 */
final class SimScheduler {

  private static final long HEARTBEAT_MILLIS = 2_000;
  private static final long SLOWEST_MILLIS = 50;
  private static final long RETRY_MILLIS = 10_000;
  private static final long MINUTE = 60_000;
  private static final int MOST_TASKS = 12;
  private static final int NAMES = 1_000;

  private final FrameworkId id;
  private final World world;
  private final SimLog log;
  private final Chance chance;
  private final Coverage coverage;
  private final Consumer<FrameworkHeartbeat> heartbeats;
  private final boolean encodes;
  private final int roles;
  private final long failoverMillis;
  private FrameworkInfo info;
  private final SortedMap<Long, ResourceOffer> offers = new TreeMap<>();
  private final TreeSet<String> tasks = new TreeSet<>();
  private int offersRead;
  private int updatesRead;
  private boolean reading;
  private boolean up;
  private boolean subscribed;
  private boolean over;
  private boolean behaves;
  private int sessions;
  private int launched;
  private int life;
  private long lastSentAt;

  SimScheduler(
      String id,
      World world,
      SimLog log,
      Chance chance,
      Coverage coverage,
      Consumer<FrameworkHeartbeat> heartbeats,
      boolean encodes,
      int roles) {
    this.id = new FrameworkId(id);
    this.world = world;
    this.log = log;
    this.chance = chance;
    this.coverage = coverage;
    this.heartbeats = heartbeats;
    this.encodes = encodes;
    this.roles = roles;
    this.failoverMillis = chance.oneIn(4) ? 0 : chance.between(MINUTE, 30 * MINUTE);
    this.info = newInfo();
    log.offers().onAppend(this::arrangeRead);
    log.updates().onAppend(this::arrangeRead);
  }

  private FrameworkInfo newInfo() {
    List<Capability> able = new ArrayList<>();
    for (Capability capability : Capability.values()) {
      if (chance.oneIn(capability == Capability.OPTIMISTIC_OFFERS ? 4 : 2)) {
        able.add(capability);
      }
    }
    TreeSet<String> names = new TreeSet<>();
    names.add(RoleNames.any(chance, roles));
    if (able.contains(Capability.MULTI_ROLE)) {
      names.add(RoleNames.any(chance, roles));
    }
    List<RoleInfo> wanted = new ArrayList<>();
    for (String name : names) {
      String least = chance.oneIn(3) ? chance.of(List.of("cpus:1", "cpus:0.001", "")) : null;
      wanted.add(new RoleInfo(name, chance.oneIn(8) ? true : null, least, null));
    }
    return new FrameworkInfo(
        "by chance", wanted, able, failoverMillis, null, null, null, null, null);
  }

  FrameworkId id() {
    return id;
  }

  /** Whether nothing is to be expected of it any more. */
  boolean isOver() {
    return over;
  }

  private String session() {
    return "session-" + sessions;
  }

  /** Its process starts, and subscribes. */
  void start() {
    if (up || over) {
      return;
    }
    up = true;
    life++;
    offersRead = log.offers().size();
    updatesRead = log.updates().size();
    subscribe();
    beat(life);
    act(life);
  }

  /** Its process ends at once; it knows nothing when it is back but its id. */
  void crash() {
    if (up) {
      coverage.mark(Situation.SCHEDULER_CRASHED);
      world.note(id.value(), "crashes");
      up = false;
      subscribed = false;
      life++;
      reading = false;
      offers.clear();
      tasks.clear();
    }
  }

  /** From here on it does what is right, and comes to its end. */
  void behave() {
    behaves = true;
    start();
  }

  private void subscribe() {
    sessions++;
    subscribed = false;
    offers.clear();
    int session = sessions;
    send(new SubscribeFramework(id, session(), info));
    subscribeAgain(life, session);
  }

  private void subscribeAgain(int living, int session) {
    world.after(
        RETRY_MILLIS,
        () -> {
          if (living == life && session == sessions && !subscribed && !over) {
            send(new SubscribeFramework(id, session(), info));
            subscribeAgain(living, session);
          }
        });
  }

  private void beat(int living) {
    if (living == life && !over) {
      if (subscribed || behaves || !chance.oneIn(3)) {
        heartbeats.accept(new FrameworkHeartbeat(id, session()));
      }
      world.after(HEARTBEAT_MILLIS, () -> beat(living));
    }
  }

  private void send(Command call) {
    lastSentAt = Math.max(lastSentAt, world.now() + chance.between(1, SLOWEST_MILLIS));
    world.note(id.value(), "says %s", call);
    Object value = encodes ? Bytes.of(call) : call;
    world.at(lastSentAt, () -> log.input(Topic.ACCEPTS).append(world.now(), id.value(), value));
  }

  private void arrangeRead() {
    if (reading || !up) {
      return;
    }
    reading = true;
    int living = life;
    world.after(
        chance.between(1, SLOWEST_MILLIS),
        () -> {
          if (living == life) {
            reading = false;
            offersRead = read(log.offers(), offersRead);
            updatesRead = read(log.updates(), updatesRead);
          }
        });
  }

  private int read(Partition partition, int from) {
    int end = partition.size();
    for (int i = from; i < end && up; i++) {
      SimRecord record = partition.get(i);
      if (record.key().equals(id.value())) {
        hear((SchedulerEvent) record.value());
      }
    }
    return end;
  }

  private void hear(SchedulerEvent event) {
    switch (event) {
      case FrameworkSubscribed e -> {
        if (e.session().equals(session())) {
          subscribed = true;
          send(new ReconcileTasks(id, session(), List.of()));
        }
      }
      case SessionEnded e -> ended(e);
      case ResourceOffer e -> {
        if (e.session().equals(session())) {
          offers.put(e.offer(), e);
          answerLater(e);
        }
      }
      case OfferEnded e -> offers.remove(e.offer());
      case InverseOffer e ->
          send(new AnswerInverseOffers(id, session(), List.of(e.offer()), chance.oneIn(2)));
      case TaskUpdate e -> updated(e);
      case CallRefused e -> {
        if (e.call().equals("SubscribeFramework") && e.reason().contains("is over")) {
          over = true;
        }
      }
      default -> {}
    }
  }

  private void ended(SessionEnded e) {
    if (e.cause() == SessionEnded.Cause.REMOVED) {
      over = true;
      up = false;
      life++;
    } else if (e.session().equals(session())) {
      subscribed = false;
      int living = life;
      world.after(
          chance.between(1, RETRY_MILLIS),
          () -> {
            if (living == life && !subscribed) {
              subscribe();
            }
          });
    }
  }

  private void updated(TaskUpdate e) {
    if (e.state().isTerminal()) {
      tasks.remove(e.task());
    } else {
      tasks.add(e.task());
    }
    String update = e.update();
    if (update == null) {
      return;
    }
    if (behaves || chance.oneIn(2)) {
      send(new AcknowledgeUpdate(id, session(), e.task(), update));
      return;
    }
    switch (chance.below(5)) {
      case 0 -> {
        send(new AcknowledgeUpdate(id, session(), e.task(), update));
        send(new AcknowledgeUpdate(id, session(), e.task(), update));
      }
      case 1 -> send(new AcknowledgeUpdate(id, session(), e.task(), "of another step"));
      case 2 -> {}
      default -> {
        int living = life;
        world.after(
            chance.between(1, MINUTE),
            () -> {
              if (living == life) {
                send(new AcknowledgeUpdate(id, session(), e.task(), update));
              }
            });
      }
    }
  }

  private void answerLater(ResourceOffer offer) {
    int living = life;
    boolean hoards = !behaves && chance.oneIn(6);
    world.after(
        hoards ? chance.between(MINUTE, 10 * MINUTE) : chance.between(1, 3_000),
        () -> {
          if (living == life && offers.containsKey(offer.offer())) {
            answer(offer);
          }
        });
  }

  private void answer(ResourceOffer offer) {
    if (behaves || tasks.size() >= MOST_TASKS || chance.oneIn(3)) {
      send(new DeclineOffers(id, session(), List.of(offer.offer()), refuse()));
      return;
    }
    List<Long> used = new ArrayList<>(List.of(offer.offer()));
    Resources all = offer.resources();
    if (chance.oneIn(4)) {
      for (ResourceOffer other : offers.values()) {
        if (other.offer() != offer.offer()
            && other.agent().equals(offer.agent())
            && (other.role().equals(offer.role()) || chance.oneIn(8))) {
          used.add(other.offer());
          all = all.plus(other.resources());
        }
      }
    }
    send(new AcceptOffers(id, session(), used, operations(offer, all), refuse()));
  }

  private Long refuse() {
    return switch (chance.below(8)) {
      case 0 -> -1L;
      case 1 -> 0L;
      case 2 -> chance.between(1, 5_000);
      default -> chance.between(5_000, 5 * MINUTE);
    };
  }

  private List<OfferOperation> operations(ResourceOffer offer, Resources all) {
    List<OfferOperation> operations = new ArrayList<>();
    if (chance.oneIn(6)) {
      Resources bare = part(all.unreserved(), 4);
      if (!bare.isEmpty()) {
        Resources reserved =
            bare.pushReservation(Reservation.ofDynamic(offer.role(), info.principal()));
        operations.add(
            new OfferOperation(
                OfferOperation.Type.RESERVE,
                null,
                reserved,
                chance.oneIn(2) ? "op-" + chance.below(NAMES) : null));
      }
    }
    Resources dynamic = all.reservedDynamically();
    if (!dynamic.isEmpty() && chance.oneIn(3)) {
      operations.add(OfferOperation.unreserve(dynamic));
    }
    List<TaskInfo> launches = new ArrayList<>();
    for (long i = chance.between(1, 3); i > 0; i--) {
      Resources wanted = part(all, chance.oneIn(10) ? 1 : 4);
      if (!wanted.isEmpty()) {
        launches.add(task(wanted));
      }
    }
    if (!launches.isEmpty()) {
      operations.add(
          chance.oneIn(3) ? OfferOperation.launchGroup(launches) : OfferOperation.launch(launches));
    }
    return operations;
  }

  /** So much of it that several such parts fit. */
  private static Resources part(Resources all, int parts) {
    Resources part = Resources.EMPTY;
    for (var entry : all.entries()) {
      Resources whole = Resources.of(entry);
      long amount = whole.quantities().get(entry.name()) / parts;
      if (amount > 0) {
        part = part.plus(whole.cutToQuantities(Quantities.of(entry.name(), amount)));
      }
    }
    return part;
  }

  private TaskInfo task(Resources resources) {
    String name = chance.oneIn(15) ? "t" + chance.below(launched + 1) : "t" + launched++;
    tasks.add(name);
    long millis =
        switch (chance.below(5)) {
          case 0 -> chance.between(0, 200);
          case 1 -> 100L * 24 * 60 * MINUTE;
          default -> chance.between(200, 10 * MINUTE);
        };
    List<String> argv =
        Behaviour.argv(
            millis, List.of(chance.oneIn(5) ? 1 : 0), chance.of(List.of(OnTerm.values())));
    return new TaskInfo(
        name,
        resources,
        chance.oneIn(20) ? null : new ProcessSpec(argv, new TreeMap<>(), null, null, null),
        null,
        null,
        chance.oneIn(2) ? chance.between(0, 20_000) : null,
        chance.oneIn(5) ? chance.between(1_000, 5 * MINUTE) : null,
        chance.oneIn(3) ? true : null,
        null,
        null);
  }

  private void act(int living) {
    world.after(
        behaves ? RETRY_MILLIS : chance.between(1, MINUTE),
        () -> {
          if (living != life || over) {
            return;
          }
          if (behaves) {
            comeToAnEnd();
          } else {
            act();
          }
          act(life);
        });
  }

  private void comeToAnEnd() {
    if (!subscribed) {
      return;
    }
    if (tasks.isEmpty() || chance.oneIn(6)) {
      send(new TeardownFramework(id, session()));
    } else {
      send(new SuppressOffers(id, session(), List.of()));
      send(new KillTasks(id, session(), new ArrayList<>(tasks), null));
    }
  }

  private void act() {
    switch (chance.below(16)) {
      case 0 -> send(new SuppressOffers(id, session(), List.of()));
      case 1, 2 -> send(new ReviveOffers(id, session(), List.of()));
      case 3, 4 -> {
        if (!tasks.isEmpty()) {
          Long grace = chance.oneIn(2) ? chance.between(0, 10_000) : null;
          send(
              new KillTasks(
                  id, session(), List.of(chance.of(new ArrayList<>(tasks)), "unknown"), grace));
        }
      }
      case 5 -> send(new ReconcileTasks(id, session(), List.of()));
      case 6 ->
          send(
              new ReconcileTasks(
                  id,
                  session(),
                  List.of(
                      new TaskRef("t" + chance.below(launched + 1), null),
                      new TaskRef("no-such-task", null))));
      case 7 -> {
        info = newInfo();
        send(new UpdateFramework(id, session(), info));
      }
      case 8 -> subscribe();
      case 9 -> send(new DisconnectFramework(id, session(), "for a while"));
      case 10 -> {
        // An offer that was used already, or is another framework's.
        long number = chance.between(1, Math.max(1, log.offers().size()));
        send(
            new AcceptOffers(
                id,
                session(),
                List.of(number),
                List.of(OfferOperation.launch(List.of(task(Resources.parse("cpus:0.1"))))),
                null));
      }
      case 11 -> send(new DeclineOffers(id, "session-of-nobody", List.of(1L), null));
      case 12 -> {
        if (!offers.isEmpty()) {
          ResourceOffer offer = chance.of(new ArrayList<>(offers.values()));
          Resources more = offer.resources().plus(offer.resources());
          send(
              new AcceptOffers(
                  id,
                  session(),
                  List.of(offer.offer()),
                  List.of(OfferOperation.launch(List.of(task(more)))),
                  null));
        }
      }
      case 13 ->
          log.input(Topic.ACCEPTS)
              .append(
                  world.now(),
                  id.value(),
                  new Bytes(
                      "dev.bourse.framework.accept.v1", "{}".getBytes(StandardCharsets.UTF_8)));
      case 14 -> {
        if (chance.oneIn(6)) {
          send(new TeardownFramework(id, session()));
        }
      }
      default -> {}
    }
  }
}

package dev.bourse.simulator.load;

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
import dev.bourse.topics.command.KillTasks;
import dev.bourse.topics.command.ReconcileTasks;
import dev.bourse.topics.command.SubscribeFramework;
import dev.bourse.topics.command.SuppressOffers;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.kafka.Topic;
import dev.bourse.topics.liveness.FrameworkHeartbeat;
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

  private final FrameworkId id;
  private final World world;
  private final SimLog log;
  private final Chance chance;
  private final Coverage coverage;
  private final Consumer<FrameworkHeartbeat> heartbeats;
  private final boolean encodes;
  private final SchedulerMemory memory;
  private final TaskMaker maker;
  private final Whims whims;
  private int offersRead;
  private int updatesRead;
  private boolean reading;
  private boolean up;
  private boolean subscribed;
  private boolean over;
  private boolean behaves;
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
    SchedulerInfos infos = new SchedulerInfos(chance, roles);
    this.memory = new SchedulerMemory(this.id, infos.any());
    this.maker = new TaskMaker(chance, memory);
    this.whims = new Whims(chance, memory, infos, maker);
    log.offers().onAppend(this::arrangeRead);
    log.updates().onAppend(this::arrangeRead);
  }

  FrameworkId id() {
    return id;
  }

  /** Whether nothing is to be expected of it any more. */
  boolean isOver() {
    return over;
  }

  private String session() {
    return memory.session();
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
      memory.forget();
    }
  }

  /** From here on it does what is right, and comes to its end. */
  void behave() {
    behaves = true;
    start();
  }

  private void subscribe() {
    memory.newSession();
    subscribed = false;
    int session = memory.sessions();
    send(new SubscribeFramework(id, session(), memory.info()));
    subscribeAgain(life, session);
  }

  private void subscribeAgain(int living, int session) {
    world.after(
        RETRY_MILLIS,
        () -> {
          if (living == life && session == memory.sessions() && !subscribed && !over) {
            send(new SubscribeFramework(id, session(), memory.info()));
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
          memory.offers().put(e.offer(), e);
          answerLater(e);
        }
      }
      case OfferEnded e -> memory.offers().remove(e.offer());
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
      memory.tasks().remove(e.task());
    } else {
      memory.tasks().add(e.task());
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
          if (living == life && memory.offers().containsKey(offer.offer())) {
            answer(offer);
          }
        });
  }

  private void answer(ResourceOffer offer) {
    if (behaves || memory.tasks().size() >= MOST_TASKS || chance.oneIn(3)) {
      send(new DeclineOffers(id, session(), List.of(offer.offer()), refuse()));
      return;
    }
    List<Long> used = new ArrayList<>(List.of(offer.offer()));
    Resources all = offer.resources();
    if (chance.oneIn(4)) {
      for (ResourceOffer other : memory.offers().values()) {
        if (other.offer() != offer.offer()
            && other.agent().equals(offer.agent())
            && (other.role().equals(offer.role()) || chance.oneIn(8))) {
          used.add(other.offer());
          all = all.plus(other.resources());
        }
      }
    }
    send(new AcceptOffers(id, session(), used, maker.operations(offer, all), refuse()));
  }

  private Long refuse() {
    return switch (chance.below(8)) {
      case 0 -> -1L;
      case 1 -> 0L;
      case 2 -> chance.between(1, 5_000);
      default -> chance.between(5_000, 5 * MINUTE);
    };
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
    if (memory.tasks().isEmpty() || chance.oneIn(6)) {
      send(new TeardownFramework(id, session()));
    } else {
      send(new SuppressOffers(id, session(), List.of()));
      send(new KillTasks(id, session(), new ArrayList<>(memory.tasks()), null));
    }
  }

  private void act() {
    int kind = chance.below(16);
    switch (kind) {
      case 8 -> subscribe();
      case 13 ->
          log.input(Topic.ACCEPTS)
              .append(
                  world.now(),
                  id.value(),
                  new Bytes(
                      "dev.bourse.framework.accept.v1", "{}".getBytes(StandardCharsets.UTF_8)));
      default -> {
        Command call = whims.call(kind, log.offers().size());
        if (call != null) {
          send(call);
        }
      }
    }
  }
}

package dev.bourse.simulator.load;

import dev.bourse.simulator.agent.Behaviour;
import dev.bourse.simulator.agent.Behaviour.OnTerm;
import dev.bourse.simulator.world.Chance;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.resources.Quantities;
import dev.bourse.topics.resources.Reservation;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.ResourceOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Makes operations on offers, and tasks of every kind. */
final class TaskMaker {

  private static final long MINUTE = 60_000;
  private static final int NAMES = 1_000;

  private final Chance chance;
  private final SchedulerMemory memory;

  TaskMaker(Chance chance, SchedulerMemory memory) {
    this.chance = chance;
    this.memory = memory;
  }

  /** What is done with offers: those of one agent, with one of them first. */
  List<OfferOperation> operations(ResourceOffer offer, Resources all) {
    List<OfferOperation> operations = new ArrayList<>();
    if (chance.oneIn(6)) {
      Resources bare = part(all.unreserved(), 4);
      if (!bare.isEmpty()) {
        Resources reserved =
            bare.pushReservation(Reservation.ofDynamic(offer.role(), memory.info().principal()));
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

  /** A task that is to be launched, of which the framework knows from now on. */
  TaskInfo task(Resources resources) {
    String name = chance.oneIn(15) ? "t" + chance.below(memory.launched() + 1) : memory.newName();
    memory.tasks().add(name);
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
}

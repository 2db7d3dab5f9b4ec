package dev.bourse.simulator.load;

import dev.bourse.simulator.world.Chance;
import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeclineOffers;
import dev.bourse.topics.command.DisconnectFramework;
import dev.bourse.topics.command.KillTasks;
import dev.bourse.topics.command.ReconcileTasks;
import dev.bourse.topics.command.ReviveOffers;
import dev.bourse.topics.command.SuppressOffers;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.command.UpdateFramework;
import dev.bourse.topics.framework.OfferOperation;
import dev.bourse.topics.framework.TaskRef;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.ResourceOffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls that come to a framework's mind at any time: useful ones, those that make no sense, and
 * those that must be refused.
 */
final class Whims {

  private final Chance chance;
  private final SchedulerMemory memory;
  private final SchedulerInfos infos;
  private final TaskMaker maker;

  Whims(Chance chance, SchedulerMemory memory, SchedulerInfos infos, TaskMaker maker) {
    this.chance = chance;
    this.memory = memory;
    this.infos = infos;
    this.maker = maker;
  }

  /**
   * A call of this kind; null for none.
   *
   * @param offers how many records there are about offers
   */
  @Nullable Command call(int kind, int offers) {
    FrameworkId id = memory.id();
    String session = memory.session();
    return switch (kind) {
      case 0 -> new SuppressOffers(id, session, List.of());
      case 1, 2 -> new ReviveOffers(id, session, List.of());
      case 3, 4 -> memory.tasks().isEmpty() ? null : kill();
      case 5 -> new ReconcileTasks(id, session, List.of());
      case 6 -> ask();
      case 7 -> {
        memory.info(infos.any());
        yield new UpdateFramework(id, session, memory.info());
      }
      case 9 -> new DisconnectFramework(id, session, "for a while");
      // An offer that was used already, or is another framework's.
      case 10 -> accept(chance.between(1, Math.max(1, offers)), Resources.parse("cpus:0.1"));
      case 11 -> new DeclineOffers(id, "session-of-nobody", List.of(1L), null);
      case 12 -> memory.offers().isEmpty() ? null : overdraw();
      case 14 -> chance.oneIn(6) ? new TeardownFramework(id, session) : null;
      default -> null;
    };
  }

  private Command kill() {
    Long grace = chance.oneIn(2) ? chance.between(0, 10_000) : null;
    String task = chance.of(new ArrayList<>(memory.tasks()));
    return new KillTasks(memory.id(), memory.session(), List.of(task, "unknown"), grace);
  }

  private Command ask() {
    return new ReconcileTasks(
        memory.id(),
        memory.session(),
        List.of(
            new TaskRef("t" + chance.below(memory.launched() + 1), null),
            new TaskRef("no-such-task", null)));
  }

  /** More than an offer has. */
  private Command overdraw() {
    ResourceOffer offer = chance.of(new ArrayList<>(memory.offers().values()));
    return accept(offer.offer(), offer.resources().plus(offer.resources()));
  }

  private Command accept(long offer, Resources resources) {
    return new AcceptOffers(
        memory.id(),
        memory.session(),
        List.of(offer),
        List.of(OfferOperation.launch(List.of(maker.task(resources)))),
        null);
  }
}

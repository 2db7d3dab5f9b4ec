package dev.bourse.core.testing;

import dev.bourse.topics.command.AcceptOffers;
import dev.bourse.topics.command.AcknowledgeUpdate;
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
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.TaskUpdate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a framework of a story says. */
public final class Framework {

  private final FrameworkId id;
  private final List<RoleInfo> roles = new ArrayList<>();
  private final List<Capability> capabilities = new ArrayList<>();
  private String session = "s1";
  private String principal;
  private String user;
  private Long failoverTimeout;

  private Framework(String id) {
    this.id = new FrameworkId(id);
  }

  /** One that handles what may come back, in these roles. */
  public static Framework framework(String id, String... roles) {
    Framework framework = new Framework(id).can(Capability.PARTITION_AWARE);
    if (roles.length > 1) {
      framework.can(Capability.MULTI_ROLE);
    }
    for (String role : roles) {
      framework.roles.add(RoleInfo.of(role));
    }
    return framework;
  }

  public Framework can(Capability capability) {
    capabilities.add(capability);
    return this;
  }

  public Framework cannot(Capability capability) {
    capabilities.remove(capability);
    return this;
  }

  public Framework in(RoleInfo role) {
    roles.add(role);
    return this;
  }

  public Framework session(String text) {
    session = text;
    return this;
  }

  public Framework principal(String text) {
    principal = text;
    return this;
  }

  public Framework user(String text) {
    user = text;
    return this;
  }

  /** For so long its tasks outlive its session. */
  public Framework failoverTimeout(long millis) {
    failoverTimeout = millis;
    return this;
  }

  public FrameworkId id() {
    return id;
  }

  public FrameworkInfo info() {
    return new FrameworkInfo(
        id.value(), roles, capabilities, failoverTimeout, user, principal, null, null, null);
  }

  public SubscribeFramework subscribe() {
    return new SubscribeFramework(id, session, info());
  }

  public UpdateFramework update() {
    return new UpdateFramework(id, session, info());
  }

  public DisconnectFramework disconnect() {
    return new DisconnectFramework(id, session, null);
  }

  public TeardownFramework teardown() {
    return new TeardownFramework(id, session);
  }

  public AcceptOffers accept(List<ResourceOffer> offers, OfferOperation... operations) {
    return accept(offers, null, operations);
  }

  public AcceptOffers accept(
      List<ResourceOffer> offers, Long refuseMillis, OfferOperation... operations) {
    return new AcceptOffers(
        id,
        session,
        offers.stream().map(ResourceOffer::offer).toList(),
        Arrays.asList(operations),
        refuseMillis);
  }

  public AcceptOffers accept(ResourceOffer offer, OfferOperation... operations) {
    return accept(List.of(offer), operations);
  }

  public DeclineOffers decline(List<ResourceOffer> offers, Long refuseMillis) {
    return new DeclineOffers(
        id, session, offers.stream().map(ResourceOffer::offer).toList(), refuseMillis);
  }

  public ReviveOffers revive(String... named) {
    return new ReviveOffers(id, session, List.of(named));
  }

  public SuppressOffers suppress(String... named) {
    return new SuppressOffers(id, session, List.of(named));
  }

  public KillTasks kill(String... tasks) {
    return new KillTasks(id, session, List.of(tasks), null);
  }

  public AcknowledgeUpdate acknowledge(TaskUpdate update) {
    return new AcknowledgeUpdate(id, session, update.task(), update.update());
  }

  public ReconcileTasks reconcile(TaskRef... tasks) {
    return new ReconcileTasks(id, session, List.of(tasks));
  }

  /** A task that sleeps. */
  public static TaskInfo task(String name, String resources) {
    return TaskInfo.of(
        name, Resources.parse(resources), ProcessSpec.of(List.of("/bin/sleep", "1")));
  }

  /** Launches a task that sleeps. */
  public static OfferOperation launch(String name, String resources) {
    return OfferOperation.launch(List.of(task(name, resources)));
  }
}

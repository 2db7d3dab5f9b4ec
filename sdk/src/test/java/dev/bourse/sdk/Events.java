package dev.bourse.sdk;

import dev.bourse.topics.framework.FrameworkInfo;
import dev.bourse.topics.framework.TaskInfo;
import dev.bourse.topics.framework.Window;
import dev.bourse.topics.id.AgentId;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.job.ProcessSpec;
import dev.bourse.topics.resources.Attributes;
import dev.bourse.topics.resources.Resources;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.scheduler.FrameworkSubscribed;
import dev.bourse.topics.scheduler.InverseOffer;
import dev.bourse.topics.scheduler.InverseOfferEnded;
import dev.bourse.topics.scheduler.OfferEnded;
import dev.bourse.topics.scheduler.ResourceOffer;
import dev.bourse.topics.scheduler.SessionEnded;
import dev.bourse.topics.scheduler.TaskUpdate;
import dev.bourse.topics.task.Reason;
import dev.bourse.topics.task.TaskSource;
import dev.bourse.topics.task.TaskState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What frameworks are told, in short. */
public final class Events {

  public static final FrameworkId ID = new FrameworkId("f1");
  public static final FrameworkInfo INFO = FrameworkInfo.of("test", "eng");

  private Events() {}

  public static FrameworkSubscribed subscribed(String session) {
    return new FrameworkSubscribed(ID, session, 0, 2_000, 30_000, 0);
  }

  static SessionEnded ended(String session, SessionEnded.Cause cause) {
    return new SessionEnded(ID, session, cause, "test");
  }

  public static SessionEnded disconnected(String session) {
    return ended(session, SessionEnded.Cause.DISCONNECTED);
  }

  static CallRefused refused(@Nullable String session) {
    return new CallRefused(ID, session, "accept", "offers: is 1", false, "0:1");
  }

  public static ResourceOffer offer(String session, long offer, String agent, String resources) {
    return new ResourceOffer(
        ID,
        session,
        offer,
        new AgentId(agent),
        "host",
        "eng",
        Resources.parse(resources),
        Attributes.parse(""),
        null,
        null,
        null,
        0,
        false);
  }

  static ResourceOffer offer(String session, long offer) {
    return offer(session, offer, "a1", "cpus:4;memory:1024");
  }

  static OfferEnded offerEnded(String session, long offer, OfferEnded.How how) {
    return new OfferEnded(ID, session, offer, how, null);
  }

  static InverseOffer inverseOffer(String session, long offer) {
    return new InverseOffer(ID, session, offer, new AgentId("a1"), new Window(5, null));
  }

  static InverseOfferEnded inverseEnded(String session, long offer) {
    return new InverseOfferEnded(ID, session, offer);
  }

  public static TaskUpdate update(String task, TaskState state, @Nullable String update) {
    return update(task, state, null, update);
  }

  static TaskUpdate answer(String task, TaskState state) {
    return update(task, state, Reason.RECONCILIATION, null);
  }

  private static TaskUpdate update(
      String task, TaskState state, @Nullable Reason reason, @Nullable String update) {
    return new TaskUpdate(
        ID, task, state, TaskSource.MASTER, reason, null, null, update, 0, 0, 0, null);
  }

  static TaskInfo task(String task, String resources) {
    return TaskInfo.of(task, Resources.parse(resources), ProcessSpec.of(List.of("true")));
  }
}

package dev.bourse.core.frameworks;

import dev.bourse.core.context.Context;
import dev.bourse.core.context.Rejection;
import dev.bourse.core.event.BucketDrawn;
import dev.bourse.core.event.CallRejected;
import dev.bourse.core.state.BucketRow;
import dev.bourse.core.state.FrameworkRow;
import dev.bourse.topics.command.SchedulerCall;
import dev.bourse.topics.command.SchedulingSettings;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.scheduler.CallRefused;
import dev.bourse.topics.view.FrameworkState;
import org.jspecify.annotations.Nullable;

/**
 * Whether a call counts: its framework is there, it is of the present session, and not too many.
 */
public final class Sessions {

  private static final long SECONDS_PER_MINUTE = 60;
  private static final long THOUSAND = 1_000;

  private Sessions() {}

  /** The framework that calls; null when the call is refused, which it has then been told. */
  public static Admission admit(SchedulerCall call, Context context) {
    Admission known = identify(call, context);
    FrameworkRow framework = known.framework();
    return framework != null && isTooFast(framework.id(), context)
        ? new Admission(null, throttle(call, context))
        : known;
  }

  /** The same, however many calls there are. */
  public static Admission identify(SchedulerCall call, Context context) {
    FrameworkRow framework = context.state().framework(call.framework());
    if (framework == null || framework.state() == FrameworkState.REMOVED) {
      return refused(call, unknown(call, framework), context);
    }
    if (!framework.isConnected() || !framework.session().equals(call.session())) {
      return refused(call, notSubscribed(call, framework), context);
    }
    return new Admission(framework, null);
  }

  private static String unknown(SchedulerCall call, @Nullable FrameworkRow framework) {
    return "framework: there is no framework '"
        + call.framework()
        + "'"
        + (framework == null ? "; subscribe first" : " any more: " + framework.message());
  }

  private static String notSubscribed(SchedulerCall call, FrameworkRow framework) {
    return framework.isConnected()
        ? "session: is '" + call.session() + "', but the framework is subscribed in another session"
        : "session: is '" + call.session() + "', and over; subscribe again";
  }

  private static Admission refused(SchedulerCall call, String reason, Context context) {
    return new Admission(null, refuse(call, reason, context));
  }

  /** Draws on what a framework may call, and says whether that is used up. */
  public static boolean isTooFast(FrameworkId framework, Context context) {
    SchedulingSettings settings = context.settings().offers();
    if (settings.callsPerSecond() == 0) {
      return false;
    }
    String name = BucketRow.ofCalls(framework);
    long credit =
        BucketRow.creditAt(
            context.state().bucket(name),
            context.now(),
            settings.callsPerSecond() * SECONDS_PER_MINUTE,
            settings.callBurst());
    if (credit < THOUSAND) {
      return true;
    }
    context.emit(new BucketDrawn(name, credit - THOUSAND, context.now()));
    return false;
  }

  /** Tells a framework that it calls too fast. */
  public static Rejection throttle(SchedulerCall call, Context context) {
    String reason = tooFast(context);
    context.emit(
        new CallRejected(
            new CallRefused(
                call.framework(), call.session(), name(call), reason, true, context.token())));
    return new Rejection(reason);
  }

  /** What a framework is told that calls too fast. */
  static String tooFast(Context context) {
    return "calls: there are more than "
        + context.settings().offers().callsPerSecond()
        + " each second; call again later";
  }

  /** Tells a framework why a call of its is not applied. */
  public static Rejection refuse(SchedulerCall call, String reason, Context context) {
    return refuse(call.framework(), call.session(), name(call), reason, context);
  }

  /** Tells a framework why a call of its is not applied. */
  public static Rejection refuse(
      FrameworkId framework,
      @Nullable String session,
      String call,
      String reason,
      Context context) {
    context.emit(
        new CallRejected(
            new CallRefused(framework, session, call, reason, false, context.token())));
    return new Rejection(reason);
  }

  private static String name(SchedulerCall call) {
    return call.getClass().getSimpleName();
  }

  /**
   * What came of a look at a call.
   *
   * @param framework who calls; null when it is refused
   * @param refusal why; null when it is not
   */
  public record Admission(@Nullable FrameworkRow framework, @Nullable Rejection refusal) {}
}

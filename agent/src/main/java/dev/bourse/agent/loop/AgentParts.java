package dev.bourse.agent.loop;

import dev.bourse.agent.exec.ExitWatch;
import dev.bourse.agent.exec.GroupSignaler;
import dev.bourse.agent.exec.ProcessLauncher;
import dev.bourse.agent.exec.Recovery;
import dev.bourse.agent.exec.SuperviseScript;
import dev.bourse.agent.exec.Tools;
import dev.bourse.agent.folder.AgentFolder;
import dev.bourse.agent.logs.LogShipper;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What the loop works with.
 *
 * @param folder the agent's state
 * @param boot the id of the machine's present boot
 * @param ready called once, when the agent is registered
 */
public record AgentParts(
    AgentFolder folder,
    String boot,
    Clock clock,
    ProcessLauncher launcher,
    ExitWatch watch,
    GroupSignaler signaler,
    Recovery recovery,
    LogShipper shipper,
    Outbox outbox,
    Runnable ready) {

  /**
   * The usual parts on a folder.
   *
   * @param taskUser who runs a task that does not say it; null for the agent's own user
   * @param worker watches and signals processes
   */
  public static AgentParts on(
      AgentFolder folder,
      String boot,
      @Nullable String taskUser,
      Outbox outbox,
      Runnable ready,
      ScheduledExecutorService worker)
      throws IOException {
    Clock clock = Clock.systemUTC();
    ExitWatch watch = new ExitWatch(worker, clock);
    return new AgentParts(
        folder,
        boot,
        clock,
        new ProcessLauncher(Tools.find(), SuperviseScript.install(folder.path()), taskUser),
        watch,
        new GroupSignaler(worker),
        new Recovery(folder.tasks(), watch, boot, clock),
        new LogShipper(outbox, clock),
        outbox,
        ready);
  }
}

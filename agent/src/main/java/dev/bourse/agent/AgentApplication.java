package dev.bourse.agent;

import dev.bourse.agent.folder.AgentFolder;
import dev.bourse.agent.folder.Boot;
import dev.bourse.agent.folder.FolderException;
import dev.bourse.agent.folder.Position;
import dev.bourse.agent.kafka.Channels;
import dev.bourse.agent.kafka.DeadLetters;
import dev.bourse.agent.kafka.KafkaGate;
import dev.bourse.agent.kafka.KafkaOutbox;
import dev.bourse.agent.kafka.OrderDecoder;
import dev.bourse.agent.kafka.OrderInbox;
import dev.bourse.agent.kafka.OutboxChannel;
import dev.bourse.agent.loop.AgentLoop;
import dev.bourse.agent.loop.AgentParts;
import dev.bourse.agent.machine.AgentMachine;
import dev.bourse.topics.kafka.Keys;
import dev.bourse.topics.kafka.TopicVerifier;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * From start to stop. Before the channels start: settings, folder, Kafka. After that: recover,
 * register, work. At the end: say goodbye when nothing runs, or leave the tasks to themselves.
 */
@ApplicationScoped
public class AgentApplication {

  private static final Logger LOG = Logger.getLogger(AgentApplication.class);
  private static final long STOP_LIMIT_SECONDS = 30;

  private final Config config;
  private final Channels channels;
  private final OrderInbox inbox;
  private final OutboxChannel outbox;
  private @Nullable Running running;

  /** With the channels, which are not started yet. */
  public AgentApplication(
      Config config, Channels channels, OrderInbox inbox, OutboxChannel outbox) {
    this.config = config;
    this.channels = channels;
    this.inbox = inbox;
    this.outbox = outbox;
  }

  private record Running(
      AgentSettings settings,
      AgentFolder folder,
      AgentLoop loop,
      long lastEpoch,
      ScheduledExecutorService worker) {}

  void prepare(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    try {
      AgentSettings settings = AgentSettings.of(config);
      if (settings.followStdin()) {
        StandardInput.exitWhenEnded();
      }
      running = prepare(settings);
    } catch (IllegalArgumentException
        | IllegalStateException
        | FolderException
        | TopicVerifier.TopicMismatchException
        | IOException e) {
      // Quarkus prints the message of this one, nothing else, and ends with exit code 1.
      throw new ConfigurationException(message(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConfigurationException("interrupted");
    }
  }

  private static String message(Exception e) {
    return e instanceof IOException ? e.toString() : String.valueOf(e.getMessage());
  }

  private Running prepare(AgentSettings settings) throws IOException, InterruptedException {
    AgentFolder folder = AgentFolder.open(settings.folder());
    int partition = Keys.partition(settings.agent().value(), settings.layout().launchPartitions());
    KafkaGate gate =
        new KafkaGate(
            settings.bootstrap(),
            settings.layout(),
            System.err::println,
            ApplicationLifecycleManager::isVmShuttingDown);
    KafkaGate.Orders orders = gate.pass(partition);
    if (orders == null) {
      throw new IllegalStateException("stopped before Kafka could be reached");
    }
    AgentStart start = new AgentStart(settings, folder);
    AgentStart.Known known = start.identify(partition, orders);
    Position position = known.position();
    channels.open(
        settings.bootstrap(),
        settings.agent().value(),
        settings.layout(),
        partition,
        position.offset());
    ScheduledExecutorService worker =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("agent-worker").daemon().factory());
    AgentLoop loop =
        new AgentLoop(
            new AgentMachine(start.profile(known.identity(), position.run())),
            parts(settings, folder, worker),
            partition);
    inbox.open(
        new OrderDecoder(settings.agent()), new DeadLetters(settings.layout(), outbox), loop);
    return new Running(settings, folder, loop, position.lastEpoch(), worker);
  }

  private AgentParts parts(
      AgentSettings settings, AgentFolder folder, ScheduledExecutorService worker)
      throws IOException {
    String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    return AgentParts.on(
        folder,
        Boot.id(),
        settings.taskUser(),
        new KafkaOutbox(settings.agent(), settings.layout(), outbox, run),
        () -> ready(settings),
        worker);
  }

  /** The one line that whoever started this agent waits for. */
  private static void ready(AgentSettings settings) {
    System.out.println("ready " + settings.agent());
    System.out.flush();
  }

  void begin(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent event)
      throws IOException {
    if (running != null) {
      AgentLoop loop = running.loop();
      loop.start(running.lastEpoch());
      var unused = loop.whenStopped().thenRun(() -> exitIfUnwanted(loop));
    }
  }

  /** Only an order makes an agent stop by itself. */
  private static void exitIfUnwanted(AgentLoop loop) {
    String why = loop.unwanted();
    if (why != null) {
      LOG.warnf("shut down by the master: %s; everything that ran here has ended", why);
      Quarkus.asyncExit(0);
    }
  }

  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
    Running stopping = running;
    if (stopping == null) {
      return;
    }
    try {
      stopping
          .loop()
          .stop(stopping.settings().killOnStop())
          .toCompletableFuture()
          .get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warnf("tasks did not end within %d s and are left to themselves", STOP_LIMIT_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stopping.loop().close();
    stopping.worker().shutdown();
    try {
      stopping.folder().close();
    } catch (IOException e) {
      LOG.debugf("closing the folder: %s", e);
    }
  }
}

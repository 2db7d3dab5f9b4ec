package dev.bourse.master.streams;

import dev.bourse.master.liveness.HeartbeatLog;
import dev.bourse.topics.kafka.Layout;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The life of the Streams client: started with the application, left properly at its end. Several
 * processes with the same layout are one master and its standbys.
 */
@ApplicationScoped
public class StreamsHost {

  private static final Logger LOG = Logger.getLogger(StreamsHost.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final Layout layout;
  private final MasterConfig config;
  private final HeartbeatLog heartbeats;
  private final String bootstrapServers;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private @Nullable KafkaStreams streams;
  private @Nullable Admin admin;

  StreamsHost(
      Layout layout,
      MasterConfig config,
      HeartbeatLog heartbeats,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.layout = layout;
    this.config = config;
    this.heartbeats = heartbeats;
    this.bootstrapServers = bootstrapServers;
  }

  void start(@Observes StartupEvent event) throws InterruptedException, ExecutionException {
    if (!config.enabled()) {
      ready.complete(null);
      return;
    }
    admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    int session = new SessionTimeout(admin).atLeast(config.sessionTimeout());
    KafkaStreams client =
        new KafkaStreams(
            MasterTopology.build(
                layout, CoreSettings.of(config), heartbeats, config.agentTimeout().toMillis()),
            new StreamsConfig(StreamsSettings.of(bootstrapServers, layout, config, session)));
    client.setUncaughtExceptionHandler(new ThreadFailures());
    client.setStateListener(this::changed);
    if (layout.cells() == 1) {
      new Takeover(client, new Fencer(admin, StreamsSettings.applicationId(layout))).listen();
    }
    client.start();
    streams = client;
  }

  void stop(@Observes ShutdownEvent event) {
    if (streams != null) {
      // A member that does not leave is waited for until its session ends.
      streams.close(
          CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
              .withTimeout(CLOSE_TIMEOUT));
    }
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }

  private void changed(KafkaStreams.State now, KafkaStreams.State before) {
    LOG.infof("streams: %s -> %s", before, now);
    if (now == KafkaStreams.State.RUNNING) {
      ready.complete(null);
    }
  }

  /** Done when the client runs for the first time, or at once when this process hosts no core. */
  public CompletionStage<Void> whenReady() {
    return ready.copy();
  }

  /** Where the client stands; {@code NOT_RUNNING} when this process hosts no core. */
  public KafkaStreams.State state() {
    return streams == null ? KafkaStreams.State.NOT_RUNNING : streams.state();
  }

  /** Whether this process does its part: it hosts no core, or its client runs. */
  public boolean isReady() {
    return !config.enabled() || state() == KafkaStreams.State.RUNNING;
  }
}

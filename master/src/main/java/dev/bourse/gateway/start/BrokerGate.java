package dev.bourse.gateway.start;

import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.TopicVerifier;
import dev.bourse.topics.kafka.TopicVerifier.TopicMismatchException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Holds the start back until Kafka is there and has the topics, so that nothing behind it has to
 * bear their absence.
 */
@Singleton
final class BrokerGate {

  private static final Logger LOG = Logger.getLogger(BrokerGate.class);
  private static final int ANSWER_LIMIT_MILLIS = 3_000;

  private final String bootstrapServers;
  private final Layout layout;

  BrokerGate(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers, Layout layout) {
    this.bootstrapServers = bootstrapServers;
    this.layout = layout;
  }

  /** Before the channels, and before everything else that talks to Kafka. */
  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event)
      throws InterruptedException {
    StopSignal stop = new StopSignal();
    try {
      await(stop);
    } catch (TopicMismatchException e) {
      throw giveUp("Kafka at " + bootstrapServers + " is not as it must be:\n" + e.getMessage());
    } catch (InterruptedException e) {
      if (stop.isStopped()) {
        throw giveUp("stopped while waiting for Kafka");
      }
      throw e;
    } finally {
      stop.disarm();
    }
  }

  private void await(StopSignal stop) throws InterruptedException {
    Backoff backoff = new Backoff();
    while (!tryOnce()) {
      Duration wait = backoff.next();
      LOG.warnf(
          "cannot reach Kafka at %s, trying again in %ds", bootstrapServers, wait.toSeconds());
      stop.await(wait);
    }
  }

  private boolean tryOnce() throws InterruptedException {
    Map<String, Object> config =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.CLIENT_ID_CONFIG,
            "broker-gate",
            AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG,
            false);
    @Nullable Admin admin = null;
    try {
      admin = Admin.create(config);
      admin.describeCluster().nodes().get(ANSWER_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
      new TopicVerifier(admin, layout).ensure();
      return true;
    } catch (TimeoutException | KafkaException e) {
      LOG.debug("Kafka does not answer", e);
      return false;
    } catch (ExecutionException e) {
      return retry(e);
    } finally {
      if (admin != null) {
        // The plain close() would wait for answers that never come.
        admin.close(Duration.ZERO);
      }
    }
  }

  private boolean retry(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause == null || cause instanceof RetriableException) {
      LOG.debug("Kafka does not answer", e);
      return false;
    }
    throw giveUp("Kafka at " + bootstrapServers + " refuses: " + cause.getMessage());
  }

  /** Quarkus prints its message without a stack trace, and exits with code 1. */
  private static ConfigurationException giveUp(String message) {
    return new ConfigurationException(message);
  }
}

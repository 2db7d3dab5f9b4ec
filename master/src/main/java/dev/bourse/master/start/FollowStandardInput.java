package dev.bourse.master.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Ends this process with whoever started it: their end of the pipe closes however they die. */
@Singleton
final class FollowStandardInput {

  private static final Logger LOG = Logger.getLogger(FollowStandardInput.class);

  private final boolean enabled;

  FollowStandardInput(
      @ConfigProperty(name = "bourse.follow-stdin", defaultValue = "false") boolean enabled) {
    this.enabled = enabled;
  }

  /** First of all: the wait for Kafka must not outlive them either. */
  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent event) {
    if (enabled) {
      Thread.ofPlatform().name("follow-stdin").daemon().start(FollowStandardInput::follow);
    }
  }

  private static void follow() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.debug("standard input", e);
    }
    Quarkus.asyncExit();
  }
}

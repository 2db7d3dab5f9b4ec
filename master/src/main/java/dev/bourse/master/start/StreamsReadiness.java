package dev.bourse.master.start;

import dev.bourse.master.streams.StreamsHost;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the core runs here, or stands by. */
@Readiness
@ApplicationScoped
public class StreamsReadiness implements HealthCheck {

  private final StreamsHost host;

  StreamsReadiness(StreamsHost host) {
    this.host = host;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("streams")
        .status(host.isReady())
        .withData("state", host.state().name())
        .build();
  }
}

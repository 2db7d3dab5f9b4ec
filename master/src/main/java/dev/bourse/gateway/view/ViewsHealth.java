package dev.bourse.gateway.view;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the tables are still being read. */
@Readiness
@Singleton
public final class ViewsHealth implements HealthCheck {

  private final GatewayReadiness readiness;

  ViewsHealth(GatewayReadiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("tables").status(readiness.isReady()).build();
  }
}

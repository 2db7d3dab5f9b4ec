package dev.bourse.gateway.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says so when the API can be reached from other machines: it has no authentication. */
@Singleton
final class ListenNotice {

  private static final Logger LOG = Logger.getLogger(ListenNotice.class);

  private final String host;
  private final int port;

  ListenNotice(
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.host = host;
    this.port = port;
  }

  void start(@Observes StartupEvent event) {
    if (!isLoopback(host)) {
      LOG.warnf(
          "the API listens on %s:%d without authentication: whoever reaches it can run commands on"
              + " every agent",
          host, port);
    }
  }

  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}

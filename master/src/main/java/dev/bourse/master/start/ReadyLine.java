package dev.bourse.master.start;

import dev.bourse.gateway.view.GatewayReadiness;
import dev.bourse.master.streams.StreamsHost;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says on standard output, once and in one line, that this process can be used: HTTP answers, the
 * tables have been read, and the core runs or stands by. Whoever has started it reads that line.
 */
@Singleton
final class ReadyLine {

  private final StreamsHost streams;
  private final GatewayReadiness gateway;
  private final String host;

  ReadyLine(
      StreamsHost streams,
      GatewayReadiness gateway,
      @ConfigProperty(name = "quarkus.http.host") String host) {
    this.streams = streams;
    this.gateway = gateway;
    this.host = host;
  }

  @SuppressWarnings("SystemOut") // the line is an interface
  void listening(@ObservesAsync HttpServerStart event) {
    int given = event.options().getPort();
    CompletableFuture.allOf(
            streams.whenReady().toCompletableFuture(), gateway.whenReady().toCompletableFuture())
        .thenRun(() -> System.out.println("ready http://" + host + ":" + port(given)))
        .join();
  }

  /** A port that the system has chosen is known from the configuration once it is bound. */
  private static int port(int given) {
    return given > 0
        ? given
        : ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
  }
}

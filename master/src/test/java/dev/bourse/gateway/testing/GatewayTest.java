package dev.bourse.gateway.testing;

import dev.bourse.topics.kafka.Layout;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running gateway, and a fake master behind it. */
@QuarkusTestResource(GatewayKafka.class)
public abstract class GatewayTest {

  @Inject protected Layout layout;
  @Inject dev.bourse.gateway.view.GatewayReadiness readiness;

  protected FakeMaster master;

  @BeforeEach
  void connect() {
    master =
        new FakeMaster(
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class), layout);
    Awaitility.await().until(readiness::isReady);
  }

  @AfterEach
  void disconnect() {
    master.close();
  }

  /** An id that no other test uses. */
  protected static String newId() {
    return "j-" + UUID.randomUUID();
  }
}

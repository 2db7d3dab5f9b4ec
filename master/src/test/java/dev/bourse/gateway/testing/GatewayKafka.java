package dev.bourse.gateway.testing;

import dev.bourse.testing.KafkaCluster;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.TopicVerifier;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;

/** A broker with two cells, on which a little has happened before the gateway starts. */
public final class GatewayKafka implements QuarkusTestResourceLifecycleManager {

  private KafkaCluster cluster;

  @Override
  public Map<String, String> start() {
    try {
      cluster = KafkaCluster.start();
      String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + ".";
      Layout layout = new Layout(prefix, 2, 1, 2, -1);
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
        new TopicVerifier(admin, layout).ensure();
      }
      try (FakeMaster master = new FakeMaster(cluster.bootstrapServers(), layout)) {
        master.writeHistory();
      }
      return Map.of(
          "bourse.kafka.bootstrap", cluster.bootstrapServers(),
          "bourse.prefix", prefix,
          "bourse.cells", "2",
          "bourse.launch-partitions", "1",
          "bourse.log-partitions", "2",
          "bourse.master.enabled", "false");
    } catch (Exception e) {
      throw new IllegalStateException("no Kafka for the test", e);
    }
  }

  @Override
  public void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }
}

package dev.bourse.master.config;

import dev.bourse.topics.kafka.Layout;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the cluster's {@link Layout} from the configuration. */
@Singleton
public final class LayoutProducer {

  /**
   * The layout.
   *
   * @param prefix {@code bourse.prefix} of every topic's name; default {@code bourse.}
   * @param cells {@code bourse.cells}; default 1
   * @param launchPartitions {@code bourse.launch-partitions}; default 4
   * @param logPartitions {@code bourse.log-partitions}; default 4
   * @param replication {@code bourse.replication}; default -1, the broker's default
   */
  @Produces
  @Singleton
  public Layout layout(
      @ConfigProperty(name = "bourse.prefix", defaultValue = "bourse.") String prefix,
      @ConfigProperty(name = "bourse.cells", defaultValue = "1") int cells,
      @ConfigProperty(name = "bourse.launch-partitions", defaultValue = "4") int launchPartitions,
      @ConfigProperty(name = "bourse.log-partitions", defaultValue = "4") int logPartitions,
      @ConfigProperty(name = "bourse.replication", defaultValue = "-1") int replication) {
    return new Layout(prefix, cells, launchPartitions, logPartitions, replication);
  }
}

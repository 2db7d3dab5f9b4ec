package dev.bourse.master.store;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds {@link ClusterStore}s: always logged, never cached, always in memory. */
public final class ClusterStoreBuilder implements StoreBuilder<ClusterStore> {

  /**
   * Small segments and an eager cleaner, since restoring takes as long as the changelog is, not as
   * the state is.
   */
  private static final Map<String, String> CHANGELOG =
      new TreeMap<>(
          Map.of(
              "cleanup.policy", "compact",
              "segment.bytes", Integer.toString(64 << 20),
              "min.cleanable.dirty.ratio", "0.1",
              "delete.retention.ms", "60000"));

  @Override
  public ClusterStore build() {
    RestoringStore restoring = new RestoringStore();
    KeyValueStore<Bytes, byte[]> logged =
        Stores.keyValueStoreBuilder(new Supplier(restoring), Serdes.Bytes(), Serdes.ByteArray())
            .withCachingDisabled()
            .withLoggingEnabled(CHANGELOG)
            .build();
    return new ClusterStore(restoring, logged);
  }

  @Override
  public StoreBuilder<ClusterStore> withCachingEnabled() {
    throw new UnsupportedOperationException("a cached row would reach the changelog too late");
  }

  @Override
  public StoreBuilder<ClusterStore> withCachingDisabled() {
    return this;
  }

  @Override
  public StoreBuilder<ClusterStore> withLoggingEnabled(Map<String, String> config) {
    return this;
  }

  @Override
  public StoreBuilder<ClusterStore> withLoggingDisabled() {
    throw new UnsupportedOperationException("a state in memory lives in its changelog");
  }

  @Override
  public Map<String, String> logConfig() {
    return CHANGELOG;
  }

  @Override
  public boolean loggingEnabled() {
    return true;
  }

  @Override
  public String name() {
    return ClusterStore.NAME;
  }

  private record Supplier(RestoringStore store) implements KeyValueBytesStoreSupplier {

    @Override
    public String name() {
      return ClusterStore.NAME;
    }

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
      return store;
    }

    @Override
    public String metricsScope() {
      return "in-memory";
    }
  }
}

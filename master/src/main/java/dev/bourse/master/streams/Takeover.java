package dev.bourse.master.streams;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.jboss.logging.Logger;

/** Notices that this process becomes the master, and clears the way. */
final class Takeover implements StandbyUpdateListener, StateRestoreListener {

  private static final Logger LOG = Logger.getLogger(Takeover.class);
  private static final String PRODUCER_SUFFIX = "-StreamThread-";

  private final KafkaStreams streams;
  private final Fencer fencer;

  Takeover(KafkaStreams streams, Fencer fencer) {
    this.streams = streams;
    this.fencer = fencer;
  }

  void listen() {
    streams.setStandbyUpdateListener(this);
    streams.setGlobalStateRestoreListener(this);
  }

  @Override
  public void onUpdateStart(TopicPartition partition, String store, long startingOffset) {}

  @Override
  public void onBatchLoaded(
      TopicPartition partition,
      String store,
      org.apache.kafka.streams.processor.TaskId task,
      long batchEndOffset,
      long batchSize,
      long currentEndOffset) {}

  @Override
  public void onUpdateSuspended(
      TopicPartition partition,
      String store,
      long storeOffset,
      long currentEndOffset,
      SuspendReason reason) {
    if (reason == SuspendReason.PROMOTED) {
      LOG.infof("promoted at offset %d of %d", storeOffset, currentEndOffset);
      fence();
    }
  }

  @Override
  public void onRestoreStart(
      TopicPartition partition, String store, long startingOffset, long endingOffset) {
    fence();
  }

  @Override
  public void onBatchRestored(
      TopicPartition partition, String store, long batchEndOffset, long restored) {}

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long totalRestored) {
    LOG.infof("restored %d records of the state", totalRestored);
  }

  /** On a thread of its own: the one that calls us is the one that has to go on. */
  private void fence() {
    Thread.ofVirtual().name("fencer").start(this::fenceNow);
  }

  private void fenceNow() {
    try {
      for (ThreadMetadata thread : streams.metadataForLocalThreads()) {
        for (String client : thread.producerClientIds()) {
          int end = client.indexOf(PRODUCER_SUFFIX);
          if (end > 0) {
            fencer.fenceOthers(client.substring(0, end));
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warnf("cannot fence the predecessor: %s", e.toString());
    }
  }
}

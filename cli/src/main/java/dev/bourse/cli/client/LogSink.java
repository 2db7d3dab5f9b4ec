package dev.bourse.cli.client;

/** Where a job's output goes. */
public interface LogSink {

  /** Takes a piece of one of the two streams, as the job wrote it. */
  void write(String stream, byte[] bytes);

  /** Hears that a stream was longer than what was kept. */
  void dropped(String stream, int attempt, long bytes);
}

package dev.bourse.agent.loop;

import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.liveness.Heartbeat;
import dev.bourse.topics.log.LogChunk;
import dev.bourse.topics.log.LogStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what an agent says. */
final class RecordingOutbox implements Outbox {

  final List<ReportStatus> reports = new CopyOnWriteArrayList<>();
  final List<RegisterAgent> registrations = new CopyOnWriteArrayList<>();
  final List<DeregisterAgent> goodbyes = new CopyOnWriteArrayList<>();
  final List<LogChunk> chunks = new CopyOnWriteArrayList<>();

  /** Everything, in order. */
  final List<Object> said = new CopyOnWriteArrayList<>();

  @Override
  public void status(ReportStatus report) {
    reports.add(report);
    said.add(report);
  }

  @Override
  public void register(RegisterAgent registration) {
    registrations.add(registration);
  }

  @Override
  public void deregister(DeregisterAgent deregistration) {
    goodbyes.add(deregistration);
  }

  @Override
  public void heartbeat(Heartbeat heartbeat) {
    said.add(heartbeat);
  }

  @Override
  public CompletionStage<Void> send(LogChunk chunk) {
    chunks.add(chunk);
    said.add(chunk);
    return CompletableFuture.completedFuture(null);
  }

  /** What a task has written; of pieces that overlap, as after a restart, only what is new. */
  String output(long epoch, LogStream stream) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (LogChunk chunk : chunks) {
      int known = (int) (text.size() - chunk.position());
      if (chunk.epoch() == epoch
          && chunk.stream() == stream
          && known >= 0
          && known < chunk.bytes().length) {
        text.write(chunk.bytes(), known, chunk.bytes().length - known);
      }
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}

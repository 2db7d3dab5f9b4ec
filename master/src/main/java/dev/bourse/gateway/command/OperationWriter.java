package dev.bourse.gateway.command;

import dev.bourse.gateway.view.Position;
import dev.bourse.topics.codec.RecordCodec;
import dev.bourse.topics.codec.RecordType;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.kafka.Layout;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Writes to the topic {@code operations}: to each cell that a command concerns. */
@Singleton
public final class OperationWriter {

  private final RecordWriter operations;
  private final Layout layout;

  OperationWriter(@Channel("operations-out") Emitter<byte[]> operations, Layout layout) {
    this.operations = new RecordWriter(operations);
    this.layout = layout;
  }

  /**
   * Asks for something.
   *
   * @param command a command of operators
   * @return where its records are, one for each cell that it concerns
   * @throws KafkaUnavailableException when not all could be written within 5 s each
   */
  public List<Position> write(Command command) throws InterruptedException {
    List<Position> positions = new ArrayList<>();
    for (Letter letter : Letter.of(command, layout.cells())) {
      positions.add(
          operations.send(
              letter.key(),
              letter.cell(),
              RecordType.of(letter.command()),
              RecordCodec.encode(letter.command())));
    }
    return positions;
  }
}

package dev.bourse.simulator.master;

import dev.bourse.simulator.log.Bytes;
import dev.bourse.simulator.log.SimRecord;
import dev.bourse.topics.codec.InputCodec;
import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.kafka.Topic;
import java.nio.charset.StandardCharsets;

/** From records to commands, as the master does it. */
public final class Decoding {

  private Decoding() {}

  /**
   * The command in a record.
   *
   * @throws InvalidRecordException when there is none
   */
  public static Command command(Topic topic, int cell, SimRecord input) {
    if (!(input.value() instanceof Bytes bytes)) {
      return (Command) input.value();
    }
    InputCodec.Input raw =
        new InputCodec.Input(
            bytes.ceType(),
            input.key().getBytes(StandardCharsets.UTF_8),
            bytes.value(),
            input.timestamp(),
            cell,
            input.offset());
    return command(topic, raw);
  }

  /**
   * The command in a record.
   *
   * @throws InvalidRecordException when there is none
   */
  public static Command command(Topic topic, InputCodec.Input raw) {
    return switch (topic) {
      case SUBMISSIONS -> InputCodec.submission(raw);
      case MEMBERSHIP -> InputCodec.membership(raw);
      case STATUS -> InputCodec.status(raw);
      case ACCEPTS -> InputCodec.accepts(raw);
      case OPERATIONS -> InputCodec.operations(raw);
      default -> throw new IllegalArgumentException(topic + " is no input");
    };
  }
}

package dev.bourse.master.streams;

import dev.bourse.core.context.Position;
import dev.bourse.topics.codec.InputCodec;
import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.kafka.CloudEvents;
import dev.bourse.topics.kafka.Layout;
import dev.bourse.topics.kafka.Topic;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** From records to commands. */
final class Inputs {

  private final Layout layout;

  Inputs(Layout layout) {
    this.layout = layout;
  }

  Position position(RecordMetadata metadata) {
    String suffix = metadata.topic().substring(layout.prefix().length());
    return new Position(suffix, metadata.partition(), metadata.offset());
  }

  /**
   * The command in a record.
   *
   * @throws InvalidRecordException when there is none
   */
  Command decode(Position position, Record<byte[], byte[]> record) {
    InputCodec.Input input =
        new InputCodec.Input(
            CloudEvents.type(record.headers()),
            record.key(),
            record.value(),
            record.timestamp(),
            position.partition(),
            position.offset());
    return switch (topic(position)) {
      case SUBMISSIONS -> InputCodec.submission(input);
      case MEMBERSHIP -> InputCodec.membership(input);
      case STATUS -> InputCodec.status(input);
      case ACCEPTS -> InputCodec.accepts(input);
      case OPERATIONS -> InputCodec.operations(input);
      default -> throw new IllegalStateException(position.topic() + " is no input");
    };
  }

  private static Topic topic(Position position) {
    for (Topic topic : MasterTopology.INPUTS) {
      if (topic.suffix().equals(position.topic())) {
        return topic;
      }
    }
    throw new IllegalStateException(position.topic() + " is no input");
  }
}

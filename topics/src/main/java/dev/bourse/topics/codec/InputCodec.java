package dev.bourse.topics.codec;

import dev.bourse.topics.command.CancelJob;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.DeregisterAgent;
import dev.bourse.topics.command.MarkAgentUnreachable;
import dev.bourse.topics.command.RegisterAgent;
import dev.bourse.topics.command.RejectCall;
import dev.bourse.topics.command.RejectSubmission;
import dev.bourse.topics.command.ReportStatus;
import dev.bourse.topics.command.SchedulerCall;
import dev.bourse.topics.command.SubmitJob;
import dev.bourse.topics.command.TeardownFramework;
import dev.bourse.topics.id.FrameworkId;
import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.Fingerprint;
import dev.bourse.topics.job.InvalidDocumentException;
import dev.bourse.topics.job.JobDocument;
import dev.bourse.topics.job.JobDocuments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the master's inputs. Pure: the same record is always the same command, which replay relies
 * on.
 */
public final class InputCodec {

  private static final List<RecordType> SUBMISSIONS =
      List.of(RecordType.SUBMIT_JOB, RecordType.CANCEL_JOB);
  private static final List<RecordType> MEMBERSHIP =
      List.of(
          RecordType.REGISTER_AGENT,
          RecordType.DEREGISTER_AGENT,
          RecordType.MARK_AGENT_UNREACHABLE);
  private static final List<RecordType> STATUS = List.of(RecordType.REPORT_STATUS);

  private static final List<RecordType> ACCEPTS =
      List.of(
          RecordType.SUBSCRIBE,
          RecordType.UPDATE_FRAMEWORK,
          RecordType.DISCONNECT,
          RecordType.TEARDOWN,
          RecordType.ACCEPT,
          RecordType.DECLINE,
          RecordType.REVIVE,
          RecordType.SUPPRESS,
          RecordType.KILL,
          RecordType.ACKNOWLEDGE,
          RecordType.RECONCILE,
          RecordType.MESSAGE,
          RecordType.ANSWER_INVERSE_OFFERS);
  private static final List<RecordType> OPERATIONS =
      List.of(
          RecordType.SET_QUOTA,
          RecordType.SET_WEIGHTS,
          RecordType.RESERVE,
          RecordType.UNRESERVE,
          RecordType.DRAIN_AGENT,
          RecordType.DEACTIVATE_AGENT,
          RecordType.REACTIVATE_AGENT,
          RecordType.MARK_AGENT_GONE,
          RecordType.SCHEDULE_MAINTENANCE,
          RecordType.START_MAINTENANCE,
          RecordType.END_MAINTENANCE,
          RecordType.TEARDOWN);

  private InputCodec() {}

  /**
   * A record of {@code submissions}: the job document, with no header or the one of {@link
   * RecordType#SUBMIT_JOB}; or a cancellation. The job's id is the document's {@code id}, else the
   * record's key, else made from the record's time and position.
   *
   * @return the command; a {@link RejectSubmission} when the document is invalid but says whose it
   *     is
   * @throws InvalidRecordException when not even that can be read
   */
  public static Command submission(Input input) {
    RecordType type =
        input.ceType() == null ? RecordType.SUBMIT_JOB : type(input.ceType(), SUBMISSIONS);
    if (type == RecordType.CANCEL_JOB) {
      CancelJob cancel = RecordCodec.decode(input.value(), CancelJob.class);
      checkKey(input, cancel.job().value());
      return cancel;
    }
    return submit(input);
  }

  /**
   * A record of {@code membership}.
   *
   * @throws InvalidRecordException when it is none
   */
  public static Command membership(Input input) {
    RecordType type = type(input.ceType(), MEMBERSHIP);
    Command command = (Command) RecordCodec.decode(input.value(), type.recordClass());
    String agent =
        switch (command) {
          case RegisterAgent c -> c.agent().value();
          case DeregisterAgent c -> c.agent().value();
          case MarkAgentUnreachable c -> c.agent().value();
          default -> throw new IllegalStateException("not a record of membership: " + command);
        };
    checkKey(input, agent);
    return command;
  }

  /**
   * A record of {@code status}.
   *
   * @throws InvalidRecordException when it is none
   */
  public static Command status(Input input) {
    type(input.ceType(), STATUS);
    ReportStatus status = RecordCodec.decode(input.value(), ReportStatus.class);
    checkKey(input, status.agent().value());
    return status;
  }

  /**
   * A record of {@code accepts}. A teardown must name its session.
   *
   * @return the command; a {@link RejectCall} when it cannot be read but its key says whose it is
   * @throws InvalidRecordException when not even that
   */
  public static Command accepts(Input input) {
    String key = input.keyText();
    try {
      RecordType type = type(input.ceType(), ACCEPTS);
      Command command = (Command) RecordCodec.decode(input.value(), type.recordClass());
      checkKey(input, framework(command).value());
      return command;
    } catch (InvalidRecordException e) {
      if (FrameworkId.isValid(key)) {
        return new RejectCall(
            new FrameworkId(key), kind(input.ceType()), String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private static String kind(@Nullable String ceType) {
    RecordType type = ceType == null ? null : RecordType.ofName(ceType);
    return type != null && ACCEPTS.contains(type) ? type.recordClass().getSimpleName() : "unknown";
  }

  private static FrameworkId framework(Command command) {
    return switch (command) {
      case SchedulerCall call -> call.framework();
      case TeardownFramework teardown -> {
        if (teardown.session() == null) {
          throw new InvalidRecordException("session: is missing");
        }
        yield teardown.framework();
      }
      default -> throw new IllegalStateException("not a record of accepts: " + command);
    };
  }

  /**
   * A record of {@code operations}. Its key says where it lives, and nothing else.
   *
   * @throws InvalidRecordException when it is none
   */
  public static Command operations(Input input) {
    RecordType type = type(input.ceType(), OPERATIONS);
    Command command = (Command) RecordCodec.decode(input.value(), type.recordClass());
    return command instanceof TeardownFramework teardown
        ? new TeardownFramework(teardown.framework(), null)
        : command;
  }

  private static RecordType type(@Nullable String ceType, List<RecordType> allowed) {
    RecordType type = ceType == null ? null : RecordType.ofName(ceType);
    if (type == null || !allowed.contains(type)) {
      String found = ceType == null ? "is missing" : "is '" + ceType + "'";
      throw new InvalidRecordException(
          "header ce_type: "
              + found
              + ", but must be one of "
              + String.join(", ", allowed.stream().map(RecordType::ceType).toList()));
    }
    return type;
  }

  private static void checkKey(Input input, String id) {
    String key = input.keyText();
    if (key != null && !key.equals(id)) {
      throw new InvalidRecordException(
          "key: is '" + key + "', but must be the id in the record, '" + id + "'");
    }
  }

  private static Command submit(Input input) {
    if (input.value() == null) {
      throw new InvalidRecordException("the record is empty, but must be a job document");
    }
    String key = input.keyText();
    try {
      JobDocument document = JobDocuments.read(input.value());
      JobId id = document.id() != null ? document.id() : idFromKey(input, key);
      checkKey(input, id.value());
      return new SubmitJob(id, document.spec(), Fingerprint.of(document.spec()));
    } catch (InvalidDocumentException e) {
      JobId id = e.id() != null || !JobId.isValid(key) ? e.id() : new JobId(key);
      if (id == null || (key != null && !key.equals(id.value()))) {
        throw new InvalidRecordException(String.valueOf(e.getMessage()));
      }
      return new RejectSubmission(id, e.errors());
    }
  }

  private static JobId idFromKey(Input input, @Nullable String key) {
    if (key == null) {
      return JobId.timeOrdered(
          input.timestamp(), ((long) input.partition() << 32) ^ input.offset());
    }
    if (!JobId.isValid(key)) {
      throw new InvalidRecordException(
          "key: is '"
              + key
              + "', but must be a job's id: 1 to "
              + JobId.MAX_LENGTH
              + " characters of A-Z a-z 0-9 . _ -, the first a letter or digit");
    }
    return new JobId(key);
  }

  /**
   * A record as it came from a topic.
   *
   * @param ceType the header {@code ce_type}, or null
   * @param key its key, or null
   * @param value its value, or null
   * @param timestamp of the record, in epoch milliseconds
   * @param partition where it stood
   * @param offset where it stood
   */
  @SuppressWarnings("ArrayRecordComponent") // as Kafka hands them out; compared by nobody
  public record Input(
      @Nullable String ceType,
      byte @Nullable [] key,
      byte @Nullable [] value,
      long timestamp,
      int partition,
      long offset) {

    /** The key as text; null when there is none or it is empty. */
    @Nullable String keyText() {
      return key == null || key.length == 0 ? null : new String(key, StandardCharsets.UTF_8);
    }
  }
}

package dev.bourse.master.streams;

import dev.bourse.core.Envelope;
import dev.bourse.core.Outcome;
import dev.bourse.core.StateMachine;
import dev.bourse.core.context.Position;
import dev.bourse.master.liveness.Liveness;
import dev.bourse.master.store.ClusterStore;
import dev.bourse.topics.codec.InvalidRecordException;
import dev.bourse.topics.command.Command;
import dev.bourse.topics.command.Settings;
import dev.bourse.topics.kafka.Layout;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;

/**
 * Feeds a cell's inputs to its state machine, one after the other, and lets the outcomes out. Knows
 * no command and no event; everything happens on the stream thread, and in one transaction with the
 * offsets of the inputs.
 */
final class MasterProcessor implements Processor<byte[], byte[], Address, byte[]> {

  private static final Logger LOG = Logger.getLogger(MasterProcessor.class);

  /** How often the host looks whether a timer is due or an allocation is left over. */
  private static final Duration TICK_INTERVAL = Duration.ofMillis(10);

  private final Layout layout;
  private final Inputs inputs;
  private final Settings settings;
  private final Liveness liveness;
  private final long agentTimeoutMillis;

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<Address, byte[]> context;

  @SuppressWarnings("NullAway.Init")
  private ClusterStore store;

  @SuppressWarnings("NullAway.Init")
  private StateMachine machine;

  @SuppressWarnings("NullAway.Init")
  private Outputs outputs;

  MasterProcessor(Layout layout, Settings settings, Liveness liveness, long agentTimeoutMillis) {
    this.layout = layout;
    this.inputs = new Inputs(layout);
    this.settings = settings;
    this.liveness = liveness;
    this.agentTimeoutMillis = agentTimeoutMillis;
  }

  @Override
  public void init(ProcessorContext<Address, byte[]> processorContext) {
    context = processorContext;
    store = context.getStateStore(ClusterStore.NAME);
    machine = new StateMachine(store.tables());
    outputs = new Outputs(context, layout);
    SilentAgents silent = new SilentAgents(machine.state(), liveness, agentTimeoutMillis, outputs);
    context.schedule(TICK_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::tick);
    context.schedule(silent.interval(), PunctuationType.WALL_CLOCK_TIME, silent::report);
    SilentFrameworks frameworks =
        new SilentFrameworks(
            machine.state(), liveness, settings.offers().frameworkTimeoutMillis(), outputs);
    context.schedule(frameworks.interval(), PunctuationType.WALL_CLOCK_TIME, frameworks::report);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata metadata = context.recordMetadata().orElseThrow();
    Position position = inputs.position(metadata);
    try {
      Command command = inputs.decode(position, record);
      step(new Envelope(command, position, context.currentSystemTimeMs()), record);
    } catch (InvalidRecordException e) {
      outputs.deadLetter(record, position, String.valueOf(e.getMessage()));
    }
  }

  /** The state may come from a master with other settings; the journal says which ones count. */
  private void applySettings(long now) {
    Command command = machine.settle(settings);
    if (command != null) {
      release(machine.step(new Envelope(command, null, now)), null);
    }
  }

  private void step(Envelope envelope, Record<byte[], byte[]> record) {
    applySettings(envelope.time());
    Position position = envelope.position();
    Outcome outcome;
    try {
      outcome = machine.step(envelope);
    } catch (RuntimeException e) {
      // The state is as it was: one record that we cannot handle must not stop all others.
      LOG.errorf(e, "incident: cannot apply the record at %s; it is set aside", position);
      outputs.deadLetter(record, position, "internal error: " + e);
      return;
    }
    release(outcome, position);
    if (outcome.rejection() != null) {
      outputs.deadLetter(record, position, outcome.rejection().reason());
    }
  }

  private void tick(long now) {
    applySettings(now);
    if (machine.isTickDue(now)) {
      release(machine.step(new Envelope(machine.tick(), null, now)), null);
    }
  }

  private void release(Outcome outcome, @org.jspecify.annotations.Nullable Position position) {
    store.log(outcome.rows());
    outputs.release(outcome, position);
  }
}

package dev.bourse.simulator.log;

/**
 * A record on a simulated partition.
 *
 * @param offset rises, with gaps where transactions ended
 * @param timestamp of its writer, in epoch milliseconds
 * @param key its key
 * @param value what travels: a typed record, or {@link Bytes}
 */
public record SimRecord(long offset, long timestamp, String key, Object value) {}

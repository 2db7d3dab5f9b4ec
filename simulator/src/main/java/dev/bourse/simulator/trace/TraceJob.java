package dev.bourse.simulator.trace;

/**
 * A job of a trace.
 *
 * @param id its id in the trace
 * @param submitSeconds when it was submitted, from the beginning of the trace
 * @param runSeconds how long it ran
 * @param cpus how many processors it had, in thousandths
 * @param memoryMebibytes how much memory it had; 0 when the trace does not say
 * @param user whose it was
 * @param priority 0 to 100
 */
public record TraceJob(
    String id,
    double submitSeconds,
    double runSeconds,
    long cpus,
    long memoryMebibytes,
    String user,
    int priority) {}

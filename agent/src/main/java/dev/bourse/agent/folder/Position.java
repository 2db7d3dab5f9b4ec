package dev.bourse.agent.folder;

/**
 * How far the orders have been handled.
 *
 * @param partition of the topic of orders
 * @param offset of the next order
 * @param lastEpoch the highest epoch among those handled; 0 for none
 */
public record Position(int partition, long offset, long lastEpoch) {}

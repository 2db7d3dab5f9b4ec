package dev.bourse.core.allocator.filter;

/**
 * Why an agent is not offered.
 *
 * @param reason in words that can be shown and counted
 */
public record Veto(String reason) {}

package dev.bourse.core.context;

/**
 * Why a command was not applied.
 *
 * @param reason names the field or thing, what was found and what is allowed
 */
public record Rejection(String reason) {}

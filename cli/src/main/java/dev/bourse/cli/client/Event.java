package dev.bourse.cli.client;

/**
 * One server-sent event.
 *
 * @param name its type
 * @param data its payload
 */
record Event(String name, String data) {}

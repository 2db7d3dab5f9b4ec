package dev.bourse.gateway.rest;

import java.util.List;

/**
 * The tasks of a job or of a framework.
 *
 * @param tasks by id
 */
public record TaskList(List<Task> tasks) {}

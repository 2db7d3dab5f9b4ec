package dev.bourse.cli.client;

import org.jspecify.annotations.Nullable;

/**
 * What became of a document that was handed in.
 *
 * @param id the job's
 * @param job the job, or null when it was not there yet
 */
public record Submission(String id, @Nullable Job job) {}

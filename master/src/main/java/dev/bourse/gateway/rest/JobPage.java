package dev.bourse.gateway.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some jobs.
 *
 * @param jobs the newest first
 * @param next the value of {@code after} for the jobs that follow; absent when there are none
 */
public record JobPage(List<Job> jobs, @Nullable String next) {}

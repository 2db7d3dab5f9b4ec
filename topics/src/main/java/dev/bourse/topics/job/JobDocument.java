package dev.bourse.topics.job;

import dev.bourse.topics.id.JobId;
import org.jspecify.annotations.Nullable;

/**
 * A document that has been read and found valid.
 *
 * @param id the id that the client chose, or null
 * @param spec everything else
 */
public record JobDocument(@Nullable JobId id, JobSpec spec) {}

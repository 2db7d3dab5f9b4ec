package dev.bourse.topics.command;

import dev.bourse.topics.id.JobId;
import dev.bourse.topics.job.JobSpec;

/**
 * Run this job. On {@code submissions} it is the job document itself.
 *
 * @param job its id
 * @param spec the document with defaults filled in
 * @param fingerprint a digest of the document's meaning: two submissions of one id with the same
 *     fingerprint are the same job, with different ones a conflict
 */
public record SubmitJob(JobId job, JobSpec spec, String fingerprint) implements Command {}

/**
 * For those who build on a cluster.
 *
 * <p>A {@link dev.bourse.sdk.JobFramework} is a program that submits jobs and reacts to what
 * becomes of them. {@link dev.bourse.sdk.JobFrameworkDriver} runs it on a cluster; the testkit of
 * the simulator runs the same class in a test, in virtual time and with faults.
 *
 * <p>A {@link dev.bourse.sdk.Scheduler} is a framework of its own: it is offered resources, and
 * decides what runs on them. {@link dev.bourse.sdk.KafkaSchedulerDriver} runs it on a cluster, on
 * top of {@link dev.bourse.sdk.SchedulerSession}, which knows the protocol and nothing of Kafka.
 */
@NullMarked
package dev.bourse.sdk;

import org.jspecify.annotations.NullMarked;

/**
 * For those who build on a cluster.
 *
 * <p>A {@link dev.bourse.sdk.JobFramework} is a program that submits jobs and reacts to what
 * becomes of them. {@link dev.bourse.sdk.JobFrameworkDriver} runs it on a cluster; the testkit of
 * the simulator runs the same class in a test, in virtual time and with faults.
 */
@NullMarked
package dev.bourse.sdk;

import org.jspecify.annotations.NullMarked;

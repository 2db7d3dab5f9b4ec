/**
 * A single-node Kafka broker in a process of its own.
 *
 * <p>{@link dev.bourse.broker.BrokerMain} is what runs in that process; it alone sees Kafka's
 * classes. {@link dev.bourse.broker.BrokerProcess} starts, watches and stops it from another JVM
 * that needs no Kafka at all.
 */
@NullMarked
package dev.bourse.broker;

import org.jspecify.annotations.NullMarked;

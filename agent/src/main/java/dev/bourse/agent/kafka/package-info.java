/** Talks to Kafka: waits for it, reads orders, and writes everything else. */
@NullMarked
package dev.bourse.agent.kafka;

import org.jspecify.annotations.NullMarked;

/** The topic catalog, and the only package here that knows Kafka's client. */
@NullMarked
package dev.bourse.topics.kafka;

import org.jspecify.annotations.NullMarked;

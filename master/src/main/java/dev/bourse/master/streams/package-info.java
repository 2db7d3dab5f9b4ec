/** The Kafka Streams host of the core: topology, processor, and the life of the client. */
@NullMarked
package dev.bourse.master.streams;

import org.jspecify.annotations.NullMarked;

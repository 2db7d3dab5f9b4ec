package dev.bourse.cli.local;

import java.net.URI;

/**
 * A dev cluster that runs.
 *
 * @param pid the process that keeps it
 * @param server the address of the REST API
 * @param bootstrapServers the broker
 */
public record DevCluster(long pid, URI server, String bootstrapServers) {}

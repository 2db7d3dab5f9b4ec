package dev.bourse.gateway.rest;

import java.util.List;

/**
 * All frameworks that are remembered.
 *
 * @param frameworks by id
 */
public record FrameworkList(List<Framework> frameworks) {}
